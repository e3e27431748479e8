"""What hand-written pages name in their front matter and the wiki does not have."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.resolution import nearest_names, resolve
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.notes.note import Note

_KINDS = (Kind.PERSON, Kind.TOPIC, Kind.ORGANIZATION, Kind.VENUE, Kind.EVENT)
_ALIKE = 0.85
"""From this similarity on (difflib's ratio) a name seems to be a slip of another."""


def unresolved_names(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Report people, topics, organizations and works that are nowhere else.

    An organization needs no page of its own; one is reported where only affiliations
    and parts of it name it and another's name is nearly the same.
    """
    described = [
        one.name for one in catalogue.organizations.values() if one.note or one.works
    ]
    return tuple(
        Diagnostic(Problem.UNRESOLVED_NAME, message, note.location)
        for note in _notes(catalogue)
        for message in (
            *_topics(catalogue, note),
            *_advisors(catalogue, note),
            *_organizations(catalogue, note, described),
            *_sources(catalogue, note),
        )
    )


def _notes(catalogue: Catalogue) -> Iterator[Note]:
    for kind in _KINDS:
        for thing in catalogue.things(kind).values():
            if thing.note:
                yield thing.note
    for work in catalogue.works.values():
        if work.note:
            yield work.note


def _topics(catalogue: Catalogue, note: Note) -> Iterator[str]:
    for text in note.topics:
        if resolve(catalogue, text, Kind.TOPIC) is None:
            hint = _hint(nearest_names(catalogue, text, Kind.TOPIC))
            yield f"topics names {text!r}, which is no topic with a page{hint}"


def _advisors(catalogue: Catalogue, note: Note) -> Iterator[str]:
    for advisor in note.advisors:
        if resolve(catalogue, advisor.person, Kind.PERSON) is None:
            hint = _hint(nearest_names(catalogue, advisor.person, Kind.PERSON))
            yield f"advisors names {advisor.person!r}, who has no page{hint}"


def _organizations(
    catalogue: Catalogue, note: Note, described: list[str]
) -> Iterator[str]:
    named = [("affiliations", one.organization) for one in note.affiliations]
    named += (("parent", name) for name in note.parents)
    for key, name in named:
        target = resolve(catalogue, name, Kind.ORGANIZATION)
        found = catalogue.organizations[target.id] if target else None
        if found is not None and (found.note or found.works):
            continue
        if near := get_close_matches(name, described, n=3, cutoff=_ALIKE):
            yield f"{key} names {name!r}, which nothing else names{_hint(near)}"


def _sources(catalogue: Catalogue, note: Note) -> Iterator[str]:
    named = [("source", one.source) for one in note.affiliations if one.source]
    named += (("source", one.source) for one in note.advisors)
    named += (("evidence", key) for one in note.questions for key in one.evidence)
    for what, key in named:
        if key not in catalogue.key_to_work:
            hint = _hint(nearest_names(catalogue, key, Kind.WORK))
            yield f"{what} names {key!r}, which is the key of no entry{hint}"


def _hint(nearest: tuple[str, ...] | list[str]) -> str:
    return f"; the nearest are {', '.join(map(repr, nearest))}" if nearest else ""
