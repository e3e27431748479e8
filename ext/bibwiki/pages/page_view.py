"""A page as values: its head, its sections, and what it says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.values import value

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.items import Badge, Fact, Link, Span
    from bibwiki.pages.links import Place


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
    target: Target | None = None
    """What the page is about, if that is one thing."""
    indexed: bool = True
    """Whether search engines may list the page."""
