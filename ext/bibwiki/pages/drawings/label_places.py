"""Room for the names of a graph's nodes: beside them, over nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from bibwiki.pages.drawings.drawing import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.pages.drawings.drawing import Anchor, Dot

LETTER_HEIGHT = 12
"""Pixels: the size of letters in drawings."""
_NARROW = frozenset("fijlrtI.,:;'|()[]!- ")
LONGEST_NAME = 24
"""Letters of a name."""
_BROAD = frozenset("mwMW@%&")
_STEPS = (0, 5, 10, 15, 20)
"""How far the name of an important node may stand off, in pixels."""
_COST_OF_COVERING = 20
"""What it is worth not to cover a dot, in pixels of distance."""


@dataclass(frozen=True, slots=True)
class Name:
    """A label that found its place."""

    label: Label
    covers: bool
    """Whether it stands over other dots, so that it has to be drawn after them."""


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Area) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def text_width(text: str) -> int:
    """Estimate how wide a text is in drawings, in pixels; rather too wide."""
    width = 0.0
    for letter in text:
        if combining(letter):
            continue
        if letter in _NARROW:
            width += 0.36
        elif letter in _BROAD or east_asian_width(letter) in "WF":
            width += 1.0
        elif letter.isupper():
            width += 0.74
        else:
            width += 0.62
    return round(width * LETTER_HEIGHT)


def shortened(text: str, most: int) -> str:
    """Cut a text to a number of letters, with an ellipsis where something is lost."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"


def short_name(name: str, most: int) -> str:
    """Shorten a name to a number of letters: given names to initials first."""
    if len(name) <= most:
        return name
    words = name.split(" ")
    for number, word in enumerate(words[:-1]):
        if sum(map(len, words)) + len(words) - 1 <= most:
            break
        if word[:1].isupper() and not word.endswith("."):
            words[number] = f"{word[0]}."
    return shortened(" ".join(words), most)


def label_dots(
    dots: Sequence[Dot],
    names: Sequence[str],
    size: tuple[int, int],
    important: int = 0,
) -> tuple[Name | None, ...]:
    """Find a place for the name of each dot; None where there is no room.

    Args:
        dots: The most important first: they choose first.
        names: Their names, in the same order.
        size: Width and height of the drawing.
        important: So many of the first dots have a name even if it covers other dots;
            no two names ever cover each other.
    """
    circles = [_circle(dot) for dot in dots]
    taken: list[_Area] = []
    found: list[Name | None] = []
    for number, (dot, name) in enumerate(zip(dots, names, strict=True)):
        steps = _STEPS if number < important else _STEPS[:1]
        best: tuple[int, int, Label, _Area] | None = None
        for step, label, area in _places(dot, short_name(name, LONGEST_NAME), steps):
            if best is not None and step >= best[0]:
                break
            if not _inside(area, size) or any(area.meets(one) for one in taken):
                continue
            covered = sum(area.meets(one) for one in circles)
            cost = step + _COST_OF_COVERING * covered
            if best is None or cost < best[0]:
                best = cost, covered, label, area
        if best is None or (best[1] and number >= important):
            found.append(None)
            continue
        taken.append(best[3])
        found.append(Name(best[2], covers=best[1] > 0))
    return tuple(found)


def _circle(dot: Dot) -> _Area:
    return _Area(
        dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius
    )


def _inside(area: _Area, size: tuple[int, int]) -> bool:
    return (
        area.left >= 0
        and area.top >= 0
        and area.right <= size[0]
        and area.bottom <= size[1]
    )


def _places(
    dot: Dot, name: str, steps: Sequence[int]
) -> Iterator[tuple[int, Label, _Area]]:
    """Yield distances and places for a name: beside, above or below, then aslant."""
    width = text_width(name)
    for step in steps:
        beside = dot.radius + 3 + step
        over = dot.radius + 4 + step
        aslant = dot.radius * 2 // 3 + 1
        sides: tuple[tuple[float, float, Anchor], ...] = (
            (dot.x + beside, dot.y + 4, "start"),
            (dot.x - beside, dot.y + 4, "end"),
            (dot.x, dot.y - over, "middle"),
            (dot.x, dot.y + over + 8, "middle"),
            (dot.x + aslant, dot.y - over, "start"),
            (dot.x + aslant, dot.y + over + 8, "start"),
            (dot.x - aslant, dot.y - over, "end"),
            (dot.x - aslant, dot.y + over + 8, "end"),
        )
        for x, y, anchor in sides:
            before = {"start": 0.0, "middle": width / 2, "end": float(width)}[anchor]
            left = x - before
            area = _Area(left, y - 10, left + width, y + 3)
            yield step, Label(name, round(x), round(y), anchor), area
