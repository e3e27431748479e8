"""What pages consist of: frozen values that templates and node builders render.

Every generated page, section and list is made of these few blocks, so that HTML pages
(by the templates beside this module) and the other builders (by docutils nodes) show
the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bibwiki.model.values import value

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.drawings.drawing import Drawing, LegendItem
    from bibwiki.pages.links import Place


@value(frozen=True, slots=True)
class Link:
    """Text that leads somewhere."""

    text: str
    place: Place | None = None
    """None where there is nothing to link to: the text alone is shown."""
    strong: bool = False
    """Shown in bold and not linked, e.g. a person on their own page."""
    mark: str = ""
    """A sign after the text, e.g. ``*`` for equal contribution, or ``(ed.)``."""
    mark_title: str = ""
    """What the sign means, for readers and screen readers."""


Span: TypeAlias = str | Link


@value(frozen=True, slots=True)
class Badge:
    """A short labelled state or type; never colour alone."""

    text: str
    style: str = ""
    """work, person, topic, venue, organization, ok, alert, or empty for neutral."""


@value(frozen=True, slots=True)
class WorkItem:
    """A work as one line of a list."""

    target: Target
    title: str
    creators: tuple[Link, ...]
    """All creators; the renderer folds long lists after the eighth."""
    others: bool
    """More creators exist than the entry names."""
    venue: Link | None
    date: Link | None
    """The year, linked to its page."""
    badges: tuple[Badge, ...]
    anchor: str
    """The id of the item where a list is a citation target, e.g. ``ref-key``."""


@value(frozen=True, slots=True)
class WorkGroup:
    """Works under one heading of a list."""

    title: str
    """Empty for a list without headings."""
    items: tuple[WorkItem, ...]
    anchor: str = ""
    """The heading's id, where something on the page leads to it."""
    place: Place | None = None
    """Where the heading leads; None for nowhere."""


@value(frozen=True, slots=True)
class WorkList:
    """A list of works, perhaps in groups."""

    groups: tuple[WorkGroup, ...]


@value(frozen=True, slots=True)
class RemarkedWork:
    """A work of a list with a remark of its own, e.g. why it is related."""

    item: WorkItem
    remark: tuple[Span, ...]


@value(frozen=True, slots=True)
class RemarkedWorkList:
    """Works with a remark each, in the order given."""

    items: tuple[RemarkedWork, ...]


@value(frozen=True, slots=True)
class CountedLink:
    """A link with how often it counts and a short remark."""

    link: Link
    count: int | None = None
    remark: str = ""


@value(frozen=True, slots=True)
class LinkList:
    """A list of links: in columns (people, topics), or in a row of chips."""

    items: tuple[CountedLink, ...]
    chips: bool = False


@value(frozen=True, slots=True)
class MentionItem:
    """One place that mentions the page's thing."""

    link: Link
    """To the exact place; its text is the section's title, or the page's."""
    sentence: tuple[Span, ...]
    """The sentence around the place; the mention itself is a strong link."""


@value(frozen=True, slots=True)
class MentionGroup:
    """The places in one document."""

    page: Link
    items: tuple[MentionItem, ...]


@value(frozen=True, slots=True)
class MentionList:
    """Documents that mention the page's thing, sorted by title."""

    groups: tuple[MentionGroup, ...]
    title: str = ""
    """What the documents are about, and how many they are; empty for no heading."""


@value(frozen=True, slots=True)
class Fact:
    """One row of an infobox or a definition list."""

    label: str
    value: tuple[Span, ...]


@value(frozen=True, slots=True)
class FactList:
    """Facts in rows."""

    facts: tuple[Fact, ...]


@value(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: tuple[Span, ...]


@value(frozen=True, slots=True)
class ClaimItem:
    """One claim with its own anchor."""

    anchor: str
    text: str
    remark: tuple[Span, ...] = ()
    """E.g. the work that makes it."""


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
class Card:
    """One door from an overview page into the wiki."""

    link: Link
    count: str = ""
    """A number, or a range such as ``1998-2026``."""
    text: str = ""
    """What is behind it, in a few words."""


@value(frozen=True, slots=True)
class CardList:
    """Cards side by side."""

    cards: tuple[Card, ...]


@value(frozen=True, slots=True)
class TimelineYear:
    """What one year brought."""

    year: Link
    items: tuple[CountedLink, ...]
    """Works in the order of time; the remark says by whom."""


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


@value(frozen=True, slots=True)
class Section:
    """A titled part of a page."""

    id: str
    """The anchor: a fixed word such as ``works``, so that links to it last."""
    title: str
    blocks: tuple[Block, ...]
    place: Place | None = None
    """Where the title leads; None for nowhere."""


@value(frozen=True, slots=True)
class Action:
    """A button-like link at the top of a page, e.g. ``Read the PDF``."""

    link: Link
    primary: bool = False


@value(frozen=True, slots=True)
class Header:
    """What stands between a page's title and its text."""

    badges: tuple[Badge, ...] = ()
    creators: tuple[Link, ...] = ()
    """A work's creators, all of them, in order; long lists are folded in HTML."""
    subtitle: tuple[Span, ...] = ()
    """What follows the creators (venue and year), or role and affiliation."""
    subtitle_others: bool = False
    """More creators exist than the entry names."""
    legend: str = ""
    """What the marks of the creators mean, e.g. ``* equal contribution``."""
    chips: tuple[Link, ...] = ()
    """Topics; the renderer shows six and counts the rest."""
    actions: tuple[Action, ...] = ()
    facts: tuple[Fact, ...] = ()
    """The infobox; none, no box."""
    facts_title: str = ""


@value(frozen=True, slots=True)
class PageView:
    """Everything a catalogue page shows; a document shows its header and sections."""

    pagename: str
    """Path below the site's root without suffix, e.g. ``works/lovelace1843notes``."""
    title: str
    header: Header
    sections: tuple[Section, ...]
    description: str = ""
    """One or two plain sentences for search engines; at most 160 characters."""
    breadcrumbs: tuple[Link, ...] = ()
    """From the home page to the folder; the page itself is left out."""
    lead: tuple[Block, ...] = ()
    """Blocks before the first section."""
    anchor: str = ""
    """The id of the page's outermost section, e.g. ``work-lovelace1843notes``."""
    provenance: tuple[Span, ...] = ()
    """The parts of the last line: where the facts come from, who answers for them, and
    links that are left out on paper."""
    indexed: bool = True
    """Whether search engines may list the page."""
