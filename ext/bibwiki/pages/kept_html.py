"""HTML that many pages show, kept by the identity of what it shows.

Looking something up by its identity takes a fraction of the time of comparing it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from markupsafe import Markup

MOST = 120_000
"""The most links whose HTML is kept for pages of one depth: a collection of 100,000
works has so many people, and each is named again and again."""
MOST_LINES = 20_000
"""The most lines of works likewise: they are ten times as long, and more would take
more memory than putting them together again takes time."""
_T = TypeVar("_T")


class Kept(Generic[_T]):
    """What was made of some values."""

    __slots__ = ("_most", "_values", "by_id")

    def __init__(self, most: int = MOST) -> None:
        self.by_id: dict[int, _T] = {}
        """Maps the ``id()`` of a value to what was made of it."""
        self._values: list[object] = []
        """The values, so that no identity is given away again."""
        self._most = most

    def keep(self, value: object, made: _T) -> None:
        """Keep what was made of a value; when it is very much, all before it goes."""
        if len(self.by_id) >= self._most:
            self.by_id.clear()
            self._values.clear()
        self.by_id[id(value)] = made
        self._values.append(value)


@dataclass(frozen=True, slots=True)
class KeptHtml:
    """What is kept for all pages of one depth."""

    around: Kept[tuple[Markup, Markup]] = field(default_factory=Kept)
    """What stands before and behind the creators in the line of a work, by target."""
    lines: Kept[Markup] = field(default_factory=lambda: Kept(MOST_LINES))
    """Whole lines with no name in bold."""
    links: Kept[Markup] = field(default_factory=Kept)
    items: Kept[Markup] = field(default_factory=Kept)
    """Items that lead to things, or to parts of lists, which link to each other."""
