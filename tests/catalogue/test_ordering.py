from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.ordering import (
    collation_key,
    newest_first,
    rank_works,
)

if TYPE_CHECKING:
    from conftest import Builder


def test_names_sort_by_folded_letters() -> None:
    names = [
        "Zeta, A",
        "Élan, B",
        "eland, C",
        "Smith Jones, Al",
        "Smith, Zoe",
        "Ōno, D",
    ]

    assert sorted(names, key=collation_key) == [
        "Élan, B",
        "eland, C",
        "Ōno, D",
        "Smith, Zoe",
        "Smith Jones, Al",
        "Zeta, A",
    ]


def test_works_are_ranked_by_date_then_creator_title_and_key(build: Builder) -> None:
    works = [
        build.work("undated", "Ames, A"),
        build.work("year", "Zorn, A", "2021"),
        build.work("month", "Zorn, A", "2021-02"),
        build.work("day", "Zorn, A", "2021-02-03"),
        build.work("old", "Ames, A", "1999"),
        build.work("by-zorn", "Zorn, A", "2020"),
        build.work("by-élan", "Élan, A", "2020"),
        build.work("b", "Fox, A", "2020", title="Same"),
        build.work("a", "Fox, A", "2020", title="Same"),
        build.work("nobody", "", "2020"),
    ]
    expected = ["day", "month", "year", "nobody", "by-élan"]
    expected += ["a", "b", "by-zorn", "old", "undated"]

    rank = rank_works(works)

    assert list(rank) == expected
    assert newest_first(["old", "day", "old"], rank) == ("day", "old")
