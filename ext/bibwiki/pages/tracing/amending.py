"""Amending the reading lists of the last build by those of what was made anew."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from bibwiki.pages.tracing.amended_lists import Amendment
from bibwiki.pages.tracing.fact_digest import ABSENT
from bibwiki.pages.tracing.reading_lists import ReadingList

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from bibwiki.pages.tracing.amended_lists import ReadingLists
    from bibwiki.pages.tracing.reading_lists import Source


def amend(
    before: ReadingLists,
    changed: Mapping[int, bytes],
    sources: Sequence[Source],
    names: Collection[str],
    digest: Callable[[str, str], bytes],
) -> ReadingLists:
    """Return the lists of the last build with those of what was made anew.

    Args:
        before: The lists of the last build.
        changed: What each of their facts is now that was something else.
        sources: Of those that know an output or a derived value, the first counts.
        names: The outputs to keep.
        digest: Gives the digest of a fact that is not derived, by label and key.
    """
    amendment = before.amendment.copy() if before.amendment else Amendment()
    amendment.times += 1
    amendment.digests |= changed
    numbers = _Numbers(before, amendment)
    first_new = len(before.packed) + len(amendment.nodes)
    for source in reversed(sources):
        numbers.know(source)
        for own, read in source.derived.items():
            number = numbers.of(own)
            amendment.derived[number] = *source.nodes[own], numbers.translate(read)
            amendment.digests[number] = source.digests.get(own, ABSENT)
        for name, made in source.outputs.items():
            read = numbers.translate(made.read)
            amendment.outputs[name] = ReadingList(made.given, read)
    for place in range(first_new - len(before.packed), len(amendment.nodes)):
        number = len(before.packed) + place
        if number not in amendment.derived:
            amendment.digests[number] = digest(*amendment.nodes[place])
    kept = set(names)
    amendment.gone = before.packed.place_of.keys() - kept
    for name in amendment.outputs.keys() - kept:
        del amendment.outputs[name]
    return replace(before, amendment=amendment)


def note_entries(
    lists: ReadingLists, things: str, entries: Mapping[str, bytes]
) -> None:
    """Note in amended lists what follows from entries now."""
    amendment, before = lists.amendment, lists.packed.entries
    if amendment is not None:
        amendment.things = things
        amendment.entries = dict.fromkeys(before.keys() - entries.keys())
        amendment.entries |= dict(entries.items() - before.items())


class _Numbers:
    """The numbers of one source's facts in lists; new ones come behind the others."""

    def __init__(self, before: ReadingLists, amendment: Amendment) -> None:
        self._before = before
        self._nodes = amendment.nodes
        self._known: dict[str, dict[str, int]] = {}
        """Maps labels and keys to numbers, of the tables that were asked for."""
        self._translated: list[int] = []

    def know(self, source: Source) -> None:
        """Find the numbers of everything that a source has read."""
        used = set[int](source.derived)
        used.update(*source.derived.values())
        used.update(*(made.read for made in source.outputs.values()))
        nodes, translated = source.nodes, [0] * len(source.nodes)
        # A million times: a call for each would take as long again.
        for own in used:
            label, key = nodes[own]
            table = self._known.get(label)
            if table is None:
                table = self._known[label] = self._table(label)
            number = table.get(key)
            if number is None:
                number = table[key] = len(self._before.packed) + len(self._nodes)
                self._nodes.append((label, key))
            translated[own] = number
        self._translated = translated

    def _table(self, label: str) -> dict[str, int]:
        return {key: number for number, key in self._before.nodes_of(label)}

    def of(self, own: int) -> int:
        """Return the number that a fact has in the lists."""
        return self._translated[own]

    def translate(self, read: Iterable[int]) -> array[int]:
        """Return what was read, numbered as in the lists."""
        return array("I", map(self._translated.__getitem__, read))
