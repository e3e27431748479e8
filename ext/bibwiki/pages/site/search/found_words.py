"""Which words stand in which documents, found anew only where a document changed."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from bibwiki.pages.site.search.words import distinct_words
from bibwiki.pages.tracing.fact_digest import SIZE, fact_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bibwiki.pages.site.search.documents import Documents, SearchDocument

IN_TEXT, IN_SUBJECTS, IN_NAMES, IN_TITLE = range(4)
"""In two bits, of which names and titles have the higher one."""
LONGEST_WORD = 40
"""Longer ones are addresses and formulas, which nobody types."""
_MOST_CHANGED = 16
"""Documents whose words are put in the place of others; of more, all are found anew."""


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The words of some documents; may be kept for the next build."""

    documents: bytes
    """Digests of what each document is found by, in their order."""
    codes: dict[str, array[int]]
    """Maps a word to ``document * 4 + where`` of each document, ascending."""

    def packed(self) -> tuple[object, ...]:
        """Return everything in few values, which are written and read fast."""
        lists = self.codes.values()
        numbers = b"".join(one.tobytes() for one in lists)
        return self.documents, list(self.codes), array("I", map(len, lists)), numbers

    @classmethod
    def unpacked(
        cls, documents: bytes, words: list[str], lengths: array[int], packed: bytes
    ) -> FoundWords:
        """Return what was packed.

        Raises:
            ValueError: It is broken.
        """
        numbers = array("I", packed)
        ends = pairwise(accumulate(lengths, initial=0))
        lists = [numbers[start:end] for start, end in ends]
        return cls(documents, dict(zip(words, lists, strict=True)))


def find_words(
    documents: Documents,
    before: FoundWords | None = None,
    suspects: Iterable[int] = (),
) -> tuple[FoundWords, set[str] | None]:
    """Return the words of documents, and which may stand elsewhere than before.

    Args:
        documents: What can be found.
        before: The words of an earlier build, which are changed here.
        suspects: The numbers of documents that may be others than in that build; of
            numbers behind the last document, nothing follows.

    Returns:
        The words; and those whose documents may be others, None for all words.
    """
    digests = _digests(documents, before, suspects)
    if before is not None and len(before.documents) == len(digests):
        changed = list(differing(before.documents, digests))
        if len(changed) <= _MOST_CHANGED:
            touched = _amend(before.codes, documents, changed)
            return FoundWords(digests, before.codes), touched
    found: dict[str, array[int]] = defaultdict(partial(array, "I"))
    of_name = _WordsOfNames()
    for number, document in enumerate(documents):
        for word, code in _codes(number, document, of_name).items():
            found[word].append(code)
    for word in [word for word in found if len(word) > LONGEST_WORD]:
        del found[word]
    return FoundWords(digests, dict(found)), None


def _digests(
    documents: Documents, before: FoundWords | None, suspects: Iterable[int]
) -> bytes:
    """Return the digests of all documents; of no more than have to be made."""
    if before is None or len(before.documents) != len(documents) * SIZE:
        return b"".join(map(_digest, documents))
    digests = bytearray(before.documents)
    for number in suspects:
        if number < len(documents):
            at = number * SIZE
            digests[at : at + SIZE] = _digest(documents[number])
    return bytes(digests)


def _digest(document: SearchDocument) -> bytes:
    """Return a digest of what a document is found by."""
    named = (document.names, document.subjects)
    return fact_digest((document.title, *named, document.text, document.year))


def differing(before: bytes, now: bytes) -> Iterator[int]:
    """Yield which digests in a row are not what they were, counted from 0."""
    for number, at in enumerate(range(0, len(now), SIZE)):
        if before[at : at + SIZE] != now[at : at + SIZE]:
            yield number


def _amend(
    codes: dict[str, array[int]], documents: Documents, changed: Iterable[int]
) -> set[str]:
    """Put the words of some documents in the place of those that they had."""
    touched: set[str] = set()
    for number in changed:
        before = _codes_before(codes, number)
        now = _codes(number, documents[number], _WordsOfNames())
        for word in {**before, **now}:
            code, was = now.get(word), before.get(word)
            if code == was or len(word) > LONGEST_WORD:
                continue
            found = codes.setdefault(word, array("I"))
            if was is not None:
                del found[bisect_left(found, was)]
            if code is not None:
                insort(found, code)
            touched.add(word)
    for word in touched:
        if not codes[word]:
            del codes[word]
    return touched


def _codes_before(codes: Mapping[str, array[int]], number: int) -> dict[str, int]:
    """Map the words that a document had to its number and the best place."""
    before: dict[str, int] = {}
    for word, found in codes.items():
        place = bisect_left(found, number * 4)
        if place < len(found) and found[place] < number * 4 + 4:
            before[word] = found[place]
    return before


def _codes(
    number: int, document: SearchDocument, of_name: Mapping[str, Collection[str]]
) -> Mapping[str, int]:
    """Map the words of a document to its number and the best place that has them."""
    codes: dict[str, int] = {}
    for where, words in _places(document, of_name):
        codes.update(dict.fromkeys(words, number * 4 + where))
    return codes


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
