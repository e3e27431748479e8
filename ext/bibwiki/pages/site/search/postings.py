"""Which words stand in which documents, and the files that words are spread over.

A word's documents are kept as one list of numbers, ``document * 4 + where``, each less
the one before it. ``where`` is the best place in which the document has the word.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from bibwiki.pages.site.search.words import distinct_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bibwiki.pages.site.search.documents import SearchDocument

IN_TEXT, IN_SUBJECTS, IN_NAMES, IN_TITLE = range(4)
LONGEST_WORD = 40
"""Longer ones are addresses and formulas, which nobody types."""
LARGEST_BUCKET = 24_000
"""About so many characters of a file; one frequent word may need more."""
_FEW = 200
_COMMON_SHARE = 3


class Postings:
    """The words of all documents."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        found = _find_words(documents)
        self.common = _common_words(found, len(documents))
        """Words that say nothing, in sorted order: most documents have them. They stay
        known where they stand in titles and names."""
        for word in self.common:
            kept = [code for code in found[word] if code % 4 >= IN_NAMES]
            found[word] = array("I", kept)
        self.codes: Mapping[str, array[int]] = dict(sorted(found.items()))
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

    def buckets(self) -> Iterator[tuple[str, dict[str, list[int]]]]:
        """Yield the beginning that words share, and those words with their documents.

        A word is in the bucket of the longest beginning that it has.
        """
        rows = {word: codes for word, codes in self.codes.items() if codes}
        for beginning, bucket in _split("", rows):
            yield beginning, {word: _deltas(codes) for word, codes in bucket.items()}


def _find_words(documents: Iterable[SearchDocument]) -> dict[str, array[int]]:
    """Map each word to ``document * 4 + where`` of each document, ascending."""
    found: dict[str, array[int]] = defaultdict(partial(array, "I"))
    of_name = _WordsOfNames()
    for number, document in enumerate(documents):
        codes: dict[str, int] = {}
        for where, words in _places(document, of_name):
            codes.update(dict.fromkeys(words, number * 4 + where))
        for word, code in codes.items():
            found[word].append(code)
    for word in [word for word in found if len(word) > LONGEST_WORD]:
        del found[word]
    return found


def _places(
    document: SearchDocument, of_name: Mapping[str, Collection[str]]
) -> Iterator[tuple[int, Iterable[str]]]:
    """Yield the words of each place of a document, the best place last."""
    yield IN_TEXT, distinct_words(document.text)
    if document.year:
        yield IN_SUBJECTS, of_name[str(document.year)]
    subjects = [of_name[subject] for subject in document.subjects]
    yield IN_SUBJECTS, chain.from_iterable(subjects)
    names = [of_name[name] for name in document.names]
    yield IN_NAMES, chain.from_iterable(names)
    # The title of a person's page is a name, which is cut already.
    title = of_name.get(document.title)
    yield IN_TITLE, distinct_words(document.title) if title is None else title


class _WordsOfNames(dict[str, Collection[str]]):
    """The words of names of people and topics and of years, which many documents have.

    Fills itself, but keeps nothing of citation keys: each stands in one document.
    """

    def __missing__(self, name: str) -> Collection[str]:
        words = distinct_words(name)
        if " " in name or name.isdigit():
            self[name] = tuple(words)
        return words


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
