"""A second build equals a first one, and writes only what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Built, Project

EDITS = {
    "year": ("works.bib", "year = {2021}", "year = {2020}"),
    "title": ("works.bib", "Merging Large Lists", "Merging Big Lists"),
    "author": ("works.bib", "Third, Person", "Fourth, Person"),
    "remove an entry's topic": ("works.bib", "sorting, merging", "merging"),
    "rename an entry": ("works.bib", "{muller2021merging", "{muller2021again"),
    "sentence": ("index.md", "It followed", "It came soon after"),
    "remove a citation": ("index.md", " {cite:t}`muller2021merging`", ""),
    "alias": ("people/ada-example.md", "also: [A. Example]", "also: [Person Third]"),
    "name": ("people/ada-example.md", "name: Ada Example", "name: Ada E. Example"),
    "licence": ("works.bib", "doi =", "copyright = {CC BY 4.0}, doi ="),
    "check of an entry": ("works.bib", "doi =", "checked = {2024-05-01}, doi ="),
    "check of a page": (
        "people/ada-example.md",
        "kind:",
        "curation: imported\n  kind:",
    ),
    "edit address": (
        "conf.py",
        '"basic"',
        '"basic"\nbibwiki_edit_url = "https://forge.example/edit/{path}"',
    ),
    "report address": (
        "conf.py",
        '"basic"',
        '"basic"\nbibwiki_report_url = "https://forge.example/issues"',
    ),
    "configuration": ("conf.py", '"basic"', '"basic"\nbibwiki_topic_min_works = 1'),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_incremental_build_equals_a_clean_one(wiki: Project, edit: str) -> None:
    wiki.build()
    wiki.replace(*EDITS[edit])

    again = wiki.build()
    clean = wiki.build(out="clean")

    assert again.warnings == clean.warnings
    assert differing(again, clean) == []


def test_a_removed_page_leaves_a_catalogue_page(wiki: Project) -> None:
    wiki.build()
    (wiki.root / "docs/people/ada-example.md").unlink()
    wiki.replace("index.md", "people/ada-example", "self")

    again = wiki.build()
    clean = wiki.build(out="clean")

    assert differing(again, clean) == []


def test_files_of_vanished_works_are_deleted(wiki: Project) -> None:
    assert wiki.build().has("works/muller2021merging.html")
    wiki.replace("works.bib", "muller2021merging", "muller2021again")
    wiki.replace("index.md", "muller2021merging", "muller2021again")

    built = wiki.build()

    assert not built.has("works/muller2021merging.html")
    assert built.has("works/muller2021again.html")


def test_nothing_is_written_when_nothing_changed(wiki: Project) -> None:
    before = times(wiki.build())

    after = times(wiki.build())

    always = {"searchindex.js", "objects.inv", "genindex.html", "search.html"}
    assert {name for name in after if after[name] != before[name]} <= always


def test_one_doctree_directory_serves_several_builders(wiki: Project) -> None:
    for builder in ("html", "dirhtml", "singlehtml", "text"):
        wiki.build(builder)
    wiki.replace(*EDITS["title"])
    wiki.build("text")

    shared = wiki.build("html")
    clean = wiki.build("html", out="clean")

    assert differing(shared, clean) == []


def differing(one: Built, other: Built) -> list[str]:
    left, right = one.tree(), other.tree()
    return [n for n in sorted({*left, *right}) if left.get(n) != right.get(n)]


def times(built: Built) -> dict[str, int]:
    return {
        name: (built.outdir / name).stat().st_mtime_ns
        for name in built.tree()
        if not name.startswith("_static/")
    }


PAGE = "---\nbibwiki:\n  kind: person\n  name: Jo Müller\n---\n# Jo Müller\n\nText.\n"


def test_a_page_takes_the_place_of_a_catalogue_page(wiki: Project) -> None:
    assert wiki.build().has("people/jo-muller.html")
    wiki.write({"people/jo-muller.md": PAGE})

    again = wiki.build()
    clean = wiki.build(out="clean")

    assert "Text." in again.text("people/jo-muller.html")
    assert differing(again, clean) == []


def test_a_page_that_moves_or_goes_takes_links_and_files_with_it(wiki: Project) -> None:
    wiki.write({"people/jo-muller.md": PAGE})
    wiki.build()
    (wiki.root / "docs/people/jo-muller.md").unlink()
    wiki.write({"staff/jo.md": PAGE.replace("kind", "id: jo-muller\n  kind")})

    moved = wiki.build()
    assert differing(moved, wiki.build(out="clean")) == []

    (wiki.root / "docs/staff/jo.md").unlink()
    gone = wiki.build()

    assert not gone.has("staff/jo.html")
    assert differing(gone, wiki.build(out="clean2")) == []


@pytest.mark.parametrize("builder", ["html", "text"])
def test_bibliographies_follow_citations_and_entries(
    wiki: Project, builder: str
) -> None:
    wiki.write({"refs.md": "---\norphan: true\n---\n# R\n\n```{bibliography}\n```\n"})
    wiki.build(builder)
    wiki.replace("index.md", " {cite:t}`muller2021merging`", "")
    wiki.replace(*EDITS["title"])
    wiki.build("dirhtml")

    again = wiki.build(builder)

    assert differing(again, wiki.build(builder, out="clean")) == []


def test_a_document_named_like_a_section_stays_with_dirhtml(wiki: Project) -> None:
    wiki.write({"works.md": "---\norphan: true\n---\n# Mine\n\nMy own page.\n"})

    built = wiki.build("dirhtml")

    assert "My own page." in built.text("works/index.html")


def test_a_change_of_style_reaches_every_output_folder(wiki: Project) -> None:
    wiki.build("html")
    wiki.build("dirhtml")
    wiki.replace(
        "conf.py", '"basic"', '"basic"\nbibtex_reference_style = "author_year"'
    )
    wiki.build("html")

    again = wiki.build("dirhtml")

    assert differing(again, wiki.build("dirhtml", out="clean")) == []
