"""How many works each year brought, as bars that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.drawings import Bar, Drawing, Label, Line, Strokes
from bibwiki.pages.wording import counted, year_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bibwiki.pages.drawings import Anchor
    from bibwiki.pages.links import Place

_FEWEST_WORKS = 3
"""Of fewer works, a list says all at a glance."""
_MOST_YEARS = 40
"""Works further apart are counted by decades."""
_MOST_DECADES = 60
_BROADEST = 7.0
"""Percent of the drawing's width that one year takes at most."""
_LABEL_WIDTH = 10.0
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
    slots = range(first // step * step, last + 1, step)
    if len(slots) > _MOST_DECADES:
        return None
    counts = _by_slot(years, step)
    width = min(100 / len(slots), _BROADEST)
    most = max(count for count, _ in counts.values())
    unit = min(_UNIT, _HIGHEST / most)
    bars, labels = [], []
    for number, slot in enumerate(slots):
        if slot not in counts:
            continue
        count, place = counts[slot]
        height = max(round(count * unit), 3)
        when = f"{slot}s" if step > 1 else str(slot)
        title = f"{when}: {counted(count, 'work')}"
        left = round(width * number + width * 0.14, 1)
        bars.append(
            Bar(place, title, left, _BASE - height, round(width * 0.72, 1), height)
        )
        if width >= 3:
            middle = round(width * (number + 0.5), 1)
            labels.append(Label(str(count), middle, _BASE - height - 4, "middle"))
    return Drawing(
        title="Works per year" if step == 1 else "Works per decade",
        description=f"{_described(years)} The works themselves follow as a list.",
        width=0,
        height=_HEIGHT,
        strokes=(Strokes("axis", (_axis(width * len(slots)),)),),
        bars=tuple(bars),
        labels=(*labels, *_axis_labels(slots, width)),
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


def _axis(width: float) -> Line:
    return Line(0, _BASE, round(width, 1), _BASE)


def _axis_labels(slots: Sequence[int], width: float) -> Iterator[Label]:
    """Yield the years under the axis: every n-th, so that they fit a narrow screen."""
    every = 1
    while every * width < _LABEL_WIDTH:
        every += 1
    # The last year is always named: readers look for how recent a list is.
    offset = (len(slots) - 1) % every
    for number in range(offset, len(slots), every):
        middle = round(width * (number + 0.5), 1)
        anchor = _anchor(number, len(slots), width)
        if anchor == "end":
            middle = round(width * (number + 1), 1)
        yield Label(str(slots[number]), middle, _HEIGHT - 3, anchor)


def _anchor(number: int, count: int, width: float) -> Anchor:
    """Keep the digits of narrow columns at the edges inside of the drawing."""
    if width < 7 and count * width > 95 and number == count - 1:
        return "end"
    return "middle"
