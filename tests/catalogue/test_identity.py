"""Whom names are resolved to, and by which rule; through the assembled catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.diagnostic import Problem
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue
    from conftest import Builder


def resolved(catalogue: Catalogue, key: str) -> list[tuple[str | None, str]]:
    return [(one.person, one.rule) for one in catalogue.works[key].credits]


def test_one_normalised_full_name_is_one_person(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Brontosa, Zoë"), build.work("b", "BRONTOSA, Zoe")
    )

    assert resolved(catalogue, "a") == [("zoe-brontosa", "normalised name")]
    assert resolved(catalogue, "b") == [("zoe-brontosa", "normalised name")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Quill, Ada", "Quill, A.", id="initial"),
        pytest.param("Quill, A.", "Quill, A. B.", id="two-initials"),
        pytest.param("Quill, Ada", "Quill, Jr, Ada", id="suffix"),
        pytest.param("Quill, Ada", "Ada, Quill", id="transposed"),
        pytest.param("Аda, Quill", "Ada, Quill", id="homoglyph"),  # noqa: RUF001
    ],
)
def test_people_who_only_look_alike_stay_apart(
    build: Builder, one: str, other: str
) -> None:
    catalogue = build.catalogue(
        build.work("a", f"{one}; Reed, Cleo", "2020", venue="Dice"),
        build.work("b", f"{other}; Reed, Cleo", "2020", venue="Dice"),
    )

    assert catalogue.works["a"].credits[0].person
    assert (
        catalogue.works["a"].credits[0].person != catalogue.works["b"].credits[0].person
    )


def test_a_declared_id_counts_before_the_name(build: Builder) -> None:
    pages = (
        build.note(Kind.PERSON, "ada-1", "Ada Quill"),
        build.note(Kind.PERSON, "ada-2", "Ada B. Quill", also_id=("ada-old",)),
    )
    catalogue, problems = build.assembled(
        build.work("a", "Quill, Ada=ada-2; Quill, Ada"),
        build.work("b", "Quill, Ada=ada-old"),
        notes=pages,
    )

    assert resolved(catalogue, "a") == [("ada-2", "declared id"), ("ada-1", "alias")]
    assert resolved(catalogue, "b") == [("ada-2", "declared id")]
    assert problems == ()


def test_a_declared_id_without_a_page_is_a_person_and_reported_once(
    build: Builder,
) -> None:
    works = [build.work("a", "Quill, A.=quill-x"), build.work("b", "Q., A.=quill-x")]

    catalogue, (problem,) = build.assembled(*works)

    assert resolved(catalogue, "b") == [("quill-x", "declared id")]
    assert problem.problem is Problem.UNKNOWN_PERSON_ID
    assert problem.location == works[0].entry.location
    assert "'quill-x' in 'a'" in problem.message


def test_an_automatic_id_can_be_declared_without_a_page(build: Builder) -> None:
    catalogue, problems = build.assembled(
        build.work("a", "Quill, Ada"), build.work("b", "Q., A.=ada-quill")
    )

    assert resolved(catalogue, "b") == [("ada-quill", "declared id")]
    assert catalogue.people["ada-quill"].works == ("b", "a")
    assert problems == ()


@pytest.mark.parametrize("spelling", ["Q., Ada", "Secret, Ada", "{Ada}"])
def test_declared_names_aliases_and_hidden_names_are_matched(
    build: Builder, spelling: str
) -> None:
    page = build.note(
        Kind.PERSON,
        "ada",
        "Ada Quill",
        also=("Ada Q.", "Ada"),
        hidden_names=("Ada Secret",),
    )
    catalogue = build.catalogue(build.work("a", spelling), notes=(page,))

    assert resolved(catalogue, "a") == [("ada", "alias")]


def test_an_id_is_no_name(build: Builder) -> None:
    page = build.note(Kind.PERSON, "ada-quill", "Ada Quill of Leeds")
    catalogue = build.catalogue(build.work("a", "Quill, Ada"), notes=(page,))

    assert resolved(catalogue, "a") == [("ada-quill-2", "normalised name")]


def test_a_name_of_two_pages_is_given_to_neither(build: Builder) -> None:
    pages = tuple(build.note(Kind.PERSON, f"ada-{n}", "Ada Quill") for n in (1, 2))
    work = build.work("a", "Quill, Ada")

    catalogue, (problem,) = build.assembled(work, notes=pages)

    assert resolved(catalogue, "a") == [(None, "unresolved")]
    assert problem.problem is Problem.AMBIGUOUS_NAME
    assert problem.location == work.entry.location
    assert "(ada-1, ada-2)" in problem.message


def test_two_authors_of_one_name_are_two_people(build: Builder) -> None:
    catalogue, (problem,) = build.assembled(
        build.work("a", "Quill, Ada; Reed, Cleo; Quill, Ada; Quill, Ada"),
        build.work("b", "Quill, Ada"),
    )

    ids = [person for person, _ in resolved(catalogue, "a")]
    assert ids == ["ada-quill", "cleo-reed", "ada-quill-2", "ada-quill-3"]
    assert resolved(catalogue, "b") == [("ada-quill", "normalised name")]
    assert problem.problem is Problem.AMBIGUOUS_NAME
    assert "two authors of 'a'" in problem.message


def test_organizations_beside_authors_of_one_name_stay_organizations(
    build: Builder,
) -> None:
    catalogue = build.catalogue(build.work("a", "Quill, Ada; {Guild}; Quill, Ada"))

    assert [one.organization for one in catalogue.works["a"].credits] == [
        None,
        "guild",
        None,
    ]


def test_author_and_editor_of_one_work_can_be_one_person(build: Builder) -> None:
    catalogue, problems = build.assembled(
        build.work("a", "Quill, Ada", editors="Quill, Ada")
    )

    assert [person for person, _ in resolved(catalogue, "a")] == ["ada-quill"] * 2
    assert catalogue.people["ada-quill"].works == ("a",)
    assert problems == ()


@pytest.mark.parametrize(
    ("authors", "ids"),
    [
        pytest.param("Q., A.; Quill, Ada", ["a-q", "ada"], id="name-beats-alias"),
        pytest.param(
            "Quill, Ada; Q., A.=ada", ["ada-quill", "ada"], id="id-beats-name"
        ),
        pytest.param("Q., A.=ada; X, Y=ada", ["ada", "y-x"], id="one-id-twice"),
    ],
)
def test_of_two_creators_who_would_be_one_the_best_claim_wins(
    build: Builder, authors: str, ids: list[str]
) -> None:
    page = build.note(Kind.PERSON, "ada", "Ada Quill", also=("A. Q.",))

    catalogue, (problem,) = build.assembled(build.work("a", authors), notes=(page,))

    assert [person for person, _ in resolved(catalogue, "a")] == ids
    assert problem.problem is Problem.AMBIGUOUS_NAME


def test_literals_are_organizations(build: Builder) -> None:
    catalogue = build.catalogue(build.work("a", "{Guild of Weavers}"))

    (credit,) = catalogue.works["a"].credits
    assert (credit.person, credit.organization, credit.rule) == (
        None,
        "guild-of-weavers",
        "organization",
    )
    assert catalogue.people == {}


def test_a_declared_organization_is_no_person_also_without_braces(
    build: Builder,
) -> None:
    page = build.note(Kind.ORGANIZATION, "guild", "Weavers Guild", also=("Guildhall",))
    catalogue = build.catalogue(
        build.work("a", "Guild, Weavers; Guildhall"), notes=(page,)
    )

    credits_ = catalogue.works["a"].credits
    assert [one.organization for one in credits_] == ["guild", "guild"]


def test_an_empty_name_is_unresolved_and_not_reported(build: Builder) -> None:
    catalogue, problems = build.assembled(build.work("a", ","))

    assert resolved(catalogue, "a") == [(None, "unresolved")]
    assert problems == ()


def test_thousands_of_authors_of_one_name_are_kept_apart(build: Builder) -> None:
    catalogue = build.catalogue(build.work("a", "; ".join(["Quill, Ada"] * 3000)))

    assert len(catalogue.people) == 3000
