"""A work between those that it cites, extends or disputes, and those that do so to it.

What the work says of others stands on its left, what others say of it on its right, in
rows of equal height: every place follows from the number of works alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.notes.kind import Kind
from bibwiki.model.work import Relation
from bibwiki.pages.blocks import Picture
from bibwiki.pages.drawings.drawing import Dot, Drawing, Label, Line, Strokes
from bibwiki.pages.drawings.label_places import shortened
from bibwiki.pages.links import HerePlace
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.catalogue.catalogue import CataloguedWork, RelatedWork
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext

FEWEST = 2
"""Related works; a picture of one says less than its line in the list."""
SHOWN = 8
"""Works on each side."""
LIST_ANCHOR = "relation-list"
OWN_LABELS: Mapping[Relation, str] = {
    Relation.SOURCE: "recorded from",
    Relation.RELATED: "related",
}
"""What a relation is called on the page that declares it, where its name is none."""
_STYLES = {
    Relation.RETRACTS: "against",
    Relation.CORRECTS: "against",
    Relation.DISPUTES: "against",
    Relation.REPLICATES: "for",
    Relation.SUPPORTS: "for",
    Relation.EXTENDS: "extends",
    Relation.CITES: "cites",
    Relation.RELATED: "related",
}
"""How lines are drawn, the relations that matter most first. Where an entry was taken
from says nothing on its content."""
_PRIORITY = {relation: number for number, relation in enumerate(_STYLES)}
_HEAD = 26
"""Pixels over the first row."""
_ROW = 38
_FROM_MIDDLE = 12
"""Percent of the drawing's width from its middle to the works of a side."""
_LONGEST = 19
"""Letters of a label that fit beside the dots on a narrow screen."""


def relation_label(other: RelatedWork) -> str:
    """Return what a relation is called on the page of the work it is a relation of."""
    if other.inverse:
        return other.relation.inverse_label
    return OWN_LABELS.get(other.relation, other.relation.value)


@dataclass(slots=True)
class _End:
    """Another work, and all that joins it to the page's on one side."""

    key: str
    relations: list[RelatedWork] = field(default_factory=list)


def citation_graph(
    context: PageContext, catalogued: CataloguedWork, blocks: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Return the list of a work's relations with a picture above it.

    Args:
        context: The catalogue.
        catalogued: The work in the middle.
        blocks: The list that says the same.
    """
    related = context.catalogue.related.get(catalogued.key, ())
    if len(related) < FEWEST:
        return blocks
    sides = [_side(context, related, inverse=inverse) for inverse in (False, True)]
    if len({end.key for side in sides for end in side}) < FEWEST:
        return blocks
    return (Picture(_draw(context, catalogued, sides), blocks, anchor=LIST_ANCHOR),)


def _side(
    context: PageContext, related: Sequence[RelatedWork], *, inverse: bool
) -> list[_End]:
    """Return the works of one side, those with the gravest relation first."""
    ends: dict[str, _End] = {}
    for other in related:
        if other.inverse == inverse and other.relation in _STYLES:
            end = ends.setdefault(other.key, _End(other.key))
            if other not in end.relations:
                end.relations.append(other)
    for end in ends.values():
        end.relations.sort(key=lambda one: _PRIORITY[one.relation])
    rank = context.catalogue.rank
    return sorted(
        ends.values(),
        key=lambda end: (_PRIORITY[end.relations[0].relation], rank[end.key]),
    )


def _draw(
    context: PageContext, catalogued: CataloguedWork, sides: Sequence[list[_End]]
) -> Drawing:
    rows = max(min(len(side), SHOWN) for side in sides)
    middle = _HEAD + rows * _ROW // 2
    lines: dict[str, list[Line]] = {}
    dots: list[Dot] = []
    labels = [Label("This work", 50, middle - 13, "middle", strong=True)]
    for side, ends in zip((-1, 1), sides, strict=True):
        if ends:
            labels.append(_head(side))
        shown = ends[:SHOWN]
        for end, (x, y) in zip(shown, _places(side, len(shown), rows), strict=True):
            style = _STYLES[end.relations[0].relation]
            lines.setdefault(style, []).append(Line(50, middle, x, y))
            dots.append(_dot(context, end, x, y))
            text = ", ".join(map(relation_label, end.relations))
            labels.append(_beside(text, side, x, y + 18))
    height = _HEAD + rows * _ROW
    more = sum(len(side) for side in sides) - len(dots)
    if more:
        height += 20
        text, place = f"and {more:,} more", HerePlace(LIST_ANCHOR)
        labels.append(Label(text, 50, height - 6, "middle", place=place))
    return Drawing(
        title="Citation graph",
        description=_description(catalogued, len(dots)),
        width=0,
        height=height,
        strokes=tuple(
            Strokes(style, tuple(lines[style]))
            for style in dict.fromkeys(reversed(_STYLES.values()))
            if style in lines
        ),
        dots=(*dots, Dot(None, "", 50, middle, 8, "2")),
        labels=tuple(labels),
    )


def _description(catalogued: CataloguedWork, others: int) -> str:
    return (
        f"{citation_label(catalogued.work)} and {counted(others, 'work')} that "
        "it says something of or that say something of it. "
        "The list below says the same."
    )


@cache
def _places(side: int, count: int, rows: int) -> tuple[tuple[int, int], ...]:
    """Return where the works of a side stand, from the top down."""
    top = _HEAD + (rows - count) * _ROW // 2
    x = 50 + side * _FROM_MIDDLE
    return tuple((x, top + number * _ROW + 14) for number in range(count))


def _beside(text: str, side: int, x: int, y: int, *, strong: bool = False) -> Label:
    """Return a text on the outer side of a dot."""
    if side > 0:
        return Label(text, x, y, "start", 12, strong=strong)
    return Label(text, x, y, "end", -12, strong=strong)


def _head(side: int) -> Label:
    text = "On this work" if side > 0 else "This work on"
    return _beside(text, side, 50 + side * _FROM_MIDDLE, 14, strong=True)


def _dot(context: PageContext, end: _End, x: int, y: int) -> Dot:
    work = context.catalogue.works[end.key].work
    label = citation_label(work)
    who, _, when = label.rpartition(" ")
    short = f"{shortened(who, _LONGEST - 1 - len(when))} {when}"
    relations = ", ".join(map(relation_label, end.relations))
    return Dot(
        context.link(Kind.WORK, end.key).place,
        f"{relations}: {label}, {work.title}",
        x,
        y,
        6,
        "1",
        label=_beside(short, 1 if x > 50 else -1, x, y + 4),
    )
