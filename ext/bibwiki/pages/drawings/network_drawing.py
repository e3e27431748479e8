"""The drawing of a network: a dot for each node, the strongest ties as lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import shortened
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.drawings.drawing import Dot, Drawing, Line, Strokes
from bibwiki.pages.drawings.ego_graph import stroke_width
from bibwiki.pages.drawings.force_layout import Spring, arrange
from bibwiki.pages.drawings.label_places import LONGEST_NAME, label_dots
from bibwiki.pages.drawings.spacing import Box, fit_into
from bibwiki.pages.thing_links import thing_link
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.label_places import Name
    from bibwiki.pages.drawings.network import Network
    from bibwiki.pages.items import Link

_NAMED = 10
"""Nodes whose names are shown even where they cover others."""
_MOST_WIDTH = 880
"""Pixels: the column of text that themes have in a wide window."""
_MOST_HEIGHT = 680
_MARGIN = 24
_NAME_ROOM = 110
"""Pixels for names at the sides."""
_GAP = 16
"""Pixels between two dots, so that each can be pointed at and most have a name."""
_WITHIN = 3.0
"""How much stronger nodes of one group are drawn to each other."""


@dataclass(frozen=True, slots=True)
class NetworkWords:
    """What the drawing of a network is called and how it speaks of its nodes."""

    title: str
    """E.g. ``Coauthor graph``."""
    anchor: str
    """The id of the drawing."""
    kind: Kind
    """What the nodes are; also their noun."""
    shared: str
    """What ties them, in the singular, e.g. ``joint work``."""
    neighbour: str
    """What those at the other ends are, in the singular, e.g. ``coauthor``."""
    ties_drawn: int
    """Ties of each node that are drawn, the strongest: all of them make a tangle."""
    explorable: bool = False
    """Whether a script lets readers zoom."""


def draw_network(
    context: PageContext,
    network: Network,
    groups: Sequence[tuple[str, ...]],
    coloured: int,
    words: NetworkWords,
) -> Drawing:
    """Draw nodes and their strongest ties.

    Args:
        context: The catalogue.
        network: The nodes.
        groups: All of them in groups; members of one group stand together.
        coloured: So many of the first groups have a colour.
        words: What the drawing says of itself.
    """
    group_of = {node: n for n, group in enumerate(groups) for node in group}
    pairs = _strongest_pairs(network, words.ties_drawn)
    size = _size(len(network.nodes))
    places = _places(network, pairs, group_of, size)
    links = [thing_link(context, words.kind, node) for node in network.nodes]
    colour_of = {
        node: str(n) for n, group in enumerate(groups[:coloured], 1) for node in group
    }
    dots = list(_dots(network, links, places, colour_of, words))
    names = [_short(link.text, words.kind) for link in links]
    found = label_dots(dots, names, size, _NAMED)
    return Drawing(
        title=words.title,
        description=_description(len(dots), len(pairs), words),
        width=size[0],
        height=size[1],
        anchor=words.anchor,
        strokes=tuple(_strokes(network, pairs, places)),
        dots=tuple(map(_named, dots, found)),
        labels=tuple(name.label for name in found if name and name.covers),
        explorable=words.explorable,
    )


def _dots(
    network: Network,
    links: Sequence[Link],
    places: Sequence[tuple[int, int]],
    colour_of: Mapping[str, str],
    words: NetworkWords,
) -> Iterator[Dot]:
    """Yield the nodes at their places, not yet named."""
    for node, link, place in zip(network.nodes, links, places, strict=True):
        title = _title(network, node, link.text, words)
        radius = _radius(network.shared[node])
        yield Dot(link.place, title, *place, radius, colour_of.get(node, ""))


def _named(dot: Dot, name: Name | None) -> Dot:
    """Return a dot with its name, if that covers no other."""
    return replace(dot, label=name.label) if name and not name.covers else dot


def _description(nodes: int, lines: int, words: NetworkWords) -> str:
    kind = words.kind.value
    return (
        f"{counted(nodes, kind)} joined by {counted(lines, 'line')}; each leads to the "
        f"{kind}'s page. The table has the same with their closest {words.neighbour}s."
    )


def _places(
    network: Network,
    pairs: Sequence[tuple[int, int]],
    group_of: Mapping[str, int],
    size: tuple[int, int],
) -> tuple[tuple[int, int], ...]:
    """Return where the dots stand: ties pull, and groups hold together."""
    nodes = network.nodes
    springs = [
        Spring(i, j, _WITHIN if group_of[nodes[i]] == group_of[nodes[j]] else 1.0)
        for i, j in pairs
    ]
    width, height = size
    box = Box(_NAME_ROOM, _MARGIN, width - 2 * _NAME_ROOM, height - 2 * _MARGIN)
    radii = [_radius(network.shared[node]) for node in nodes]
    return fit_into(arrange(len(nodes), springs), radii, _GAP, box)


def _size(count: int) -> tuple[int, int]:
    """Return width and height: a few nodes need little room."""
    side = sqrt(count)
    width = min(_MOST_WIDTH, 2 * _NAME_ROOM + round(110 * side))
    return width, min(_MOST_HEIGHT, 2 * _MARGIN + round(75 * side))


def _radius(works: int) -> int:
    """Return the size of a dot: its area grows with the shared works."""
    return min(4 + round(1.5 * sqrt(works)), 14)


def _strongest_pairs(network: Network, most: int) -> list[tuple[int, int]]:
    """Return who is joined to whom, as places in the list of nodes, sorted."""
    number_of = {node: number for number, node in enumerate(network.nodes)}
    pairs = set()
    for node in network.nodes:
        shown = [one for one in network.strongest(node) if one in number_of]
        for other in shown[:most]:
            i, j = sorted((number_of[node], number_of[other]))
            pairs.add((i, j))
    return sorted(pairs)


def _strokes(
    network: Network,
    pairs: Sequence[tuple[int, int]],
    places: Sequence[tuple[int, int]],
) -> Iterator[Strokes]:
    """Yield the lines by their width, the thin ones below."""
    widths: dict[int, list[Line]] = {1: [], 2: [], 3: [], 4: []}
    for i, j in pairs:
        works = network.ties[network.nodes[i]][network.nodes[j]].works
        widths[stroke_width(works)].append(Line(*places[i], *places[j]))
    for width, lines in widths.items():
        if lines:
            yield Strokes(str(width), tuple(lines))


def _short(name: str, kind: Kind) -> str:
    """Return a name that fits beside a dot; only those of people have initials."""
    return name if kind is Kind.PERSON else shortened(name, LONGEST_NAME)


def _title(network: Network, node: str, name: str, words: NetworkWords) -> str:
    shared = counted(network.shared[node], words.shared)
    return f"{name}: {shared} with {counted(len(network.ties[node]), words.neighbour)}"
