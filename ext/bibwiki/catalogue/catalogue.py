"""The assembled collection: frozen values and the mappings between them.

Built once by :func:`bibwiki.catalogue.assemble.assemble`; everything here is look-up.
Ids are unique within their kind. All orders are deterministic.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Protocol

from bibwiki.model.notes.kind import Kind
from bibwiki.model.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.notes.kind import Target
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Contribution, Relation, Work


class Thing(Protocol):
    """What people, venues, topics, organizations and events have in common."""

    @property
    def id(self) -> str:
        """Unique within the kind."""

    @property
    def name(self) -> str:
        """The display name."""

    @property
    def works(self) -> tuple[str, ...]:
        """Primary keys, newest first."""

    @property
    def note(self) -> Note | None:
        """What the hand-written page declares, if there is one."""


@value(frozen=True, slots=True)
class Credit:
    """A contribution together with who it was resolved to."""

    contribution: Contribution
    person: str | None
    """A person's id; None for organizations and unresolved names."""
    organization: str | None
    """An organization's id where the name is a literal that is one."""
    rule: str
    """How it was resolved: ``declared id``, ``alias``, ``normalised name``,
    ``missing middle name``, ``organization`` or ``unresolved``."""


@value(frozen=True, slots=True)
class CataloguedWork:
    """A work with everything concluded about it.

    One work may stand behind several entries (declared versions, further keys).
    """

    work: Work
    """What the primary entry says, completed by what only other versions say."""
    keys: tuple[str, ...]
    """Every citation key that resolves to it; the primary key first."""
    entries: tuple[Entry, ...]
    """Every record behind it, versions and repeats included, primary first."""
    credits: tuple[Credit, ...]
    """One for each contribution, in the same order."""
    venue: str | None = None
    """A venue's id."""
    publisher: str | None = None
    """An organization's id."""
    topics: tuple[str, ...] = ()
    """Ids of topics, in the order of the keywords, no repeats."""
    note: Note | None = None

    @property
    def key(self) -> str:
        """The primary citation key: the work's id."""
        return self.work.entry.key


@value(frozen=True, slots=True)
class Person:
    """An identity: somebody who has a page."""

    id: str
    name: str
    """The display name: the page's, else the fullest name as written."""
    sort_name: str
    """Family name first, for alphabetical order."""
    names: tuple[str, ...]
    """Every name as written on a work or declared, hidden ones left out."""
    works: tuple[str, ...]
    """Primary keys, newest first."""
    note: Note | None = None
    organizations: tuple[str, ...] = ()
    """Ids, in the order of the declared affiliations."""


@value(frozen=True, slots=True)
class Advising:
    """One end of what joins an advisor and a student, and where it is said."""

    person: str
    """The other person's id."""
    source: str
    """A primary key: the thesis, or what a page gives as its source."""


@value(frozen=True, slots=True)
class CataloguedVenue:
    """A journal, conference, book or series with at least one work."""

    id: str
    name: str
    short: str
    kind: str
    works: tuple[str, ...]
    """Primary keys, newest first."""
    note: Note | None = None


@value(frozen=True, slots=True)
class Topic:
    """A subject with a page."""

    id: str
    name: str
    topic_kind: str
    """concept, system, benchmark, dataset, method or model."""
    works: tuple[str, ...]
    """Primary keys, newest first."""
    also: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    """Ids of topics that exist."""
    narrower: tuple[str, ...] = ()
    """The inverse of ``broader``, sorted by name."""
    see_also: tuple[str, ...] = ()
    note: Note | None = None


@value(frozen=True, slots=True)
class Organization:
    """A publisher, institution, school, group or company."""

    id: str
    name: str
    works: tuple[str, ...]
    """Works that it created or published, newest first."""
    people: tuple[str, ...]
    """Ids of people with a declared affiliation, sorted by name."""
    note: Note | None = None
    parents: tuple[str, ...] = ()
    """Ids of the organizations that it is part of, as declared."""
    parts: tuple[str, ...] = ()
    """The inverse of ``parents``, sorted by name."""


@value(frozen=True, slots=True)
class Event:
    """A talk, seminar, panel or meeting that has a page of its own."""

    id: str
    name: str
    works: tuple[str, ...]
    note: Note | None = None


@value(frozen=True, slots=True)
class RelatedWork:
    """One end of a declared relation between two works of the catalogue."""

    relation: Relation
    key: str
    """The other work's primary key."""
    inverse: bool
    """True where the other work's entry declares it."""


@value(frozen=True, slots=True)
class Catalogue:
    """Everything the wiki knows, as look-ups."""

    works: Mapping[str, CataloguedWork] = field(default_factory=dict)
    """Maps a primary key to its work, in file order."""
    key_to_work: Mapping[str, str] = field(default_factory=dict)
    """Maps every citation key to the primary key of its work."""
    people: Mapping[str, Person] = field(default_factory=dict)
    """Maps an id to its person, sorted by ``sort_name``."""
    venues: Mapping[str, CataloguedVenue] = field(default_factory=dict)
    """Sorted by name."""
    topics: Mapping[str, Topic] = field(default_factory=dict)
    """Sorted by name."""
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    """Sorted by name."""
    events: Mapping[str, Event] = field(default_factory=dict)
    """Sorted by name."""
    years: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Maps a year to its works' primary keys, newest year first."""
    related: Mapping[str, tuple[RelatedWork, ...]] = field(default_factory=dict)
    """Maps a primary key to its declared relations, own ones first."""
    advisors: Mapping[str, tuple[Advising, ...]] = field(default_factory=dict)
    """Maps a person's id to who advised them, each person once."""
    students: Mapping[str, tuple[Advising, ...]] = field(default_factory=dict)
    """The inverse of ``advisors``, sorted by ``sort_name``."""
    names: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    """Maps a folded name, alias, id or key to what it may mean, sorted by kind.
    Fold with :func:`bibwiki.catalogue.folding.fold`."""
    slugs: Mapping[Target, str] = field(default_factory=dict)
    """Maps every thing that has a page to its file name without suffix."""
    rank: Mapping[str, int] = field(default_factory=dict)
    """Maps a primary key to its place among all works, newest first, from 0 on: the
    order of every list of works, and of this mapping."""
    documents: Mapping[Target, str] = field(default_factory=dict)
    """Maps what has a hand-written page to that page's docname."""

    def things(self, kind: Kind) -> Mapping[str, Thing]:
        """Map the ids of a kind to its things; empty for works and years."""
        things: dict[Kind, Mapping[str, Thing]] = {
            Kind.PERSON: self.people,
            Kind.TOPIC: self.topics,
            Kind.VENUE: self.venues,
            Kind.ORGANIZATION: self.organizations,
            Kind.EVENT: self.events,
        }
        return things.get(kind, {})
