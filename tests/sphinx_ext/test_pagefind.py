"""Pagefind beside our own index: made where it is wanted, and never in the way."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bibwiki.sphinx_ext.writing import pagefind, shared_work

if TYPE_CHECKING:
    from conftest import Built, Project

FOLDER = "_static/bibwiki/pagefind/"

pytestmark = pytest.mark.skipif(
    not pagefind.pagefind_version(), reason="Pagefind is not installed"
)


def index_of(built: Built) -> dict[str, bytes]:
    return {name: c for name, c in built.tree().items() if name.startswith(FOLDER)}


def test_every_page_has_its_number(wiki: Project) -> None:
    built = wiki.build(html_theme="bibwiki")

    numbers = built.text(f"{FOLDER}pages.js").removeprefix("bibwikiPagefind(")
    about = built.text("_static/bibwiki/search/index.js").partition(",")[2]
    documents = json.loads(about.removesuffix(");\n"))["documents"]
    found = json.loads(numbers.removesuffix(");\n"))
    assert sorted(found.values()) == list(range(documents))
    assert "data-bw-pagefind" in built.text("search.html")
    assert built.warnings == []


def test_two_builds_make_the_same(wiki: Project) -> None:
    first = index_of(wiki.build(html_theme="bibwiki"))

    assert index_of(wiki.build(html_theme="bibwiki", out="again")) == first


def test_an_edited_wiki_has_the_index_of_a_new_one(wiki: Project) -> None:
    before = index_of(wiki.build(html_theme="bibwiki"))
    wiki.replace("index.md", "It followed", "Zebras followed")

    edited = index_of(wiki.build(html_theme="bibwiki"))

    assert edited != before
    assert edited == index_of(wiki.build(html_theme="bibwiki", out="new"))


def test_above_the_size_there_is_none(wiki: Project) -> None:
    assert index_of(wiki.build(html_theme="bibwiki"))

    built = wiki.build(html_theme="bibwiki", bibwiki_pagefind_pages=3)

    assert index_of(built) == {}
    assert "data-bw-pagefind" not in built.text("search.html")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failure_is_a_warning(
    wiki: Project, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    start = pagefind.subprocess.Popen

    def fail(_command: list[str], **options: object) -> object:
        code = "import sys; sys.exit('no memory left')"
        return start([sys.executable, "-c", code], **options)  # type: ignore[call-overload] # as it came

    monkeypatch.setattr(shared_work, "FEWEST", 2)
    monkeypatch.setattr(pagefind.subprocess, "Popen", fail)

    built = wiki.build(html_theme="bibwiki", jobs=jobs)

    (warning,) = built.warnings
    assert "Pagefind failed, so searching does without it: no memory left" in warning
    assert warning.endswith("[bibwiki.search-index]")
    assert index_of(built) == {}
    assert built.has("_static/bibwiki/search/index.js")
    assert not [path for path in built.outdir.rglob("tmp*") if path.is_dir()]


@pytest.mark.parametrize("memory", ["/dev/shm", "/nowhere"])  # noqa: S108 - the folder itself
def test_nothing_is_left_where_it_works(
    wiki: Project, monkeypatch: pytest.MonkeyPatch, memory: str
) -> None:
    monkeypatch.setattr(pagefind, "_MEMORY", Path(memory))
    made: list[Path] = []
    start = pagefind.subprocess.Popen

    def note(command: list[str], **options: object) -> object:
        made.append(Path(command[-1]).parent)
        return start(command, **options)  # type: ignore[call-overload] # as it came

    monkeypatch.setattr(pagefind.subprocess, "Popen", note)

    built = wiki.build(html_theme="bibwiki")

    (scratch,) = made
    assert built.outdir not in scratch.parents
    assert not scratch.exists()
    assert index_of(built)


def test_it_can_be_missing(wiki: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "pagefind_version", lambda: "")

    built = wiki.build(html_theme="bibwiki")

    assert index_of(built) == {}
    assert built.warnings == []
