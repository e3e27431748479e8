"""Names that differ in joined words or in how umlauts are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.identity.spellings import joined_words
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from conftest import Builder


def people_of(build: Builder, *authors: str) -> list[str | None]:
    works = [build.work(f"k{number}", names) for number, names in enumerate(authors)]
    catalogue = build.catalogue(*works)
    return [catalogue.works[work.key].credits[0].person for work in works]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Quill, Jian-Hua", "Quill, Jianhua", id="hyphen-or-none"),
        pytest.param("Quill, Jian Hua", "Quill, JianHua", id="space-or-capital"),
        pytest.param("Al-Quill, Amal", "Alquill, Amal", id="family-name"),
        pytest.param("de Quill, Amal", "DeQuill, Amal", id="particle"),
        pytest.param("Krämer, Jörg", "Kraemer, Joerg", id="umlauts-spelt-out"),
        pytest.param("Sørli, Åse", "Soerli, Aase", id="northern-letters"),
    ],
)
def test_one_name_in_another_spelling_joins_with_a_shared_coauthor(
    build: Builder, one: str, other: str
) -> None:
    first, second = people_of(build, f"{one}; Reed, Cleo", f"{other}; Reed, Cleo")

    assert first == second


def test_without_a_second_reason_nobody_is_joined(build: Builder) -> None:
    first, second = people_of(build, "Quill, Jian-Hua", "Quill, Jianhua")

    assert first != second


def test_two_of_one_work_are_two_people(build: Builder) -> None:
    ids = people_of(
        build,
        "Quill, Jian-Hua; Quill, Jianhua; Reed, Cleo",
        "Quill, Jianhua; Reed, Cleo",
    )

    assert ids[0] != ids[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Quill, J. H.", "Quill, Jh", id="initials"),
        pytest.param("Krämer, Jörg", "Kraimer, Jorg", id="slip"),
    ],
)
def test_other_differences_stay(build: Builder, one: str, other: str) -> None:
    first, second = people_of(build, f"{one}; Reed, Cleo", f"{other}; Reed, Cleo")

    assert first != second


def test_the_rule_is_recorded(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Quill, Jian-Hua; Reed, Cleo"),
        build.work("b", "Quill, Jianhua; Reed, Cleo"),
    )

    assert catalogue.works["a"].credits[0].rule == "normalised name"
    assert catalogue.works["b"].credits[0].rule == "other spelling"


def test_a_coauthor_in_two_spellings_is_a_coauthor_shared(build: Builder) -> None:
    ids = people_of(
        build,
        "Quill, Ada; Reed, Jian-Hua",
        "Quill, Ada B.; Reed, Jianhua",
        "Reed, Jian-Hua; Vale, Ben",
        "Reed, Jianhua; Vale, Ben",
    )

    assert ids[0] == ids[1]


def test_a_spelling_and_a_middle_name_join_through_a_third(build: Builder) -> None:
    ids = people_of(
        build,
        "Quill, Jianhua B.; Reed, Cleo",
        "Quill, Jianhua; Reed, Cleo",
        "Quill, Jian-Hua; Reed, Cleo",
    )

    assert len(set(ids)) == 1


def test_a_page_keeps_its_person(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Quill, Jianhua; Reed, Cleo"),
        build.work("b", "Quill, Jian-Hua; Reed, Cleo"),
        notes=(build.note(Kind.PERSON, "page", "Jian-Hua Quill"),),
    )

    assert [one.credits[0].person for one in catalogue.works.values()] == ["page"] * 2


def test_a_declared_id_stays_the_rule(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Quill, Jian-Hua; Reed, Cleo"),
        build.work("b", "Quill, Jianhua=jianhua-quill; Reed, Cleo"),
    )

    credit = catalogue.works["b"].credits[0]
    assert (credit.person, credit.rule) == ("jian-hua-quill", "declared id")


def test_joined_words_leave_initials_alone() -> None:
    assert joined_words("jian hua j quill lee") == "jianhua j quilllee"
