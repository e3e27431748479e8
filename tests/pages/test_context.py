from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext


def test_neighbours_on_a_shelf_go_round(big: PageContext) -> None:
    assert _neighbours(big, "work0", 2) == (["work2", "work4"], 64)
    assert _neighbours(big, "work128", 2) == (["work0", "work2"], 64)
    assert _neighbours(big, "work126", 3)[0] == ["work128", "work0", "work2"]


def test_all_others_of_a_small_shelf_are_neighbours(library: PageContext) -> None:
    assert _neighbours(library, "quill2021lamps", 5) == (
        ["brightwater2021tides"],
        1,
    )


def test_works_without_venue_or_year_have_no_shelf(library: PageContext) -> None:
    assert _neighbours(library, "hostile", 5) == ([], 0)
    assert _neighbours(library, "crowd2021many", 5) == ([], 0)


def test_first_years_are_those_of_the_first_work(library: PageContext) -> None:
    first = library.tables.first_years(Kind.TOPIC)

    assert first == {2021: ("lamp-posts", "tides"), 2019: ("doubt",)}
    assert library.tables.first_years(Kind.TOPIC) is first


def test_positions_are_those_of_the_catalogue(library: PageContext) -> None:
    assert list(library.tables.positions(Kind.WORK)) == list(library.catalogue.works)
    assert list(library.tables.positions(Kind.PERSON)) == list(library.catalogue.people)


def test_addresses_are_the_standard_ones(library: PageContext) -> None:
    target = Target(Kind.PERSON, "ada-brightwater")

    assert library.pagename(target) == "people/ada-brightwater"
    assert library.has_document(target)


def _neighbours(context: PageContext, key: str, limit: int) -> tuple[list[str], int]:
    return context.tables.shelf_neighbours(context.catalogue.works[key], limit)
