"""Lists inside of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Built, Project


def build_page(wiki: Project, text: str, **config: object) -> Built:
    wiki.write({"page.md": f"---\norphan: true\n---\n# Page\n\n{text}\n"})
    return wiki.build(**config)  # type: ignore[arg-type]


def titles(page: str) -> list[str]:
    """Return the linked works in the order of the page."""
    keys = re.findall(r'href="works/([\w-]+)\.html"', page.split("<h1>")[1])
    return list(dict.fromkeys(keys))


SORTING, MERGING = "example2019sorting", "muller2021merging"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("topic:sorting", [MERGING, SORTING]),
        ("person:ada-example", [SORTING]),
        ('author:"Jo Müller" year>=2020', [MERGING]),
        ("type:article", [SORTING]),
        ("topic:sorting -type:article", [MERGING]),
        ("venue:journal-of-invented-results", [SORTING]),
        ("merging", [MERGING]),
        ("", [MERGING, SORTING]),
    ],
)
def test_works_are_selected_by_a_query(
    wiki: Project, query: str, expected: list[str]
) -> None:
    built = build_page(wiki, f"```{{works}} {query}\n```")

    assert built.warnings == []
    assert titles(built.text("page.html")) == expected


def test_works_are_sorted_grouped_and_limited(wiki: Project) -> None:
    text = "```{works} topic:sorting\n:sort: oldest\n:group: year\n:limit: 1\n```"

    page = build_page(wiki, text).text("page.html")

    assert titles(page) == [SORTING]
    assert "2019" in page


def test_people_topics_timeline_and_cards(wiki: Project) -> None:
    text = (
        "```{people} topic:sorting\n```\n\n```{topics} person:ada-example\n```\n\n"
        f"```{{timeline}} topic:sorting\n```\n\n```{{work-card}} {SORTING}\n```"
    )

    built = build_page(wiki, text)

    page = built.text("page.html")
    assert built.warnings == []
    assert 'href="people/jo-muller.html"' in page
    assert 'href="topics/sorting.html"' in page
    assert "Lists of ten items are sorted." in page
    assert "Ten items are sorted in 3 steps." in page


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{works} persn:ada", "persn"),
        ("{works} year>=soon", "year"),
        ('{works} venue:"no end', "venue"),
        ("{works} person:nobody-here", "nobody-here"),
        ("{work-card} nothing2000", "nothing2000"),
    ],
)
def test_a_wrong_query_says_what_and_where(
    wiki: Project, written: str, words: str
) -> None:
    built = build_page(wiki, f"```{written}\n```")

    [warning] = built.warnings
    assert "page.md:6: WARNING" in warning
    assert words in warning
    assert warning.endswith("[bibwiki.invalid-query]")


def test_a_wrong_option_is_an_error_at_its_line(wiki: Project) -> None:
    built = build_page(wiki, "```{works}\n:sort: sideways\n```")

    assert any("page.md" in line and "sideways" in line for line in built.warnings)


def test_a_page_is_declared_in_restructuredtext(wiki: Project) -> None:
    wiki.write(
        {
            "third.rst": ":orphan:\n\nPerson Third\n============\n\n.. wiki:page::\n\n"
            "   kind: person\n   id: person-third\n   also: [P. Third]\n\nText.\n"
        }
    )

    built = wiki.build()

    page = built.text("third.html")
    assert built.warnings == []
    assert "Merging Large Lists" in page
    assert 'id="coauthors"' in page
    assert 'href="../third.html"' in built.text("works/muller2021merging.html")
    assert "../third.html" in built.text("people/person-third.html")


def test_a_wrong_declaration_is_reported_at_its_line(wiki: Project) -> None:
    wiki.write(
        {
            "third.rst": ":orphan:\n\nThird\n=====\n\n.. wiki:page::\n\n"
            "   kind: person\n   alsoo: [P. Third]\n"
        }
    )

    [warning] = wiki.build().warnings

    assert "third.rst:9: WARNING" in warning
    assert "alsoo" in warning
    assert warning.endswith("[bibwiki.invalid-front-matter]")
