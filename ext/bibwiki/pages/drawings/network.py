"""Things and what ties them: the works that they share.

Both graphs of the whole wiki are networks: people by the works that they wrote
together, topics by the works that are about both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(slots=True)
class Tie:
    """What joins a thing to another."""

    works: int = 0
    """Works that both share."""
    closeness: float = 0.0
    """The same, each divided by the number of other things on it (after Newman): two
    that have a work to themselves are closer than two of sixty."""


@dataclass(frozen=True, slots=True)
class Network:
    """The things that share most works with others, and their ties."""

    nodes: tuple[str, ...]
    """Ids, the best connected first."""
    ties: Mapping[str, Mapping[str, Tie]]
    """Maps each of them to all that it shares works with, shown or not."""
    shared: Mapping[str, int]
    """Maps everything that shares works to how many such works there are."""
    crowded: int = 0
    """Works that are left out because too many things share them."""

    def strongest(self, node: str) -> list[str]:
        """Return what a node is tied to, those with most shared works first."""
        ties = self.ties[node]
        return sorted(
            ties, key=lambda one: (-ties[one].works, -ties[one].closeness, one)
        )


def in_order(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts by id: members of sets come in another order in each process."""
    return dict(sorted(counts.items()))


def best_tied(
    shared: Mapping[str, int], others: Mapping[str, int], most: int
) -> Sequence[str]:
    """Return the ids with most shared works.

    Of ids with equally many, all are taken or none, unless that leaves less than half
    of what is wanted: an alphabet should not decide what is seen.

    Args:
        shared: Maps ids to their number of shared works.
        others: Maps the same ids to the number of things on these works, for ties.
        most: The most ids to take.
    """
    ranked = sorted(shared, key=lambda one: (-shared[one], -others[one], one))
    if len(ranked) <= most:
        return ranked
    next_best = shared[ranked[most]]
    above = sum(shared[one] > next_best for one in ranked[:most])
    return ranked[: above if above * 2 >= most else most]
