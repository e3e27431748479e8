"""What pages consist of: frozen values that templates and node builders render.

Every generated page, section and list is made of these few blocks, so that HTML pages
(by the templates beside this module) and the other builders (by docutils nodes) show
the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bibwiki.model.values import value

if TYPE_CHECKING:
    from bibwiki.pages.drawings.drawing import Drawing, LegendItem
    from bibwiki.pages.items import (
        Card,
        ClaimItem,
        CountedLink,
        Fact,
        MentionGroup,
        RemarkedWork,
        Span,
        TimelineYear,
        WorkGroup,
    )
    from bibwiki.pages.links import Place


@value(frozen=True, slots=True)
class WorkList:
    """A list of works, perhaps in groups."""

    groups: tuple[WorkGroup, ...]


@value(frozen=True, slots=True)
class RemarkedWorkList:
    """Works with a remark each, in the order given."""

    items: tuple[RemarkedWork, ...]


@value(frozen=True, slots=True)
class LinkList:
    """A list of links: in columns (people, topics), or in a row of chips."""

    items: tuple[CountedLink, ...]
    chips: bool = False


@value(frozen=True, slots=True)
class MentionList:
    """Documents that mention the page's thing, sorted by title."""

    groups: tuple[MentionGroup, ...]
    title: str = ""
    """What the documents are about, and how many they are; empty for no heading."""


@value(frozen=True, slots=True)
class FactList:
    """Facts in rows."""

    facts: tuple[Fact, ...]


@value(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: tuple[Span, ...]


@value(frozen=True, slots=True)
class ClaimList:
    """Claims, one sentence each."""

    items: tuple[ClaimItem, ...]


@value(frozen=True, slots=True)
class CodeBlock:
    """Text to copy or download, e.g. BibTeX."""

    text: str
    label: str
    """What it is, for the buttons: ``BibTeX``."""
    filename: str
    """The name of the download, e.g. ``lovelace1843notes.bib``."""


@value(frozen=True, slots=True)
class Fold:
    """Blocks behind a line that opens and closes them; always open in print."""

    title: str
    """The line that is always seen, e.g. ``and 12 more pages``."""
    blocks: tuple[Block, ...]
    open: bool = False


@value(frozen=True, slots=True)
class CardList:
    """Cards side by side."""

    cards: tuple[Card, ...]


@value(frozen=True, slots=True)
class Timeline:
    """Works along a line of years, in the order given."""

    years: tuple[TimelineYear, ...]


@value(frozen=True, slots=True)
class Table:
    """Rows of the same facts about several things."""

    label: str
    """What it holds, for readers who do not see it."""
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    """Each as many cells as there are heads; the first names the row."""
    numbers: tuple[int, ...] = ()
    """Columns of numbers, counted from 0: set flush right."""


@value(frozen=True, slots=True)
class Picture:
    """A drawing with the blocks that say the same in words.

    Where nothing can be drawn, the blocks stand alone.
    """

    drawing: Drawing
    blocks: tuple[Block, ...]
    legend: tuple[LegendItem, ...] = ()
    anchor: str = ""
    """The id of the part with the blocks, where something leads to it."""


@value(frozen=True, slots=True)
class SearchForm:
    """A search field that works without JavaScript."""

    label: str
    place: Place
    """The search page; it reads the words from the address, as Sphinx's does."""


@value(frozen=True, slots=True)
class Empty:
    """Says in one sentence that there is nothing yet, and how to add it."""

    text: str


Block: TypeAlias = (
    Paragraph
    | WorkList
    | RemarkedWorkList
    | LinkList
    | MentionList
    | FactList
    | ClaimList
    | CodeBlock
    | Fold
    | CardList
    | Timeline
    | Table
    | Picture
    | SearchForm
    | Empty
)
