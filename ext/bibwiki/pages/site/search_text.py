"""What each page of the catalogue can be found by: its title and a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.context import PageContext

_ORDER = (
    Kind.WORK,
    Kind.PERSON,
    Kind.TOPIC,
    Kind.ORGANIZATION,
    Kind.VENUE,
    Kind.EVENT,
)


@dataclass(frozen=True, slots=True)
class SearchText:
    """One page as a search index sees it."""

    pagename: str
    title: str
    words: tuple[str, ...]
    """Texts beside the title: creators and summary, or other names."""


def search_texts(context: PageContext) -> Iterator[SearchText]:
    """Yield every catalogue page worth finding; works first, then people, then others.

    Documents are left out, since whoever reads documents indexes them, and so are
    indexes and years, which have no words of their own.
    """
    for kind in _ORDER:
        for id_ in _ids(context, kind):
            target = Target(kind, id_)
            if not context.has_document(target):
                yield _search_text(context, target)


def _ids(context: PageContext, kind: Kind) -> Iterator[str]:
    if kind is Kind.WORK:
        return iter(context.catalogue.works)
    return iter(context.catalogue.things(kind))


def _search_text(context: PageContext, target: Target) -> SearchText:
    catalogue, pagename = context.catalogue, context.pagename(target)
    if target.kind is Kind.WORK:
        work = catalogue.works[target.id]
        return SearchText(pagename, work.work.title, tuple(_work_words(work)))
    thing = catalogue.things(target.kind)[target.id]
    names: tuple[str, ...] = ()
    if target.kind is Kind.PERSON:
        names = catalogue.people[target.id].names
    elif target.kind is Kind.TOPIC:
        names = catalogue.topics[target.id].also
    return SearchText(pagename, thing.name, names)


def _work_words(work: CataloguedWork) -> Iterator[str]:
    for contribution in work.work.contributions:
        yield contribution.name.display
    yield from work.work.keywords
    if work.work.summary:
        yield work.work.summary
    yield from work.work.claims
