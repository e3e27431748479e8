"""What each output of a build read.

Facts have numbers; a reading list is an array of them, in no order that means anything:
what was remembered from another output decides what is read first.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from bibwiki.pages.tracing.fact_digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class ReadingList:
    """What one output was made of."""

    given: bytes
    """The digest of what it was given besides the catalogue."""
    read: array[int]
    """Numbers of facts."""


@dataclass(frozen=True, slots=True)
class AllLists:
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


def _packed(
    nodes: Sequence[tuple[str, str]],
    derived: Mapping[int, array[int]],
    outputs: Mapping[str, ReadingList],
) -> tuple[object, ...]:
    """Return lists in few values: pickling many takes long and much memory."""
    lists = [*derived.values(), *(one.read for one in outputs.values())]
    return (
        ([label for label, _ in nodes], [key for _, key in nodes]),
        list(derived),
        (list(outputs), b"".join(one.given for one in outputs.values())),
        (array("I", map(len, lists)).tobytes(), b"".join(lists)),
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
