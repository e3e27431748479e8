"""Exports, feeds, the site map and redirects of built sites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from bibwiki.pages.site import pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.catalogue.catalogue import CataloguedWork
    from conftest import Built, Project

BASE = "https://example.org/wiki/"


def redirect(built: Built, page: str) -> str | None:
    found = re.search(r'http-equiv="refresh" content="0; url=(.*?)"', built.text(page))
    return found[1] if found else None


@pytest.mark.parametrize(
    ("builder", "page", "suffix"),
    [("html", "people/ada-example.html", ".html"),
     ("dirhtml", "people/ada-example/index.html", "/")],
)  # fmt: skip
def test_a_site_has_its_files(
    wiki: Project, builder: str, page: str, suffix: str
) -> None:
    built = wiki.build(builder, html_baseurl=BASE)

    assert not built.warnings
    for path in ("exports/works.bib", "exports/works.json", "feeds/all.xml"):
        assert built.has(path), path
    for path in ("exports/people/ada-example.bib", "feeds/people/ada-example.xml"):
        assert built.has(path), path
    up = "../" * page.count("/")
    person = built.text(page)
    assert f'href="{up}exports/people/ada-example.bib"' in person
    assert f'href="{up}feeds/all.xml"' in person
    assert f'href="{up}feeds/people/ada-example.xml"' in person
    pages = [one.text for one in ET.fromstring(built.text("sitemap.xml")).iter()]  # noqa: S314 - our own
    assert f"{BASE}works/muller2021merging{suffix}" in pages
    assert f"{BASE}people/ada-example{suffix}" in pages
    assert not any("404" in (one or "") for one in pages)


def test_without_an_address_there_are_no_feeds(wiki: Project) -> None:
    built = wiki.build()

    assert built.has("exports/works.bib")
    assert not built.has("feeds/all.xml")
    assert not built.has("sitemap.xml")
    assert "atom+xml" not in built.text("index.html")
    assert 'href="../exports/works.bib"' in built.text("works/index.html")


def test_books_have_none(wiki: Project) -> None:
    built = wiki.build("epub", bibwiki_epub_pages=True, html_baseurl=BASE)

    assert not built.has("exports/works.bib")
    assert "Download BibTeX" not in built.text("people/ada-example.xhtml")


def test_what_vanishes_is_deleted(wiki: Project) -> None:
    wiki.build(html_baseurl=BASE)
    wiki.replace("people/ada-example.md", "kind: person", "kind: topic")

    built = wiki.build(html_baseurl=BASE)

    assert not built.has("exports/people/ada-example.bib")
    assert not built.has("feeds/people/ada-example.xml")
    assert built.has("feeds/topics/ada-example.xml")
    assert built.tree() == wiki.build(out="clean", html_baseurl=BASE).tree()


def test_renames_never_break_links(wiki: Project) -> None:
    wiki.replace(
        "people/ada-example.md",
        "name: Ada Example",
        "name: Ada Example\n  also-id: [ada-old, Ada Née]",
    )
    keys = "merge21, a:b, MERGE21, Example2019Sorting"
    wiki.replace("works.bib", "year = {2021},", f"year = {{2021}}, ids = {{{keys}}},")

    built = wiki.build()

    assert redirect(built, "people/ada-old.html") == "../people/ada-example.html"
    assert redirect(built, "works/merge21.html") == "../works/muller2021merging.html"
    assert not built.has("works/MERGE21.html")
    # A page that exists is never hidden.
    assert not built.has("works/Example2019Sorting.html")
    assert redirect(built, "works/example2019sorting.html") is None
    hashed = [name for name in built.tree() if re.match(r"works/a-b-[0-9a-f]{6}", name)]
    assert len(hashed) == 1
    assert [name for name in built.tree() if name.startswith("people/ada-n")]


@pytest.mark.parametrize("kind", ["topic", "venue", "organization", "event", "work"])
def test_pages_of_every_kind_can_be_renamed_twice(wiki: Project, kind: str) -> None:
    ids = {
        "venue": "journal-of-invented-results",
        "work": "example2019sorting",
    }
    id_ = ids.get(kind, "newest")
    wiki.write(
        {
            f"{kind}s/page.md": f"---\nbibwiki:\n  kind: {kind}\n  id: {id_}\n"
            "  name: Newest\n  also-id: [newer, first]\n---\n# Newest\n"
        }
    )

    built = wiki.build()

    for former in ("newer", "first", id_):
        assert redirect(built, f"{kind}s/{former}.html") == f"../{kind}s/page.html"


def test_every_form_of_a_name_leads_to_the_person(wiki: Project) -> None:
    wiki.replace(
        "people/ada-example.md",
        "also: [A. Example]",
        "also: [A. Example, Ada Née]\n  hidden-names: [Adam Example]",
    )
    wiki.replace("works.bib", "Third, Person", "Third, Person and Adam Example")

    built = wiki.build()

    assert redirect(built, "people/a-example.html") == "../people/ada-example.html"
    assert redirect(built, "people/ada-nee.html") == "../people/ada-example.html"
    # The address of a hidden name would tell it.
    assert not built.has("people/adam-example.html")


def test_the_page_for_keepers_is_found_by_no_search(wiki: Project) -> None:
    built = wiki.build(html_baseurl=BASE)

    assert 'name="robots" content="noindex"' in built.text("curation.html")
    assert 'href="../curation.html"' in built.text("people/index.html")
    assert "curation" not in built.text("sitemap.xml")
    assert "curation" not in built.text("searchindex.js")


def test_the_page_for_keepers_can_be_left_out(wiki: Project) -> None:
    wiki.build()

    built = wiki.build(bibwiki_curation_page=False)

    assert not built.has("curation.html")
    assert "curation" not in built.text("people/index.html")


def test_the_home_page_says_how_to_cite_the_wiki_and_its_licence(wiki: Project) -> None:
    wiki.replace("index.md", "## Merging", "```{overview}\n```\n\n## Merging")
    settings = {
        "html_baseurl": BASE,
        "html_title": "Invented <Wiki>",
        "author": "Its readers",
        "bibwiki_licence_url": "https://example.org/licence",
    }
    before = wiki.build(bibwiki_licence="", **settings)
    assert "Licence:" not in before.text("index.html")

    home = wiki.build(bibwiki_licence="CC BY 4.0", **settings).text("index.html")

    # What looks like an element in html_title is one, for Sphinx too.
    assert f'Its readers. Invented. <a href="{BASE}">' in home
    assert 'Licence: <a href="https://example.org/licence">' in home
    for path in ("exports/works.bib", "exports/works.json", "feeds/all.xml"):
        assert f'<a href="./{path}">' in home or f'<a href="{path}">' in home


@pytest.mark.parametrize("name", ["works.bib", "works.json"])
def test_a_file_of_all_works_is_put_together_of_pieces(
    wiki: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(pieces, "_WORKS", 1)
    export = wiki.build().outdir / "exports" / name
    made: list[str] = []
    shelf: Callable[..., str] = pieces._shelf

    def noted(works: list[CataloguedWork], *more: object) -> str:
        made.extend(work.key for work in works)
        return shelf(works, *more)

    monkeypatch.setattr(pieces, "_shelf", noted)
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")
    edited = wiki.build()
    assert set(made) == {"muller2021merging"}
    export.write_text(f"{edited.text(f'exports/{name}')} by another", encoding="utf-8")
    wiki.replace("works.bib", "Joining Large Lists", "Splitting Large Lists")
    again = wiki.build().text(f"exports/{name}")

    assert len(set(made)) > 1
    assert again == wiki.build(out="new").text(f"exports/{name}")
