"""What blocks are made of: links, lines of works, rows and other pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bibwiki.model.values import value

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target
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
class RemarkedWork:
    """A work of a list with a remark of its own, e.g. why it is related."""

    item: WorkItem
    remark: tuple[Span, ...]


@value(frozen=True, slots=True)
class CountedLink:
    """A link with how often it counts and a short remark."""

    link: Link
    count: int | None = None
    remark: str = ""


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
class Fact:
    """One row of an infobox or a definition list."""

    label: str
    value: tuple[Span, ...]


@value(frozen=True, slots=True)
class ClaimItem:
    """One claim with its own anchor."""

    anchor: str
    text: str
    remark: tuple[Span, ...] = ()
    """E.g. the work that makes it."""


@value(frozen=True, slots=True)
class Card:
    """One door from an overview page into the wiki."""

    link: Link
    count: str = ""
    """A number, or a range such as ``1998-2026``."""
    text: str = ""
    """What is behind it, in a few words."""


@value(frozen=True, slots=True)
class TimelineYear:
    """What one year brought."""

    year: Link
    items: tuple[CountedLink, ...]
    """Works in the order of time; the remark says by whom."""
