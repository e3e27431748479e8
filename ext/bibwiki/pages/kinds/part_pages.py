"""Pages that hold the parts of a list that is too long for one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.pages.blocks import LinkList, Paragraph
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.parts import row_of
from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.items import Span
    from bibwiki.pages.parts import Part

MadePage: TypeAlias = "tuple[str, Callable[[], PageView]]"
"""A page's name, and a way to make its view when the page is written."""


@dataclass(frozen=True, slots=True)
class PartPages:
    """What the pages of one list's parts have in common."""

    address: str
    """What their names begin with, e.g. ``people/by/`` or ``topics/by/rlhf-``."""
    title: str
    """What the list is, e.g. ``People``."""
    unit: str
    """What it holds, in the singular, e.g. ``person``."""
    breadcrumbs: tuple[Link, ...]
    blocks: Callable[[tuple[str, ...]], tuple[Block, ...]]
    """Shows the members of one part."""
    _items: dict[str, CountedLink] = field(default_factory=dict, compare=False)
    """Links to parts made so far, by their names: each stands on all their pages, and
    the renderer reuses HTML by identity."""

    def links(self, parts: Sequence[Part], here: Part | None = None) -> LinkList:
        """Return links to parts with their sizes, as a row of chips.

        Args:
            parts: The parts, in order; see :func:`~bibwiki.pages.parts.row_of`.
            here: The part whose page it is: shown, but not linked.
        """
        return LinkList(
            tuple(
                CountedLink(Link(part.title, strong=True), len(part.ids))
                if part is here
                else self._item(part)
                for part in row_of(parts)
            ),
            chips=True,
        )

    def place(self, part: Part, anchor: str = "") -> PagePlace:
        """Return the page of a part, or a place on it."""
        return PagePlace(self._name(part), anchor)

    def _item(self, part: Part) -> CountedLink:
        item = self._items.get(part.name)
        if item is None:
            link = Link(part.title, self.place(part))
            item = self._items[part.name] = CountedLink(link, len(part.ids))
        return item

    def pages(
        self,
        parts: tuple[Part, ...],
        row: _Row | None = None,
        outer: Part | None = None,
    ) -> Iterator[MadePage]:
        """Yield the pages of parts and, depth first, of what these are divided into.

        Args:
            parts: The parts, in order.
            row: What their pages link to; the parts themselves if it is None.
            outer: The part that is divided into them.
        """
        row = row or self._row(parts)
        for part in parts:
            yield self._name(part), PartView(self, part, row, outer)
            if part.parts:
                yield from self.pages(part.parts, row if part.joins else None, part)

    def _row(self, parts: tuple[Part, ...]) -> _Row:
        row = row_of(parts)
        given = (self.address, self.title, self.breadcrumbs, _sizes(row))
        return _Row(row, fact_digest(given))

    def _name(self, part: Part) -> str:
        return f"{self.address}{part.name}"

    def _ways_up(self, outer: Part | None) -> Iterator[Span]:
        """Yield links to the part that was divided, and to the thing whose list it is.

        Breadcrumbs do not show them: they are the same in the whole folder. A decade
        whose years stand in its place among the parts is linked from here alone.
        """
        if outer is not None:
            yield " \N{MIDDLE DOT} part of "
            yield Link(outer.title, self.place(outer))
        whole = self.breadcrumbs[-1]
        if isinstance(whole.place, ThingPlace):
            yield " \N{MIDDLE DOT} "
            yield Link(f"back to {whole.text}", whole.place)

    def view(
        self, part: Part, neighbours: tuple[Part, ...], outer: Part | None = None
    ) -> PageView:
        """Return what the page of a part shows.

        Args:
            part: The part.
            neighbours: The parts to choose from, as a rule this one included.
            outer: The part that it is a piece of.
        """
        blocks: list[Block] = []
        if len(neighbours) > 1:
            blocks.append(self.links(neighbours, part))
        if part.parts:
            blocks.append(Paragraph(("Divided further:",)))
            blocks.append(self.links(part.parts))
        else:
            blocks.extend(self.blocks(part.ids))
        title = f"{self.title}: {part.heading}"
        count = counted(len(part.ids), self.unit)
        return PageView(
            pagename=self._name(part),
            title=title,
            header=Header(subtitle=(count, *self._ways_up(outer))),
            sections=(),
            description=f"{title}. {count}.",
            breadcrumbs=self.breadcrumbs,
            lead=tuple(blocks),
            anchor="part",
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """The parts that a reader chooses from, on the pages of all of them."""

    parts: tuple[Part, ...]
    given: bytes
    """A digest of what these pages have in common."""


@dataclass(frozen=True, slots=True)
class PartView:
    """Makes the view of one part when it is called."""

    pages: PartPages
    part: Part
    row: _Row
    outer: Part | None = None

    def __call__(self) -> PageView:
        """Return what the page shows."""
        return self.pages.view(self.part, self.row.parts, self.outer)

    @property
    def given(self) -> tuple[object, ...]:
        """What the page shows that was found out when the list was divided."""
        part, outer = self.part, self.outer
        # A part that is divided shows links to its parts, and says how many it holds.
        members = _sizes(row_of(part.parts)) if part.parts else part.ids
        return (
            self.row.given,
            (part.name, *part.trail),
            len(part.ids),
            members,
            (outer.name, outer.title) if outer else (),
        )


def _sizes(parts: tuple[Part, ...]) -> tuple[str | int, ...]:
    """Return names, titles and sizes in one row, whose digest is made the fastest."""
    return tuple(chain.from_iterable((p.name, p.title, len(p.ids)) for p in parts))
