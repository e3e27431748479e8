"""HTML that many pages show, kept by the identity of what it shows.

Looking something up by its identity takes a fraction of the time of comparing it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from markupsafe import Markup

    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.items import CountedLink, Link, WorkItem

MOST = 200_000
"""The most links whose HTML is kept for pages of one depth."""
MOST_LINES = 20_000
"""The most lines of works likewise: they are ten times as long, and more would take
more memory than putting them together again takes time."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class KeptHtml:
    """What is kept for all pages of one depth, by ``id()``.

    The value is kept beside its HTML, so that its identity is not given away again.
    """

    around: dict[int, tuple[Target, Markup, Markup]] = field(default_factory=dict)
    """What stands before and behind the creators in the line of a work, by target."""
    lines: dict[int, tuple[WorkItem, Markup]] = field(default_factory=dict)
    """Whole lines with no name in bold."""
    links: dict[int, tuple[Link, Markup]] = field(default_factory=dict)
    items: dict[int, tuple[CountedLink, Markup]] = field(default_factory=dict)
    """Items that lead to things, or to parts of lists, which link to each other."""


def keep(kept: dict[int, _T], identity: int, value: _T, most: int = MOST) -> None:
    """Keep a value; what was kept goes when it has become very much."""
    if len(kept) >= most:
        kept.clear()
    kept[identity] = value
