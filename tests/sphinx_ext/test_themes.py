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
