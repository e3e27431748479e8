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

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.catalogue.ordering import collation_key
from bibwiki.pages.site.search.found_words import find_words
from bibwiki.pages.site.search.postings import Postings, spread

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Generator,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from bibwiki.pages.site.search.documents import SearchDocument
    from bibwiki.pages.site.search.found_words import FoundWords

IsCurrent: TypeAlias = "Callable[[str, str], bool]"
"""Tells of a file of words, by its name and the words' beginning, whether it is to be
left as it is."""
BLOCK = 4096
"""Documents of a file of facets or titles."""
RESULTS_SIZE = 16_000
"""About so many characters of a file of results."""
TEXT_SHOWN = 12_000
"""The characters of a document's text that excerpts are taken from."""


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One script of the index."""

    name: str
    """E.g. ``terms-li.js``."""
    text: str | None
    """None for a file that is left as it is."""


def index_files(
    documents: Sequence[SearchDocument],
    venues: Mapping[str, str],
    topics: Mapping[str, str],
    words: FoundWords | None = None,
    is_current: IsCurrent = lambda _name, _beginning: False,
) -> Iterator[IndexFile]:
    """Yield the files, the one named ``index.js`` last.

    Args:
        documents: What can be found; the order is that of equally good results.
        venues: Maps ids to names.
        topics: Maps ids to names.
        words: The words of the documents, if they are known.
        is_current: Tells which files of words hold what they have to.
    """
    found = find_words(documents)[0] if words is None else words
    postings = Postings(found.codes, len(documents))
    beginnings = yield from _terms(postings, is_current)
    vocabulary = postings.vocabulary()
    for letter, spelt in vocabulary.items():
        yield _file(f"spelling-{_file_part(letter)}", " ".join(spelt))
    labels = sorted({document.label for document in documents})
    venue_ids = sorted({d.venue for d in documents if d.venue})
    topic_ids = sorted({topic for d in documents for topic in d.topics})
    yield from _facets(documents, labels, venue_ids, topic_ids)
    yield from _titles(documents)
    starts = yield from _result_files(documents)
    yield _file(
        "index",
        {
            "documents": len(documents),
            "block": BLOCK,
            "terms": beginnings,
            "spelling": list(vocabulary),
            "common": postings.common,
            "results": starts,
            "labels": labels,
            "venues": [venues[id_] for id_ in venue_ids],
            "topics": [topics[id_] for id_ in topic_ids],
        },
    )


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
) -> Generator[IndexFile, None, list[str]]:
    """Yield the files of words; return with what the words of each begin."""
    beginnings = []
    for beginning, bucket in postings.buckets():
        beginnings.append(beginning)
        name = f"terms-{_file_part(beginning)}"
        if is_current(f"{name}.js", beginning):
            yield IndexFile(f"{name}.js", None)
        else:
            yield _file(name, spread(bucket))
    return beginnings


def _result_files(
    documents: Sequence[SearchDocument],
) -> Generator[IndexFile, None, list[int]]:
    """Yield the files of results; return the number of each one's first document."""
    starts: list[int] = []
    for start, rows in _results(documents):
        yield _file(f"results-{len(starts)}", rows)
        starts.append(start)
    return starts


def _file(name: str, value: object) -> IndexFile:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return IndexFile(f"{name}.js", f'bibwikiSearch("{name}",{written});\n')


def _file_part(beginning: str) -> str:
    """Return a beginning for a file name: its signs' numbers where they are no ASCII.

    Without capitals, so that no two differ by case alone.
    """
    if beginning.isascii() and beginning.isalnum():
        return beginning
    return "_" + "-".join(f"{ord(sign):x}" for sign in beginning)


def _facets(
    documents: Sequence[SearchDocument],
    labels: Sequence[str],
    venue_ids: Sequence[str],
    topic_ids: Sequence[str],
) -> Iterator[IndexFile]:
    """Yield labels and years as runs, venues counted from 1 on, topics as lists."""
    label = {name: number for number, name in enumerate(labels)}
    venue = {id_: number for number, id_ in enumerate(venue_ids, start=1)}
    topic = {id_: number for number, id_ in enumerate(topic_ids)}
    for number, start in enumerate(range(0, len(documents), BLOCK)):
        block = documents[start : start + BLOCK]
        yield _file(
            f"facets-{number}",
            {
                "labels": _runs(label[d.label] for d in block),
                "years": _runs(d.year for d in block),
                "venues": _runs(venue.get(d.venue, 0) for d in block),
                "topics": [[topic[t] for t in d.topics] or 0 for d in block],
            },
        )


def _runs(values: Iterable[int]) -> list[int]:
    """Return each value with how often it follows itself: 7, 7, 1 gives 7, 2, 1, 1."""
    return [n for value, run in groupby(values) for n in (value, len(list(run)))]


def _titles(documents: Sequence[SearchDocument]) -> Iterator[IndexFile]:
    keys = [collation_key(document.title) for document in documents]
    order = sorted(range(len(documents)), key=keys.__getitem__)
    places = [0] * len(documents)
    for place, number in enumerate(order):
        places[number] = place
    for number, start in enumerate(range(0, len(documents), BLOCK)):
        yield _file(f"titles-{number}", places[start : start + BLOCK])


def _results(
    documents: Sequence[SearchDocument],
) -> Iterator[tuple[int, list[list[str]]]]:
    """Yield the number of the first document of a file, and the rows of all of it."""
    rows: list[list[str]] = []
    size = start = 0
    for number, document in enumerate(documents):
        row = _row(document)
        size += sum(map(len, row))
        if rows and size > RESULTS_SIZE:
            yield start, rows
            rows, start, size = [], number, sum(map(len, row))
        rows.append(row)
    if rows:
        yield start, rows


def _row(document: SearchDocument) -> list[str]:
    text = _in_a_line(document.text[:TEXT_SHOWN])
    also = ", ".join(document.names[:8]) if document.kind != "work" else ""
    row = [
        document.path,
        document.kind,
        document.label,
        document.title,
        document.line,
        document.state,
        also,
        text,
    ]
    while not row[-1]:
        row.pop()
    return row


def _in_a_line(text: str) -> str:
    """Return a text with single spaces in place of all space."""
    line = text.replace("\n", " ")
    # No space is printable but " ": most texts need no cutting.
    if line.isprintable() and "  " not in line:
        return line.strip(" ")
    return " ".join(text.split())
