"""Venues: journals, conferences, books and series that works appeared in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import CataloguedVenue
from bibwiki.catalogue.folding import fold, fold_words, kebab
from bibwiki.catalogue.ordering import collation_key, newest_first
from bibwiki.catalogue.slugs import IdMaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Venue, Work

_LONGEST = 400
"""Characters of a name in which an edition is looked for; no real name is longer."""
_PROCEEDINGS = re.compile(
    r"(?:in )?(?:the )?proc(?:eedings|\.)? (?:of )?(?:the )?", re.IGNORECASE
)
_VOLUME = re.compile(r"[\s,:;(]+(?:volume|vol\.|part) [^()]{1,60}\)?$", re.IGNORECASE)
_ACRONYM = re.compile(r" ?\(([A-Z][\w&-]{1,14})(?:[ '’-]*(?:\d{4}|\d\d))?\)$")  # noqa: RUF001
_EDITION = re.compile(
    r"(?:(?<=\s)|^)[(']?(?:(?:1[89]|20)\d\d|\d\d?(?:st|nd|rd|th)|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty?-(?:fir|seco|thi|four|fif|six|seven|"
    r"eigh|nin)\w+)\)?(?=[\s,.]|$)",
    re.IGNORECASE,
)
_DANGLING = " ,;:-\u2013\u2014."


@dataclass(frozen=True, slots=True)
class Venues:
    """All venues, and where each work appeared."""

    venues: Mapping[str, CataloguedVenue]
    """Sorted by name."""
    by_work: tuple[str | None, ...]
    """A venue's id for each work, in the order given."""


@dataclass(slots=True)
class _Draft:
    names: Counter[str] = field(default_factory=Counter)
    shorts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    works: list[str] = field(default_factory=list)
    note: Note | None = None


def assemble_venues(
    works: Sequence[Work], declared: Declarations, rank: Mapping[str, int]
) -> Venues:
    """Make the venues of all works.

    Two names are one venue when they fold alike, when a page declares both, or when
    one is the abbreviation that the other's entries, and no others', give. The meetings
    of a conference are one venue: years and numbers do not count in its name.
    """
    drafts: dict[str, _Draft] = {
        f"page {id_}": _Draft(note=note) for id_, note in declared.notes.items()
    }
    distinct = dict.fromkeys(work.venue for work in works if work.venue)
    series = {venue: series_of(venue) for venue in distinct}
    abbreviations = _abbreviations(series.values())
    key_of = {
        venue: _key(venue, one, declared, abbreviations)
        for venue, one in series.items()
    }
    keys: list[str | None] = []
    for work in works:
        if work.venue is None or not work.venue.name.strip():
            keys.append(None)
            continue
        one = series[work.venue]
        key = key_of[work.venue]
        draft = drafts.setdefault(key, _Draft())
        draft.names[one.name] += 1
        draft.kinds[one.kind] += 1
        if one.short:
            draft.shorts[one.short] += 1
        draft.works.append(work.key)
        keys.append(key)
    return _venues(drafts, keys, declared, rank)


def series_of(venue: Venue) -> Venue:
    """Return the conference of which a venue is one meeting, other venues unchanged.

    ``Proceedings of the 3rd Conference on Dice (COD 2021)`` becomes ``Conference on
    Dice``, short ``COD``.
    """
    if venue.kind != "conference" or len(venue.name) > _LONGEST:
        return venue
    name = _VOLUME.sub("", " ".join(venue.name.split()))
    short = venue.short
    if acronym := _ACRONYM.search(name):
        short = short or acronym[1]
        name = name[: acronym.start()]
    if prefix := _PROCEEDINGS.match(name):
        name = name[prefix.end() :]
    name = " ".join(_EDITION.sub(" ", name).split()).strip(_DANGLING)
    return replace(venue, name=name, short=short) if fold_words(name) else venue


def _abbreviations(series: Iterable[Venue]) -> dict[str, str]:
    """Map the abbreviations that mean one venue alone to its folded name."""
    meanings: dict[str, set[str]] = {}
    for venue in series:
        if venue.short and fold(venue.short) != fold(venue.name):
            meanings.setdefault(fold(venue.short), set()).add(fold(venue.name))
    return {short: min(names) for short, names in meanings.items() if len(names) == 1}


def _key(
    venue: Venue,
    series: Venue,
    declared: Declarations,
    abbreviations: Mapping[str, str],
) -> str:
    """Return what tells venues apart: equal for two spellings of one venue."""
    for text in (venue.name, series.name, series.short):
        page = declared.id_of(text) if text else None
        if page is not None:
            return f"page {page}"
    folded = fold(series.name)
    return f"name {abbreviations.get(folded, folded)}"


def _venues(
    drafts: Mapping[str, _Draft],
    keys: Sequence[str | None],
    declared: Declarations,
    rank: Mapping[str, int],
) -> Venues:
    maker = IdMaker([*declared.notes, *declared.former_ids])
    ids: dict[str | None, str] = {}
    made = []
    for key, draft in drafts.items():
        venue = _venue(key, draft, maker, rank)
        ids[key] = venue.id
        made.append(venue)
    made.sort(key=lambda one: (collation_key(one.name), one.id))
    by_work = tuple(ids.get(key) for key in keys)
    return Venues({one.id: one for one in made}, by_work)


def _venue(
    key: str, draft: _Draft, maker: IdMaker, rank: Mapping[str, int]
) -> CataloguedVenue:
    name = draft.note.name if draft.note else _full_name(key, draft.names)
    id_ = draft.note.id if draft.note else maker.make(kebab(name) or "venue")
    short = _most_frequent(draft.shorts)
    works = newest_first(draft.works, rank)
    kind = _most_frequent(draft.kinds)
    return CataloguedVenue(id_, name, short, kind, works, draft.note)


def _full_name(key: str, names: Counter[str]) -> str:
    """Return the most frequent spelling of the name itself, not of an abbreviation."""
    own = {name: count for name, count in names.items() if key == f"name {fold(name)}"}
    return _most_frequent(Counter(own) or names)


def _most_frequent(counts: Counter[str]) -> str:
    """Return the most frequent text, the first met among equals; empty for none."""
    return max(counts, key=counts.__getitem__, default="")
