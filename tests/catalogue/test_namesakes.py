"""Names that are common in a collection: there the works say who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.identity.commonness import Commonness
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.notes.note import Note
    from conftest import Builder

GIVEN = ["Ada", "Bea", "Cid", "Dan", "Eve"]
FAMILY = ["Moor", "Nash", "Orr", "Pike"]


def crowd(build: Builder, *more: str, notes: tuple[Note, ...] = ()) -> Catalogue:
    """A collection in which each given name goes with each family name."""
    names = [f"{family}, {given}" for given in GIVEN for family in FAMILY]
    works = [build.work(f"c{number}", name) for number, name in enumerate(names)]
    asked = [build.work(f"k{number}", name) for number, name in enumerate(more)]
    return build.catalogue(*works[1:], *asked, notes=notes)


def people(catalogue: Catalogue) -> list[str | None]:
    return [
        work.credits[0].person
        for key, work in catalogue.works.items()
        if key.startswith("k")
    ]


def test_namesakes_are_expected_by_first_and_last_names() -> None:
    names = Commonness(f"{a} {b}".lower() for a in GIVEN for b in FAMILY)

    assert names.namesakes("ada moor") == pytest.approx(3 * 4 / 20)
    assert names.namesakes("a moor") == pytest.approx(3 * 4 / 20)
    assert names.namesakes("ada quill") == 0
    assert names.namesakes("ada") == 0


ADAS = tuple(f"{family}, Ada" for family in ("Ash", "Birch", "Elm", "Fir", "Oak"))
"""With them, another Ada Moor is likelier than not."""


def test_two_works_apart_are_somebody_elses_where_a_name_is_common(
    build: Builder,
) -> None:
    works = (
        "Moor, Ada; Reed, Cleo",
        "Moor, Ada; Vale, Ben",
        "Moor, Ada; Reed, Cleo; Hill, Fay",
        "Vale, Ben; Moor, Ada",
    )
    found = people(crowd(build, *works, *ADAS))

    assert found[0] == found[2] == "ada-moor"
    assert found[1] == "ada-moor-k1"
    assert people(crowd(build, *works))[1] == "ada-moor"


@pytest.mark.parametrize(
    "work",
    [
        pytest.param("Moor, Ada; Vale, Ben", id="single"),
        pytest.param("Moor, Ada", id="alone"),
    ],
)
def test_a_single_work_stays_with_the_others(build: Builder, work: str) -> None:
    works = ("Moor, Ada; Reed, Cleo", work, "Moor, Ada; Reed, Cleo; Hill, Fay")

    assert people(crowd(build, *works, *ADAS))[:3] == ["ada-moor"] * 3


def test_coauthors_who_wrote_together_are_a_tie(build: Builder) -> None:
    works = (
        "Moor, Ada; Reed, Cleo",
        "Moor, Ada; Vale, Ben",
        "Moor, Ada; Reed, Cleo; Hill, Fay",
        "Vale, Ben; Moor, Ada",
        "Vale, Ben; Hill, Fay",
    )

    assert people(crowd(build, *works, *ADAS))[1] == "ada-moor"


@pytest.mark.parametrize(
    ("years", "apart"),
    [
        pytest.param((2001, 2002, 2004, 2009), True, id="in-the-same-years"),
        pytest.param((2011, 2012, 2014, 2019), False, id="later"),
        pytest.param((2001, 2004, 2009), False, id="too-few"),
    ],
)
def test_several_works_in_the_years_of_the_others_are_somebody_elses(
    build: Builder, years: tuple[int, ...], *, apart: bool
) -> None:
    names = [f"{family}, {given}" for given in GIVEN for family in FAMILY]
    others = [build.work(f"c{number}", name) for number, name in enumerate(names)]
    first = [
        build.work(f"a{year}", "Moor, Ada; Reed, Cleo", str(year))
        for year in (2000, 2003, 2007, 2010)
    ]
    second = [
        build.work(f"k{year}", "Moor, Ada; Vale, Ben", str(year)) for year in years
    ]
    found = people(build.catalogue(*others[1:], *first, *second))

    assert set(found) == {f"ada-moor-k{years[0]}" if apart else "ada-moor"}


def test_a_rare_name_needs_none(build: Builder) -> None:
    found = people(crowd(build, "Quill, Ada; Reed, Cleo", "Quill, Ada; Vale, Ben"))

    assert found == ["ada-quill", "ada-quill"]


def test_two_on_one_work_prove_that_a_name_is_shared(build: Builder) -> None:
    found = people(
        crowd(
            build,
            "Moor, Ada; Moor, Ada",
            "Moor, Ada; Reed, Cleo",
            "Moor, Ada; Vale, Ben",
        )
    )

    assert len(set(found)) == 3


def test_whoever_has_a_page_is_known(build: Builder) -> None:
    page = build.note(Kind.PERSON, "ada", "Ada Moor")
    works = ("Moor, Ada; Reed, Cleo", "Moor, Ada; Vale, Ben", "Moor, Ada; Moor, Ada")
    found = people(crowd(build, *works, notes=(page,)))

    assert found == ["ada"] * 3
