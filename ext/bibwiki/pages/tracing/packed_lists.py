"""Reading lists of all outputs in few values: quick to load, and asked where they lie.

A large wiki has a million facts, and lists that name twenty million. After an edit of
one entry, few of them are looked at: what was read is one long array, and keys of facts
are put together for the tables that are asked for.
"""

from __future__ import annotations

import pickle
from array import array
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, count, pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from bibwiki.pages.tracing.fact_digest import SIZE
from bibwiki.pages.tracing.labels import DERIVED
from bibwiki.pages.tracing.reading_lists import AllLists, ReadingList

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

_SCHEMA = 6
_LENGTH = 8
"""Bytes that say how long all but the numbers is."""


def head_of(content: bytes) -> memoryview:
    """Return all but the numbers of packed lists, of which it holds a checksum."""
    return memoryview(content)[: _LENGTH + int.from_bytes(content[:_LENGTH])]


@dataclass(frozen=True)
class PackedLists:
    """The reading lists of all outputs of one build; nothing changes them."""

    tables: Mapping[str, tuple[array[int], array[int]]] = field(default_factory=dict)
    """Maps labels of facts to the facts' numbers and to the places of their keys."""
    keys: list[str] = field(default_factory=list)
    """All keys, each once."""
    digests: bytes = b""
    """What each fact was, by number; see :class:`AllLists`."""
    names: list[str] = field(default_factory=list)
    """Those of the outputs."""
    given: bytes = b""
    """For each output the digest of what it was given besides the catalogue."""
    lengths: array[int] = field(default_factory=lambda: array("I"))
    """How many facts each list names: those of derived values, table by table, then
    those of outputs."""
    numbers: array[int] = field(default_factory=lambda: array("I"))
    """The facts that the lists name, one list after the other."""
    nested: frozenset[int] = frozenset()
    """Places of lists of derived values that name derived values."""
    things: str = ""
    """The digest of what people and other things followed from; see
    :attr:`~bibwiki.pages.context.PageContext.things`."""
    entries: Mapping[str, bytes] = field(default_factory=dict)
    """What :meth:`~bibwiki.pages.tracing.facts.Facts.entry_digests` said."""

    @classmethod
    def of(
        cls, lists: AllLists, things: str, entries: Mapping[str, bytes]
    ) -> PackedLists:
        """Pack the lists of a build."""
        places: dict[str, int] = {}
        tables: dict[str, tuple[array[int], array[int]]] = {}
        for number, (label, key) in enumerate(lists.nodes):
            if label not in tables:
                tables[label] = array("I"), array("I")
            numbers, keys = tables[label]
            numbers.append(number)
            keys.append(places.setdefault(key, len(places)))
        derived = [
            lists.derived[number]
            for label, (numbers, _) in tables.items()
            if label.startswith(DERIVED)
            for number in numbers
        ]
        read = array("I")
        for one in chain(derived, (made.read for made in lists.outputs.values())):
            read.extend(one)
        outputs = lists.outputs.values()
        lengths = chain(map(len, derived), (len(made.read) for made in outputs))
        numbers_of_derived = lists.derived.keys()
        return cls(
            tables,
            list(places),
            b"".join(lists.digests),
            list(lists.outputs),
            b"".join(made.given for made in outputs),
            array("I", lengths),
            read,
            frozenset(
                place
                for place, one in enumerate(derived)
                if not numbers_of_derived.isdisjoint(one)
            ),
            things,
            entries,
        )

    def __len__(self) -> int:
        """Return how many facts there are."""
        return len(self.digests) // SIZE

    def nodes_of(self, label: str) -> Iterator[tuple[int, str]]:
        """Yield number and key of each fact of a table."""
        numbers, places = self.tables.get(label, ((), ()))
        return zip(numbers, map(self.keys.__getitem__, places), strict=True)

    def digest(self, number: int) -> bytes:
        """Return what a fact was, by its number."""
        return self.digests[number * SIZE : number * SIZE + SIZE]

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """Maps an output to its place among them."""
        return dict(zip(self.names, count()))

    @cached_property
    def _ends(self) -> list[int]:
        return [0, *accumulate(self.lengths)]

    @cached_property
    def _first_output(self) -> int:
        return len(self.lengths) - len(self.names)

    def given_to(self, place: int) -> bytes:
        """Return the digest of what an output was given besides the catalogue."""
        return self.given[place * SIZE : place * SIZE + SIZE]

    def outputs_from(self, changed: AbstractSet[int]) -> Iterator[str]:
        """Yield the outputs for which one of some facts was read."""
        numbers, bounds = self.numbers, pairwise(self._ends[self._first_output :])
        for name, (start, end) in zip(self.names, bounds, strict=True):
            if not changed.isdisjoint(numbers[start:end]):
                yield name

    def derived_from(
        self, changed: AbstractSet[int], *, are_derived: bool
    ) -> Iterator[tuple[int, str, str]]:
        """Yield number, label and key of the values for which one of these was read.

        Args:
            changed: Numbers of facts.
            are_derived: All of them are derived values themselves.
        """
        numbers, ends = self.numbers, self._ends
        for place in self.nested if are_derived else range(self._first_output):
            if not changed.isdisjoint(numbers[ends[place] : ends[place + 1]]):
                yield self._derived_node(place)

    def _derived_node(self, place: int) -> tuple[int, str, str]:
        """Return number, label and key of a derived value by its list's place."""
        for label, (numbers, keys) in self.tables.items():
            if label.startswith(DERIVED):
                if place < len(numbers):
                    return numbers[place], label, self.keys[keys[place]]
                place -= len(numbers)
        raise IndexError

    def whole(self) -> AllLists:
        """Return all lists as they were before they were packed."""
        nodes = [("", "")] * len(self)
        for label in self.tables:
            for number, key in self.nodes_of(label):
                nodes[number] = label, key
        cut = [self.numbers[start:end] for start, end in pairwise(self._ends)]
        derived = chain.from_iterable(
            numbers
            for label, (numbers, _) in self.tables.items()
            if label.startswith(DERIVED)
        )
        given = map(self.given_to, range(len(self.names)))
        made = map(ReadingList, given, cut[self._first_output :])
        return AllLists(
            nodes,
            list(map(self.digest, range(len(self)))),
            dict(zip(derived, cut, strict=False)),
            dict(zip(self.names, made, strict=True)),
        )

    def to_bytes(self) -> bytes:
        """Return everything in a compact form; the first bytes tell if all is there."""
        numbers = self.numbers.tobytes()
        tables = [
            (label, numbers.tobytes(), places.tobytes())
            for label, (numbers, places) in self.tables.items()
        ]
        entries = list(self.entries), b"".join(self.entries.values())
        nested = array("I", sorted(self.nested)).tobytes()
        lengths = self.lengths.tobytes()
        lists = self.digests, self.names, self.given, lengths, nested
        head = _SCHEMA, crc32(numbers), self.things
        # One after the other: keys that tables and entries share are pickled once.
        packed = pickle.dumps(
            (head, tables, self.keys, lists, entries), pickle.HIGHEST_PROTOCOL
        )
        return b"".join((len(packed).to_bytes(_LENGTH), packed, numbers))

    @classmethod
    def from_bytes(cls, content: bytes) -> PackedLists | None:
        """Return what was kept; None where it cannot be read."""
        try:
            packed = head_of(content)
            rest = memoryview(content)[len(packed) :]
            head, tables, keys, lists, (works, joined) = pickle.loads(packed[_LENGTH:])  # noqa: S301 - ours, as Sphinx's own pickles are
            schema, checksum, things = head
            if schema != _SCHEMA or crc32(rest) != checksum:
                return None
            digests, names, given, lengths, nested = lists
            numbers = array("I")
            numbers.frombytes(rest)
            pieces = (joined[at : at + SIZE] for at in range(0, len(joined), SIZE))
            return cls(
                {label: (array("I", a), array("I", b)) for label, a, b in tables},
                keys,
                digests,
                names,
                given,
                array("I", lengths),
                numbers,
                frozenset(array("I", nested)),
                things,
                dict(zip(works, pieces, strict=True)),
            )
        except Exception:  # noqa: BLE001 - whatever a broken pickle raises: all is made anew
            return None
