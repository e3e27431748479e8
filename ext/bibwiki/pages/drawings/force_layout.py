"""Places for the nodes of a graph, so that those who are tied together stand together.

The usual forces: nodes push each other away, ties pull, everything is drawn to the
middle. Nodes are heavy: they go on the way that they went, as far as forces let them.
Two builds give the same places on every machine, and so the same bytes, because
nothing here is left to chance or to a library: numbers are only added, subtracted,
multiplied, divided and rooted, which IEEE 754 rounds the same way everywhere, in an
order that the code fixes. Hence no ``sum``, which adds in another way from Python 3.12
on, no powers and no angles, which differ between mathematical libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Point: TypeAlias = tuple[float, float]

_ROUNDS = 100
_LIVELY = 10
"""Rounds in which nodes move far."""
_HELD = 5
"""For how many rounds the pushes stay as they are, later: they hardly change."""
_SWING = 0.85
"""How much of its last step a node takes again: with it, rounds are half as many."""
_GRAVITY = 0.02
_UPRIGHT = 1.8
"""Graphs are drawn wider than high: gravity is so many times stronger upwards."""
_STEP = 0.15
_TURN = (-0.7373688780783197, 0.6754902942615238)
"""Cosine and sine of the golden angle: a spiral without spokes."""
_TOO_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Spring:
    """A tie between two nodes."""

    first: int
    second: int
    """Numbers of the nodes, counted from 0; never the same."""
    pull: float
    """How strong it is; 1 is usual."""


def arrange(count: int, springs: Sequence[Spring]) -> list[Point]:
    """Return a place for each node, around the origin, in no particular unit.

    The time grows with the square of the count: a second for some 350 nodes.

    Args:
        count: How many nodes there are, the most important first.
        springs: Ties between them; no pair twice.
    """
    charges = [1.0] * count
    for spring in springs:
        charges[spring.first] += 1.0
        charges[spring.second] += 1.0
    charges = [sqrt(charge) for charge in charges]
    x, y = _spiral(_by_nearness(count, springs))
    steps = [0.0] * count, [0.0] * count
    pushes: tuple[list[float], list[float]] = [], []
    for turn in range(_ROUNDS):
        if turn < _LIVELY or turn % _HELD == 0:
            pushes = _pushes(x, y, charges)
        forces = _with_pulls(x, y, springs, pushes)
        farthest = sqrt(count) * 0.3 * (1 - turn / _ROUNDS) + 0.005
        _move(x, y, steps, forces, charges, farthest)
    return list(zip(x, y, strict=True))


def _move(
    x: list[float],
    y: list[float],
    steps: tuple[list[float], list[float]],
    forces: tuple[list[float], list[float]],
    charges: Sequence[float],
    farthest: float,
) -> None:
    """Move each node by part of its last step and by what forces it, at most so far."""
    last_right, last_down = steps
    for node, (force_x, force_y) in enumerate(zip(*forces, strict=True)):
        share = _STEP / charges[node]
        right = last_right[node] * _SWING + force_x * share
        down = last_down[node] * _SWING + force_y * share
        length = sqrt(right * right + down * down) + _TOO_NEAR
        if length > farthest:
            right, down = right * farthest / length, down * farthest / length
        last_right[node], last_down[node] = right, down
        x[node] += right
        y[node] += down


def _by_nearness(count: int, springs: Sequence[Spring]) -> list[int]:
    """Order nodes so that each follows one that it is tied to, strong ties first."""
    ties: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    for spring in springs:
        ties[spring.first].append((-spring.pull, spring.second))
        ties[spring.second].append((-spring.pull, spring.first))
    order: list[int] = []
    seen = [False] * count
    for start in range(count):
        found = [] if seen[start] else [start]
        seen[start] = True
        for node in found:  # grows while it is read
            for _, other in sorted(ties[node]):
                if not seen[other]:
                    seen[other] = True
                    found.append(other)
        order += found
    return order


def _spiral(order: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return starting places: evenly around the origin, the first in the middle."""
    x, y = [0.0] * len(order), [0.0] * len(order)
    cosine, sine = 1.0, 0.0
    for number, node in enumerate(order, 1):
        radius = sqrt(number)
        x[node], y[node] = radius * cosine, radius * sine
        cosine, sine = (
            cosine * _TURN[0] - sine * _TURN[1],
            cosine * _TURN[1] + sine * _TURN[0],
        )
    return x, y


def _pushes(
    x: list[float], y: list[float], charges: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Return the force on each node from all others and from gravity."""
    right = [-_GRAVITY * q * one for q, one in zip(charges, x, strict=True)]
    down = [-_UPRIGHT * _GRAVITY * q * one for q, one in zip(charges, y, strict=True)]
    for i, charge in enumerate(charges):
        here_x, here_y = x[i], y[i]
        sum_x = sum_y = 0.0
        # The innermost loop of all: no calls, and each pair once.
        for j in range(i):
            dx = here_x - x[j]
            dy = here_y - y[j]
            force = charge * charges[j] / (dx * dx + dy * dy + 0.05)
            dx *= force
            dy *= force
            sum_x += dx
            sum_y += dy
            right[j] -= dx
            down[j] -= dy
        right[i] += sum_x
        down[i] += sum_y
    return right, down


def _with_pulls(
    x: list[float],
    y: list[float],
    springs: Sequence[Spring],
    pushes: tuple[list[float], list[float]],
) -> tuple[list[float], list[float]]:
    """Return forces with that of each tie added on its two ends.

    It grows slower than the distance, so that long ties do not tear groups apart.
    """
    right, down = pushes[0].copy(), pushes[1].copy()
    for spring in springs:
        i, j = spring.first, spring.second
        dx, dy = x[i] - x[j], y[i] - y[j]
        distance = sqrt(dx * dx + dy * dy) + _TOO_NEAR
        force = spring.pull * (0.3 + 0.7 / sqrt(distance))
        right[i] -= dx * force
        down[i] -= dy * force
        right[j] += dx * force
        down[j] += dy * force
    return right, down
