"""The things that indexes list: with most works, by letter, topics by their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import LinkList
from bibwiki.pages.items import CountedLink
from bibwiki.pages.letters import initial, letter_order
from bibwiki.pages.page_view import Section
from bibwiki.pages.thing_links import by_weight, counted_links, link_blocks, thing_link
from bibwiki.pages.wording import noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.pages.context import PageContext

TOP_SHOWN = 20
"""Things with most works that an index shows itself when its list has parts."""


def sort_name(context: PageContext, kind: Kind, id_: str) -> str:
    """Return the name that a thing is listed by, e.g. a family name first."""
    if kind is Kind.PERSON:
        return context.catalogue.people[id_].sort_name
    return context.catalogue.things(kind)[id_].name


def with_works(
    context: PageContext, kind: Kind, ids: tuple[str, ...]
) -> tuple[CountedLink, ...]:
    """Return links in the order given, each with the number of its works."""
    things = context.catalogue.things(kind)
    counts = ((id_, len(things[id_].works)) for id_ in ids)
    return tuple(
        CountedLink(thing_link(context, kind, id_), count, noun(count, "work"))
        for id_, count in counts
    )


def most_works(
    context: PageContext, kind: Kind, ids: tuple[str, ...]
) -> tuple[CountedLink, ...]:
    """Return links to the things with most works, those first."""
    things = context.catalogue.things(kind)
    weighted = by_weight(context, kind, {id_: len(things[id_].works) for id_ in ids})
    return with_works(context, kind, tuple(id_ for id_, _ in weighted[:TOP_SHOWN]))


def letter_sections(
    context: PageContext, kind: Kind, ids: tuple[str, ...]
) -> Iterator[Section]:
    """Yield things by the letter that they are listed under."""
    letters: dict[tuple[str, str], list[str]] = {}
    for id_ in ids:
        letters.setdefault(initial(sort_name(context, kind, id_)), []).append(id_)
    for name, title in sorted(letters, key=letter_order):
        links = LinkList(with_works(context, kind, tuple(letters[name, title])))
        yield Section(f"letter-{name}", title, (links,))


def topic_sections(
    context: PageContext, ids: tuple[str, ...], shown: int
) -> Iterator[Section]:
    """Yield topics by their kind, those with most works first.

    Args:
        context: The catalogue.
        ids: All topics.
        shown: The most topics of one kind; 0 for all of them.
    """
    topics = context.catalogue.topics
    kinds: dict[str, dict[str, int]] = {}
    for id_ in ids:
        kinds.setdefault(topics[id_].topic_kind, {})[id_] = len(topics[id_].works)
    for kind, counts in sorted(kinds.items()):
        links = counted_links(context, Kind.TOPIC, counts)
        blocks = link_blocks(links[:shown] if shown else links, "topic")
        yield Section(f"kind-{kind}", f"{kind.capitalize()}s", blocks)
