"""The values of the query language: what may be asked, and what a query consists of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What a term of a query asks about. The value is the word to write."""

    PERSON = "person"
    """Works of a person in any role: an id or a name."""
    AUTHOR = "author"
    """Works that a person wrote."""
    EDITOR = "editor"
    """Works that a person edited."""
    TOPIC = "topic"
    """Works on a topic: an id, a name or an alias."""
    VENUE = "venue"
    """Works that appeared at a venue."""
    ORGANIZATION = "organization"
    """Works created or published by an organization; people affiliated with it."""
    TYPE = "type"
    """Works of a work type, e.g. ``article``."""
    YEAR = "year"
    """Works of a year: ``year:2020``, ``year:2019..2021``, ``year>=2021``."""
    KIND = "kind"
    """Topics of a kind: concept, system, benchmark, dataset, method or model."""
    SOURCE = "source"
    """Works whose entry was taken from a document: its citation key."""
    KEY = "key"
    """The work of a citation key."""
    CITED = "cited"
    """``cited:yes``: works that a page cites; ``cited:no``: the others."""
    TITLE = "title"
    """Works with these words in the title. A term without a field means the same;
    of people and topics it means the name."""


TOPIC_KINDS = ("concept", "system", "benchmark", "dataset", "method", "model")


@dataclass(frozen=True, slots=True)
class YearRange:
    """Years from the first to the last, both included; None is open."""

    first: int | None
    last: int | None

    def __contains__(self, year: object) -> bool:
        if not isinstance(year, int):
            return False
        return (self.first is None or year >= self.first) and (
            self.last is None or year <= self.last
        )


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a query."""

    field: Field | None
    """None for bare words."""
    values: tuple[str, ...]
    """One of these must fit; as written, without quotes."""
    position: int
    """Where the term starts in the query, counted from 1."""
    negated: bool = False
    years: tuple[YearRange, ...] = ()
    """For the field ``year``: one for each value."""


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that must all hold; none fits everything."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """Why a text is no query."""

    position: int
    """Of the offending character or term, counted from 1."""
    message: str
    """What was found and what is allowed, as a lower-case sentence."""

    def __str__(self) -> str:
        return f"at position {self.position}: {self.message}"


class Sort(StrEnum):
    """Orders of a list."""

    NEWEST = "newest"
    """By date, newest first."""
    OLDEST = "oldest"
    """By date, oldest first; undated works stand last."""
    CHANGED = "changed"
    """By the day on which the entry was added or changed, as it says; the last comes
    first, and works whose entries do not say so stand behind, newest first."""
    NAME = "name"
    """Works by their first creator, people by family name, topics by name."""
    TITLE = "title"
    KEY = "key"
    WORKS = "works"
    """People and topics by the number of their works, most first."""


class Group(StrEnum):
    """Headings of a list of works."""

    YEAR = "year"
    TYPE = "type"
    VENUE = "venue"
    TOPIC = "topic"
