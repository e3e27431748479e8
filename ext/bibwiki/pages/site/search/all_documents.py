"""The documents of one wiki in their order, and what each follows from."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.catalogue.catalogue import Person
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.badges import state_badges
from bibwiki.pages.site.search.documents import (
    DocumentMaker,
    FacetNames,
    SearchDocument,
)
from bibwiki.pages.site.search.kept_index import portion_digests
from bibwiki.pages.tracing.fact_digest import entry_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork, Thing
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.search.documents import SiteTexts

_THINGS = (Kind.PERSON, Kind.TOPIC, Kind.ORGANIZATION, Kind.VENUE, Kind.EVENT)
_Subject: TypeAlias = "CataloguedWork | tuple[Kind, Thing] | str"
"""What a document is about: a work, another thing, or the page of that docname."""
_ALL = attrgetter(*SearchDocument.__slots__)


class AllDocuments:
    """Works, newest first, then people and other things, then other pages.

    To find out that a document would be what it was takes less than to make it. So each
    is made when first asked for, and kept from then on.
    """

    def __init__(self, context: PageContext, site: SiteTexts) -> None:
        self._catalogue = catalogue = context.catalogue
        self._maker = DocumentMaker(context, site)
        self._works = [catalogue.works[key] for key in catalogue.rank]
        self._things: list[tuple[Kind, Thing]] = [
            (kind, thing)
            for kind in _THINGS
            for thing in catalogue.things(kind).values()
        ]
        self._pages = sorted(set(site.texts) - set(catalogue.documents.values()))
        self._about: list[_Subject] = [*self._works, *self._things, *self._pages]
        self._made: list[SearchDocument | None] = [None] * len(self._about)
        self._grounds = _Grounds(context)

    def __len__(self) -> int:
        return len(self._about)

    def __iter__(self) -> Iterator[SearchDocument]:
        return map(self.__getitem__, range(len(self._about)))

    def __getitem__(self, place: int, /) -> SearchDocument:
        made = self._made[place]
        if made is None:
            made = self._made[place] = self._make(self._about[place])
        return made

    def _make(self, about: _Subject) -> SearchDocument:
        if isinstance(about, str):
            return self._maker.page(about)
        if isinstance(about, tuple):
            return self._maker.thing(*about)
        return self._maker.work(about)

    def facet_names(self) -> FacetNames:
        """Return the names of the facets of all documents without making any."""
        labels = {one.work.work_type.label for one in self._works}
        labels.update({kind.label for kind, _ in self._things})
        labels.update(self[len(self) - 1].label for _ in self._pages[:1])
        venues = {one.venue or "" for one in self._works}
        topics = {id_ for one in self._works for id_ in one.topics}
        return FacetNames.sorted(labels, venues, topics)

    def portions(self) -> bytes:
        """Return digests of what the documents of each portion follow from, in a row.

        Documents whose digest is what it was in a build of the same settings are the
        same, too.
        """
        return portion_digests(map(self._ground, range(len(self))))

    def _ground(self, place: int) -> tuple[object, ...]:
        about = self._about[place]
        ground = None
        if isinstance(about, tuple):
            ground = self._grounds.of_thing(about[1])
        elif not isinstance(about, str):
            ground = self._grounds.of_work(about)
        return _ALL(self[place]) if ground is None else ground


class _Grounds:
    """Gives what the documents of most works and people follow from."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._related = context.catalogue.related
        # Not asked for by targets, each of which would be made and hashed to do so.
        slugs = context.catalogue.slugs.items()
        documents = context.catalogue.documents
        self._works = {t.id: slug for t, slug in slugs if t.kind is Kind.WORK}
        self._people = {t.id: slug for t, slug in slugs if t.kind is Kind.PERSON}
        self._have_pages = {target.id for target in documents}
        topics = context.catalogue.topics.items()
        venues = context.catalogue.venues.items()
        self._topics = {id_: (id_, one.name, *one.also) for id_, one in topics}
        self._venues = {id_: (id_, one.name, one.short) for id_, one in venues}
        notes = (person.note for person in context.catalogue.people.values())
        self._are_names_hidden = any(note and note.hidden_names for note in notes)

    def of_work(self, catalogued: CataloguedWork) -> tuple[object, ...] | None:
        """Return the grounds of a work; None where they are no shorter than all.

        All that is interpreted follows from the entry, where it has only one and says
        all its names.
        """
        entry, key = catalogued.entries[0], catalogued.key
        if (
            len(catalogued.entries) != 1
            or catalogued.note is not None
            or key in self._have_pages
            or self._are_names_hidden
        ):
            return None
        states = state_badges(self._context, catalogued) if key in self._related else ()
        return (
            entry.digest or entry_digest(entry),
            self._works[key],
            catalogued.keys,
            [self._topics[id_] for id_ in catalogued.topics],
            self._venues[catalogued.venue] if catalogued.venue is not None else (),
            [badge.text for badge in states],
        )

    def of_thing(self, thing: Thing) -> tuple[object, ...] | None:
        """Return the grounds of a person without a page; None for all others."""
        if (
            not isinstance(thing, Person)
            or thing.note is not None
            or thing.id in self._have_pages
        ):
            return None
        return self._people[thing.id], thing.name, thing.names, len(thing.works)
