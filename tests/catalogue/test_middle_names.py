from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from conftest import Builder

SHORT, LONG = "Quill, Ada", "Quill, Ada B."


def people_of(build: Builder, *authors: str, **given: object) -> list[str | None]:
    works = [
        build.work(f"k{number}", names, "2020", **given)
        for number, names in enumerate(authors)
    ]
    catalogue = build.catalogue(*works)
    return [catalogue.works[work.key].credits[0].person for work in works]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(SHORT, LONG, id="initial"),
        pytest.param(SHORT, "Quill, Ada Bea", id="full-middle-name"),
        pytest.param(LONG, "Quill, Ada Bea", id="initial-of-middle-name"),
        pytest.param("van Quill, Ada", "van Quill, Ada B.", id="particle"),
    ],
)
def test_a_missing_middle_name_joins_with_a_shared_coauthor(
    build: Builder, one: str, other: str
) -> None:
    first, second = people_of(build, f"{one}; Reed, Cleo", f"{other}; Reed, Cleo")

    assert first == second


def test_the_rule_is_recorded(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", f"{SHORT}; Reed, Cleo"), build.work("b", f"{LONG}; Reed, Cleo")
    )

    assert catalogue.works["a"].credits[0].rule == "normalised name"
    assert catalogue.works["b"].credits[0].rule == "missing middle name"
    assert catalogue.people["ada-quill"].names == ("Ada B. Quill", "Ada Quill")


@pytest.mark.parametrize(
    "given", [{"venue": "Dice"}, {"keywords": ("looms",)}], ids=["venue", "keyword"]
)
def test_a_shared_venue_or_keyword_is_a_reason(
    build: Builder, given: dict[str, object]
) -> None:
    first, second = people_of(build, SHORT, LONG, **given)

    assert first == second


def test_without_a_second_reason_nobody_is_joined(build: Builder) -> None:
    first, second = people_of(build, SHORT, LONG)

    assert first != second


@pytest.mark.parametrize(
    ("people", "shared", "joined"),
    [
        pytest.param(900, 1, True, id="small"),
        pytest.param(1100, 1, False, id="large"),
        pytest.param(1100, 2, True, id="large-with-two-reasons"),
    ],
)
def test_a_large_collection_needs_more_reasons(
    build: Builder, people: int, shared: int, *, joined: bool
) -> None:
    crowd = "; ".join(f"Given{n}, Family{n}" for n in range(people))
    coauthors = ("; Reed, Cleo", "; Vale, Ben")[:shared]
    names = (f"{SHORT}{''.join(coauthors)}", f"{LONG}{''.join(coauthors)}", crowd)
    first, second, _ = people_of(build, *names)

    assert (first == second) is joined


def test_a_venue_that_everybody_shares_is_no_reason(build: Builder) -> None:
    crowd = [f"Other{number}, Xenia" for number in range(60)]
    first, second, *_ = people_of(build, SHORT, LONG, *crowd, venue="Dice")

    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Quill, A.", "Quill, A. B.", id="initials-only"),
        pytest.param("Quill, Ada C.", LONG, id="other-middle-name"),
        pytest.param("Quill, Ada", "Quill-Reed, Ada B.", id="other-family-name"),
        pytest.param("Quill, Ada", "Quill, Jr, Ada B.", id="suffix"),
        pytest.param("Quill, Ada B. C.", LONG, id="more-middle-names"),
        pytest.param("Quill", "Quill, Ada", id="mononym"),
        pytest.param("Quill, Ada-Bea", "Quill, Ada", id="hyphen-makes-one-name"),
    ],
)
def test_names_that_differ_in_more_stay_apart(
    build: Builder, one: str, other: str
) -> None:
    first, second = people_of(build, f"{one}; Reed, Cleo", f"{other}; Reed, Cleo")

    assert first != second


def test_another_person_who_could_be_meant_keeps_all_apart(build: Builder) -> None:
    ids = people_of(
        build,
        f"{SHORT}; Reed, Cleo",
        f"{LONG}; Reed, Cleo",
        "Quill, Ada Cora; Reed, Cleo",
    )

    assert len(set(ids)) == 3


def test_many_forms_of_a_name_are_taken_for_many_people(build: Builder) -> None:
    forms = [f"Quill, Ada{middle}" for middle in ("", " B", " Bea", " Bee", " Ben")]
    ids = people_of(build, *(f"{form}; Reed, Cleo" for form in forms))

    assert len(set(ids)) == 5


def test_coauthors_of_each_other_stay_apart(build: Builder) -> None:
    ids = people_of(
        build, f"{SHORT}; {LONG}", f"{SHORT}; Reed, Cleo", f"{LONG}; Reed, Cleo"
    )

    assert ids[1] != ids[2]


def test_a_crowd_of_coauthors_is_no_reason(build: Builder) -> None:
    crowd = "; ".join(f"Other{number}, Xenia" for number in range(60))
    first, second = people_of(build, f"{SHORT}; {crowd}", f"{LONG}; {crowd}")

    assert first != second


def test_known_namesakes_are_not_joined(build: Builder) -> None:
    ids = people_of(build, f"{SHORT}; {SHORT}; Reed, Cleo", f"{LONG}; Reed, Cleo")

    assert ids[0] != ids[1]


def test_a_page_s_person_takes_the_name_without_a_middle_name(build: Builder) -> None:
    page = build.note(Kind.PERSON, "ada", "Ada B. Quill")
    catalogue = build.catalogue(
        build.work("a", f"{SHORT}; Reed, Cleo"),
        build.work("b", f"{LONG}; Reed, Cleo"),
        notes=(page,),
    )

    (credit, _) = catalogue.works["a"].credits
    assert (credit.person, credit.rule) == ("ada", "missing middle name")


def test_two_pages_are_never_joined(build: Builder) -> None:
    pages = (
        build.note(Kind.PERSON, "ada", "Ada Quill"),
        build.note(Kind.PERSON, "ada-b", "Ada B. Quill"),
    )
    catalogue = build.catalogue(
        build.work("a", f"{SHORT}; Reed, Cleo"),
        build.work("b", f"{LONG}; Reed, Cleo"),
        notes=pages,
    )

    assert catalogue.people["ada"].works == ("a",)
    assert catalogue.people["ada-b"].works == ("b",)


@pytest.mark.parametrize(
    ("name", "same"), [("Ada Bea Quill", True), ("Ada Cora Quill", False)]
)
def test_the_name_of_the_page_counts_where_works_are_shorter(
    build: Builder, name: str, *, same: bool
) -> None:
    page = build.note(Kind.PERSON, "ada", name, also=("Ada Quill",))
    catalogue = build.catalogue(
        build.work("a", "Quill, Ada; Reed, Cleo"),
        build.work("b", "Quill, Ada B.; Reed, Cleo"),
        notes=(page,),
    )

    assert (catalogue.works["b"].credits[0].person == "ada") is same


def test_the_longest_name_on_works_counts(build: Builder) -> None:
    works = [
        build.work("a", "Q., A.=quill; Reed, Cleo"),
        build.work("b", "Quill, Ada Cora=quill; Reed, Cleo"),
        build.work("c", "Quill, Ada B.; Reed, Cleo"),
    ]
    catalogue = build.catalogue(*works)

    assert catalogue.works["c"].credits[0].person == "ada-b-quill"
