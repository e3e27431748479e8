from __future__ import annotations

import pytest

from bibwiki.model.publication import read_pages, read_publisher, read_venue
from bibwiki.model.work import Venue
from bibwiki.model.work_type import WorkType

PAGES = [
    pytest.param("10$-$20", "10-20", id="math-hyphen"),
    pytest.param(r"10\,--\,20.", "10-20", id="thin-spaces"),
    pytest.param(r"1\-5", "1-5", id="discretionary-hyphen"),
    pytest.param("pages 3 to 9", "3-9", id="to"),
    pytest.param("10\N{MINUS SIGN}20", "10-20", id="minus"),
    pytest.param("10--20", "10-20", id="two-hyphens"),
    pytest.param("10-20", "10-20", id="hyphen"),
    pytest.param("10 -- 20", "10-20", id="spaces"),
    pytest.param("10---20", "10-20", id="three-hyphens"),
    pytest.param("10\u201320", "10-20", id="en-dash"),
    pytest.param("10\\textendash{}20", "10-20", id="command"),
    pytest.param("pp.~10--20", "10-20", id="pp"),
    pytest.param("p. 7", "7", id="p"),
    pytest.param("{10}--{20}", "10-20", id="braces"),
    pytest.param("1:1--1:20", "1:1-1:20", id="colons"),
    pytest.param("S10--S20", "S10-S20", id="letters"),
    pytest.param("10--", "10", id="open"),
    pytest.param("3, 7--9", "3, 7-9", id="several"),
    pytest.param("e123", "e123", id="article-number"),
    pytest.param("", "", id="none"),
]
VENUES = [
    pytest.param(
        {"journal": "J. of {L}ooms", "shortjournal": "JL"},
        WorkType.ARTICLE,
        Venue("J. of Looms", "journal", "JL"),
        id="journal",
    ),
    pytest.param(
        {"journaltitle": "Looms", "journalsubtitle": "All"},
        WorkType.ARTICLE,
        Venue("Looms: All", "journal"),
        id="journaltitle",
    ),
    pytest.param(
        {"journaltitle": "The Loom Post"},
        WorkType.PRESS,
        Venue("The Loom Post", "website"),
        id="press",
    ),
    pytest.param(
        {"journal": "arXiv preprint arXiv:2101.00001"},
        WorkType.PREPRINT,
        None,
        id="preprint",
    ),
    pytest.param(
        {"booktitle": "Loom Days", "series": "LD '21"},
        WorkType.PAPER,
        Venue("Loom Days", "conference", "LD '21"),
        id="conference",
    ),
    pytest.param(
        {"booktitle": "Loom Days", "series": "Lecture Notes in Looms"},
        WorkType.PAPER,
        Venue("Loom Days", "conference"),
        id="book-series-is-no-short-name",
    ),
    pytest.param(
        {"booktitle": "Loom Days", "series": "the long name of a series of books"},
        WorkType.PAPER,
        Venue("Loom Days", "conference"),
        id="long-series",
    ),
    pytest.param(
        {"booktitle": "Looms", "shortbooktitle": "L"},
        WorkType.CHAPTER,
        Venue("Looms", "book", "L"),
        id="book",
    ),
    pytest.param(
        {"booktitle": "Loom Site"}, WorkType.POST, Venue("Loom Site", "website"), id="w"
    ),
    pytest.param(
        {"series": "Loom Books"},
        WorkType.BOOK,
        Venue("Loom Books", "series"),
        id="series",
    ),
    pytest.param(
        {"journal": "{\\mnras}"},
        WorkType.ARTICLE,
        Venue("Monthly Notices of the Royal Astronomical Society", "journal"),
        id="macro-of-astronomers",
    ),
    pytest.param(
        {"journal": "\\apj Looms"},
        WorkType.ARTICLE,
        Venue("\\apj Looms", "journal"),
        id="macro-among-words",
    ),
    pytest.param({"series": "Loom Books"}, WorkType.MISC, None, id="series-of-misc"),
    pytest.param({"booktitle": "arXiv"}, WorkType.PREPRINT, None, id="arxiv-book"),
]


@pytest.mark.parametrize(("text", "pages"), PAGES)
def test_pages_have_plain_hyphens(text: str, pages: str) -> None:
    assert read_pages(text) == pages


@pytest.mark.parametrize(("fields", "work_type", "venue"), VENUES)
def test_the_venue(
    fields: dict[str, str], work_type: WorkType, venue: Venue | None
) -> None:
    assert read_venue(fields, work_type) == venue


def test_the_publisher_comes_before_institution_and_school() -> None:
    assert read_publisher({"school": "S", "institution": "I \\& J"}) == "I & J"
    assert read_publisher({"publisher": "", "organization": "O"}) == "O"
    assert read_publisher({}) == ""
