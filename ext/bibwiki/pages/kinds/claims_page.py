"""Every claim that the works make: those that others contest first, then by topic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Relation
from bibwiki.pages.blocks import Empty, LinkList
from bibwiki.pages.claim_lists import CLAIMS, all_claims
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.kinds.part_pages import PartPages
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.page_view import Header, PageView, Section
from bibwiki.pages.parts import Splitter, split_parts
from bibwiki.pages.thing_links import home_link
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.parts import Part

TITLE = "Claims"
SHOWN = 200
"""Works whose claims stand on one page; of more, each topic has its own."""
_WITHOUT_TOPIC = "Without a topic"
_NO_TOPIC = "index"
"""A name that no topic's page has."""
_NO_CLAIM = "No claim is recorded yet. Add a claim field to an entry."
_NONE_CONTESTED = "No claim is disputed, and no work that makes one is corrected."
_CONTESTED = (Relation.RETRACTS, Relation.CORRECTS, Relation.DISPUTES)


def claims_pages(context: PageContext) -> Iterator[MadePage]:
    """Yield the index of claims, and its parts where it is long."""
    yield CLAIMS, partial(claims_view, context)
    if len(_claiming(context.untraced)) > SHOWN:
        yield from _pages(context).pages(_by_topic(context.untraced))


def claims_view(context: PageContext) -> PageView:
    """Return all claims, or those that are contested and links to the others."""
    keys = _claiming(context)
    contested = tuple(key for key in keys if _is_contested(context, key))
    sections = []
    if contested:
        shown = all_claims(context, contested[:SHOWN])
        sections.append(Section("contested", "Contested", shown))
    parts = _by_topic(context)
    if len(keys) > SHOWN:
        sections.append(Section("topics", "By topic", (_topic_links(context, parts),)))
    else:
        sections += [
            Section(
                f"topic-{part.name}",
                part.title,
                all_claims(context, part.ids),
                _topic_place(context, part),
            )
            for part in parts
        ]
    claims = sum(len(context.catalogue.works[key].work.claims) for key in keys)
    summary = f"{counted(claims, 'claim')} of {counted(len(keys), 'work')}"
    if contested:
        summary += f", {counted(len(contested), 'work')} contested by others"
    return PageView(
        pagename=CLAIMS,
        title=TITLE,
        header=Header(subtitle=(summary,) if keys else ()),
        sections=tuple(sections),
        description=f"What the works of this wiki claim: {summary}.",
        breadcrumbs=(home_link(context),),
        lead=() if contested else (Empty(_NONE_CONTESTED if keys else _NO_CLAIM),),
        anchor="claims-index",
    )


def _claiming(context: PageContext) -> tuple[str, ...]:
    """Return the works that make claims, newest first."""
    works = context.catalogue.works
    return tuple(key for key in context.catalogue.rank if works[key].work.claims)


def _is_contested(context: PageContext, key: str) -> bool:
    return any(
        other.inverse and other.relation in _CONTESTED
        for other in context.catalogue.related.get(key, ())
    )


def _by_topic(context: PageContext) -> tuple[Part, ...]:
    """Divide works by the topic that their entry names first, topics by name."""
    catalogue = context.catalogue

    def topic(key: str) -> tuple[str, str]:
        topics = catalogue.works[key].topics
        if not topics:
            return _NO_TOPIC, _WITHOUT_TOPIC
        slug = context.slug(Target(Kind.TOPIC, topics[0]))
        return slug, catalogue.topics[topics[0]].name

    position = context.tables.positions(Kind.TOPIC)

    def order(key: str) -> int:
        topics = catalogue.works[key].topics
        return position[topics[0]] if topics else len(position)

    keys = sorted(_claiming(context), key=order)
    return split_parts(keys, (Splitter(topic, alphabetical=False),))


def _topic_place(context: PageContext, part: Part) -> ThingPlace | None:
    """Return the page of a part's topic; None for works without one."""
    topics = context.catalogue.works[part.ids[0]].topics
    return ThingPlace(Target(Kind.TOPIC, topics[0])) if topics else None


def _topic_links(context: PageContext, parts: tuple[Part, ...]) -> LinkList:
    links = _pages(context).links(parts)
    return LinkList(
        tuple(CountedLink(item.link, item.count, "works") for item in links.items)
    )


def _pages(context: PageContext) -> PartPages:
    return PartPages(
        address=f"{CLAIMS}/by/",
        title=TITLE,
        unit="work",
        breadcrumbs=(home_link(context), Link(TITLE, PagePlace(CLAIMS))),
        blocks=lambda keys: all_claims(context, keys),
    )
