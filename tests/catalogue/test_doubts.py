"""What a keeper could decide, as the whole collection shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.doubts import find_doubts
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from conftest import Builder


def test_a_sound_collection_has_none(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Quill, Ada; Reed, Cleo"), build.work("b", "Vale, Ben")
    )

    doubts = find_doubts(catalogue)

    assert not (doubts.people)
    assert not (doubts.duplicates)
    assert not (doubts.names)
    assert not (doubts.shared_names)
    assert not (doubts.unresolved)


def test_people_and_works_that_may_be_one(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "Quill, Ada; Reed, Cleo", "2020", title="The Same Old Song"),
        build.work("b", "Quill, A.; Reed, Cleo", "2020", title="The Same Old Song"),
    )

    doubts = find_doubts(catalogue)

    assert [(one.first, one.second) for one in doubts.people] == [
        ("ada-quill", "a-quill")
    ]
    assert [(one.first.key, one.second.key) for one in doubts.duplicates] == [
        ("a", "b")
    ]


def test_a_name_of_two_pages_is_open_until_the_entry_says_whose_it_is(
    build: Builder,
) -> None:
    pages = (
        build.note(Kind.PERSON, "ada-1", "Ada Quill"),
        build.note(Kind.PERSON, "ada-2", "Ada Quill"),
    )
    works = (
        build.work("a", "Reed, Cleo; Quill, Ada", editors="Vale, Ben"),
        build.work("b", "Reed, Cleo", editors="Vale, Ben; Quill, Ada"),
        build.work("c", "Quill, Ada=ada-1"),
    )

    doubts = find_doubts(build.catalogue(*works, notes=pages))

    assert [one.annotation for one in doubts.names] == [
        'author+an:id = {2="ada-1"},',
        'editor+an:id = {2="ada-1"},',
    ]


def test_two_of_one_name_on_one_work_share_it(build: Builder) -> None:
    doubts = find_doubts(build.catalogue(build.work("a", "Quill, Ada; Quill, Ada")))

    assert doubts.shared_names == (("ada-quill", "ada-quill-2"),)
