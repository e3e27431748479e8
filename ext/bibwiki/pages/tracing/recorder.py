"""Noting what is read while something is made.

A *fact* is what a table says under a key: ``works`` has the record of each work,
``brief/person`` name and address of each person. Reading a fact notes its number. A
*derived* value (the line of a work in lists) is made once and shown on many pages: who
uses it reads it, and it has a reading list of its own.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.pages.tracing.labels import DERIVED
from bibwiki.pages.tracing.traced_mapping import TracedMapping

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

_T = TypeVar("_T")


class Recorder:
    """Gives numbers to facts and knows which have been read since recording began."""

    def __init__(self) -> None:
        self.numbers: dict[str, dict[str, int]] = {}
        """Maps a table's label and a key, as text, to the number of the fact."""
        self._count = 0
        self.derived: dict[int, array[int]] = {}
        """Maps what was derived to the numbers of what was read for it."""
        self.digests: dict[int, bytes] = {}
        """Maps derived values that are compared with those of the last build to their
        digest."""
        self.read: dict[int, None] = {}
        """What was read, in this order, each once."""
        self.used: list[TracedMapping[Any, Any]] = []
        """Mappings of which something was read, each once."""
        self._made: dict[str, dict[str, tuple[Any, int]]] = defaultdict(dict)
        """Maps what was derived, by kind and key, to the value and its number."""

    def number(self, label: str, key: str) -> int:
        """Return the number of a fact, a new one at the first call."""
        table = self.numbers.get(label)
        if table is None:
            table = self.numbers[label] = {}
        found = table.get(key)
        if found is None:
            found = table[key] = self._count
            self._count += 1
        return found

    @property
    def nodes(self) -> list[tuple[str, str]]:
        """Label and key of each number; made anew by each call."""
        nodes = [("", "")] * self._count
        for label, table in self.numbers.items():
            for key, number in table.items():
                nodes[number] = label, key
        return nodes

    def note(self, label: str, key: str) -> None:
        """Note that a fact is read."""
        self.read[self.number(label, key)] = None

    def note_all(self, label: str, keys: Collection[str]) -> None:
        """Note that several facts of a table are read."""
        try:
            table = self.numbers[label]
            self.read.update(dict.fromkeys(map(table.__getitem__, keys)))
        except KeyError:  # some have no number yet
            for key in keys:
                self.note(label, key)

    def mapping(
        self, label: str, facts: Mapping[Any, _T], as_text: Callable[[Any], str] = str
    ) -> Mapping[Any, _T]:
        """Return a mapping of the same content that notes what is read of it."""
        return TracedMapping(self, label, facts, as_text)

    def record(self, make: Callable[[], _T]) -> tuple[_T, array[int]]:
        """Make something; return it and the numbers of all facts read for it."""
        outer, self.read = self.read, {}
        self._begin_anew()
        try:
            made = make()
            return made, array("I", self.read)
        finally:
            self.read = outer
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Let what is read next be noted, also if it has been read before."""
        for mapping in self.used:
            mapping.forget_what_was_read()
        self.used.clear()

    def derive(
        self,
        what: str,
        key: str,
        make: Callable[..., _T],
        *given: Any,
        is_compared: bool = False,
    ) -> _T:
        """Return a value that many pages show, made at the first call.

        Args:
            what: The kind of value.
            key: What it is about.
            make: Makes it.
            given: The arguments of ``make``, which follow from ``key``.
            is_compared: Keep a digest of the value: it often stays the same when what
                was read for it changes, and then pages that show it stay, too.
        """
        found = self._made[what].get(key)
        if found is None:
            number = self.number(DERIVED + what, key)
            value, self.derived[number] = self.record(lambda: make(*given))
            if is_compared:
                self.digests[number] = fact_digest(value)
            found = self._made[what][key] = value, number
        self.read[found[1]] = None
        made: _T = found[0]
        return made

    def forget(self) -> None:
        """Let go the values that were derived; what was read for them stays known."""
        self._made.clear()


class NoRecorder(Recorder):
    """Notes nothing: for what is made anew in every build."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], Any] = {}

    def mapping(
        self,
        label: str,  # noqa: ARG002 - the signature is the recorder's
        facts: Mapping[Any, _T],
        as_text: Callable[[Any], str] = str,  # noqa: ARG002 - the same
    ) -> Mapping[Any, _T]:
        """Return the mapping itself."""
        return facts

    def derive(
        self,
        what: str,
        key: str,
        make: Callable[..., _T],
        *given: Any,
        is_compared: bool = False,  # noqa: ARG002 - the signature is the recorder's
    ) -> _T:
        """Return a value that many pages show, made at the first call."""
        found = self._kept.get((what, key), self)
        if found is self:
            found = self._kept[what, key] = make(*given)
        made: _T = found
        return made
