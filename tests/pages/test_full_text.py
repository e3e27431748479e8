"""The full-text index: which words lead where, and the files that they stand in."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.pages.site.search import facets, kept_index, postings, results
from bibwiki.pages.site.search.all_documents import AllDocuments
from bibwiki.pages.site.search.documents import (
    PageText,
    SearchDocument,
    SiteTexts,
)
from bibwiki.pages.site.search.files import index_files
from bibwiki.pages.site.search.found_words import LONGEST_WORD, find_words
from bibwiki.pages.site.search.kept_index import (
    KeptIndex,
    LastIndex,
    portion_digests,
)
from bibwiki.pages.site.search.postings import Postings
from bibwiki.pages.site.search.words import distinct_words, index_words

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.search.index_file import IndexFile

TEXTS = {
    "people/ada": PageText("Ada Brightwater", "She reads the tides."),
    "guide/start": PageText("Starting", "Open the door."),
}


def postings_of(documents: Sequence[SearchDocument]) -> Postings:
    words, _ = find_words(documents)
    return Postings(words.codes, len(documents))


def documents_of(context: PageContext) -> dict[str, SearchDocument]:
    found = AllDocuments(context, SiteTexts(TEXTS, lambda name: f"{name}.html"))
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


TEXTS_OF_EDITS = st.lists(
    st.sampled_from(["ti", "tide", "tides", "tidal", "lamp", "l"]), max_size=4
).map(" ".join)
DOCUMENTS = st.builds(
    SearchDocument,
    path=st.just("a.html"),
    kind=st.just("work"),
    label=st.sampled_from(["Article", "Book"]),
    title=TEXTS_OF_EDITS,
    line=TEXTS_OF_EDITS,
    text=TEXTS_OF_EDITS,
    year=st.sampled_from([0, 1843]),
    venue=st.sampled_from(["", "v"]),
    topics=st.sampled_from([(), ("t",), ("t", "u")]),
)


def kept_of(
    files: Generator[IndexFile, None, KeptIndex],
) -> tuple[dict[str, str | None], KeptIndex]:
    """Map the names of files to their texts; with that, return what was kept."""
    made: dict[str, str | None] = {}
    while True:
        try:
            file = next(files)
        except StopIteration as end:
            return made, end.value
        made[file.name] = file.text


@given(
    st.lists(DOCUMENTS, max_size=12),
    st.dictionaries(st.integers(0, 13), DOCUMENTS, max_size=3),
    st.sampled_from([1, 5, 40]),
    st.booleans(),
)
def test_files_that_are_left_hold_what_they_have_to(
    old: list[SearchDocument],
    edits: dict[int, SearchDocument],
    size: int,
    has_lost_one: bool,  # noqa: FBT001 - drawn
) -> None:
    new = [edits.pop(number, one) for number, one in enumerate(old)] + [*edits.values()]
    venues, topics = {"v": "Venue"}, {"t": "Topic", "u": "Other"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "LARGEST_BUCKET", 2 * size)
        patch.setattr(results, "RESULTS_SIZE", 3 * size)
        patch.setattr(facets, "BLOCK", size)
        patch.setattr(kept_index, "PORTION", 2)
        first = LastIndex(None, len(old), portion_digests(old))
        before, made_of = kept_of(index_files(old, venues, topics, None, first))
        clean, clean_of = kept_of(index_files(new, venues, topics))
        kept = KeptIndex.from_bytes(made_of.to_bytes("here"), "here")
        assert kept == made_of
        there = set(before) - ({"results-0.js"} if has_lost_one else set())
        last = LastIndex(kept, len(new), portion_digests(new), there)
        amended, amended_of = kept_of(index_files(new, venues, topics, None, last))

    left = {name for name, text in amended.items() if text is None}
    assert left <= there
    assert {**amended, **{name: before[name] for name in left}} == clean
    assert amended_of == replace(clean_of, portions=last.portions)
    if old == new and not has_lost_one:
        assert set(amended) - left == {"index.js"}


@pytest.mark.parametrize(
    ("name", "edited"),
    [
        # The first file had no room for the third document, and now it has.
        ("results-0.js", {2: page("short")}),
        # Labels are numbers, and a label before that of the third document is gone.
        ("facets-2.js", {0: replace(page("first title"), label="Zine")}),
        # The places of other documents by title follow from that of the first.
        ("titles-2.js", {0: page("title at the end")}),
    ],
)
def test_files_follow_other_documents(
    monkeypatch: pytest.MonkeyPatch, name: str, edited: dict[int, SearchDocument]
) -> None:
    monkeypatch.setattr(results, "RESULTS_SIZE", 55)
    monkeypatch.setattr(facets, "BLOCK", 1)
    monkeypatch.setattr(kept_index, "PORTION", 1)
    titles = ["first title", "other title", "third title"]
    old = [replace(page(title), path="a", label="Act") for title in titles]
    old[1:] = [replace(one, label="Page") for one in old[1:]]
    new = [replace(edited.get(n, one), path="a") for n, one in enumerate(old)]
    portions = portion_digests(old), portion_digests(new)
    before, kept = kept_of(
        index_files(old, {}, {}, None, LastIndex(None, 3, portions[0]))
    )
    clean, _ = kept_of(index_files(new, {}, {}))
    assert before[name] != clean[name]

    last = LastIndex(kept, 3, portions[1], set(before))
    amended, _ = kept_of(index_files(new, {}, {}, None, last))

    assert amended[name] == clean[name]


def test_words_are_found_anew_where_documents_came_or_many_changed() -> None:
    documents = [page(f"Number {n}") for n in range(40)]
    others = [page(f"Other {n}") for n in range(40)]
    words, touched = find_words(documents)
    assert touched is None

    for changed in ([*documents, page("New")], others):
        found = find_words(changed, words, range(40))
        assert found == (find_words(changed)[0], None)


@pytest.mark.parametrize("settings", ["here", "elsewhere"])
@pytest.mark.parametrize("length", [0, 40, None])
def test_what_was_kept_is_of_its_settings_and_whole(
    settings: str, length: int | None
) -> None:
    _, made_of = kept_of(index_files([page("Tides")], {}, {}))

    kept = KeptIndex.from_bytes(made_of.to_bytes("here")[:length], settings)

    assert kept == (made_of if (settings, length) == ("here", None) else None)


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
