"""The files of the full-text index; ``static/bibwiki/search_index.js`` reads them.

They are scripts, like those of :mod:`bibwiki.pages.site.search_records`, and for the
same reason. All call ``bibwikiSearch(name, value)``; texts are not HTML. The two sides
change together.

========================  ============================================================
``index``                 what there is: counts, the other files, names of the facets
``terms-<beginning>``     words with that beginning: their documents
``spelling-<letter>``     words with that first letter, the most frequent first
``facets-<number>``       of each document label, year, venue, topics; 4,096 documents
``titles-<number>``       the place of each document when sorted by title
``results-<number>``      what is shown of a document
========================  ============================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bibwiki.pages.site.search.documents import FacetNames
from bibwiki.pages.site.search.facets import (
    BLOCK,
    facet_files,
    order_by_title,
    title_files,
)
from bibwiki.pages.site.search.found_words import differing, find_words
from bibwiki.pages.site.search.index_file import IndexFile, index_file
from bibwiki.pages.site.search.kept_index import KeptIndex, LastIndex
from bibwiki.pages.site.search.postings import Postings
from bibwiki.pages.site.search.results import result_files

if TYPE_CHECKING:
    from array import array
    from collections.abc import (
        Callable,
        Collection,
        Generator,
        Iterable,
        Mapping,
        Sequence,
    )

    from bibwiki.pages.site.search.documents import Documents
    from bibwiki.pages.site.search.found_words import FoundWords

IsCurrent: TypeAlias = "Callable[[str, str], bool]"
"""Tells of a file of words, by its name and the words' beginning, whether it is to be
left as it is."""
_Words: TypeAlias = "Sequence[str]"
_NONE = LastIndex()


def index_files(
    documents: Documents,
    venues: Mapping[str, str],
    topics: Mapping[str, str],
    names: FacetNames | None = None,
    last: LastIndex = _NONE,
) -> Generator[IndexFile, None, KeptIndex]:
    """Yield the files, the one named ``index.js`` last; return what they are made of.

    Args:
        documents: What can be found; the order is that of equally good results.
        venues: Maps ids to names.
        topics: Maps ids to names.
        names: The names of the facets of the documents, if they are known.
        last: What is there of an earlier build; what was kept of it is changed here.
    """
    names = names or FacetNames.of(documents)
    kept = last.kept
    known = kept.words if kept is not None else None
    words, touched = find_words(documents, known, last.suspects())
    files = last.files if touched is not None else ()
    postings = Postings(words.codes, len(documents))
    beginnings, letters = yield from _terms(postings, untouched(files, touched or ()))
    yield from facet_files(documents, names, last)
    order = _order(documents, kept if touched is not None else None, words)
    yield from title_files(order, last)
    starts = yield from result_files(documents, last)
    yield index_file(
        "index",
        {
            "documents": len(documents),
            "block": BLOCK,
            "terms": beginnings,
            "spelling": letters,
            "common": postings.common,
            "results": starts,
            "labels": names.labels,
            "venues": [venues[id_] for id_ in names.venues],
            "topics": [topics[id_] for id_ in names.topics],
        },
    )
    return KeptIndex(last.portions, words, names, order, starts)


def _order(
    documents: Documents, kept: KeptIndex | None, words: FoundWords
) -> array[int]:
    """Return the numbers of documents by title, which is among what they are found by.

    Args:
        documents: All documents.
        kept: What was kept of as many, if few have changed.
        words: The words of the documents.
    """
    if kept is None:
        return order_by_title(documents, None, ())
    changed = set(differing(kept.words.documents, words.documents))
    return order_by_title(documents, kept.order, changed)


def untouched(files: Collection[str], touched: Iterable[str]) -> IsCurrent:
    """Return what tells which files of words hold what they have to.

    How words are spread over files follows from how many have which beginning: it is
    what it was where no word of that beginning is touched.

    Args:
        files: The names of the files that are there.
        touched: The words that stand in other documents than when they were written.
    """
    beginnings = {word[:n] for word in touched for n in range(1, len(word) + 1)}
    return lambda name, beginning: name in files and beginning not in beginnings


def _terms(
    postings: Postings, is_current: IsCurrent
) -> Generator[IndexFile, None, tuple[list[str], list[str]]]:
    """Yield the files of words; return the beginnings and the first letters of each."""
    beginnings = yield from _groups(
        "terms", postings.buckets(), is_current, postings.spread
    )
    letters = yield from _groups(
        "spelling",
        postings.letters(),
        is_current,
        lambda words: " ".join(postings.most_frequent_first(words)),
    )
    return beginnings, letters


def _groups(
    kind: str,
    groups: Iterable[tuple[str, _Words]],
    is_current: IsCurrent,
    content: Callable[[_Words], object],
) -> Generator[IndexFile, None, list[str]]:
    """Yield a file for the words of each beginning; return the beginnings."""
    beginnings = []
    for beginning, words in groups:
        beginnings.append(beginning)
        name = f"{kind}-{_file_part(beginning)}"
        if is_current(f"{name}.js", beginning):
            yield IndexFile(f"{name}.js", None)
        else:
            yield index_file(name, content(words))
    return beginnings


def _file_part(beginning: str) -> str:
    """Return a beginning for a file name: its signs' numbers where they are no ASCII.

    Without capitals, so that no two differ by case alone.
    """
    if beginning.isascii() and beginning.isalnum():
        return beginning
    return "_" + "-".join(f"{ord(sign):x}" for sign in beginning)
