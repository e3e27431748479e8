"""The reading lists of the last build: brought together once, and amended since.

Bringing all lists together takes longer than making the few outputs that an edit
changes, and so does writing them all. What builds after that made is kept apart. What
nothing reads any more stays until all is brought together the next time.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from bibwiki.pages.tracing.fact_digest import ABSENT
from bibwiki.pages.tracing.packed_lists import PackedLists

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bibwiki.pages.tracing.reading_lists import AllLists, ReadingList

_SCHEMA = 1
_MOST_TIMES = 50
"""How often lists are amended before they are brought together again."""
_SHARE = 8


@dataclass(slots=True)
class Amendment:
    """What is to be read instead of what packed lists say."""

    times: int = 0
    """In how many builds they were amended."""
    things: str = ""
    """As :attr:`PackedLists.things`."""
    nodes: list[tuple[str, str]] = field(default_factory=list)
    """Label and key of further facts, whose numbers follow those of the others."""
    digests: dict[int, bytes] = field(default_factory=dict)
    """What facts are that were something else, and further ones."""
    derived: dict[int, tuple[str, str, array[int]]] = field(default_factory=dict)
    """Maps numbers of derived values to label, key, and what was read for them."""
    outputs: dict[str, ReadingList] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    """Outputs that there are no more."""
    entries: dict[str, bytes | None] = field(default_factory=dict)
    """Entries whose digests are others; None for those that there are no more."""

    def copy(self) -> Amendment:
        """Return the same, to be amended."""
        return replace(
            self,
            nodes=list(self.nodes),
            digests=dict(self.digests),
            derived=dict(self.derived),
            outputs=dict(self.outputs),
        )

    def to_bytes(self) -> bytes:
        """Return it in a compact form."""
        return pickle.dumps((_SCHEMA, self), pickle.HIGHEST_PROTOCOL)

    @classmethod
    def from_bytes(cls, content: bytes) -> Amendment | None:
        """Return what was kept; None where it cannot be read."""
        try:
            schema, found = pickle.loads(content)  # noqa: S301 - ours, as Sphinx's own pickles are
        except Exception:  # noqa: BLE001 - whatever a broken pickle raises: all is made anew
            return None
        return found if schema == _SCHEMA and isinstance(found, cls) else None


@dataclass(frozen=True)
class ReadingLists:
    """What each output of the last build read, and what that was."""

    packed: PackedLists = field(default_factory=PackedLists)
    amendment: Amendment | None = None

    @property
    def things(self) -> str:
        """The digest of what people and other things followed from."""
        return self.amendment.things if self.amendment else self.packed.things

    @property
    def amended(self) -> int:
        """In how many builds the lists were only amended."""
        return self.amendment.times if self.amendment else 0

    @property
    def entries(self) -> Mapping[str, bytes]:
        """What :meth:`~bibwiki.pages.tracing.facts.Facts.entry_digests` said."""
        if self.amendment is None:
            return self.packed.entries
        entries = {**self.packed.entries, **self.amendment.entries}
        return {key: digest for key, digest in entries.items() if digest is not None}

    @property
    def labels(self) -> Collection[str]:
        """The tables of which facts were read, and the kinds of derived values."""
        added = (label for label, _ in self._added)
        return list(dict.fromkeys(chain(self.packed.tables, added)))

    @property
    def _added(self) -> Sequence[tuple[str, str]]:
        return self.amendment.nodes if self.amendment else ()

    def nodes_of(self, label: str) -> Iterator[tuple[int, str]]:
        """Yield number and key of each fact of a table."""
        yield from self.packed.nodes_of(label)
        for number, (table, key) in enumerate(self._added, len(self.packed)):
            if table == label:
                yield number, key

    def digest(self, number: int) -> bytes:
        """Return what a fact was, by its number; see :class:`AllLists`."""
        changed = self.amendment.digests.get(number) if self.amendment else None
        return self.packed.digest(number) if changed is None else changed

    def derived_from(
        self, changed: AbstractSet[int], *, are_derived: bool
    ) -> Iterator[tuple[int, str, str]]:
        """Yield the values for which one of these was read.

        As :meth:`PackedLists.derived_from`.
        """
        amended = self.amendment.derived if self.amendment else {}
        for node in self.packed.derived_from(changed, are_derived=are_derived):
            if node[0] not in amended:
                yield node
        for number, (label, key, read) in amended.items():
            if not changed.isdisjoint(read):
                yield number, label, key

    def outputs_from(self, changed: AbstractSet[int]) -> set[str]:
        """Return the outputs for which one of some facts was read."""
        found = set(self.packed.outputs_from(changed))
        if self.amendment is not None:
            outputs = self.amendment.outputs
            found -= outputs.keys()
            found.update(
                name
                for name, made in outputs.items()
                if not changed.isdisjoint(made.read)
            )
        return found

    def given_to(self, name: str) -> bytes | None:
        """Return the digest of what an output was given; None where there was none."""
        if self.amendment is not None:
            made = self.amendment.outputs.get(name)
            if made is not None:
                return made.given
            if name in self.amendment.gone:
                return None
        place = self.packed.place_of.get(name)
        return None if place is None else self.packed.given_to(place)

    def whole(self) -> AllLists:
        """Return all lists as one."""
        lists = self.packed.whole()
        amendment = self.amendment
        if amendment is not None:
            lists.nodes.extend(amendment.nodes)
            lists.digests.extend([ABSENT] * len(amendment.nodes))
            for number, digest in amendment.digests.items():
                lists.digests[number] = digest
            for number, (_, _, read) in amendment.derived.items():
                lists.derived[number] = read
            for name in amendment.gone:
                lists.outputs.pop(name, None)
            lists.outputs.update(amendment.outputs)
        return lists

    def are_worth_amending(self, made: Collection[str], outputs: int) -> bool:
        """Tell whether so few outputs were made that the lists are better amended.

        Args:
            made: The names of those that were made.
            outputs: How many there are.
        """
        before = self.amendment.outputs.keys() if self.amendment else set[str]()
        return (
            self.amended < _MOST_TIMES
            and len(self.packed) > 0
            and len(before | set(made)) * _SHARE <= outputs
        )
