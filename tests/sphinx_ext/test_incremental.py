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

    assert differing(again, clean) == ["_sources/people/ada-example.md.txt"]


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
