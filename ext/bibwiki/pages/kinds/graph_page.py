"""Who writes with whom in the whole wiki: a graph, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import (
    Empty,
    Fold,
    Header,
    Link,
    PageView,
    Paragraph,
    Picture,
    Table,
)
from bibwiki.pages.drawings.coauthor_drawing import DRAWING_ANCHOR, draw_circle
from bibwiki.pages.drawings.coauthor_groups import coauthor_groups, group_topic
from bibwiki.pages.drawings.coauthor_ties import TEAM_LIMIT, best_connected
from bibwiki.pages.drawings.drawing import LegendItem
from bibwiki.pages.links import HerePlace, PagePlace
from bibwiki.pages.thing_links import breadcrumbs, thing_link
from bibwiki.pages.wording import counted, noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.pages.blocks import Block, Span
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.coauthor_ties import Circle

GRAPH = "graph"
"""The pagename of the graph."""
MOST = 150
"""People who are shown at most: more make a drawing that says nothing."""
FEWEST = 3
_COLOURS = 5
_SMALLEST_GROUP = 3
"""People who make a group worth a colour of its own."""
_ROWS = 20
"""Rows of the table that are always seen."""
_TIES_NAMED = 3
TABLE_ANCHOR = "coauthor-table"


def graph_view(context: PageContext) -> PageView:
    """Return the graph of the people who wrote most with others."""
    circle = best_connected(context, MOST)
    lead: tuple[Block, ...]
    if len(circle.people) < FEWEST:
        count = 0
        lead = (
            Empty(
                "There is no graph yet: fewer than three people of this wiki wrote "
                "works together. Add works with several authors to a BibTeX file."
            ),
        )
    else:
        count = len(circle.people)
        lead = tuple(_blocks(context, circle))
    people = f"{counted(count, 'person')} who wrote with each other"
    return PageView(
        pagename=GRAPH,
        title="Coauthor graph",
        header=Header(subtitle=(people,) if count else ()),
        sections=(),
        description=f"Who writes with whom in this wiki: {people}.",
        breadcrumbs=breadcrumbs(context, Kind.PERSON),
        lead=lead,
        anchor="coauthor-graph",
    )


def _blocks(context: PageContext, circle: Circle) -> Iterator[Block]:
    groups = coauthor_groups(circle)
    large = tuple(g for g in groups[:_COLOURS] if len(g) >= _SMALLEST_GROUP)
    coloured = large if len(large) > 1 else ()
    yield Paragraph(tuple(_explanation(circle, has_groups=bool(coloured))))
    drawing = draw_circle(context, circle, groups, len(coloured))
    yield Picture(
        drawing,
        tuple(_tables(context, circle, coloured)),
        tuple(_legend(context, coloured, more=len(coloured) < len(groups))),
        TABLE_ANCHOR,
    )


def _explanation(circle: Circle, *, has_groups: bool) -> Iterator[Span]:
    yield from ("Each dot of ", Link("the drawing", HerePlace(DRAWING_ANCHOR)))
    yield (
        " is a person, larger with more works written together with others. "
        "Lines join people with those they wrote most with, thicker for more works. "
    )
    if has_groups:
        yield "Colours show groups that write mostly among themselves. "
    yield from ("The same stands in ", Link("a table", HerePlace(TABLE_ANCHOR)), ".")
    left_out = len(circle.joint) - len(circle.people)
    if left_out:
        least = min(circle.joint[person] for person in circle.people)
        others = f"{left_out:,} more {noun(left_out, 'person')}"
        yield (
            f" Shown are people with {counted(least, 'such work')} or more; "
            f"{others} who wrote with others are left out, and stand in the "
        )
        yield from (Link("list of people", PagePlace("people/index")), ".")
    if circle.crowded:
        verb = "is" if circle.crowded == 1 else "are"
        yield (
            f" {counted(circle.crowded, 'work')} by more than {TEAM_LIMIT} people "
            f"{verb} not counted."
        )


def _legend(
    context: PageContext, groups: Sequence[tuple[str, ...]], *, more: bool
) -> Iterator[LegendItem]:
    """Name each group after its best connected person and the topic that marks it.

    Args:
        context: The catalogue.
        groups: Those that have a colour.
        more: Whether there are others.
    """
    taken: set[str] = set()
    for number, group in enumerate(groups, 1):
        name = context.catalogue.people[group[0]].name
        text = f"{name} and {len(group) - 1} more"
        topic = group_topic(context, group, taken)
        if topic is not None:
            taken.add(topic)
            text += f": {context.catalogue.topics[topic].name}"
        yield LegendItem(text, str(number))
    if groups and more:
        yield LegendItem("others")


def _tables(
    context: PageContext, circle: Circle, groups: Sequence[tuple[str, ...]]
) -> Iterator[Block]:
    """Yield the table of everybody in the graph, its later rows folded."""
    heads = ["Person", "Works here", "Coauthors", "Wrote most with"]
    if groups:
        heads.append("Group of")
    head_of = {person: group[0] for group in groups for person in group}
    rows = tuple(
        _row(context, circle, person, head_of if groups else None)
        for person in circle.people
    )
    label = "People of the coauthor graph"
    numbers = (1, 2)
    if len(rows) <= _ROWS + 5:
        yield Table(label, tuple(heads), rows, numbers)
        return
    yield Table(label, tuple(heads), rows[:_ROWS], numbers)
    rest = Table(f"{label}, continued", tuple(heads), rows[_ROWS:], numbers)
    yield Fold(f"and {len(rows) - _ROWS:,} more people", (rest,))


def _row(
    context: PageContext,
    circle: Circle,
    person: str,
    head_of: dict[str, str] | None,
) -> tuple[tuple[Span, ...], ...]:
    ties = circle.ties[person]
    closest: list[Span] = []
    for other in circle.strongest(person)[:_TIES_NAMED]:
        closest += [", "] if closest else []
        closest += [thing_link(context, Kind.PERSON, other), f" ({ties[other].works})"]
    cells: list[tuple[Span, ...]] = [
        (thing_link(context, Kind.PERSON, person),),
        (f"{len(context.catalogue.people[person].works):,}",),
        (f"{len(ties):,}",),
        tuple(closest),
    ]
    if head_of is not None:
        head = head_of.get(person)
        cells.append((context.catalogue.people[head].name if head else "",))
    return tuple(cells)
