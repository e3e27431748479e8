"""Things as schema.org describes them: the JSON-LD of their pages.

Types and properties are those of schema.org 28. What the catalogue does not know is
left out; nothing is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from bibwiki.model.creator_ids import orcid_address, ror_address
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bibwiki.catalogue.catalogue import CataloguedWork, Credit, Thing
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Work
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.site import Site

Properties: TypeAlias = "dict[str, Any]"
W = WorkType
WORK_TYPES: Mapping[WorkType, str] = {
    W.ARTICLE: "ScholarlyArticle", W.BOOK: "Book", W.CHAPTER: "Chapter",
    W.PAPER: "ScholarlyArticle", W.PROCEEDINGS: "Book", W.THESIS: "Thesis",
    W.REPORT: "Report", W.PREPRINT: "ScholarlyArticle", W.MANUSCRIPT: "Manuscript",
    W.PATENT: "CreativeWork", W.DATASET: "Dataset", W.SOFTWARE: "SoftwareSourceCode",
    W.TALK: "PresentationDigitalDocument", W.VIDEO: "VideoObject",
    W.AUDIO: "AudioObject", W.WEBPAGE: "WebPage", W.POST: "BlogPosting",
    W.PRESS: "NewsArticle", W.MISC: "CreativeWork",
}  # fmt: skip
"""Maps each work type to schema.org's."""
_ARTICLES = frozenset({
    "ScholarlyArticle", "Report", "BlogPosting", "NewsArticle", "Chapter",
})  # fmt: skip
"""Types that have ``pagination``."""
_VENUE_TYPES = {
    "journal": "Periodical",
    "conference": "Book",
    "book": "Book",
    "series": "BookSeries",
    "website": "WebSite",
}
_ROLES = {Role.AUTHOR: "author", Role.EDITOR: "editor", Role.TRANSLATOR: "translator"}


def structured_data(
    context: PageContext, site: Site, target: Target
) -> Properties | None:
    """Return the description of a thing; None for years, which are no things.

    Values are texts, lists and mappings. Addresses of the wiki's own pages are given
    only where the site's address is known.
    """
    if target.kind is Kind.WORK:
        found = _work(context, site, context.catalogue.works[target.id])
    elif target.kind in _THINGS:
        thing = context.catalogue.things(target.kind)[target.id]
        found = _THINGS[target.kind](context, site, thing)
    else:
        return None
    known = {name: value for name, value in found.items() if value}
    return _at(site, target, {"@context": "https://schema.org", **known})


def _at(site: Site, target: Target, found: Properties) -> Properties:
    """Return a thing's properties, its address added to them where that is known."""
    address = site.thing(target)
    if address:
        found["@id"] = found["url"] = address
    return found


def _work(context: PageContext, site: Site, catalogued: CataloguedWork) -> Properties:
    work = catalogued.work
    kind = WORK_TYPES[work.work_type]
    found: Properties = {"@type": kind, "name": work.title, "headline": work.title}
    for credit in catalogued.credits:
        role = _ROLES.get(credit.contribution.role, "contributor")
        if role not in found:
            found[role] = []
        found[role].append(_creator(site, credit))
    identifiers = work.identifiers
    return found | {
        "datePublished": work.date.iso if work.date else "",
        "description": work.summary,
        "abstract": work.abstract,
        "keywords": list(work.keywords),
        "about": [
            _thing_named("DefinedTerm", context, site, Target(Kind.TOPIC, topic))
            for topic in catalogued.topics
        ],
        "license": [one.url or one.name for one in work.rights.licences],
        "isAccessibleForFree": work.rights.is_open,
        "isPartOf": _container(work),
        "pagination": work.pages if kind in _ARTICLES else "",
        "publisher": _named("Organization", work.publisher),
        "isbn": [i.value for i in identifiers if i.scheme == "isbn" and kind == "Book"],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": i.label, "value": i.value}
            for i in identifiers
            if i.scheme not in {"isbn", "issn"}
        ],
        "sameAs": [i.url for i in identifiers if i.url and i.scheme != "issn"],
    }


def _creator(site: Site, credit: Credit) -> Properties:
    found: Properties = {"@type": "Person", "name": credit.contribution.name.display}
    if credit.organization is not None:
        found["@type"] = "Organization"
        return _at(site, Target(Kind.ORGANIZATION, credit.organization), found)
    if credit.person is None:
        return found
    return _at(site, Target(Kind.PERSON, credit.person), found)


def _named(kind: str, name: str) -> Properties:
    return {"@type": kind, "name": name} if name else {}


def _thing_named(
    kind: str, context: PageContext, site: Site, target: Target
) -> Properties:
    return _at(site, target, {"@type": kind, "name": context.name_of(target)})


def _container(work: Work) -> Properties:
    """Return the journal or book, inside volume and issue of a journal."""
    if work.venue is None:
        return {}
    found = _named(_VENUE_TYPES.get(work.venue.kind, "CreativeWork"), work.venue.name)
    if work.venue.kind != "journal":
        return found
    issn = [i.value for i in work.identifiers if i.scheme == "issn"]
    found |= {"issn": issn[0]} if issn else {}
    if work.volume:
        kind = {"@type": "PublicationVolume", "volumeNumber": work.volume}
        found = kind | {"isPartOf": found}
    if work.number:
        found = {
            "@type": "PublicationIssue",
            "issueNumber": work.number,
            "isPartOf": found,
        }
    return found


def _person(context: PageContext, _site: Site, thing: Thing) -> Properties:
    person = context.catalogue.people[thing.id]
    orcid = person.note.orcid if person.note else ""
    return {
        "@type": "Person",
        "name": person.name,
        "alternateName": [name for name in person.names if name != person.name],
        "affiliation": [
            _named("Organization", context.name_of(Target(Kind.ORGANIZATION, one)))
            for one in person.organizations
        ],
        "sameAs": [
            *([orcid_address(orcid)] if orcid else ()),
            *_links(person.note),
        ],
    }


def _links(note: Note | None) -> list[str]:
    return [url for _, url in note.links] if note else []


def _topic(context: PageContext, site: Site, thing: Thing) -> Properties:
    topic = context.catalogue.topics[thing.id]
    return {
        "@type": "DefinedTerm",
        "name": topic.name,
        "alternateName": list(topic.also),
        "inDefinedTermSet": _named("DefinedTermSet", site.title),
        "sameAs": _links(topic.note),
    }


def _organization(context: PageContext, site: Site, thing: Thing) -> Properties:
    organization = context.catalogue.organizations[thing.id]
    note = thing.note
    ror = [ror_address(note.ror)] if note and note.ror else []
    return {
        "@type": "Organization",
        "name": thing.name,
        "alternateName": list(note.also) if note else [],
        "address": note.place if note else "",
        "parentOrganization": [
            _thing_named("Organization", context, site, Target(Kind.ORGANIZATION, one))
            for one in organization.parents
        ],
        "identifier": ror,
        "sameAs": [*ror, *_links(note)],
    }


def _venue(context: PageContext, _site: Site, thing: Thing) -> Properties:
    venue = context.catalogue.venues[thing.id]
    # All years of a conference together are a series of books.
    kind = "BookSeries" if venue.kind == "conference" else ""
    return {
        "@type": kind or _VENUE_TYPES.get(venue.kind, "CreativeWork"),
        "name": venue.name,
        "alternateName": [venue.short] if venue.short not in {"", venue.name} else [],
        "sameAs": _links(venue.note),
    }


def _event(_context: PageContext, _site: Site, thing: Thing) -> Properties:
    return {"@type": "Event", "name": thing.name, "sameAs": _links(thing.note)}


_THINGS: Mapping[Kind, Callable[[PageContext, Site, Thing], Properties]] = {
    Kind.PERSON: _person,
    Kind.TOPIC: _topic,
    Kind.ORGANIZATION: _organization,
    Kind.VENUE: _venue,
    Kind.EVENT: _event,
}
