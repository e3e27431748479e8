"""Links to things of the wiki, alone and in counted lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Fold, LinkList, Paragraph
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.letters import initial
from bibwiki.pages.links import PagePlace
from bibwiki.pages.parts import shown_first
from bibwiki.pages.wording import noun

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span

FOLD_AFTER = 20
"""Links of a list that are always seen; the rest is folded."""
LISTED = 100
"""Links of a list that leads to the whole of it; a venue may have thousands of
people."""
PLURALS = {kind: kind.folder.capitalize() for kind in Kind}
"""The title of each kind's index, e.g. ``People``."""


def name_of(context: PageContext, target: Target) -> str:
    """Return the display name of a thing; its id where the catalogue has none."""
    return context.name_of(target)


def thing_link(
    context: PageContext, kind: Kind, id_: str, text: str | None = None
) -> Link:
    """Return a link to a thing's page, by default with its display name as text."""
    return context.link(kind, id_, text)


def year_link(context: PageContext, year: int, text: str | None = None) -> Link:
    """Return a link to a year's page."""
    return context.link(Kind.YEAR, str(year), text)


def index_link(kind: Kind) -> Link:
    """Return a link to the index of a kind."""
    return Link(PLURALS[kind], PagePlace(f"{kind.folder}/index"))


def letter_link(context: PageContext, kind: Kind, name: str) -> Link:
    """Return a link to where an index lists a name: the page or section of a letter.

    Args:
        context: The catalogue.
        kind: What the name is a name of.
        name: By what the index sorts it.
    """
    letter, title = initial(name)
    place = (
        PagePlace(f"{kind.folder}/by/{letter}")
        if context.tables.is_divided(kind)
        else PagePlace(f"{kind.folder}/index", f"letter-{letter}")
    )
    return Link(f"{PLURALS[kind].lower()} under {title}", place)


def whole_index(kind: Kind) -> Link:
    """Return a link that leads on from a part of a list to all things of a kind."""
    place = index_link(kind).place
    return Link(f"The index has all {PLURALS[kind].lower()}", place)


def home_link(context: PageContext) -> Link:
    """Return a link to the home page."""
    return Link("Home", PagePlace(context.home))


def breadcrumbs(context: PageContext, kind: Kind) -> tuple[Link, ...]:
    """Return the way from the home page to the index of a kind."""
    return (home_link(context), index_link(kind))


def by_weight(
    context: PageContext, kind: Kind, counts: Mapping[str, int]
) -> list[tuple[str, int]]:
    """Order ids by their count, the greatest first; ties in alphabetical order."""
    ids = _by_weight(context, kind, counts)
    return [(id_, counts[id_]) for id_ in ids]


def in_order(context: PageContext, kind: Kind, ids: Collection[str]) -> list[str]:
    """Return the ids of a kind in alphabetical order."""
    context.note_places(kind, ids)
    position = context.untraced.tables.positions(kind)
    try:
        return sorted(ids, key=position.__getitem__)
    except KeyError:  # of the few that the catalogue has no thing for, by their ids
        known = sorted(filter(position.__contains__, ids), key=position.__getitem__)
        return known + sorted(id_ for id_ in ids if id_ not in position)


def _by_weight(
    context: PageContext, kind: Kind, counts: Mapping[str, int]
) -> list[str]:
    ids = in_order(context, kind, counts)
    ids.sort(key=counts.__getitem__, reverse=True)  # keeps the order of equals
    return ids


class CountedLinks(Sequence[CountedLink]):
    """Links to things with how often each counts, the greatest first.

    Each is made when it is asked for: a venue has thousands of people and shows some.
    """

    def __init__(
        self, context: PageContext, kind: Kind, counts: Mapping[str, int], unit: str
    ) -> None:
        self._context = context
        self._kind = kind
        self._counts = counts
        self._unit = unit
        self._ids = _by_weight(context, kind, counts)

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> CountedLink: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[CountedLink, ...]: ...

    def __getitem__(self, place: int | slice) -> CountedLink | tuple[CountedLink, ...]:
        if isinstance(place, slice):
            return self._made(self._ids[place])
        return self._made([self._ids[place]])[0]

    def __iter__(self) -> Iterator[CountedLink]:
        return iter(self._made(self._ids))

    def _made(self, ids: list[str]) -> tuple[CountedLink, ...]:
        link, kind, counts, unit = (
            self._context.counted_link, self._kind, self._counts, self._unit
        )  # fmt: skip
        return tuple([link(kind, id_, counts[id_], unit) for id_ in ids])


def counted_links(
    context: PageContext, kind: Kind, counts: Mapping[str, int], unit: str = "work"
) -> CountedLinks:
    """Return links to things with how often each counts, the greatest first."""
    return CountedLinks(context, kind, counts, unit)


def link_blocks(
    items: Sequence[CountedLink], unit: str, *, whole: Link | None = None
) -> tuple[Block, ...]:
    """Return a list of links, its rest folded; nothing for no links.

    Args:
        items: The links, the most important first.
        unit: What they are, in the singular, e.g. ``person``.
        whole: Leads to where all are listed, for lists longer than :data:`LISTED`; of
            those, all are listed here where there is no such place.
    """
    if not items:
        return ()
    if shown_first(len(items), FOLD_AFTER) == len(items):
        return (LinkList(tuple(items)),)
    rest = tuple(items[FOLD_AFTER:LISTED] if whole else items[FOLD_AFTER:])
    blocks: list[Block] = [LinkList(rest)]
    if whole and len(items) > LISTED:
        blocks.append(Paragraph((whole,)))
    title = f"and {len(items) - FOLD_AFTER:,} more {noun(2, unit)}"
    return (LinkList(tuple(items[:FOLD_AFTER])), Fold(title, tuple(blocks)))


def joined(links: Iterable[Span], separator: str = ", ") -> tuple[Span, ...]:
    """Return spans with a separator between them."""
    spans: list[Span] = []
    for link in links:
        if spans:
            spans.append(separator)
        spans.append(link)
    return tuple(spans)
