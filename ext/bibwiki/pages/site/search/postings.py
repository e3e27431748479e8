"""Which words stand in which documents, and the files that words are spread over.

A word's documents are kept as one list of numbers, ``document * 4 + where``, each less
the one before it. ``where`` is the best place in which the document has the word.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.pages.site.search.found_words import IN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LARGEST_BUCKET = 24_000
"""About so many characters of a file; one frequent word may need more."""
_FEW = 200
_COMMON_SHARE = 3


class Postings:
    """The words of all documents."""

    def __init__(self, codes: Mapping[str, array[int]], documents: int) -> None:
        """Take over the words of so many documents."""
        found = dict(sorted(codes.items()))
        self.common = _common_words(found, documents)
        """Words that say nothing, in sorted order: most documents have them. They stay
        known where they stand in titles and names."""
        for word in self.common:
            kept = [code for code in found[word] if code % 4 >= IN_NAMES]
            found[word] = array("I", kept)
        self.codes: Mapping[str, array[int]] = found
        """Maps a word to ``document * 4 + where`` of each document, ascending."""

    def vocabulary(self) -> dict[str, list[str]]:
        """Map each first letter to its words, the most frequent first.

        For finding what somebody meant to type.
        """
        letters: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.codes, key=lambda w: (-len(self.codes[w]), w)):
            if not word.isdigit() and self.codes[word]:
                letters[word[0]].append(word)
        return dict(sorted(letters.items()))

    def buckets(self) -> Iterator[tuple[str, Bucket]]:
        """Yield the beginning that words share, and those words.

        A word is in the bucket of the longest beginning that it has.
        """
        rows = {word: codes for word, codes in self.codes.items() if codes}
        yield from _split("", rows)


Bucket: TypeAlias = "dict[str, array[int]]"
"""Some words, with ``document * 4 + where`` of each document, ascending."""


def spread(bucket: Bucket) -> dict[str, list[int]]:
    """Return words with their documents, each less the one before it."""
    return {word: _deltas(codes) for word, codes in bucket.items()}


def _common_words(found: Mapping[str, array[int]], documents: int) -> tuple[str, ...]:
    if documents < _FEW:
        return ()
    return tuple(
        sorted(
            w for w, codes in found.items() if len(codes) * _COMMON_SHARE > documents
        )
    )


def _deltas(codes: array[int]) -> list[int]:
    return [code - before for code, before in zip(codes, [0, *codes], strict=False)]


def _split(
    beginning: str, rows: dict[str, array[int]]
) -> Iterator[tuple[str, dict[str, array[int]]]]:
    size = sum(len(word) + 4 + 3 * len(codes) for word, codes in rows.items())
    if beginning and (size <= LARGEST_BUCKET or len(rows) == 1):
        yield beginning, rows
        return
    groups: dict[str, dict[str, array[int]]] = defaultdict(dict)
    length = len(beginning) + 1
    for word, codes in rows.items():
        groups[word[:length]][word] = codes
    for start, group in sorted(groups.items()):
        if start == beginning:  # the beginning is itself a word
            yield start, group
        else:
            yield from _split(start, group)
