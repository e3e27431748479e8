"""What stands below the drawing of a network: the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.blocks import Fold, Table
from bibwiki.pages.thing_links import thing_link
from bibwiki.pages.wording import noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.network import Network
    from bibwiki.pages.drawings.network_drawing import NetworkWords
    from bibwiki.pages.items import Span

_ROWS = 20
"""Rows of the table that are always seen."""
_TIES_NAMED = 3


def network_tables(
    context: PageContext,
    network: Network,
    words: NetworkWords,
    groups: Sequence[tuple[str, ...]],
    tied: str,
) -> Iterator[Block]:
    """Yield the table of all nodes, its later rows folded.

    Args:
        context: The catalogue.
        network: The nodes.
        words: What they are called.
        groups: Those that have a colour.
        tied: The head of the column with the closest neighbours.
    """
    kind = words.kind.value
    heads = [
        kind.capitalize(),
        "Works here",
        f"{words.neighbour}s".capitalize(),
        tied,
        *(["Group of"] if groups else []),
    ]
    head_of = {node: group[0] for group in groups for node in group}
    rows = tuple(
        _row(context, network, words, node, head_of if groups else None)
        for node in network.nodes
    )
    label = f"{noun(2, kind).capitalize()} of the {words.title.lower()}"
    numbers = (1, 2)
    if len(rows) <= _ROWS + 5:
        yield Table(label, tuple(heads), rows, numbers)
        return
    yield Table(label, tuple(heads), rows[:_ROWS], numbers)
    rest = Table(f"{label}, continued", tuple(heads), rows[_ROWS:], numbers)
    more = len(rows) - _ROWS
    yield Fold(f"and {more:,} more {noun(more, kind)}", (rest,))


def _row(
    context: PageContext,
    network: Network,
    words: NetworkWords,
    node: str,
    head_of: Mapping[str, str] | None,
) -> tuple[tuple[Span, ...], ...]:
    kind = words.kind
    ties = network.ties[node]
    closest: list[Span] = []
    for other in network.strongest(node)[:_TIES_NAMED]:
        closest += [", "] if closest else []
        closest += [thing_link(context, kind, other), f" ({ties[other].works})"]
    things = context.catalogue.things(kind)
    cells: list[tuple[Span, ...]] = [
        (thing_link(context, kind, node),),
        (f"{len(things[node].works):,}",),
        (f"{len(ties):,}",),
        tuple(closest),
    ]
    if head_of is not None:
        head = head_of.get(node)
        cells.append((things[head].name if head else "",))
    return tuple(cells)
