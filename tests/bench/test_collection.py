"""The made collections are what the bench says they are."""

from __future__ import annotations

from collection import PAGES, TOPICS, format_files, format_page, make_collection


def test_same_size_makes_the_same_collection() -> None:
    assert format_files(make_collection(400)) == format_files(make_collection(400))


def test_sizes_are_as_promised() -> None:
    collection = make_collection(1000)

    assert len({work.key for work in collection.works}) == 1000
    assert len(set(collection.people)) == 600
    assert {one for work in collection.works for one in work.authors} == set(range(600))
    assert {one for work in collection.works for one in work.topics} == set(
        range(TOPICS)
    )
    assert {len(work.authors) for work in collection.works} == set(range(3, 9))
    assert len(collection.citations) == PAGES


def test_same_people_are_written_in_two_ways() -> None:
    entries = "".join(format_files(make_collection(1000)).values())

    assert "Dréberg, " in entries
    assert r"Dr{\'e}berg, " in entries


def test_page_cites_each_key_once() -> None:
    page = format_page(1, ("one", "two"))

    assert page.count("{cite:p}`one`") == 1
    assert page.count("{cite:p}`two`") == 1
