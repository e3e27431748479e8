"""Works along the years, a row for each of the wiki's main people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work_type import WorkType
from bibwiki.pages.drawings.drawing import (
    Dot,
    Drawing,
    Label,
    LegendItem,
    Line,
    Strokes,
)
from bibwiki.pages.drawings.label_places import short_name
from bibwiki.pages.thing_links import thing_link, year_link
from bibwiki.pages.wording import counted, date_words, year_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.context import PageContext

PEOPLE_SHOWN = 12
WORKS_SHOWN = 60
"""Marks in one row; a longer list of works is shown by its newest."""
_WIDTH = 880
"""Pixels: the column of text that themes have in a wide window."""
_LEFT = 150
_RIGHT = 864
_RADIUS = 5
_PITCH = 2 * _RADIUS + 1
_LANES = (0, -1, 1, -2, 2, -3, 3)
"""Marks of the same days stand above and below each other, then beside."""
_PADDING = 12
_AXIS_HEIGHT = 26
_LEAST_YEAR_WIDTH = 34
_SPOKEN = frozenset(
    {WorkType.TALK, WorkType.VIDEO, WorkType.AUDIO, WorkType.POST, WorkType.PRESS,
     WorkType.WEBPAGE}
)  # fmt: skip
LEGEND = (
    LegendItem("Publication", "1"),
    LegendItem("Talk, post or press", "2", "square"),
    LegendItem("Only the year is known: placed anywhere in it", "1", hollow=True),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One person's works that have a date."""

    person: str
    works: tuple[str, ...]
    """Primary keys, newest first; perhaps only the newest of them."""
    total: int
    """How many works have a date, shown or not."""


def timeline_rows(context: PageContext) -> tuple[Row, ...]:
    """Return the people with a hand-written page, those with most dated works first."""
    rows = []
    for person in context.catalogue.people.values():
        if not context.has_document(Target(Kind.PERSON, person.id)):
            continue
        works = context.catalogue.works
        dated = [key for key in person.works if works[key].work.year is not None]
        if dated:
            rows.append(Row(person.id, tuple(dated[:WORKS_SHOWN]), len(dated)))
    rows.sort(key=lambda row: -row.total)  # people are in alphabetical order
    return tuple(rows[:PEOPLE_SHOWN])


def draw_timeline(context: PageContext, rows: Sequence[Row]) -> Drawing:
    """Draw rows of marks, one for each work, above an axis of years."""
    catalogued = context.catalogue.works
    years = [catalogued[key].work.year or 0 for row in rows for key in row.works]
    scale = _Scale(min(years), max(years))
    dots: list[Dot] = []
    names: list[Label] = []
    lines: list[Line] = []
    top = 0
    for row in rows:
        placed = _placed(context, row, scale)
        rise = max(abs(lane) for _, _, lane in placed)
        height = (2 * rise + 1) * _PITCH + _PADDING
        middle = top + height // 2
        top += height
        lines.append(Line(_LEFT, middle, _RIGHT, middle))
        names.append(_name(context, row, middle))
        dots += (
            _dot(context, key, x, middle + lane * _PITCH) for key, x, lane in placed
        )
    return Drawing(
        title="Timeline of works by person",
        description=(
            f"{counted(len(dots), 'work')} of {counted(len(rows), 'person')}, "
            f"{year_range(years)}, one row for each person. "
            "The list below has the same works."
        ),
        width=_WIDTH,
        height=top + _AXIS_HEIGHT,
        strokes=(
            Strokes("grid", tuple(_grid(scale, top))),
            Strokes("axis", tuple(lines)),
        ),
        dots=tuple(dots),
        labels=(*names, *_year_labels(context, scale, top)),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where dates are."""

    first: int
    last: int

    @property
    def year_width(self) -> float:
        return (_RIGHT - _LEFT) / (self.last - self.first + 1)

    @property
    def step(self) -> int:
        """Every which year has a line and its digits."""
        for step in (1, 2, 5, 10, 20, 50, 100):
            if step * self.year_width >= _LEAST_YEAR_WIDTH:
                return step
        return 500

    def x(self, year: int, part: float = 0.0) -> int:
        """Return where a year begins, or a part of it has passed."""
        return round(_LEFT + (year - self.first + part) * self.year_width)

    def named(self) -> range:
        """Return the years that have a line and digits."""
        start = -(-self.first // self.step) * self.step
        return range(start, self.last + 1, self.step)


def _placed(
    context: PageContext, row: Row, scale: _Scale
) -> list[tuple[str, int, int]]:
    """Return key, place and lane of each mark, in the order of time."""
    works = context.catalogue.works
    vague: dict[int, int] = {}
    wanted = []
    for key in reversed(row.works):
        date, year = works[key].work.date, works[key].work.year or 0
        if date is None or date.month is None:
            vague[year] = vague.get(year, 0) + 1
        else:
            part = (date.month - 1 + ((date.day or 15) - 1) / 31) / 12
            wanted.append((scale.x(year, part), key))
    spread = dict.fromkeys(vague, 0)
    for key in reversed(row.works):
        date, year = works[key].work.date, works[key].work.year or 0
        if date is None or date.month is None:
            spread[year] += 1
            wanted.append((scale.x(year, spread[year] / (vague[year] + 1)), key))
    wanted.sort()
    taken: set[tuple[int, int]] = set()
    placed = []
    for x, key in wanted:
        here, lane = _free(x, taken)
        taken.add((here, lane))
        placed.append((key, here, lane))
    return placed


def _free(x: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
    """Return the free place next to the one that a mark should have.

    There is one: all marks of a row fill a small part of its lanes.
    """
    for distance in range(_RIGHT - _LEFT):
        for here in (x + distance, x - distance):
            if not _LEFT + _RADIUS <= here <= _RIGHT - _RADIUS:
                continue
            for lane in _LANES:
                around = range(here - _PITCH + 1, here + _PITCH)
                if not any((one, lane) in taken for one in around):
                    return here, lane
    return x, 0


def _name(context: PageContext, row: Row, middle: int) -> Label:
    link = thing_link(context, Kind.PERSON, row.person)
    name = short_name(link.text, 20)
    return Label(name, _LEFT - 12, middle + 4, "end", place=link.place)


def _dot(context: PageContext, key: str, x: int, y: int) -> Dot:
    catalogued = context.catalogue.works[key]
    spoken = catalogued.work.work_type in _SPOKEN
    date = catalogued.work.date
    return Dot(
        thing_link(context, Kind.WORK, key).place,
        f"{catalogued.work.title} ({work_date(catalogued)})",
        x,
        y,
        _RADIUS - 1 if spoken else _RADIUS,
        "2" if spoken else "1",
        "square" if spoken else "round",
        hollow=date is None or date.month is None,
    )


def work_date(catalogued: CataloguedWork) -> str:
    """Return when a work appeared, as precise as is known."""
    date = catalogued.work.date
    return date_words(date) if date else str(catalogued.work.year)


def _grid(scale: _Scale, bottom: int) -> Iterator[Line]:
    for year in scale.named():
        yield Line(scale.x(year), 0, scale.x(year), bottom + 6)


def _year_labels(context: PageContext, scale: _Scale, bottom: int) -> Iterator[Label]:
    """Yield the years under the axis, in the middle of those that are wide enough."""
    part = 0.5 if scale.step == 1 else 0.0
    for year in scale.named():
        place = (
            year_link(context, year).place if year in context.catalogue.years else None
        )
        yield Label(
            str(year),
            scale.x(year, part),
            bottom + _AXIS_HEIGHT - 6,
            "middle" if part else "start",
            shift=0 if part else 3,
            place=place,
        )
