from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.relatedness import related_works

if TYPE_CHECKING:
    from conftest import Builder


def test_what_shares_most_stands_first(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Quill, Ada; Reed, Cleo", "2020", keywords=("looms", "dye")),
        build.work("b", "Quill, Ada; Reed, Cleo", "2021", keywords=("looms",)),
        build.work("c", "Reed, Cleo", "2019"),
        build.work("d", "Fox, Bea", "2019", keywords=("dye",)),
        build.work("e", "Fox, Bea", "2019"),
    )

    assert related_works(catalogue, "a", 5) == ("b", "d", "c")
    assert related_works(catalogue, "a", 1) == ("b",)
    assert related_works(catalogue, "e", 5) == ("d",)


def test_what_few_works_share_counts_more(build: Builder) -> None:
    crowd = [build.work(f"k{n}", "", "2019", keywords=("looms",)) for n in range(9)]
    catalogue = build.catalogue(
        build.work("a", "", "2020", keywords=("looms", "dye")),
        build.work("rare", "", "1990", keywords=("dye",)),
        *crowd,
    )

    assert related_works(catalogue, "a", 1) == ("rare",)


def test_in_a_long_list_the_works_next_in_date_are_looked_at(build: Builder) -> None:
    works = [
        build.work(f"k{n}", "", f"{1000 + n}", keywords=("x",)) for n in range(100)
    ]
    catalogue = build.catalogue(*works)

    related = related_works(catalogue, "k50", 100)

    assert set(related) == {f"k{n}" for n in range(34, 67) if n != 50}


def test_a_person_in_two_roles_counts_once(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Quill, Ada", editors="Quill, Ada", keywords=("dye",)),
        build.work("b", "Quill, Ada", "2019"),
        build.work("c", "Fox, Bea", "2020", keywords=("dye",)),
    )

    # As near as each other, so the newer stands first.
    assert related_works(catalogue, "a", 5) == ("c", "b")
