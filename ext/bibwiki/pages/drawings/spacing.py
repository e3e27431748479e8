"""From an arrangement to whole pixels: fitted into a box, with room around each node.

Uses the same few kinds of arithmetic as
:mod:`bibwiki.pages.drawings.force_layout`, for the same reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.pages.drawings.force_layout import Point

_ROUNDS = 150
_STRETCH = 1.6
"""How much more a drawing may be stretched one way than the other to fill its box."""


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a drawing that nodes may stand in, in pixels."""

    left: int
    top: int
    width: int
    height: int


def fit_into(
    points: Sequence[Point], radii: Sequence[int], gap: int, box: Box
) -> tuple[tuple[int, int], ...]:
    """Scale places to a box and move nodes apart that would stand too close.

    Args:
        points: Where nodes stand, in any unit.
        radii: How large each is, in pixels.
        gap: The least distance from one node's edge to the next, in pixels; not kept
            where the box is too small for it.
        box: Where the centres may be.
    """
    points = _laid_down(points)
    x = _scaled([x for x, _ in points], box.width)
    y = _scaled([y for _, y in points], box.height)
    ratio = x[1] / y[1]
    x_scale = min(x[1], y[1] * _STRETCH) if ratio > 1 else x[1]
    y_scale = y[1] if ratio > 1 else min(y[1], x[1] * _STRETCH)
    across = [one * x_scale for one in x[0]]
    down = [one * y_scale for one in y[0]]
    for _ in range(_ROUNDS):
        if not _part(across, down, radii, gap):
            break
        _keep_inside(across, box.width / 2)
        _keep_inside(down, box.height / 2)
    middle_x, middle_y = box.left + box.width / 2, box.top + box.height / 2
    return tuple(
        (round(middle_x + one), round(middle_y + other))
        for one, other in zip(across, down, strict=True)
    )


def _laid_down(points: Sequence[Point]) -> list[Point]:
    """Turn an arrangement so that it is wider than high, as drawings are.

    Its longest axis is found from the second moments; the half of its angle comes from
    square roots alone.
    """
    middle_x, middle_y = _mean([x for x, _ in points]), _mean([y for _, y in points])
    wide = high = slant = 0.0
    for x, y in points:
        dx, dy = x - middle_x, y - middle_y
        wide += dx * dx
        high += dy * dy
        slant += dx * dy
    difference = wide - high
    length = sqrt(difference * difference + 4 * slant * slant)
    if length == 0:
        return list(points)
    cosine = sqrt((1 + difference / length) / 2)
    sine = sqrt((1 - difference / length) / 2)
    if slant < 0:
        sine = -sine
    return [(x * cosine + y * sine, y * cosine - x * sine) for x, y in points]


def _mean(values: list[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def _scaled(values: list[float], extent: int) -> tuple[list[float], float]:
    """Return values around 0, and by what they fill an extent."""
    least, most = min(values), max(values)
    middle = (least + most) / 2
    return [one - middle for one in values], extent / max(most - least, 1e-6)


def _part(x: list[float], y: list[float], radii: Sequence[int], gap: int) -> bool:
    """Move each two nodes apart that are too close; tell whether there were any."""
    moved = False
    across = sorted(range(len(x)), key=x.__getitem__)
    farthest = max(radii) + gap
    for place, i in enumerate(across):
        radius = radii[i]
        too_far = radius + farthest
        here_x, here_y = x[i], y[i]
        for j in islice(across, place + 1, None):
            dx = here_x - x[j]
            if -dx >= too_far:
                break  # all others stand still further to the right
            dy = here_y - y[j]
            needed = radius + radii[j] + gap
            square = dx * dx + dy * dy
            if square >= needed * needed:
                continue
            if square < 1e-6:  # on the same spot: apart by their numbers
                dx, dy, square = 0.001 * (i - j), 0.001, 1e-6 * ((i - j) * (i - j) + 1)
            distance = sqrt(square)
            step = (needed - distance) / distance
            # The smaller of the two gives way.
            share = radii[j] / (radius + radii[j])
            here_x = x[i] = here_x + dx * step * share
            here_y = y[i] = here_y + dy * step * share
            x[j] -= dx * step * (1 - share)
            y[j] -= dy * step * (1 - share)
            moved = True
    return moved


def _keep_inside(values: list[float], most: float) -> None:
    for number, value in enumerate(values):
        if not -most <= value <= most:
            values[number] = most if value > 0 else -most
