"""Groups within a network: things that share works mostly among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.pages.drawings.network import Network

_ROUNDS = 20
_COLOURS = 5
_SMALLEST_GROUP = 3
"""Members that make a group worth a colour of its own."""


def groups_of(network: Network) -> tuple[tuple[str, ...], ...]:
    """Divide the nodes of a network into groups, the largest first.

    Every node moves to the group that its ties lead to more than chance would, until
    none moves any more: the first level of the Louvain method. Within a group the
    best connected node comes first.
    """
    ties = _close_ties(network)
    strength = {node: _total(list(own.values())) for node, own in ties.items()}
    group = {node: number for number, node in enumerate(network.nodes)}
    weight = {group[node]: strength[node] for node in network.nodes}
    everything = _total(list(strength.values())) or 1.0
    for _ in range(_ROUNDS):
        moved = False
        for node in network.nodes:
            old = group[node]
            weight[old] -= strength[node]
            pulls = {old: 0.0}
            for other, closeness in ties[node].items():
                pulls[group[other]] = pulls.get(group[other], 0.0) + closeness
            share = strength[node] / everything
            new = max(
                pulls,
                key=lambda one: (pulls[one] - weight[one] * share, one == old, -one),
            )
            weight[new] += strength[node]
            group[node] = new
            moved = moved or new != old
        if not moved:
            break
    return _by_size(network.nodes, group)


def coloured_groups(groups: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return the groups that are worth a colour: the first ones, or none.

    Args:
        groups: All of them, the largest first.
    """
    large = tuple(g for g in groups[:_COLOURS] if len(g) >= _SMALLEST_GROUP)
    return large if len(large) > 1 else ()


def _close_ties(network: Network) -> dict[str, dict[str, float]]:
    """Return the ties within a network, in an order that does not change."""
    return {
        node: {
            other: network.ties[node][other].closeness
            for other in network.nodes
            if other in network.ties[node]
        }
        for node in network.nodes
    }


def _total(values: list[float]) -> float:
    """Add from left to right: ``sum`` rounds differently from Python 3.12 on."""
    total = 0.0
    for value in values:
        total += value
    return total


def _by_size(
    nodes: Sequence[str], group: Mapping[str, int]
) -> tuple[tuple[str, ...], ...]:
    members: dict[int, list[str]] = {}
    for node in nodes:
        members.setdefault(group[node], []).append(node)
    ordered = sorted(members.values(), key=len, reverse=True)
    return tuple(tuple(one) for one in ordered)
