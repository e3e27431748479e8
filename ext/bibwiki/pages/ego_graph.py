"""A person in the middle of their coauthors.

Two arcs of names, one on each side, in rows of equal height: no name meets another, and
every place follows from the number of coauthors alone.
"""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from bibwiki.pages.blocks import Picture
from bibwiki.pages.drawings import Dot, Drawing, Label, Line, Strokes
from bibwiki.pages.label_places import short_name, shortened
from bibwiki.pages.links import HerePlace
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.pages.blocks import Block, CountedLink

FEWEST = 3
"""Coauthors; a picture of fewer says less than their names."""
SHOWN = 24
LIST_ANCHOR = "coauthor-list"
_ROW = 22
_ARC = 13.0
"""Percent of the drawing's width from its middle to the outermost name."""
_LONGEST = 17
"""Letters of a name that fit beside the arc on a narrow screen."""


def ego_graph(
    person: Person, coauthors: Sequence[CountedLink], blocks: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Return the list of a person's coauthors with a picture above it.

    Args:
        person: The one in the middle.
        coauthors: All of them with their joint works, the closest first.
        blocks: The list that says the same.
    """
    if len(coauthors) < FEWEST:
        return blocks
    shown = coauthors[:SHOWN]
    places, height = _places(len(shown))
    dots = []
    widths: list[list[Line]] = [[], [], [], []]
    for item, (x, y) in zip(shown, places, strict=True):
        count = item.count or 1
        widths[stroke_width(count) - 1].append(Line(50, height // 2, x, y))
        dots.append(_dot(item, count, x, y))
    own = Dot(None, "", 50, height // 2, 8, "2")
    more = len(coauthors) - len(shown)
    family = shortened(person.sort_name.partition(",")[0], _LONGEST)
    labels = [Label(family, 50, height // 2 - 13, "middle", strong=True)]
    if more:
        height += _ROW
        text, place = f"and {more:,} more", HerePlace(LIST_ANCHOR)
        labels.append(Label(text, 50, height - 6, "middle", place=place))
    drawing = Drawing(
        title=f"Coauthors of {person.name}",
        description=(
            f"{person.name} with {_described(shown, more)} "
            "The list below says the same."
        ),
        width=0,
        height=height,
        strokes=tuple(
            Strokes(str(number), tuple(lines))
            for number, lines in enumerate(widths, 1)
            if lines
        ),
        dots=(*dots, own),
        labels=tuple(labels),
    )
    return (Picture(drawing, blocks, anchor=LIST_ANCHOR),)


def stroke_width(works: int) -> int:
    """Return the class of a line by the number of joint works, ``1`` to ``4``."""
    return 1 + (works > 1) + (works > 3) + (works > 8)


def _described(shown: Sequence[CountedLink], more: int) -> str:
    if more:
        return f"the {len(shown)} closest of {counted(len(shown) + more, 'coauthor')}."
    return f"{counted(len(shown), 'coauthor')}."


def _dot(item: CountedLink, count: int, x: float, y: int) -> Dot:
    """Return a coauthor's mark with the name on its outer side."""
    name = short_name(item.link.text, _LONGEST)
    # A mark keeps the count right of a name that is written from right to left.
    mark = "\N{LEFT-TO-RIGHT MARK}" if bidirectional(name[-1]) in {"R", "AL"} else ""
    text = f"{name}{mark} \N{MIDDLE DOT} {count}"
    side = 1 if x > 50 else -1
    return Dot(
        item.link.place,
        "" if name == item.link.text else f"{item.link.text} \N{MIDDLE DOT} {count}",
        x,
        y,
        min(4 + stroke_width(count), 8),
        "1",
        label=Label(text, x, y + 4, "start" if side > 0 else "end", shift=12 * side),
    )


@cache
def _places(count: int) -> tuple[tuple[tuple[float, int], ...], int]:
    """Return places clockwise from the upper right, and the height they take."""
    rows = (count + 1) // 2
    height = rows * _ROW + 20
    sides = ((1, rows), (-1, count - rows))
    places = []
    for side, members in sides:
        for number in range(members):
            down = (2 * number + 1) / members - 1
            y = round(height / 2 + side * down * rows * _ROW / 2)
            x = round(50 + side * _ARC * (0.25 + 0.75 * sqrt(1 - down * down)), 1)
            places.append((x, y))
    return tuple(places), height
