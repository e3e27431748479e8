"""The reading lists of a build that made many outputs, in several processes.

Each process gives facts numbers of its own. Those of the first are taken over, which
saves translating its lists.
"""

from __future__ import annotations

from array import array
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from bibwiki.catalogue.beside import when_needed
from bibwiki.pages.tracing.fact_digest import ABSENT
from bibwiki.pages.tracing.reading_lists import AllLists, ReadingList, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from bibwiki.catalogue.beside import Beside


def join(
    sources: Sequence[Source],
    before: AllLists,
    names: Collection[str],
    digest: Callable[[str, str], bytes],
    beside: Beside = when_needed,
) -> AllLists:
    """Bring the reading lists of several processes together with those of the last.

    Args:
        sources: What was made anew. Of those that know an output or a derived value,
            the first counts.
        before: The lists of the last build, for what no source knows.
        names: All outputs.
        digest: Gives the digest of a fact that is not derived, by label and key.
        beside: Begins what may be done beside the rest.
    """
    old_digests = {number: before.digests[number] for number in before.derived}
    left = {name: before.outputs[name] for name in names if name in before.outputs}
    first, *others = sources
    joined = _Joined(first)
    for source in (*others, Source(before.nodes, before.derived, old_digests, left)):
        joined.add(source)
    return joined.lists(digest, beside)


class _Joined:
    """What sources have brought, in the numbers of the first."""

    def __init__(self, first: Source) -> None:
        self._nodes = list(first.nodes)
        self._numbers = {node: number for number, node in enumerate(first.nodes)}
        self._derived = dict(first.derived)
        self._digests = dict(first.digests)
        self._outputs = dict(first.outputs)

    def add(self, source: Source) -> None:
        """Add what no other source has brought, and what was read for that."""
        new = {n: r for n, r in source.outputs.items() if n not in self._outputs}
        used = _used(source, new)
        # A list gives numbers twice as fast as a mapping.
        table = [0] * len(source.nodes)
        for own in used:
            table[own] = self._number(source.nodes[own])
        for name, made in new.items():
            self._outputs[name] = ReadingList(made.given, _translated(made.read, table))
        for own in used & source.derived.keys():
            number = table[own]
            if number not in self._derived:
                self._derived[number] = _translated(source.derived[own], table)
                self._digests[number] = source.digests.get(own, ABSENT)

    def _number(self, node: tuple[str, str]) -> int:
        number = self._numbers.get(node)
        if number is None:
            number = self._numbers[node] = len(self._nodes)
            self._nodes.append(node)
        return number

    def lists(self, digest: Callable[[str, str], bytes], beside: Beside) -> AllLists:
        """Return all lists, with a digest of each fact and derived value."""
        read = [n for n in range(len(self._nodes)) if n not in self._derived]
        half = len(read) // 2

        def digests_of(numbers: Sequence[int]) -> list[bytes]:
            return [digest(*self._nodes[number]) for number in numbers]

        first = beside(partial(digests_of, read[:half]))
        second = digests_of(read[half:])
        digests = [
            self._digests.get(number, ABSENT) for number in range(len(self._nodes))
        ]
        for number, found in zip(read, chain(first(), second), strict=True):
            digests[number] = found
        outputs = {name: self._outputs[name] for name in sorted(self._outputs)}
        return AllLists(self._nodes, digests, self._derived, outputs)


def _used(source: Source, outputs: Mapping[str, ReadingList]) -> set[int]:
    """Return the numbers of what outputs of a source read, and of what that read."""
    used = set[int]().union(*(made.read for made in outputs.values()))
    more = used & source.derived.keys()
    while more:
        found = set[int]().union(*map(source.derived.__getitem__, more)) - used
        used |= found
        more = found & source.derived.keys()
    return used


def _translated(read: array[int], table: Sequence[int]) -> array[int]:
    return array("I", map(table.__getitem__, read))
