"""The reading lists of a build that made few outputs: those of the last, amended.

Bringing all lists together again takes longer than making the few. What nothing reads
any more stays in the lists until they are brought together the next time.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from bibwiki.pages.tracing.fact_digest import ABSENT
from bibwiki.pages.tracing.reading_lists import ReadingList, ReadingLists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bibwiki.pages.tracing.reading_lists import Source

_MOST_TIMES = 50
"""How often lists are amended before they are brought together again."""
_SHARE = 8


def are_worth_amending(before: ReadingLists, sources: Iterable[Source]) -> bool:
    """Tell whether so few outputs were made that the lists are better amended."""
    made = sum(len(source.outputs) for source in sources)
    return before.amended < _MOST_TIMES and made * _SHARE <= len(before.outputs)


class _Numbers:
    """The numbers of nodes in lists; nodes that are new come behind the others."""

    def __init__(self, lists: ReadingLists, sources: Iterable[Source]) -> None:
        self._lists = lists
        asked = set[tuple[str, str]]().union(*(source.nodes for source in sources))
        nodes = enumerate(lists.nodes)
        self._known = {node: number for number, node in nodes if node in asked}

    def of(self, node: tuple[str, str]) -> int:
        """Return the number of a node, which may be new."""
        number = self._known.get(node)
        if number is None:
            number = self._known[node] = len(self._lists.nodes)
            self._lists.nodes.append(node)
            self._lists.digests.append(ABSENT)
        return number

    def translate(self, source: Source, read: array[int]) -> array[int]:
        """Return what was read, numbered as in the lists."""
        return array("I", sorted(self.of(source.nodes[one]) for one in read))


def amend(
    before: ReadingLists,
    digests: Sequence[bytes],
    sources: Sequence[Source],
    names: Iterable[str],
    digest: Callable[[str, str], bytes],
) -> ReadingLists:
    """Return the lists of the last build with those of what was made anew.

    Args:
        before: The lists of the last build.
        digests: What each of their facts is now; of derived values, what it was.
        sources: Of those that know an output or a derived value, the first counts.
        names: The outputs to keep.
        digest: Gives the digest of a fact that is not derived, by label and key.
    """
    lists = ReadingLists(
        list(before.nodes),
        list(digests),
        dict(before.derived),
        amended=before.amended + 1,
    )
    numbers = _Numbers(lists, sources)
    made: dict[str, ReadingList] = {}
    for source in reversed(sources):
        for own, read in source.derived.items():
            number = numbers.of(source.nodes[own])
            lists.derived[number] = numbers.translate(source, read)
            lists.digests[number] = source.digests.get(own, ABSENT)
        for name, output in source.outputs.items():
            made[name] = ReadingList(
                output.given, numbers.translate(source, output.read)
            )
    for number in range(len(before.nodes), len(lists.nodes)):
        if number not in lists.derived:
            lists.digests[number] = digest(*lists.nodes[number])
    known = before.outputs | made
    lists.outputs = {name: known[name] for name in sorted(names) if name in known}
    return lists
