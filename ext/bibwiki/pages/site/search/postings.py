"""Which words stand in which documents, and the files that words are spread over.

A word's documents are kept as one list of numbers, ``document * 4 + where``, each less
the one before it. ``where`` is the best place in which the document has the word.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from bibwiki.pages.site.search.found_words import IN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LARGEST_BUCKET = 24_000
"""About so many characters of a file; one frequent word may need more."""
_FEW = 200
_COMMON_SHARE = 3


class Postings:
    """The words of all documents."""

    def __init__(self, codes: Mapping[str, array[int]], documents: int) -> None:
        """Take over the words of so many documents."""
        found = dict(codes)
        self.common = _common_words(found, documents)
        """Words that say nothing, in sorted order: most documents have them. They stay
        known where they stand in titles and names."""
        for word in self.common:
            found[word] = array("I", [code for code in found[word] if code & IN_NAMES])
        self.codes: Mapping[str, array[int]] = found
        """Maps a word to ``document * 4 + where`` of each document, ascending."""
        self._words = sorted(word for word, codes in found.items() if codes)
        """So that those of one beginning follow each other."""

    def letters(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each first letter and the words that have it, numbers left out.

        For finding what somebody meant to type.
        """
        for letter, start, end in self._groups(1, 0, len(self._words)):
            words = [word for word in self._words[start:end] if not word.isdigit()]
            if words:
                yield letter, words

    def most_frequent_first(self, words: Iterable[str]) -> list[str]:
        """Return words, which are sorted, the most frequent first."""
        return sorted(words, key=lambda word: -len(self.codes[word]))

    def buckets(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield the beginning that words share, and those words, both in sorted order.

        A word is in the bucket of the longest beginning that it has.
        """
        sizes = (len(word) + 4 + 3 * len(self.codes[word]) for word in self._words)
        sums = list(accumulate(sizes, initial=0))
        yield from self._split("", 0, len(self._words), sums)

    def spread(self, words: Iterable[str]) -> dict[str, list[int]]:
        """Return words with their documents, each less the one before it."""
        return {word: _deltas(self.codes[word]) for word in words}

    def _split(
        self, beginning: str, start: int, end: int, sums: Sequence[int]
    ) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield the buckets of the words of a range, which share a beginning.

        Args:
            beginning: What they share.
            start: The place of the first word.
            end: The place after the last one.
            sums: About how many characters all words before each take in files.
        """
        size = sums[end] - sums[start]
        if beginning and (size <= LARGEST_BUCKET or end - start == 1):
            yield beginning, self._words[start:end]
            return
        for longer, first, behind in self._groups(len(beginning) + 1, start, end):
            if longer == beginning:  # the beginning is itself a word
                yield longer, self._words[first:behind]
            else:
                yield from self._split(longer, first, behind, sums)

    def _groups(
        self, length: int, start: int, end: int
    ) -> Iterator[tuple[str, int, int]]:
        """Yield the beginnings of a length in a range of words, and where each is."""
        words = self._words
        while start < end:
            beginning = words[start][:length]
            behind = bisect_right(
                words, beginning, start, end, key=lambda word: word[:length]
            )
            yield beginning, start, behind
            start = behind


def _common_words(found: Mapping[str, array[int]], documents: int) -> tuple[str, ...]:
    if documents < _FEW:
        return ()
    most = documents // _COMMON_SHARE
    return tuple(sorted(word for word, codes in found.items() if len(codes) > most))


def _deltas(codes: array[int]) -> list[int]:
    return [code - before for code, before in zip(codes, [0, *codes], strict=False)]
