"""What machines find in the heads of built pages."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Project

BASE = "https://example.org/wiki/"


def json_ld(html: str) -> dict[str, Any]:
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize(
    "theme", ["bibwiki", "basic", "furo", "alabaster", "sphinx_rtd_theme"]
)
def test_a_site_with_an_address(wiki: Project, theme: str) -> None:
    built = wiki.build(html_baseurl=BASE, html_theme=theme, html_title="A <i>wiki</i>")

    work = built.text("works/example2019sorting.html")
    assert json_ld(work)["url"] == f"{BASE}works/example2019sorting.html"
    assert '<meta name="citation_doi" content="10.5555/sorting" />' in work
    assert '<meta property="og:site_name" content="A wiki" />' in work
    assert work.count('rel="canonical"') == 1
    assert f'rel="canonical" href="{BASE}works/example2019sorting.html"' in work
    person = built.text("people/ada-example.html")
    assert json_ld(person)["alternateName"] == ["A. Example"]
    assert person.count('rel="canonical"') == 1
    assert 'property="og:type" content="profile"' in person
    assert f'property="og:url" content="{BASE}people/ada-example.html"' in person
    assert 'property="og:description" content="She sorts lists [' in person
    for page in (work, person):
        head, _, body = page.partition("</head>")
        assert 'name="viewport"' in head
        # Twice escaped, elements of the head would stand in the page as text.
        assert "viewport" not in body
        assert "&lt;meta" not in page
    assert "application/ld+json" not in built.text("index.html")
    assert 'property="og:title" content="A wiki"' in built.text("index.html")


def test_a_site_without_an_address(wiki: Project) -> None:
    work = wiki.build().text("works/example2019sorting.html")

    assert "url" not in json_ld(work)
    assert "og:url" not in work
    assert "canonical" not in work


def test_every_way_of_rendering_gives_one_head(wiki: Project) -> None:
    work = wiki.build(bibwiki_page_hooks=True).text("works/muller2021merging.html")

    assert json_ld(work)["@type"] == "ScholarlyArticle"
    assert work.count("og:title") == 1
    assert work.count('name="description"') == 1


def test_what_a_document_says_itself_stays(wiki: Project) -> None:
    front = "---\nmyst: {html_meta: {author: X}}\n---\n# A wiki"
    wiki.replace("index.md", "# A wiki", front)

    assert '<meta content="X" name="author" />' in wiki.build().text("index.html")


def test_books_have_none(wiki: Project) -> None:
    built = wiki.build("epub", bibwiki_epub_pages=True)

    assert "og:title" not in built.text("works/example2019sorting.xhtml")


def test_a_document_follows_what_its_head_tells(wiki: Project) -> None:
    wiki.build()
    wiki.replace("people/ada-example.md", "also: [A. Example]", "also: [Adele]")
    wiki.write({"people/jo.md": "---\nbibwiki: {kind: person, name: Jo Müller}\n---\n"})

    built = wiki.build()

    assert json_ld(built.text("people/ada-example.html"))["alternateName"] == ["Adele"]
    assert json_ld(built.text("people/jo.html"))["name"] == "Jo Müller"
    assert built.tree() == wiki.build(out="clean").tree()
