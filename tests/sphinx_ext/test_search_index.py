"""Catalogue pages are found by Sphinx's own search."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from conftest import Built, Project


def index_of(built: Built) -> dict[str, Any]:
    text = built.text("searchindex.js")
    return json.loads(text[len("Search.setIndex(") : -1])


def pages_for(built: Built, word: str) -> set[str]:
    """Return the pages with this stemmed word in title or text."""
    index = index_of(built)
    numbers: set[int] = set()
    for terms in (index["terms"], index["titleterms"]):
        found = terms.get(word, [])
        numbers |= {found} if isinstance(found, int) else set(found)
    return {index["docnames"][number] for number in numbers}


def test_works_are_found_by_title_creator_and_summary(wiki: Project) -> None:
    built = wiki.build()

    assert "works/muller2021merging" in pages_for(built, "merg")
    assert "works/example2019sorting" in pages_for(built, "müller")
    assert "works/example2019sorting" in pages_for(built, "ten")


def test_people_are_found_by_name(wiki: Project) -> None:
    assert "people/jo-muller" in pages_for(wiki.build(), "müller")


def test_the_index_stays_the_same_without_changes(wiki: Project) -> None:
    first = wiki.build().text("searchindex.js")

    assert wiki.build().text("searchindex.js") == first


def test_vanished_works_leave_no_words(wiki: Project) -> None:
    wiki.build()
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")

    again = wiki.build()

    assert again.text("searchindex.js") == wiki.build(out="new").text("searchindex.js")


@pytest.mark.parametrize(
    "options", [{"html_theme": "bibwiki"}, {"bibwiki_search_pages": 0}]
)
def test_without_catalogue_pages_vanished_words_are_left_out_too(
    wiki: Project, options: dict[str, Any]
) -> None:
    wiki.replace("index.md", "It followed", "Zebras followed")
    assert pages_for(wiki.build(**options), "zebra") == {"index"}
    wiki.replace("index.md", "Zebras followed", "It followed")

    index = index_of(wiki.build(**options))

    assert index == index_of(wiki.build(out="new", **options))
    assert not [name for name in index["docnames"] if name.startswith("works/")]


def test_a_word_is_stemmed_once_a_build(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    stemmed: list[str] = []
    plain = SearchEnglish.stem

    def stem(self: SearchEnglish, word: str) -> str:
        stemmed.append(word)
        return plain(self, word)

    monkeypatch.setattr(SearchEnglish, "stem", stem)
    wiki.build(bibwiki_search_pages=0)

    assert "Sorting" in stemmed
    assert [word for word in stemmed if stemmed.count(word) > 1] == []


def test_the_index_can_be_limited(wiki: Project) -> None:
    index = index_of(wiki.build(bibwiki_search_pages=1))

    assert sum(name.startswith("works/") for name in index["docnames"]) == 1
