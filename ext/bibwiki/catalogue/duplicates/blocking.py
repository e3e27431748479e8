"""Which things are worth comparing: pairs from blocks of what shares something.

Comparing all with all is quadratic. Things that share a block are compared; in a block
that is too large only those that are near each other in an order given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from typing import Any

_Shared = TypeVar("_Shared", bound="Hashable")
_LARGEST = 24
"""Members of a block that are all compared with each other."""
_WINDOW = 10
"""In larger blocks, each is compared with so many that follow it."""


def candidate_pairs(
    kinds: Iterable[Iterable[tuple[Hashable, int]]], order: Callable[[int], Any]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of things that share a block, each pair once.

    Their number grows linearly with that of the blocks' members.

    Args:
        kinds: For each kind of block, pairs of what is shared and the number of a
            thing, in the order of the numbers. The blocks of one kind are held at a
            time.
        order: Gives the sort key of a thing in a large block: what stands side by side
            should be alike.

    Yields:
        The smaller number first; in no order that means anything.
    """
    seen: set[tuple[int, int]] = set()
    for blocks in kinds:
        for pair in near_pairs(members_of(blocks).values(), order):
            if pair not in seen:
                seen.add(pair)
                yield pair


def members_of(blocks: Iterable[tuple[_Shared, int]]) -> dict[_Shared, list[int]]:
    """Map what several things share to their numbers, in the order in which they came.

    What one thing has alone, as most do, takes up little memory and is left out.
    """
    first: dict[_Shared, int] = {}
    members: dict[_Shared, list[int]] = {}
    for shared, number in blocks:
        earlier = first.setdefault(shared, number)
        if earlier != number:
            members.setdefault(shared, [earlier]).append(number)
    return members


def near_pairs(
    blocks: Iterable[Sequence[int]], order: Callable[[int], Any]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of things that stand in one block, once for every block.

    The smaller number comes first; ``order`` is that of :func:`candidate_pairs`.
    """
    for many in blocks:
        yield from _pairs(many, order)


def _pairs(
    many: Sequence[int], order: Callable[[int], Any]
) -> Iterator[tuple[int, int]]:
    reach = len(many)
    if reach > _LARGEST:
        many = sorted(many, key=order)
        reach = _WINDOW
    for place, one in enumerate(many):
        for other in many[place + 1 : place + 1 + reach]:
            if one != other:
                yield (one, other) if one < other else (other, one)
