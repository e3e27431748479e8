"""Every catalogue page there is, as a name and a way to make its view.

Names come first and views one by one: a large catalogue has tens of thousands of pages,
which are made, written and dropped.
"""

from __future__ import annotations

from functools import partial
from operator import call
from typing import TYPE_CHECKING, Any

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.values import value
from bibwiki.pages.kinds.changes_page import changes_pages
from bibwiki.pages.kinds.citation_index import citation_pages
from bibwiki.pages.kinds.claims_page import claims_pages
from bibwiki.pages.kinds.curation_page import CURATION, curation_view
from bibwiki.pages.kinds.event_page import event_view
from bibwiki.pages.kinds.glossary_page import glossary_pages
from bibwiki.pages.kinds.graph_page import GRAPH, graph_view
from bibwiki.pages.kinds.index_pages import index_pages
from bibwiki.pages.kinds.not_found_page import NOT_FOUND, not_found_view
from bibwiki.pages.kinds.organization_page import organization_view
from bibwiki.pages.kinds.part_pages import PartView
from bibwiki.pages.kinds.person_page import person_view
from bibwiki.pages.kinds.timeline_page import TIMELINE, timeline_view
from bibwiki.pages.kinds.topic_map import TOPIC_MAP, topic_map_view
from bibwiki.pages.kinds.topic_page import topic_view
from bibwiki.pages.kinds.venue_page import venue_view
from bibwiki.pages.kinds.work_page import work_view
from bibwiki.pages.kinds.year_page import year_view
from bibwiki.pages.list_parts import ListParts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.page_view import PageView

_VIEWS: Mapping[Kind, Callable[[PageContext, str], PageView]] = {
    Kind.WORK: work_view,
    Kind.PERSON: person_view,
    Kind.TOPIC: topic_view,
    Kind.ORGANIZATION: organization_view,
    Kind.VENUE: venue_view,
    Kind.EVENT: event_view,
    Kind.YEAR: year_view,
}


@value(frozen=True, slots=True)
class CataloguePage:
    """A page that is not made yet."""

    name: str
    """Path below the site's root without suffix."""
    make: Callable[[Any], PageView]
    """Makes the view: a wiki has hundred thousands of pages, and few ways to make
    them."""
    of: Any
    """What it is made of."""
    given: object = ()
    """What the view is made of besides what it reads in the context; plain values."""

    def view(self) -> PageView:
        """Return what the page shows; each call makes it anew."""
        return self.make(self.of)


def thing_view(context: PageContext, target: Target) -> PageView:
    """Return what the page of a thing shows."""
    return _VIEWS[target.kind](context, target.id)


def document_view(context: PageContext, target: Target) -> PageView:
    """Return the view whose header and sections go into a thing's document.

    It has every section of its kind, in the order of
    :func:`~bibwiki.pages.sections.section_titles`.
    """
    return thing_view(context, target)


def catalogue_pages(context: PageContext) -> Iterator[CataloguePage]:
    """Yield all catalogue pages: works, the other things, parts of lists, indexes.

    Things that have a document are left out; the parts of their lists are not.
    """
    # Which pages there are is found out anew in every build: no page has to note it.
    catalogue = context.untraced.catalogue
    make = partial(thing_view, context)
    for kind in Kind:
        for id_ in _ids(catalogue, kind):
            target = Target(kind, id_)
            if target not in catalogue.documents:
                name = f"{kind.folder}/{catalogue.slugs[target]}"
                yield CataloguePage(name, make, target)
    lists = ListParts(context)
    for target, parts in context.remember("parts", lists.find):
        for name, digest in parts:
            yield CataloguePage(name, lists.view, (target, name), digest)
    for name, view in _overviews(context):
        given = view.given if isinstance(view, PartView) else ()
        yield CataloguePage(name, call, view, given)


def _ids(catalogue: Catalogue, kind: Kind) -> Iterable[str]:
    """Return the ids of a kind in catalogue order."""
    if kind is Kind.WORK:
        return catalogue.works
    if kind is Kind.YEAR:
        return map(str, catalogue.years)
    return catalogue.things(kind)


def _overviews(context: PageContext) -> Iterator[MadePage]:
    yield from index_pages(context)
    yield from citation_pages(context)
    yield from claims_pages(context)
    yield from glossary_pages(context)
    yield from changes_pages(context)
    yield TIMELINE, partial(timeline_view, context)
    yield GRAPH, partial(graph_view, context)
    if context.catalogue.topics:
        yield TOPIC_MAP, partial(topic_map_view, context)
    if context.curation:
        yield CURATION, partial(curation_view, context)
    yield NOT_FOUND, partial(not_found_view, context)
