"""What every view function needs to know, and what several of them would find again.

A context lives as long as one build. What it remembers follows from the catalogue and
the mentions alone, so that the order in which pages are made does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import CountedLink, Link
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.wording import noun

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.citations import MentionIndex
    from bibwiki.catalogue.identity.mention import Mention, SentencePart
    from bibwiki.pages.blocks import WorkItem


_MOST_COUNTED = 100_000
"""Counted links that are remembered at a time."""


@dataclass(slots=True)
class _Remembered:
    """What a context has computed so far."""

    items: dict[str, WorkItem] = field(default_factory=dict)
    shelves: dict[tuple[str, int], list[str]] | None = None
    """Primary keys by venue and year."""
    shelf_positions: dict[str, int] = field(default_factory=dict)
    positions: dict[Kind, dict[str, int]] = field(default_factory=dict)
    first_years: dict[Kind, dict[int, tuple[str, ...]]] = field(default_factory=dict)
    links: dict[Kind, dict[tuple[str, str | None], Link]] = field(
        default_factory=lambda: {kind: {} for kind in Kind}
    )
    """Links to pages of things by kind, id and text."""
    counted: dict[tuple[int, int, str], CountedLink] = field(default_factory=dict)
    """By the identity of a link in ``links``, its count and what is counted."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """The catalogue and where documents mention what is in it."""

    catalogue: Catalogue
    mentions: MentionIndex
    home: str = "index"
    """The home page's name, for breadcrumbs."""
    definitions: Mapping[str, tuple[SentencePart, ...]] = field(default_factory=dict)
    """Maps a docname of a topic to the first sentence of its text."""
    curation: bool = True
    """Whether there is a page of what the collection's keepers could decide."""
    _remembered: _Remembered = field(
        default_factory=_Remembered, init=False, repr=False, compare=False
    )

    @property
    def items(self) -> dict[str, WorkItem]:
        """Lines of lists made so far, by primary key.

        One object for each work: the renderer reuses HTML by identity.
        Filled by :func:`bibwiki.pages.work_items.work_item`.
        """
        return self._remembered.items

    def link(self, kind: Kind, id_: str, text: str | None = None) -> Link:
        """Return a link to the page of a thing, the same object at every call.

        The renderer reuses HTML by identity. Without a text it is the display name; the
        id where the catalogue has no such thing.
        """
        links = self._remembered.links[kind]
        link = links.get((id_, text))
        if link is None:
            target = Target(kind, id_)
            shown = self.name_of(target) if text is None else text
            link = links[id_, text] = Link(shown, ThingPlace(target))
        return link

    def counted(self, link: Link, count: int, unit: str) -> CountedLink:
        """Return a link with its count, the same object at every call.

        Args:
            link: As :meth:`link` returns it.
            count: How often it counts.
            unit: What is counted, in the singular, e.g. ``joint work``.
        """
        key = (id(link), count, unit)
        counted = self._remembered.counted.get(key)
        if counted is None:
            if len(self._remembered.counted) >= _MOST_COUNTED:
                self._remembered.counted.clear()
            counted = CountedLink(link, count, noun(count, unit))
            self._remembered.counted[key] = counted
        return counted

    def name_of(self, target: Target) -> str:
        """Return the display name of a thing; its id where the catalogue has none."""
        if target.kind is Kind.WORK:
            work = self.catalogue.works.get(target.id)
            return work.work.title if work else target.id
        thing = self.catalogue.things(target.kind).get(target.id)
        return thing.name if thing else target.id

    def mentions_of(self, target: Target) -> tuple[Mention, ...]:
        """Return the places that mention a thing, its own document left out."""
        own = self.catalogue.documents.get(target)
        found = self.mentions.by_target.get(target, ())
        if own is None:
            return found
        return tuple(mention for mention in found if mention.docname != own)

    def definition(self, target: Target) -> tuple[SentencePart, ...]:
        """Return the sentence that a thing's document begins with; empty for none."""
        docname = self.catalogue.documents.get(target)
        return () if docname is None else self.definitions.get(docname, ())

    def has_document(self, target: Target) -> bool:
        """Tell whether a thing has a hand-written page."""
        return target in self.catalogue.documents

    def pagename(self, target: Target) -> str:
        """Return the standard address of a thing's page, without suffix."""
        return f"{target.kind.folder}/{self.catalogue.slugs[target]}"

    def shelf_neighbours(self, key: str, limit: int) -> tuple[list[str], int]:
        """Return other works of a work's venue and year, and how many there are.

        The works that follow it in file order, going on at the start after the end: so
        each work of a big venue shows others, and none is shown on every page.
        """
        work = self.catalogue.works[key]
        if work.venue is None or work.work.year is None:
            return [], 0
        shelf = self._shelves()[work.venue, work.work.year]
        start = self._remembered.shelf_positions[key] + 1
        turned = shelf[start : start + limit] + shelf[: min(start - 1, limit)]
        return turned[:limit], len(shelf) - 1

    def _shelves(self) -> dict[tuple[str, int], list[str]]:
        if self._remembered.shelves is None:
            shelves: dict[tuple[str, int], list[str]] = defaultdict(list)
            for key, work in self.catalogue.works.items():
                if work.venue is not None and work.work.year is not None:
                    shelf = shelves[work.venue, work.work.year]
                    self._remembered.shelf_positions[key] = len(shelf)
                    shelf.append(key)
            self._remembered.shelves = shelves
        return self._remembered.shelves

    def first_years(self, kind: Kind) -> Mapping[int, tuple[str, ...]]:
        """Map a year to the things whose first work is of it, in catalogue order."""
        remembered = self._remembered.first_years
        if kind not in remembered:
            first: dict[int, list[str]] = defaultdict(list)
            works = self.catalogue.works
            for thing in self.catalogue.things(kind).values():
                years = [works[key].work.year for key in thing.works]
                known = [year for year in years if year is not None]
                if known:
                    first[min(known)].append(thing.id)
            remembered[kind] = {year: tuple(ids) for year, ids in first.items()}
        return remembered[kind]

    def positions(self, kind: Kind) -> Mapping[str, int]:
        """Map the ids of a kind to their alphabetical position, to break ties."""
        remembered = self._remembered.positions
        if kind not in remembered:
            ids = (
                self.catalogue.works
                if kind is Kind.WORK
                else self.catalogue.things(kind)
            )
            remembered[kind] = {id_: i for i, id_ in enumerate(ids)}
        return remembered[kind]
