"""What stands at the top of a work's page: links to read it, and its infobox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Role
from bibwiki.pages.items import Fact, Link
from bibwiki.pages.links import ThingPlace, WebPlace
from bibwiki.pages.page_facts import NOT_RECORDED, mention_fact, note_facts
from bibwiki.pages.page_view import Action
from bibwiki.pages.thing_links import joined, thing_link, year_link
from bibwiki.pages.wording import date_words, page_range
from bibwiki.pages.work_items import creator_links, main_credits, venue_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.work import Work
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span

_READ_AT = {"doi": "Read at the publisher", "arxiv": "Read on arXiv"}
_READ_BY = {"PDF": "Read the PDF", "URL": "Read online", "Website": "Open the website"}
"""Link labels of which the first that a work has is its main action, in this order."""
_ROLES = {
    Role.EDITOR: "Editors",
    Role.TRANSLATOR: "Translators",
    Role.ADVISOR: "Advisors",
}


def work_actions(target: Target, work: Work) -> tuple[Action, ...]:
    """Return the links of a work: how to read it first, then code, data and so on.

    Identifiers have their rows in the infobox; one of them is the main action only
    where the entry gives no better way to the text.
    """
    main = _main_action(work)
    actions = [main] if main else []
    actions += [
        Action(Link(_link_text(link.label), WebPlace(link.url)))
        for link in work.links
        if main is None or main.link.place != WebPlace(link.url)
    ]
    actions.append(Action(Link("Cite", ThingPlace(target, "cite"))))
    return tuple(actions)


def _main_action(work: Work) -> Action | None:
    by_label = {link.label: link.url for link in reversed(work.links)}
    if "PDF" in by_label:
        return Action(Link(_READ_BY["PDF"], WebPlace(by_label["PDF"])), primary=True)
    for identifier in work.identifiers:
        if identifier.scheme in _READ_AT and identifier.url:
            text = _READ_AT[identifier.scheme]
            return Action(Link(text, WebPlace(identifier.url)), primary=True)
    for label in ("URL", "Website"):
        if label in by_label:
            place = WebPlace(by_label[label])
            return Action(Link(_READ_BY[label], place), primary=True)
    return None


def _link_text(label: str) -> str:
    return "Link" if label == "URL" else label


def work_facts(context: PageContext, catalogued: CataloguedWork) -> tuple[Fact, ...]:
    """Return the rows of a work's infobox; of what is unknown only the date's."""
    return (
        _date_fact(context, catalogued.work),
        *_venue_facts(context, catalogued),
        Fact("Type", (catalogued.work.work_type.label,)),
        *_role_facts(context, catalogued),
        *_publisher_fact(context, catalogued),
        *_identifier_facts(catalogued.work),
        *_rights_facts(catalogued.work),
        *_wiki_facts(context, catalogued),
    )


def _date_fact(context: PageContext, work: Work) -> Fact:
    if work.date is not None:
        return Fact(
            "Date", (year_link(context, work.date.year, date_words(work.date)),)
        )
    return Fact("Date", (work.date_text or NOT_RECORDED,))


def _venue_facts(context: PageContext, catalogued: CataloguedWork) -> Iterator[Fact]:
    work = catalogued.work
    venue = venue_link(context, catalogued)
    if venue is not None:
        yield Fact("Venue", (venue,))
    if work.event:
        yield Fact("Event", (work.event,))
    if work.volume:
        issue = f"({work.number})" if work.number else ""
        yield Fact("Volume", (f"{work.volume}{issue}",))
    elif work.number:
        yield Fact("Number", (work.number,))
    if work.pages:
        yield Fact("Pages", (page_range(work.pages),))


def _role_facts(context: PageContext, catalogued: CataloguedWork) -> Iterator[Fact]:
    """Yield a row for each role that is not already shown under the title."""
    shown = set(main_credits(catalogued))
    for role, label in _ROLES.items():
        credits_ = [
            credit
            for credit in catalogued.credits
            if credit.contribution.role is role and credit not in shown
        ]
        if credits_:
            links = (
                Link(link.text, link.place) for link in creator_links(context, credits_)
            )
            yield Fact(label if len(credits_) > 1 else label[:-1], joined(links))


def _publisher_fact(context: PageContext, catalogued: CataloguedWork) -> Iterator[Fact]:
    if catalogued.publisher is not None:
        link = thing_link(context, Kind.ORGANIZATION, catalogued.publisher)
        yield Fact("Publisher", (link,))
    elif catalogued.work.publisher:
        yield Fact("Publisher", (catalogued.work.publisher,))


def _identifier_facts(work: Work) -> Iterator[Fact]:
    for identifier in work.identifiers:
        place = WebPlace(identifier.url) if identifier.url else None
        yield Fact(identifier.label, (Link(identifier.value, place),))


def _rights_facts(work: Work) -> Iterator[Fact]:
    """Yield licences, and what the entry says of access besides."""
    rights = work.rights
    if rights.licences:
        links = [
            Link(one.name, WebPlace(one.url) if one.url else None)
            for one in rights.licences
        ]
        yield Fact("Licence" if len(links) == 1 else "Licences", joined(links))
    if rights.access:
        yield Fact("Access", (rights.access,))


def _wiki_facts(context: PageContext, catalogued: CataloguedWork) -> Iterator[Fact]:
    """Yield what the wiki itself knows: who cites it, its keys, its loose keywords."""
    yield from mention_fact(context, Target(Kind.WORK, catalogued.key), "cited-in")
    keywords = [
        keyword
        for keyword in catalogued.work.keywords
        if not _is_topic(context, keyword)
    ]
    if keywords:
        yield Fact("Keywords", (", ".join(keywords),))
    versions = sum(entry.kept for entry in catalogued.entries)
    if versions > 1:
        place = ThingPlace(Target(Kind.WORK, catalogued.key), "cite")
        yield Fact("Versions", (Link(str(versions), place),))
    label = "Citation key" if len(catalogued.keys) == 1 else "Citation keys"
    spans: tuple[Span, ...] = joined(catalogued.keys)
    yield Fact(label, spans)
    yield from note_facts(catalogued.note, catalogued.work)


def _is_topic(context: PageContext, keyword: str) -> bool:
    found = context.catalogue.names.get(fold(keyword), ())
    return any(target.kind is Kind.TOPIC for target in found)
