"""What is kept of an index for the next build: what follows from what."""

from __future__ import annotations

import pickle
from array import array
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bibwiki.pages.site.search.documents import FacetNames
from bibwiki.pages.site.search.found_words import FoundWords, differing
from bibwiki.pages.tracing.fact_digest import fact_digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

PORTION = 256
"""Documents that are compared as one with those of the last build."""


def portion_digests(grounds: Iterable[object]) -> bytes:
    """Return digests of what the documents of each portion follow from, in a row."""
    left = iter(grounds)
    portions = iter(lambda: list(islice(left, PORTION)), [])
    return b"".join(map(fact_digest, portions))


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """What an index was made of."""

    portions: bytes
    """The digests of portions of documents."""
    words: FoundWords
    names: FacetNames
    order: array[int]
    """The numbers of documents in the order of their titles."""
    starts: list[int]
    """The number of the first document of each file of results."""

    def to_bytes(self, settings: str) -> bytes:
        """Return everything, with a digest of what all documents follow from."""
        names = self.names.labels, self.names.venues, self.names.topics
        more = self.portions, names, self.order.tobytes(), self.starts
        packed = settings, more, self.words.packed()
        return pickle.dumps(packed, pickle.HIGHEST_PROTOCOL)

    @classmethod
    def from_bytes(cls, content: bytes, settings: str) -> KeptIndex | None:
        """Return what was kept; None where it is of others or cannot be read."""
        try:
            known, more, words = pickle.loads(content)  # noqa: S301 - ours, as Sphinx's own pickles are
            if known != settings:
                return None
            portions, names, order, starts = more
            found = FoundWords.unpacked(*words)
            numbers = array("I", order)
            return cls(portions, found, FacetNames(*names), numbers, starts)
        except Exception:  # noqa: BLE001 - whatever a broken pickle raises: all is found anew
            return None


class LastIndex:
    """What is there of an earlier build, compared with documents as they are now."""

    def __init__(
        self,
        kept: KeptIndex | None = None,
        count: int = 0,
        portions: bytes = b"",
        files: Collection[str] = (),
    ) -> None:
        """Compare.

        Args:
            kept: What the index was made of, if that is known; of no use where there
                were more documents, or fewer.
            count: How many documents there are now.
            portions: The digests of portions of documents as they are now.
            files: The names of the files that are there.
        """
        if kept is not None and len(kept.order) != count:
            kept = None
        self.kept = kept
        self.portions = portions
        self.files = files if kept is not None else ()
        """The names of the files that hold what was kept."""
        before = kept.portions if kept is not None else portions
        self._changed = sorted(differing(before, portions))

    def is_left(self, name: str, start: int, end: int) -> bool:
        """Tell whether a file is there and shows the same of some documents."""
        if name not in self.files:
            return False
        portions = range(start // PORTION, (end - 1) // PORTION + 1)
        return not any(number in portions for number in self._changed)

    def suspects(self) -> Iterator[int]:
        """Yield the numbers of documents that may be others than they were."""
        for portion in self._changed:
            yield from range(portion * PORTION, (portion + 1) * PORTION)
