from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.catalogue import Catalogue
from bibwiki.catalogue.folding import fold
from bibwiki.model.diagnostic import Problem
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from conftest import Builder


def test_nothing_gives_an_empty_catalogue() -> None:
    assert assemble([], [], []) == (Catalogue(), ())


def test_years_stand_newest_first_and_so_do_their_works(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "", "1999"),
        build.work("b", "", "2021-01"),
        build.work("c"),
        build.work("d", "", "2021-02"),
    )

    assert list(catalogue.years.items()) == [(2021, ("d", "b")), (1999, ("a",))]


def test_works_stand_in_file_order(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("z", "", "1999"), build.work("a", "", "2021"), build.work("m")
    )

    assert list(catalogue.works) == ["z", "a", "m"]
    assert list(catalogue.rank) == ["a", "z", "m"]


def test_a_page_about_a_version_is_the_work_s_page(build: Builder) -> None:
    note = build.note(Kind.WORK, "pre")
    catalogue, problems = build.assembled(
        build.work("pre", work_type=WorkType.PREPRINT, version="art"),
        build.work("art"),
        notes=(note,),
    )

    assert catalogue.works["art"].note is note
    assert catalogue.documents == {Target(Kind.WORK, "art"): "works/pre"}
    assert problems == ()


def test_a_page_about_no_entry_is_reported(build: Builder) -> None:
    note = build.note(Kind.WORK, "gone")

    catalogue, (problem,) = build.assembled(notes=(note,))

    assert catalogue.documents == {}
    assert problem.problem is Problem.UNKNOWN_KEY
    assert problem.location == note.location


def test_a_second_page_about_a_work_is_reported(build: Builder) -> None:
    notes = (build.note(Kind.WORK, "art"), build.note(Kind.WORK, "pre"))

    catalogue, (problem,) = build.assembled(
        build.work("pre", version="art"), build.work("art"), notes=notes
    )

    assert catalogue.documents == {Target(Kind.WORK, "pre"): "works/art"}
    assert problem.problem is Problem.DUPLICATE_ID
    assert problem.location == notes[1].location
    assert "'works/pre'" in problem.message


def test_documents_name_the_pages_that_count(build: Builder) -> None:
    notes = (
        build.note(Kind.PERSON, "ada", docname="people/a"),
        build.note(Kind.PERSON, "ada", docname="people/b"),
        build.note(Kind.TOPIC, "looms"),
    )

    catalogue, _ = build.assembled(notes=notes)

    assert catalogue.documents == {
        Target(Kind.PERSON, "ada"): "people/a",
        Target(Kind.TOPIC, "looms"): "topics/looms",
    }


def test_everything_that_has_a_page_has_a_slug(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("Key", "Quill, Ada", "2021", venue="Dice", publisher="Loom Press"),
        build.work("key", "李, 明", keywords=("a",)),
        notes=(build.note(Kind.TOPIC, "index"), build.note(Kind.EVENT, "fair")),
    )

    slugs = {str(target): slug for target, slug in catalogue.slugs.items()}
    assert slugs["work:Key"] == "Key"
    assert slugs["work:key"].startswith("key-")
    assert slugs["person:ada-quill"] == "ada-quill"
    assert slugs["topic:index"].startswith("index-")
    assert slugs["year:2021"] == "2021"
    assert {str(target.kind) for target in catalogue.slugs} == {
        "work", "person", "topic", "venue", "organization", "event", "year",
    }  # fmt: skip


def test_a_page_keeps_the_plain_slug_before_what_has_none(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", publisher="Ada"),
        notes=(build.note(Kind.ORGANIZATION, "ADA", "Zeta"),),
    )

    assert catalogue.slugs[Target(Kind.ORGANIZATION, "ADA")] == "ADA"


@pytest.mark.parametrize(
    ("name", "targets"),
    [
        ("key1", ["work:key1"]),
        ("old-key", ["work:key1"]),
        ("Title of key1", ["work:key1"]),
        ("Quill, Ada", ["person:ada"]),
        ("A. Quill", ["person:ada"]),
        ("ada-former", ["person:ada"]),
        ("JD", ["venue:journal-of-dice"]),
        ("Journal of Dice", ["topic:dice", "venue:journal-of-dice"]),
        ("2021", ["year:2021"]),
    ],
)
def test_names_lead_to_what_they_may_mean(
    build: Builder, name: str, targets: list[str]
) -> None:
    notes = (
        build.note(
            Kind.PERSON, "ada", "Ada Quill", also=("A. Quill",), also_id=("ada-former",)
        ),
        build.note(Kind.TOPIC, "dice", "Journal of Dice"),
        build.note(Kind.VENUE, "journal-of-dice", "Journal of Dice", also=("JD",)),
    )
    work = build.work("key1", "Quill, Ada", "2021", also_keys=("old-key",))

    catalogue = build.catalogue(work, notes=notes)

    assert [str(one) for one in catalogue.names[fold(name)]] == targets


def test_the_order_of_the_notes_does_not_matter(build: Builder) -> None:
    works = [
        build.work(f"k{n}", f"Quill, Ada; Name{n % 5}, X", "2020", keywords=("a", "b"))
        for n in range(20)
    ]
    notes = [
        build.note(kind, f"id-{n}", f"Name {n % 3}")
        for kind in (Kind.PERSON, Kind.TOPIC, Kind.VENUE)
        for n in range(5)
    ]
    expected = assemble(works, [], notes)

    Random(1).shuffle(notes)  # noqa: S311 - the same order in every run

    assert assemble(works, [], notes) == expected
