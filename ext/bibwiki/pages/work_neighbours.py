"""The works around a work: declared relations, related works, venue and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.catalogue.relatedness import related_works
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Relation
from bibwiki.pages.blocks import Fold, LinkList, Paragraph, RemarkedWorkList, WorkList
from bibwiki.pages.drawings.citation_graph import relation_label
from bibwiki.pages.items import CountedLink, Link, RemarkedWork, WorkGroup
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.parts import shown_first
from bibwiki.pages.thing_links import joined, thing_link
from bibwiki.pages.wording import counted
from bibwiki.pages.work_items import work_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span

RELATED = "related"
"""What :func:`related_works` is called where what pages read is noted."""
RELATED_SHOWN = 5
SAME_VENUE_SHOWN = 5
REASONS_SHOWN = 3
"""Shared topics, and shared people, that are named."""
RELATIONS_SHOWN = 20
"""Works under one relation that are always seen, the others by title in a fold: a
document may be the source of hundreds."""


def relation_blocks(
    context: PageContext, catalogued: CataloguedWork
) -> Iterator[Block]:
    """Yield declared relations, the work's own first, each kind under its name.

    All are there; of many, those after the twentieth are folded and shown in short.
    """
    groups: dict[str, list[str]] = {}
    for other in context.catalogue.related.get(catalogued.key, ()):
        # Versions are one work here; their entries stand under "Cite".
        if other.relation is Relation.VERSION:
            continue
        keys = groups.setdefault(relation_label(other).capitalize(), [])
        if other.key not in keys:
            keys.append(other.key)
    shown_groups: list[WorkGroup] = []
    for label, keys in groups.items():
        first = shown_first(len(keys), RELATIONS_SHOWN)
        items = tuple(work_item(context, key) for key in keys[:first])
        rest = tuple(_in_short(context, key) for key in keys[first:])
        title = f"{label} ({len(keys)})" if rest else label
        shown_groups.append(WorkGroup(title, items))
        if rest:
            yield WorkList(tuple(shown_groups))
            shown_groups.clear()
            more = f"{label}: {counted(len(rest), 'more work')}"
            yield Fold(more, (LinkList(rest),))
    if shown_groups:
        yield WorkList(tuple(shown_groups))


def _in_short(context: PageContext, key: str) -> CountedLink:
    label = citation_label(context.catalogue.works[key].work)
    return CountedLink(thing_link(context, Kind.WORK, key), remark=label)


def related_blocks(
    context: PageContext, catalogued: CataloguedWork
) -> tuple[Block, ...]:
    """Return the works that share most with one, and what they share.

    Works with a declared relation are left out: they have their own section.
    """
    related = context.catalogue.related.get(catalogued.key, ())
    declared = {other.key for other in related}
    sought = RELATED_SHOWN + min(len(declared), RELATED_SHOWN)
    keys = [
        key
        for key in most_related(context, catalogued.key)[:sought]
        if key not in declared
    ]
    if not keys:
        return ()
    topics = catalogued.topics
    people = dict.fromkeys(one.person for one in catalogued.credits if one.person)
    items = tuple(
        RemarkedWork(
            work_item(context, key),
            tuple(_reasons(context, topics, people, context.catalogue.works[key])),
        )
        for key in keys[:RELATED_SHOWN]
    )
    return (RemarkedWorkList(items),)


def most_related(context: PageContext, key: str) -> tuple[str, ...]:
    """Return more related works than are shown, since some are left out.

    What is found is derived of long lists, which change more often than it does.
    """
    return context.recorder.derive(
        RELATED,
        key,
        related_works,
        context.catalogue,
        key,
        2 * RELATED_SHOWN,
        context.facts.catalogue.rank,
        is_compared=True,
    )


def _reasons(
    context: PageContext,
    topics: Iterable[str],
    people: Iterable[str],
    other: CataloguedWork,
) -> Iterator[Span]:
    """Yield why a work is related, e.g. ``Also on RLHF; also by Ada Lovelace``.

    Args:
        context: The catalogue.
        topics: The topics of the work whose page it is.
        people: Its people, each once.
        other: The work that is related to it.
    """
    shared_topics = [topic for topic in topics if topic in other.topics]
    theirs = {credit.person for credit in other.credits}
    shared_people = [person for person in people if person in theirs]
    if shared_topics:
        yield "Also on "
        yield from _named(context, Kind.TOPIC, shared_topics)
    if shared_people:
        yield "; also by " if shared_topics else "Also by "
        yield from _named(context, Kind.PERSON, shared_people)


def _named(context: PageContext, kind: Kind, ids: list[str]) -> Iterator[Span]:
    """Yield the first things that two works share, and how many more there are."""
    shown = ids[:REASONS_SHOWN]
    yield from joined(thing_link(context, kind, id_) for id_ in shown)
    if len(ids) > len(shown):
        yield f" and {len(ids) - len(shown)} more"


def same_venue_blocks(
    context: PageContext, catalogued: CataloguedWork
) -> Iterator[Block]:
    """Yield some works of the same venue and year, and a link to all of them."""
    shown, others = context.tables.shelf_neighbours(catalogued, SAME_VENUE_SHOWN)
    if not shown:
        return
    yield WorkList((WorkGroup("", tuple(work_item(context, k) for k in shown)),))
    if others > len(shown) and catalogued.venue is not None:
        place = ThingPlace(Target(Kind.VENUE, catalogued.venue), "works")
        text = f"All {counted(others + 1, 'work')} of {catalogued.work.year}"
        yield Paragraph((Link(text, place),))
