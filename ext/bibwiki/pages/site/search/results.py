"""The files of what is shown of documents, one file after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bibwiki.pages.site.search.index_file import IndexFile, index_file

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from bibwiki.pages.site.search.documents import Documents, SearchDocument
    from bibwiki.pages.site.search.kept_index import LastIndex

RESULTS_SIZE = 16_000
"""About so many characters of a file of results."""
TEXT_SHOWN = 12_000
"""The characters of a document's text that excerpts are taken from."""


def result_files(
    documents: Documents, last: LastIndex
) -> Generator[IndexFile, None, list[int]]:
    """Yield the files of results; return the number of each one's first document.

    Args:
        documents: All documents.
        last: What is there: a file with the same documents is left as it is.
    """
    count = len(documents)
    before = [*last.kept.starts, count] if last.kept is not None else []
    spans = set(enumerate(pairwise(before)))
    ends = dict(pairwise(before))
    starts: list[int] = []
    start = 0
    while start < count:
        name, end = f"results-{len(starts)}", ends.get(start, start)
        # The next document decides, too, whether it has to stand in the next file.
        is_there = (len(starts), (start, end)) in spans
        if is_there and last.is_left(f"{name}.js", start, min(end + 1, count)):
            file = IndexFile(f"{name}.js", None)
        else:
            rows = list(_rows(documents, start))
            file, end = index_file(name, rows), start + len(rows)
        yield file
        starts.append(start)
        start = end
    return starts


def _rows(documents: Documents, start: int) -> Iterator[list[str]]:
    """Yield the rows of the file that begins with a document."""
    size = 0
    for number in range(start, len(documents)):
        row = _row(documents[number])
        size += sum(map(len, row))
        if number > start and size > RESULTS_SIZE:
            return
        yield row


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
