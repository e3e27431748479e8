from __future__ import annotations

import pytest

from bibwiki.pages.drawings.year_bars import year_bars
from bibwiki.pages.links import HerePlace

PLACE = HerePlace("works")


def years(**counts: int) -> dict[int, tuple[int, HerePlace]]:
    return {
        int(year.removeprefix("y")): (count, HerePlace(f"in-{year}"))
        for year, count in counts.items()
    }


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="nothing"),
        pytest.param(years(y2020=9), id="one-year"),
        pytest.param(years(y2020=1, y2021=1), id="two-works"),
        pytest.param(years(y100=5, y2020=5), id="ages-apart"),
    ],
)
def test_bars_are_left_out_where_they_say_little(
    given: dict[int, tuple[int, HerePlace]],
) -> None:
    assert year_bars(given) is None


def test_each_year_has_a_bar_that_leads_to_its_works() -> None:
    drawing = year_bars(years(y2018=1, y2020=4, y2021=2))

    assert drawing is not None
    assert [(bar.title, bar.place) for bar in drawing.bars] == [
        ("2018: 1 work", HerePlace("in-y2018")),
        ("2020: 4 works", HerePlace("in-y2020")),
        ("2021: 2 works", HerePlace("in-y2021")),
    ]
    assert [bar.height for bar in drawing.bars] == [11, 44, 22]
    assert drawing.fluid
    assert drawing.description.startswith("7 works, 2018\N{EN DASH}2021, most in 2020")
    # Counts over the bars, then every second year, the last one among them.
    assert [label.text for label in drawing.labels] == ["4", "2", "2019", "2021"]


def test_all_bars_fit_the_drawing() -> None:
    drawing = year_bars({1980 + n: (n + 1, PLACE) for n in range(40)})

    assert drawing is not None
    assert all(bar.x >= 0 and bar.x + bar.width <= 100 for bar in drawing.bars)
    assert all(0 < bar.y < drawing.height for bar in drawing.bars)
    assert all(bar.height >= 3 for bar in drawing.bars)
    assert drawing.labels[-1].text == "2019"


def test_a_long_time_is_counted_by_decades() -> None:
    drawing = year_bars(years(y1975=1, y1979=2, y2003=1, y2021=3))

    assert drawing is not None
    assert drawing.title == "Works per decade"
    assert [(bar.title, bar.place) for bar in drawing.bars] == [
        ("1970s: 3 works", HerePlace("in-y1979")),
        ("2000s: 1 work", HerePlace("in-y2003")),
        ("2020s: 3 works", HerePlace("in-y2021")),
    ]
