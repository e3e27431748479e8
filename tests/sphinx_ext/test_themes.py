"""The extension gives readable pages in every theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Project

THEMES = ["bibwiki", "pydata_sphinx_theme", "furo", "alabaster", "sphinx_rtd_theme"]
PAGES = [
    "works/example2019sorting.html",
    "people/ada-example.html",
    "people/jo-muller.html",
    "people/index.html",
    "topics/sorting.html",
    "years/2021.html",
    "citations.html",
]


@pytest.mark.parametrize("theme", THEMES)
def test_pages_build_without_warnings(wiki: Project, theme: str) -> None:
    built = wiki.build(html_theme=theme)

    assert built.warnings == []
    for name in PAGES:
        page = built.text(name)
        assert len(re.findall(r"<h1(?! class=.logo)", page)) == 1, name
        assert "BWFRAME" not in page, name
        assert "bw-frame" not in page, name
        assert page.count("<html") == page.count("</html>") == 1, name


@pytest.mark.parametrize("theme", THEMES)
def test_the_local_contents_list_the_sections(wiki: Project, theme: str) -> None:
    page = wiki.build(html_theme=theme).text("works/example2019sorting.html")

    head, _, _ = page.partition("<h1")
    _, _, tail = page.rpartition("</article>")
    links = (head + (tail or page)).count('href="#cited-in"')
    assert links >= 1
    assert page.count('id="cited-in"') == 1


@pytest.mark.parametrize("theme", THEMES)
def test_the_title_and_description_are_the_pages_own(wiki: Project, theme: str) -> None:
    page = wiki.build(html_theme=theme).text("works/example2019sorting.html")

    head = page[: page.index("</head>")]
    assert "Sorting Small Lists" in head[head.index("<title>") : head.index("</title>")]
    assert '<meta name="description"' in head


def test_pages_can_go_through_the_builder(wiki: Project) -> None:
    fast = wiki.build(out="fast")
    slow = wiki.build(out="slow", bibwiki_page_hooks=True)

    assert slow.warnings == []
    name = "works/example2019sorting.html"
    assert slow.text(name) == fast.text(name)


TABLE = "\n| Loom | Cloth |\n| --- | --- |\n| tall | wide |\n"


@pytest.mark.parametrize(
    ("theme", "boxes"),
    [("alabaster", 1), ("basic", 1), ("bibwiki", 0), ("furo", 0)],
)
def test_wide_tables_scroll_where_the_theme_does_not_see_to_it(
    wiki: Project, theme: str, boxes: int
) -> None:
    wiki.replace("index.md", "Welcome", f"{TABLE}\nWelcome")

    page = wiki.build(html_theme=theme).text("index.html")

    box = '<div aria-label="Table" class="bw-table-box" role="group" tabindex="0">'
    assert page.count("<table") == 1
    assert page.count("bw-table-box") == page.count(box) == boxes


def test_a_table_has_its_caption_as_the_name_of_its_box(wiki: Project) -> None:
    table = "```{list-table} Looms & cloth\n:name: looms\n* - tall\n  - wide\n```"
    wiki.replace("index.md", "Welcome", f"{table}\n\nWelcome")

    page = wiki.build(html_theme="alabaster").text("index.html")

    assert 'aria-label="Looms &amp; cloth" class="bw-table-box"' in page
    assert page.count('id="looms"') == 1
