"""How many works each year brought, as bars that lead to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from bibwiki.pages.drawings.drawing import Bar, Drawing, Label, Line, Strokes
from bibwiki.pages.wording import counted, year_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bibwiki.pages.links import Place

_FEWEST_WORKS = 3
"""Of fewer works, a list says all at a glance."""
_MOST_YEARS = 40
"""Works further apart are counted by decades."""
_MOST_DECADES = 60
_BROADEST = 7.0
"""Percent of the drawing's width that one year takes at most."""
_COUNT_WIDTH = 3.0
"""Percent that the number over a bar needs."""
_LABEL_WIDTH = 13.0
"""Percent that a year's digits need on a narrow screen."""
_HIGHEST = 54
_UNIT = 11
"""Pixels that one work takes at most."""
_TOP = 16
_BASE = _TOP + _HIGHEST
_HEIGHT = _BASE + 18


def year_bars(years: Mapping[int, tuple[int, Place]]) -> Drawing | None:
    """Return bars for the years of some works; None where they would say little.

    Args:
        years: Maps a year to its number of works and to where these stand.
    """
    if len(years) < 2 or sum(count for count, _ in years.values()) < _FEWEST_WORKS:
        return None
    first, last = min(years), max(years)
    step = 1 if last - first < _MOST_YEARS else 10
    start = first // step * step
    count = (last - start) // step + 1
    if count > _MOST_DECADES:
        return None
    slots = _by_slot(years, step)
    frame = _frame(start, count, step)
    unit = min(_UNIT, _HIGHEST / max(works for works, _ in slots.values()))
    bars, labels = [], []
    for slot, (works, place) in slots.items():
        left, middle = frame.columns[(slot - start) // step]
        height = max(round(works * unit), 3)
        title = f"{slot}{'s' if step > 1 else ''}: {counted(works, 'work')}"
        bars.append(Bar(place, title, left, _BASE - height, frame.width, height))
        # A number over every bar of one work would be noise.
        if works > 1 and frame.has_counts:
            labels.append(Label(str(works), middle, _BASE - height - 4, "middle"))
    return Drawing(
        title="Works per year" if step == 1 else "Works per decade",
        description=f"{_described(years)} The works themselves follow as a list.",
        width=0,
        height=_HEIGHT,
        strokes=(frame.axis,),
        bars=tuple(bars),
        labels=(*labels, *frame.labels),
    )


def _by_slot(
    years: Mapping[int, tuple[int, Place]], step: int
) -> dict[int, tuple[int, Place]]:
    """Count works by years or decades; each leads to its newest works."""
    counts: dict[int, tuple[int, Place]] = {}
    for year in sorted(years):
        count, place = years[year]
        slot = year // step * step
        counts[slot] = (count + counts.get(slot, (0, place))[0], place)
    return counts


def _described(years: Mapping[int, tuple[int, Place]]) -> str:
    total = counted(sum(count for count, _ in years.values()), "work")
    best = max(years, key=lambda year: (years[year][0], year))
    return f"{total}, {year_range(years)}, most in {best}: {years[best][0]}."


@dataclass(frozen=True, slots=True)
class _Frame:
    """What bars over the same years have in common, in percent of the width."""

    width: float
    """Of a bar."""
    columns: tuple[tuple[float, float], ...]
    """The left side and the middle of each bar."""
    has_counts: bool
    """Whether there is room for a number over each bar."""
    axis: Strokes
    labels: tuple[Label, ...]


@lru_cache(maxsize=1000)
def _frame(start: int, count: int, step: int) -> _Frame:
    """Return the frame of bars for years or decades from ``start`` on."""
    width = min(100 / count, _BROADEST)
    columns = tuple(
        (round(width * (n + 0.14), 1), round(width * (n + 0.5), 1))
        for n in range(count)
    )
    return _Frame(
        round(width * 0.72, 1),
        columns,
        width >= _COUNT_WIDTH,
        Strokes("axis", (Line(0, _BASE, round(width * count, 1), _BASE),)),
        tuple(_axis_labels(start, count, step, width)),
    )


def _axis_labels(start: int, count: int, step: int, width: float) -> Iterator[Label]:
    """Yield the years under the axis: every n-th, so that they fit a narrow screen."""
    every = ceil(_LABEL_WIDTH / width)
    # The last year is always named: readers look for how recent a list is.
    for number in range((count - 1) % every, count, every):
        text = str(start + number * step)
        if number == count - 1 and width * count > 95:
            yield Label(text, round(width * count, 1), _HEIGHT - 3, "end")
        else:
            yield Label(text, round(width * (number + 0.5), 1), _HEIGHT - 3, "middle")
