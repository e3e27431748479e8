"""Persons made of identities: display names, ids, works, and who created each work.

Who is who is decided in :mod:`bibwiki.catalogue.identity.decide`; nothing is
merged here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibwiki.catalogue.beside import when_needed
from bibwiki.catalogue.catalogue import Person
from bibwiki.catalogue.folding import fold, kebab, name_key
from bibwiki.catalogue.identity.attribution import (
    ORGANIZATION,
    Attribution,
    Identity,
    Resolution,
)
from bibwiki.catalogue.identity.decide import identify
from bibwiki.catalogue.identity.display_names import fullest, split_display_name
from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.catalogue.identity.joins import follow, join_variants
from bibwiki.catalogue.identity.namesakes import part_namesakes
from bibwiki.catalogue.ordering import collation_key, newest_first
from bibwiki.catalogue.slugs import IdMaker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.catalogue.beside import Beside
    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.catalogue.organizations import Organizations
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.names.name import Name
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Contribution, Work


@dataclass(frozen=True, slots=True)
class People:
    """All persons, and who is credited on each work."""

    people: Mapping[str, Person]
    """Maps an id to its person, sorted by ``sort_name``."""
    credits: tuple[tuple[Resolution, ...], ...]
    """One tuple for each work: whom each contribution leads to; works share values."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Draft:
    """A person while the works are gone through."""

    note: Note | None = None
    names: dict[Name, int] = field(default_factory=dict)
    """How often each name that may be shown stands, in the order of the files."""
    works: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Mentions:
    """One value of a contribution, as many works have it, and whose it is.

    Works that write a name alike share the value, and it is told by its ``id()`` in a
    fraction of the time that comparing names takes.
    """

    contribution: Contribution
    draft: _Draft
    count: int = 0


def assemble_people(
    works: Sequence[Work],
    declared: Declarations,
    organizations: Organizations,
    rank: Mapping[str, int],
    beside: Beside = when_needed,
) -> People:
    """Make the persons behind the creators of all works.

    Every page of a person makes a person, with or without works. Ids are the pages',
    else made from the form of the name met first, in file order.

    Args:
        works: One for each catalogued work, in file order.
        declared: The people's pages.
        organizations: To resolve literal creators and affiliations.
        rank: The place of each primary key, newest first.
        beside: Does what may be done beside other work.
    """
    found = identify(works, declared, organizations.declared)
    parted = part_namesakes(works, found.by_work, beside)
    joined = join_variants(works, parted, declared)
    attributions = follow(parted, joined)
    hidden = HiddenNames.of(declared)
    drafts = _draft(works, attributions, declared, hidden)
    ids = _ids(drafts, declared)
    people = [
        _person(ids[identity], draft, organizations, rank)
        for identity, draft in drafts.items()
    ]
    people.sort(key=lambda person: (collation_key(person.sort_name), person.id))
    resolved = _Resolved(ids, hidden, organizations)
    by_work = tuple(
        resolved.of(work, many) for work, many in zip(works, attributions, strict=True)
    )
    return People({one.id: one for one in people}, by_work, found.diagnostics)


def _draft(
    works: Sequence[Work],
    attributions: Sequence[Sequence[Attribution]],
    declared: Declarations,
    hidden: HiddenNames,
) -> dict[Identity, _Draft]:
    drafts = {Identity("page", id_): _Draft(n) for id_, n in declared.notes.items()}
    met: dict[tuple[int, int], _Mentions] = {}
    for work, many in zip(works, attributions, strict=True):
        key = work.key
        for one, attribution in zip(work.contributions, many, strict=True):
            if attribution.identity is None:
                continue
            pair = id(one), id(attribution)
            mentions = met.get(pair)
            if mentions is None:
                draft = drafts.setdefault(attribution.identity, _Draft())
                mentions = met[pair] = _Mentions(one, draft)
            mentions.count += 1
            keys = mentions.draft.works
            if not keys or keys[-1] != key:
                keys.append(key)
    for mentions in met.values():
        names = mentions.draft.names
        name = hidden.without(mentions.contribution).name
        names[name] = names.get(name, 0) + mentions.count
    return drafts


def _ids(
    drafts: Mapping[Identity, _Draft], declared: Declarations
) -> dict[Identity, str]:
    """Give every identity its id; declared ids are taken before any is made.

    An id is made from the form of the name that stands first in the files: it stays
    what it is when later files have a longer form.
    """
    ids = {one: one.value for one in drafts if one.basis in {"page", "id"}}
    maker = IdMaker([*ids.values(), *declared.former_ids])
    for identity, draft in drafts.items():
        if identity not in ids:
            first = next(iter(draft.names))
            base = kebab(f"{first.display} {identity.since}")
            ids[identity] = maker.make(base or "person")
    return ids


def _person(
    id_: str, draft: _Draft, organizations: Organizations, rank: Mapping[str, int]
) -> Person:
    works = newest_first(draft.works, rank)
    note = draft.note
    if note is None:
        name = fullest(draft.names)
        written = _distinct([name.display, *(one.display for one in draft.names)])
        return Person(id_, name.display, name.inverted, written, works)
    own = fold(note.name)
    as_written = next((one for one in draft.names if name_key(one) == own), None)
    declared = as_written or split_display_name(note.name)
    written = _distinct([note.name, *note.also, *(one.display for one in draft.names)])
    affiliations = [organizations.of_affiliation(one) for one in note.affiliations]
    return Person(
        id_,
        note.name,
        declared.inverted,
        written,
        works,
        note,
        tuple(dict.fromkeys(affiliations)),
    )


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


class _Resolved:
    """Turns attributions into what they mean in the catalogue."""

    def __init__(
        self,
        ids: Mapping[Identity, str],
        hidden: HiddenNames,
        organizations: Organizations,
    ) -> None:
        self._ids = ids
        self._hidden = hidden
        self._organizations = organizations
        self._made: dict[tuple[int, int], Resolution] = {}
        """By the ``id()`` of contribution and attribution, which works share."""

    def of(
        self, work: Work, attributions: Sequence[Attribution]
    ) -> tuple[Resolution, ...]:
        """Return whom a work's contributions lead to."""
        return tuple(
            self._resolve(one, attribution)
            for one, attribution in zip(work.contributions, attributions, strict=True)
        )

    def _resolve(
        self, contribution: Contribution, attribution: Attribution
    ) -> Resolution:
        pair = id(contribution), id(attribution)
        found = self._made.get(pair)
        if found is None:
            found = self._made[pair] = self._make(contribution, attribution)
        return found

    def _make(self, contribution: Contribution, attribution: Attribution) -> Resolution:
        identity, rule = attribution
        if identity is not None:
            return Resolution(self._ids[identity], None, rule)
        organization = None
        if rule == ORGANIZATION:
            name = self._hidden.without(contribution).name.display
            organization = self._organizations.literal_creator(name)
        return Resolution(None, organization, rule)
