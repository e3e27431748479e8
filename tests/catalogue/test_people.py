from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.names.name import Name
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Affiliation

if TYPE_CHECKING:
    from conftest import Builder


def test_the_fullest_name_as_written_is_shown(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "QUILL, Zoe"),
        build.work("b", "Quíll, Zoë"),
        build.work("c", "Quíll, Zoë"),
    )

    person = catalogue.people["zoe-quill"]
    assert person.name == "Zoë Quíll"
    assert person.sort_name == "Quíll, Zoë"
    assert person.names == ("Zoë Quíll", "Zoe QUILL")


def test_the_most_frequent_of_equal_spellings_is_shown(build: Builder) -> None:
    spellings = ["QUILL, ADA", "Quill, Ada", "Quill, Ada"]
    works = [build.work(f"k{n}", name) for n, name in enumerate(spellings)]

    assert build.catalogue(*works).people["ada-quill"].name == "Ada Quill"


def test_a_page_s_person_has_its_name_and_all_names_but_hidden_ones(
    build: Builder,
) -> None:
    page = build.note(
        Kind.PERSON,
        "ada",
        "Ada Quill",
        also=("A. Q.",),
        hidden_names=("Ada Secret", "Old Name"),
    )
    catalogue = build.catalogue(
        build.work("a", "QUILL, Ada"), build.work("b", "Secret, Ada"), notes=(page,)
    )

    person = catalogue.people["ada"]
    assert person.note is page
    assert person.sort_name == "QUILL, Ada"
    assert person.names == ("Ada Quill", "A. Q.", "Ada QUILL")
    assert person.works == ("a", "b")
    assert "ada secret" not in catalogue.names


def test_a_hidden_name_on_a_work_is_shown_as_the_page_s(build: Builder) -> None:
    page = build.note(
        Kind.PERSON, "ada", "Ada van Quill", hidden_names=("Bob van Quill",)
    )
    catalogue = build.catalogue(
        build.work("a", "Reed, Cleo; van Quill, Bob"), notes=(page,)
    )

    work = catalogue.works["a"]
    shown = Name("Ada", "Quill", "van")
    assert work.credits[1].contribution.name == shown
    assert work.work.contributions[1].name == shown
    assert work.credits[0].contribution.name == Name("Cleo", "Reed")


def test_a_page_without_works_makes_a_person(build: Builder) -> None:
    catalogue = build.catalogue(notes=(build.note(Kind.PERSON, "ada", "Ada Quill"),))

    assert catalogue.people["ada"].works == ()
    assert catalogue.people["ada"].sort_name == "Quill, Ada"


def test_people_are_sorted_and_their_works_newest_first(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Zorn, Bea; Ébert, Ada", "2019"),
        build.work("b", "Fox, Cleo; Zorn, Bea", "2021"),
    )

    assert list(catalogue.people) == ["ada-ebert", "cleo-fox", "bea-zorn"]
    assert catalogue.people["bea-zorn"].works == ("b", "a")


def test_equal_ids_are_counted_up_in_file_order(build: Builder) -> None:
    pages = (build.note(Kind.PERSON, "ada-quill", "Somebody Else"),)
    catalogue = build.catalogue(build.work("a", "Quill, Ada; Quill+, Ada"), notes=pages)

    ids = [credit.person for credit in catalogue.works["a"].credits]
    assert ids == ["ada-quill-2", "ada-quill-3"]


@pytest.mark.parametrize(
    ("author", "id_"),
    [
        pytest.param("明, 李", "李-明", id="other-script"),
        pytest.param("?!", "person", id="signs"),
        pytest.param("Łukę, Øyvind", "oyvind-luke", id="latin-letters"),
    ],
)
def test_ids_are_made_of_names(build: Builder, author: str, id_: str) -> None:
    assert list(build.catalogue(build.work("a", author)).people) == [id_]


def test_affiliations_are_organizations(build: Builder) -> None:
    page = build.note(
        Kind.PERSON,
        "ada",
        "Ada Quill",
        affiliations=(
            Affiliation("guild", "weaver"),
            Affiliation("Loom University"),
            Affiliation("Weavers Guild", "fellow"),
        ),
    )
    guild = build.note(Kind.ORGANIZATION, "guild", "Weavers Guild")
    catalogue = build.catalogue(notes=(page, guild))

    assert catalogue.people["ada"].organizations == ("guild", "loom-university")
    assert catalogue.organizations["guild"].people == ("ada",)
    assert catalogue.organizations["loom-university"].name == "Loom University"
