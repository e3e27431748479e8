"""What each output of a build read, kept for the next build.

Facts have numbers; a reading list is an array of them. The numbers follow the sorted
facts, so that the same lists are the same bytes, however many processes made them,
until a build that makes few outputs amends them.
"""

from __future__ import annotations

import pickle
from array import array
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from bibwiki.pages.tracing.fact_digest import ABSENT, SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_SCHEMA = 4


@dataclass(frozen=True, slots=True)
class ReadingList:
    """What one output was made of."""

    given: bytes
    """The digest of what it was given besides the catalogue."""
    read: array[int]
    """Numbers of facts."""


@dataclass(slots=True)
class ReadingLists:
    """The reading lists of all outputs of one build, and what was read then."""

    nodes: list[tuple[str, str]] = field(default_factory=list)
    """Label and key of each fact, by number."""
    digests: list[bytes] = field(default_factory=list)
    """What each fact was, by number; of derived values, the digest of the value, or
    zeros where only what was read for it tells whether it changed."""
    derived: dict[int, array[int]] = field(default_factory=dict)
    """Maps the number of a derived value to what was read for it."""
    outputs: dict[str, ReadingList] = field(default_factory=dict)
    """Maps a page's or file's name to what it was made of."""
    amended: int = 0
    """In how many builds they were only amended."""
    things: str = ""
    """The digest of what people and other things followed from; see
    :attr:`~bibwiki.pages.context.PageContext.things`."""

    def to_bytes(self) -> bytes:
        """Return everything in a compact form."""
        head = (_SCHEMA, self.amended, self.things)
        packed = _packed(self.nodes, self.derived, self.outputs)
        kept = head, b"".join(self.digests), packed
        return pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)

    @classmethod
    def from_bytes(cls, content: bytes) -> ReadingLists | None:
        """Return what was kept; None where it cannot be read."""
        try:
            (schema, amended, things), digests, packed = pickle.loads(content)  # noqa: S301 - ours, as Sphinx's own pickles are
            if schema != _SCHEMA:
                return None
            nodes, derived, outputs = _unpacked(*packed)
            pieces = _pieces(digests, len(nodes))
        except Exception:  # noqa: BLE001 - whatever a broken pickle raises: all is made anew
            return None
        return cls(nodes, pieces, derived, outputs, amended, things)


def _packed(
    nodes: Sequence[tuple[str, str]],
    derived: Mapping[int, array[int]],
    outputs: Mapping[str, ReadingList],
) -> tuple[object, ...]:
    """Return lists in few values: pickling many takes long and much memory."""
    lists = [*derived.values(), *(one.read for one in outputs.values())]
    numbers = array("I")
    for one in lists:
        numbers.extend(one)
    return (
        ([label for label, _ in nodes], [key for _, key in nodes]),
        list(derived),
        (list(outputs), b"".join(one.given for one in outputs.values())),
        (array("I", map(len, lists)).tobytes(), numbers.tobytes()),
    )


def _unpacked(
    nodes: tuple[list[str], list[str]],
    derived: list[int],
    outputs: tuple[list[str], bytes],
    lists: tuple[bytes, bytes],
) -> tuple[list[tuple[str, str]], dict[int, array[int]], dict[str, ReadingList]]:
    """Return what :func:`_packed` was given.

    Raises:
        ValueError: The values do not fit each other.
    """
    names, given = outputs
    lengths, numbers = lists
    read = _cut(array("I", lengths), array("I", numbers))
    made = map(ReadingList, _pieces(given, len(names)), read[len(derived) :])
    return (
        list(zip(*nodes, strict=True)),
        dict(zip(derived, read, strict=False)),
        dict(zip(names, made, strict=True)),
    )


def _pieces(joined: bytes, count: int) -> list[bytes]:
    if len(joined) != count * SIZE:
        raise ValueError
    return [joined[at : at + SIZE] for at in range(0, len(joined), SIZE)]


def _cut(lengths: array[int], numbers: array[int]) -> list[array[int]]:
    ends = list(accumulate(lengths))
    if (ends[-1] if ends else 0) != len(numbers):
        raise ValueError
    starts = [0, *ends[:-1]]
    return [numbers[start:end] for start, end in zip(starts, ends, strict=False)]


@dataclass(frozen=True, slots=True)
class Source:
    """Reading lists in the numbers of one build or process."""

    nodes: list[tuple[str, str]]
    derived: Mapping[int, array[int]]
    digests: Mapping[int, bytes]
    """Maps derived values that are compared to their digest."""
    outputs: Mapping[str, ReadingList]

    def __reduce__(self) -> tuple[Callable[..., Source], tuple[object, ...]]:
        """Let processes send each other lists in few values."""
        return _source, (self.digests, *_packed(self.nodes, self.derived, self.outputs))


def _source(digests: Mapping[int, bytes], *packed: Any) -> Source:
    nodes, derived, outputs = _unpacked(*packed)
    return Source(nodes, derived, digests, outputs)


def join(
    sources: Iterable[Source],
    names: Iterable[str],
    digest: Callable[[str, str], bytes],
) -> ReadingLists:
    """Bring the reading lists of several builds or processes together.

    Args:
        sources: Of those that know an output or a derived value, the first counts.
        names: The outputs to keep.
        digest: Gives the digest of a fact that is not derived, by label and key.
    """
    sources = list(sources)
    outputs: dict[str, Source] = {}
    derived: dict[tuple[str, str], tuple[Source, int]] = {}
    for source in reversed(sources):
        outputs.update(dict.fromkeys(source.outputs, source))
        derived.update((source.nodes[one], (source, one)) for one in source.derived)
    wanted = {name: outputs[name] for name in sorted(names) if name in outputs}
    used = _used(sources, wanted, derived)
    joined = ReadingLists(sorted(used))
    numbers = {node: number for number, node in enumerate(joined.nodes)}
    translated = {id(one): _Numbers(one.nodes, numbers) for one in sources}

    def translate(source: Source, read: array[int]) -> array[int]:
        return array("I", sorted(map(translated[id(source)].__getitem__, read)))

    for number, node in enumerate(joined.nodes):
        if node in derived:
            source, own = derived[node]
            joined.derived[number] = translate(source, source.derived[own])
            joined.digests.append(source.digests.get(own, ABSENT))
        else:
            joined.digests.append(digest(*node))
    for name, source in wanted.items():
        made = source.outputs[name]
        joined.outputs[name] = ReadingList(made.given, translate(source, made.read))
    return joined


class _Numbers(dict[int, int]):
    """Maps the numbers of a source to those of all sources together."""

    def __init__(
        self, nodes: list[tuple[str, str]], numbers: Mapping[tuple[str, str], int]
    ) -> None:
        super().__init__()
        self._nodes = nodes
        self._numbers = numbers

    def __missing__(self, number: int) -> int:
        found = self[number] = self._numbers[self._nodes[number]]
        return found


def _used(
    sources: Iterable[Source],
    wanted: Mapping[str, Source],
    derived: Mapping[tuple[str, str], tuple[Source, int]],
) -> set[tuple[str, str]]:
    """Return what the wanted outputs read, and what was read for that."""
    used: set[tuple[str, str]] = set()
    for source in sources:
        read = set[int]().union(
            *(
                source.outputs[name].read
                for name, one in wanted.items()
                if one is source
            )
        )
        used.update(map(source.nodes.__getitem__, read))
    more = used & derived.keys()
    while more:
        found: set[tuple[str, str]] = set()
        for node in more:
            source, number = derived[node]
            found.update(map(source.nodes.__getitem__, source.derived[number]))
        found -= used
        used |= found
        more = found & derived.keys()
    return used
