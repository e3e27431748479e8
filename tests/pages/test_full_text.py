"""The full-text index: which words lead where, and the files that they stand in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.pages.site.search import postings
from bibwiki.pages.site.search.documents import (
    PageText,
    SearchDocument,
    SiteTexts,
    search_documents,
)
from bibwiki.pages.site.search.files import index_files, untouched
from bibwiki.pages.site.search.found_words import LONGEST_WORD, FoundWords, find_words
from bibwiki.pages.site.search.postings import Postings
from bibwiki.pages.site.search.words import distinct_words, index_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.pages.context import PageContext

TEXTS = {
    "people/ada": PageText("Ada Brightwater", "She reads the tides."),
    "guide/start": PageText("Starting", "Open the door."),
}


def postings_of(documents: Sequence[SearchDocument]) -> Postings:
    words, _ = find_words(documents)
    return Postings(words.codes, len(documents))


def documents_of(context: PageContext) -> dict[str, SearchDocument]:
    found = search_documents(context, SiteTexts(TEXTS, lambda name: f"{name}.html"))
    return {document.path: document for document in found}


def page(title: str, text: str = "") -> SearchDocument:
    return SearchDocument(f"{title}.html", "page", "Page", title, text=text)


def values_of(documents: list[SearchDocument]) -> dict[str, Any]:
    """Map the name of each file to what it holds."""
    found = {}
    for file in index_files(documents, {"v": "Venue"}, {"t": "Topic"}):
        assert file.text is not None
        name, _, value = file.text.removeprefix("bibwikiSearch(").partition(",")
        assert f"{json.loads(name)}.js" == file.name
        found[json.loads(name)] = json.loads(value.removesuffix(");\n"))
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Tides & Lamps", ["tides", "lamps"], id="no signs"),
        pytest.param("Krüger's façade", ["krugers", "facade"], id="accents"),
        pytest.param("state-of-the-art", ["state", "of", "the", "art"], id="hyphens"),
        pytest.param("C++ and C#", ["c++", "and", "c#"], id="languages"),
        pytest.param("王小明", ["王小", "小明"], id="pairs of signs"),
        pytest.param("明 GPT模型", ["明", "gpt", "模型"], id="mixed scripts"),
        pytest.param("λόγος", ["λογοσ"], id="final sigma"),
        pytest.param("کتاب", ["كتاب"], id="Persian keyboard"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(index_words(text)) == words


@given(st.text())
def test_words_of_words_are_themselves_or_pairs(text: str) -> None:
    for word in index_words(text):
        assert word.split() == [word]
        assert list(index_words(word)) == [word]


SIGNS = st.sampled_from(
    " \n\x1f\u2028\u3000&'-.,`aAbB1\xb4\u2019\xe9\xd8\xdf\u0131\u03a3\u03c2\u0301"
    "\u093f\u06cc\u0640\u8a9e\uac00\u304c\u30fc\xbd\ufb01\U0001f600"
)
WRITTEN = st.text(SIGNS | st.characters(), max_size=40)


@given(WRITTEN)
def test_distinct_words_are_the_words(text: str) -> None:
    assert distinct_words(text) == set(index_words(text))


@given(
    st.lists(
        st.builds(
            SearchDocument,
            path=st.just("a.html"),
            kind=st.just("page"),
            label=st.just("Page"),
            title=WRITTEN,
            names=st.lists(WRITTEN, max_size=3).map(tuple),
            subjects=st.lists(WRITTEN, max_size=3).map(tuple),
            text=WRITTEN | st.just("a" * (LONGEST_WORD + 1)),
            year=st.sampled_from([0, 1843, -44]),
        ),
        max_size=4,
    )
)
def test_codes_say_where_each_document_has_a_word(
    documents: list[SearchDocument],
) -> None:
    codes: dict[str, list[int]] = {}
    for number, one in enumerate(documents):
        year = str(one.year) if one.year else ""
        places = [one.text], [*one.subjects, year], one.names, [one.title]
        best = {
            word: place
            for place, texts in enumerate(places)
            for text in texts
            for word in index_words(text)
            if len(word) <= LONGEST_WORD
        }
        for word, place in best.items():
            codes.setdefault(word, []).append(number * 4 + place)

    found = postings_of(documents).codes
    assert {word: list(found[word]) for word in found} == codes
    assert list(found) == sorted(codes)


def test_a_work_is_found_by_all_that_is_known_of_it(library: PageContext) -> None:
    work = documents_of(library)["works/brightwater2021tides.html"]

    assert "Ada Brightwater" in work.names
    assert "brightwater2020tides" in work.names
    assert work.label
    assert work.year == 2021


def test_a_hand_written_page_is_found_by_its_text(library: PageContext) -> None:
    documents = documents_of(library)

    assert "She reads the tides." in documents["people/ada.html"].text
    assert documents["people/ada.html"].label == "Person"
    assert documents["guide/start.html"].label == "Page"
    assert documents["guide/start.html"].title == "Starting"


def test_works_of_a_topic_are_found_by_its_other_names(library: PageContext) -> None:
    works = library.catalogue.topics["lamp-posts"].works
    assert works
    documents = documents_of(library)

    for key in works:
        assert "street lamps" in documents[f"works/{key}.html"].subjects


def test_the_best_place_of_a_word_counts() -> None:
    found = postings_of([page("Tides", "tides lamps"), page("Lamps", "tides")])

    assert list(found.codes["tides"]) == [0 * 4 + 3, 1 * 4 + 0]
    assert list(found.codes["lamps"]) == [0 * 4 + 0, 1 * 4 + 3]


def test_every_word_is_in_the_bucket_of_its_longest_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postings, "LARGEST_BUCKET", 30)
    text = "t ti tide tides tidal lamp lamps 王小明 c++"
    found = postings_of([page(f"{text} {n}") for n in range(4)])

    buckets = dict(found.buckets())

    words = [word for rows in buckets.values() for word in rows]
    assert sorted(words) == sorted(found.codes)
    for beginning, rows in buckets.items():
        for word in rows:
            longer = [b for b in buckets if word.startswith(b)]
            assert max(longer, key=len) == beginning
    assert len(buckets) > 3


TITLES = st.lists(st.sampled_from(["ti", "tide", "tides", "tidal", "lamp", "l"]))


@given(
    st.lists(TITLES, min_size=1, max_size=12),
    st.dictionaries(st.integers(0, 11), TITLES, max_size=3),
    st.integers(4, 60),
)
def test_files_of_words_that_are_left_hold_what_they_have_to(
    titles: list[list[str]], edits: dict[int, list[str]], largest: int
) -> None:
    after = [edits.get(number, title) for number, title in enumerate(titles)]
    old, new = ([page(" ".join(one)) for one in some] for some in (titles, after))
    words, _ = find_words(old)
    kept = FoundWords.from_bytes(words.to_bytes())
    assert kept == words

    amended, touched = find_words(new, kept)

    assert touched is not None
    assert amended == find_words(new)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "LARGEST_BUCKET", largest)
        before = {file.name: file.text for file in index_files(old, {}, {})}
        clean = {file.name: file.text for file in index_files(new, {}, {})}
        left = untouched(before, touched)
        files = index_files(new, {}, {}, amended, left)
        made = {
            file.name: before[file.name] if file.text is None else file.text
            for file in files
        }
    assert made == clean


def test_words_are_found_anew_where_documents_came_or_many_changed() -> None:
    documents = [page(f"Number {n}") for n in range(40)]
    others = [page(f"Other {n}") for n in range(40)]
    words, touched = find_words(documents)
    assert touched is None

    for changed in ([*documents, page("New")], others):
        kept = FoundWords.from_bytes(words.to_bytes())
        assert find_words(changed, kept) == (find_words(changed)[0], None)
    assert FoundWords.from_bytes(b"broken") is None


def test_words_of_most_documents_are_kept_in_titles_alone() -> None:
    documents = [page(f"Number {n}", "the tide") for n in range(300)]
    found = postings_of([*documents, page("The End", "of it")])

    assert found.common == ("number", "the", "tide")
    assert list(found.codes["the"]) == [300 * 4 + 3]
    assert list(found.codes["tide"]) == []
    assert "tide" not in dict(found.buckets()).get("t", {})


def test_files_hold_what_the_browser_reads() -> None:
    work = SearchDocument(
        "works/a.html", "work", "Article", "Zebras", line="Ada · 2020",
        names=("Ada",), text="On  stripes.", year=2020, venue="v", topics=("t",),
    )  # fmt: skip
    files = values_of([work, page("Ants")])

    assert files["index"]["documents"] == 2
    assert files["index"]["labels"] == ["Article", "Page"]
    assert files["index"]["venues"] == ["Venue"]
    assert files["facets-0"] == {
        "labels": [0, 1, 1, 1],
        "years": [2020, 1, 0, 1],
        "venues": [1, 1, 0, 1],
        "topics": [[0], 0],
    }
    assert files["titles-0"] == [1, 0]
    assert files["terms-z"] == {"zebras": [3]}
    assert files["spelling-a"].split() == ["ada", "ants"]
    assert files["results-0"][0][0] == "works/a.html"
    assert files["results-0"][0][-1] == "On stripes."
    assert files["results-0"][1] == ["Ants.html", "page", "Page", "Ants"]


def test_file_names_are_safe_and_differ() -> None:
    documents = [page("C++ tides 王小明 β"), page("con aux nul")]
    names = [file.name for file in index_files(documents, {}, {})]

    assert len({name.lower() for name in names}) == len(names)
    assert all(name.isascii() for name in names)


def test_no_documents_make_an_index_too() -> None:
    assert values_of([])["index"]["documents"] == 0


@given(WRITTEN)
def test_texts_are_shown_in_a_line(text: str) -> None:
    row = values_of([page("Title", text)])["results-0"][0]

    assert "".join(row[7:]) == " ".join(text.split())
