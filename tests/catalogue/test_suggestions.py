"""Which people may be one: only suggested, with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.identity.name_likeness import Fit
from bibwiki.catalogue.identity.suggestions import (
    suggest_people,
    suggestion_diagnostics,
)
from bibwiki.model.diagnostic import Problem
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from conftest import Builder


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        pytest.param("Vale, Ada", "Vale, A.", Fit.INITIALS, id="initial"),
        pytest.param("Vale, Ada May", "Vale, AM", Fit.INITIALS, id="glued initials"),
        pytest.param("Vale, Ada May", "Vale, A.", Fit.INITIALS, id="fewer initials"),
        pytest.param("Vale, Ada", "Ada, Vale", Fit.TRANSPOSED, id="transposed"),
        pytest.param(
            "Vale, Ada Bea", "Ada, Vale Bea", Fit.TRANSPOSED, id="three words"
        ),
        pytest.param("de Vale, Ada", "Vale, A.", Fit.INITIALS, id="particle"),
    ],
)
def test_people_who_may_be_one(build: Builder, one: str, other: str, fit: Fit) -> None:
    works = (
        build.work("a", f"{one}; Ruhm, Zoe"),
        build.work("b", f"{other}; Ruhm, Zoe"),
    )

    [suggestion] = suggest_people(build.catalogue(*works))

    assert suggestion.fit is fit
    assert suggestion.shared == ("coauthor Zoe Ruhm",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Vale, Ada", "Vale, B.", id="another initial"),
        pytest.param("Vale, Ada May", "Vale, A. B.", id="another middle initial"),
        pytest.param("Vale, Ada", "Vale, Ann", id="another name"),
        pytest.param("Vale, Jr, Ada", "Vale, Sr, A.", id="father and son"),
        pytest.param("Vale, Ada", "Vаle, A.", id="Cyrillic letter"),  # noqa: RUF001
    ],
)
def test_people_who_are_different(build: Builder, one: str, other: str) -> None:
    works = (
        build.work("a", f"{one}; Ruhm, Zoe"),
        build.work("b", f"{other}; Ruhm, Zoe"),
    )

    assert suggest_people(build.catalogue(*works)) == ()


def test_initials_need_a_second_reason(build: Builder) -> None:
    works = (build.work("a", "Vale, Ada"), build.work("b", "Vale, A."))

    assert suggest_people(build.catalogue(*works)) == ()


def test_missing_middle_name_is_listed_where_it_was_not_merged(build: Builder) -> None:
    works = (build.work("a", "Vale, Ada"), build.work("b", "Vale, Ada May"))

    [suggestion] = suggest_people(build.catalogue(*works))

    assert suggestion.reasons == ("a middle name is missing",)


def test_venues_and_topics_are_reasons(build: Builder) -> None:
    works = (
        build.work("a", "Vale, Ada", venue="Journal of Wool", keywords=("sheep",)),
        build.work("b", "Vale, A.", venue="Journal of Wool", keywords=("sheep",)),
    )

    [suggestion] = suggest_people(build.catalogue(*works))

    assert suggestion.shared == ("topic sheep", "venue Journal of Wool")


def test_creators_of_one_work_are_never_one(build: Builder) -> None:
    work = build.work("a", "Vale, Ada; Vale, A.; Ruhm, Zoe")

    assert suggest_people(build.catalogue(work)) == ()


def test_problem_stands_at_a_work_of_the_person_without_page(build: Builder) -> None:
    works = (
        build.work("a", "Vale, A.; Ruhm, Zoe", "2020"),
        build.work("b", "Vale, Ada; Ruhm, Zoe"),
    )
    note = build.note(Kind.PERSON, "ada", "Ada Vale")
    catalogue = build.catalogue(*works, notes=(note,))

    [problem] = suggestion_diagnostics(catalogue, suggest_people(catalogue))

    assert problem.problem is Problem.SUSPECTED_PERSON
    assert problem.location == works[0].entry.location
    assert problem.message == (
        "'A. Vale' (a-vale) may be 'Ada Vale' (ada): initials fit, coauthor Zoe Ruhm"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Vale, Jian-Yun", "Vale, Jianyun", id="given name"),
        pytest.param("Al-Vale, Amal", "Alvale, Amal", id="family name"),
    ],
)
def test_another_spelling_is_listed_without_anything_shared(
    build: Builder, one: str, other: str
) -> None:
    works = (build.work("a", one), build.work("b", other))

    [suggestion] = suggest_people(build.catalogue(*works))

    assert suggestion.fit is Fit.SPELLING


def test_two_of_one_name_who_share_nothing_are_no_question(build: Builder) -> None:
    catalogue = build.catalogue(build.work("a", "Vale, Ada; Vale, Ada"))

    assert suggest_people(catalogue) == ()
