from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.versions import JoinedWorks, join_versions
from bibwiki.model.diagnostic import Problem
from bibwiki.model.identifier import Identifier
from bibwiki.model.work import ExternalLink, Venue
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from conftest import Builder


def keys_of(joined: JoinedWorks) -> list[tuple[str, ...]]:
    return [one.keys for one in joined.works]


def test_works_that_declare_nothing_stay_apart(build: Builder) -> None:
    joined = join_versions([build.work("a"), build.work("b")], [])

    assert keys_of(joined) == [("a",), ("b",)]
    assert joined.key_to_work == {"a": "a", "b": "b"}


def test_the_published_version_is_the_primary_one(build: Builder) -> None:
    preprint = build.work("pre", work_type=WorkType.PREPRINT)
    talk = build.work("talk", version="pre", work_type=WorkType.TALK)
    article = build.work("art", version="pre")

    joined = join_versions([preprint, talk, article], [])

    assert keys_of(joined) == [("art", "pre", "talk")]
    assert joined.key_to_work == {"pre": "art", "talk": "art", "art": "art"}
    assert [entry.key for entry in joined.works[0].entries] == ["art", "pre", "talk"]


def test_without_a_published_version_the_first_in_the_file_counts(
    build: Builder,
) -> None:
    first = build.work("one", work_type=WorkType.PREPRINT)
    second = build.work("two", work_type=WorkType.MANUSCRIPT, version="one")

    assert keys_of(join_versions([first, second], [])) == [("one", "two")]


def test_versions_join_through_others_and_in_cycles(build: Builder) -> None:
    works = [
        build.work("a", version="b"),
        build.work("x"),
        build.work("b", version="c"),
        build.work("c", version="a"),
    ]

    assert keys_of(join_versions(works, [])) == [("a", "b", "c"), ("x",)]


def test_further_keys_resolve(build: Builder) -> None:
    joined = join_versions([build.work("a", also_keys=("old", "older"))], [])

    assert keys_of(joined) == [("a", "old", "older")]
    assert joined.key_to_work["older"] == "a"


def test_a_further_key_that_is_an_entry_s_joins_the_two(build: Builder) -> None:
    joined = join_versions([build.work("a", also_keys=("b",)), build.work("b")], [])

    assert keys_of(joined) == [("a", "b")]
    assert joined.diagnostics == ()


def test_a_further_key_of_two_works_stays_with_the_first(build: Builder) -> None:
    works = [build.work("a", also_keys=("x",)), build.work("b", also_keys=("x",))]

    joined = join_versions(works, [])

    assert keys_of(joined) == [("a", "x"), ("b",)]
    (problem,) = joined.diagnostics
    assert problem.problem is Problem.DUPLICATE_KEY
    assert problem.location == works[1].entry.location
    assert "'x' of 'b' belongs to 'a'" in problem.message


def test_a_further_key_of_two_versions_is_no_problem(build: Builder) -> None:
    works = [
        build.work("a", also_keys=("x",)),
        build.work("b", also_keys=("x",), version="a"),
    ]

    joined = join_versions(works, [])

    assert keys_of(joined) == [("a", "x", "b")]
    assert joined.diagnostics == ()


def test_repeats_stand_behind_the_work_of_their_key(build: Builder) -> None:
    work = build.work("a")
    repeats = [build.entry("a", kept=False), build.entry("a", kept=False)]

    (one,) = join_versions([work], repeats).works

    assert one.keys == ("a",)
    assert [entry.kept for entry in one.entries] == [True, False, False]


def test_a_second_work_of_a_key_counts_as_a_repeat(build: Builder) -> None:
    (one,) = join_versions([build.work("a"), build.work("a")], []).works

    assert len(one.entries) == 2


def test_what_only_another_version_says_is_added(build: Builder) -> None:
    link = ExternalLink("PDF", "https://example.org/a.pdf")
    doi, arxiv = Identifier("doi", "10.1/a", None), Identifier("arxiv", "2101.1", None)
    article = build.work("art", identifiers=(doi,), keywords=("looms",))
    preprint = build.work(
        "pre",
        "Ada, A",
        "2020",
        version="art",
        work_type=WorkType.PREPRINT,
        identifiers=(Identifier("doi", "10.1/pre", None), arxiv),
        links=(link,),
        keywords=("looms", "cards"),
        abstract="What it is about.",
        others=True,
    )

    work = join_versions([article, preprint], []).works[0].work

    assert work.title == "Title of art"
    assert work.identifiers == (doi, arxiv)
    assert work.links == (link,)
    assert work.keywords == ("looms", "cards")
    assert work.abstract == "What it is about."
    assert work.contributions == preprint.contributions
    assert work.others
    assert work.year == 2020


@pytest.mark.parametrize(
    ("work_type", "venue"),
    [
        pytest.param(WorkType.PREPRINT, None, id="not-from-a-preprint"),
        pytest.param(WorkType.PAPER, "Dice", id="from-a-publication"),
    ],
)
def test_a_venue_comes_with_its_pages_from_publications_only(
    build: Builder, work_type: WorkType, venue: str | None
) -> None:
    primary = build.work("a", work_type=WorkType.REPORT)
    other = build.work("b", version="a", work_type=work_type, venue="Dice", pages="1-2")

    work = join_versions([primary, other], []).works[0].work

    assert work.venue == (Venue(venue, "journal") if venue else None)
    assert work.pages == ("1-2" if venue else "")


def test_pages_of_another_venue_are_not_taken(build: Builder) -> None:
    primary = build.work("a", venue="Cards")
    other = build.work("b", version="a", venue="Dice", pages="1-2")

    assert join_versions([primary, other], []).works[0].work.pages == ""


def test_a_date_in_words_is_not_replaced(build: Builder) -> None:
    primary = build.work("a", date_text="in press")
    other = build.work("b", "", "2020", version="a")

    assert join_versions([primary, other], []).works[0].work.date is None
