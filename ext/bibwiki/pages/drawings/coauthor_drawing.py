"""The drawing of the people who wrote most with others."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.drawings.drawing import Dot, Drawing, Line, Strokes
from bibwiki.pages.drawings.ego_graph import stroke_width
from bibwiki.pages.drawings.force_layout import Spring, arrange
from bibwiki.pages.drawings.label_places import label_dots
from bibwiki.pages.drawings.spacing import Box, fit_into
from bibwiki.pages.thing_links import thing_link
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.coauthor_ties import Circle

DRAWING_ANCHOR = "coauthor-drawing"
_TIES_DRAWN = 5
"""Ties of each person that are drawn, the strongest: all of them make a tangle."""
_NAMED = 10
"""People whose names are shown even where they cover others."""
_MOST_WIDTH = 880
"""Pixels: the column of text that themes have in a wide window."""
_MOST_HEIGHT = 680
_MARGIN = 24
_NAME_ROOM = 110
"""Pixels for names at the sides."""
_GAP = 16
"""Pixels between two dots, so that each can be pointed at and most have a name."""
_WITHIN = 3.0
"""How much stronger people of one group are drawn to each other."""


def draw_circle(
    context: PageContext,
    circle: Circle,
    groups: Sequence[tuple[str, ...]],
    coloured: int,
) -> Drawing:
    """Draw people and their strongest ties.

    Args:
        context: The catalogue.
        circle: The people.
        groups: All of them in groups; members of one group stand together.
        coloured: So many of the first groups have a colour.
    """
    group_of = {person: n for n, group in enumerate(groups) for person in group}
    pairs = _strongest_pairs(circle)
    people = circle.people
    radii = [_radius(circle.joint[person]) for person in people]
    width, height = _size(len(people))
    springs = [
        Spring(i, j, _WITHIN if group_of[people[i]] == group_of[people[j]] else 1.0)
        for i, j in pairs
    ]
    box = Box(_NAME_ROOM, _MARGIN, width - 2 * _NAME_ROOM, height - 2 * _MARGIN)
    places = fit_into(arrange(len(people), springs), radii, _GAP, box)
    dots = [
        Dot(
            thing_link(context, Kind.PERSON, person).place,
            _title(context, circle, person),
            *place,
            radius,
            str(group_of[person] + 1) if group_of[person] < coloured else "",
        )
        for person, place, radius in zip(people, places, radii, strict=True)
    ]
    names = [context.catalogue.people[person].name for person in people]
    found = label_dots(dots, names, (width, height), _NAMED)
    return Drawing(
        title="Coauthor graph",
        description=(
            f"{counted(len(people), 'person')} joined by "
            f"{counted(len(pairs), 'line')}; each leads to the person's page. "
            "The table has the same people with their closest coauthors."
        ),
        width=width,
        height=height,
        anchor=DRAWING_ANCHOR,
        strokes=tuple(_strokes(circle, pairs, places)),
        dots=tuple(
            replace(dot, label=name.label) if name and not name.covers else dot
            for dot, name in zip(dots, found, strict=True)
        ),
        labels=tuple(name.label for name in found if name and name.covers),
    )


def _size(count: int) -> tuple[int, int]:
    """Return width and height: a few people need little room."""
    side = sqrt(count)
    width = min(_MOST_WIDTH, 2 * _NAME_ROOM + round(110 * side))
    return width, min(_MOST_HEIGHT, 2 * _MARGIN + round(75 * side))


def _radius(works: int) -> int:
    """Return the size of a person's dot: its area grows with the joint works."""
    return min(4 + round(1.5 * sqrt(works)), 14)


def _strongest_pairs(circle: Circle) -> list[tuple[int, int]]:
    """Return who is joined to whom, as places in the list of people, sorted."""
    number_of = {person: number for number, person in enumerate(circle.people)}
    pairs = set()
    for person in circle.people:
        shown = [one for one in circle.strongest(person) if one in number_of]
        for other in shown[:_TIES_DRAWN]:
            i, j = sorted((number_of[person], number_of[other]))
            pairs.add((i, j))
    return sorted(pairs)


def _strokes(
    circle: Circle,
    pairs: Sequence[tuple[int, int]],
    places: Sequence[tuple[int, int]],
) -> Iterator[Strokes]:
    """Yield the lines by their width, the thin ones below."""
    widths: dict[int, list[Line]] = {1: [], 2: [], 3: [], 4: []}
    for i, j in pairs:
        works = circle.ties[circle.people[i]][circle.people[j]].works
        widths[stroke_width(works)].append(Line(*places[i], *places[j]))
    for width, lines in widths.items():
        if lines:
            yield Strokes(str(width), tuple(lines))


def _title(context: PageContext, circle: Circle, person: str) -> str:
    name = context.catalogue.people[person].name
    works = counted(circle.joint[person], "joint work")
    return f"{name}: {works} with {counted(len(circle.ties[person]), 'coauthor')}"
