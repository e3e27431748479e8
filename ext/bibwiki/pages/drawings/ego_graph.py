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
from bibwiki.pages.drawings.drawing import Dot, Drawing, Label, Line, Strokes
from bibwiki.pages.drawings.label_places import short_name, shortened
from bibwiki.pages.links import HerePlace
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.items import CountedLink

FEWEST = 3
"""Coauthors; a picture of fewer says less than their names."""
FEWEST_WORKS = 2
"""Works of the person: the authors of one work are all equally close."""
SHOWN = 24
"""Coauthors around a person with a hand-written page."""
SHOWN_ELSEWHERE = 12
"""Coauthors on the other pages, of which there are tens of thousands."""
LIST_ANCHOR = "coauthor-list"
_ROW = 22
_ARC = 13.0
"""Percent of the drawing's width from its middle to the outermost name."""
_LONGEST = 17
"""Letters of a name that fit beside the arc on a narrow screen."""


def ego_graph(
    person: Person,
    coauthors: Sequence[CountedLink],
    blocks: tuple[Block, ...],
    most: int = SHOWN,
) -> tuple[Block, ...]:
    """Return the list of a person's coauthors with a picture above it.

    Args:
        person: The one in the middle.
        coauthors: All of them with their joint works, the closest first.
        blocks: The list that says the same.
        most: How many coauthors to draw.
    """
    if len(coauthors) < FEWEST or len(person.works) < FEWEST_WORKS:
        return blocks
    shown = coauthors[:most]
    rays, height = _rays(len(shown))
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
        strokes=tuple(_strokes(shown, rays)),
        dots=(*map(_dot, shown, rays), own),
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


def _strokes(shown: Sequence[CountedLink], rays: Sequence[Line]) -> Iterator[Strokes]:
    """Yield the rays by their width, the thinnest first."""
    widths: list[list[Line]] = [[], [], [], []]
    for item, ray in zip(shown, rays, strict=True):
        widths[stroke_width(item.count or 1) - 1].append(ray)
    for number, lines in enumerate(widths, 1):
        if lines:
            yield Strokes(str(number), tuple(lines))


def _dot(item: CountedLink, ray: Line) -> Dot:
    """Return a coauthor's mark at a ray's end, with the name on its outer side."""
    count = item.count or 1
    width = stroke_width(count)
    name = short_name(item.link.text, _LONGEST)
    # A mark keeps the count right of a name that is written from right to left.
    mark = "\N{LEFT-TO-RIGHT MARK}" if bidirectional(name[-1]) in {"R", "AL"} else ""
    text = f"{name}{mark} \N{MIDDLE DOT} {count}"
    x, y = ray.x2, ray.y2
    label = (
        Label(text, x, y + 4, "start", 12)
        if x > 50
        else Label(text, x, y + 4, "end", -12)
    )
    full = item.link.text
    title = "" if name == full else f"{full} \N{MIDDLE DOT} {count}"
    return Dot(item.link.place, title, x, y, 4 + width, "1", label=label)


@cache
def _rays(count: int) -> tuple[tuple[Line, ...], int]:
    """Return lines from the middle to each place, and the height that they take.

    The places go clockwise from the upper right.
    """
    rows = (count + 1) // 2
    height = rows * _ROW + 20
    rays = []
    for side, members in ((1, rows), (-1, count - rows)):
        for number in range(members):
            down = (2 * number + 1) / members - 1
            y = round(height / 2 + side * down * rows * _ROW / 2)
            x = round(50 + side * _ARC * (0.25 + 0.75 * sqrt(1 - down * down)), 1)
            rays.append(Line(50, height // 2, x, y))
    return tuple(rays), height
