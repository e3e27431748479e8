"""Everything that the full-text index holds: one value for each page to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.values import value
from bibwiki.pages.affiliations import affiliation_spans
from bibwiki.pages.badges import state_badges
from bibwiki.pages.work_items import main_credits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bibwiki.catalogue.catalogue import CataloguedWork, Thing
    from bibwiki.model.work import Contribution
    from bibwiki.pages.context import PageContext

_WORK = Kind.WORK.value
_CREATORS_SHOWN = 3


@value(frozen=True, slots=True)
class PageText:
    """What a hand-written page says."""

    title: str
    text: str
    """Headings and paragraphs as plain text, generated parts left out."""


@value(frozen=True, slots=True)
class SearchDocument:
    """One page as the full-text index sees it."""

    path: str
    """Its address below the site's root, not quoted."""
    kind: str
    """``work``, ``person`` ... or ``page``: how its badge looks."""
    label: str
    """What it is, e.g. ``Article`` or ``Person``: the facet *type*."""
    title: str
    line: str = ""
    """What is shown below the title, e.g. creators, venue and year."""
    names: tuple[str, ...] = ()
    """Creators and citation keys, or other names."""
    subjects: tuple[str, ...] = ()
    """Topics with their aliases, and the venue."""
    text: str = ""
    """Summary, claims and abstract, or what the hand-written page says."""
    year: int = 0
    venue: str = ""
    """A venue's id; the facet shows its name."""
    topics: tuple[str, ...] = ()
    """Ids of topics."""
    state: str = ""
    """E.g. ``retracted``."""


@value(frozen=True, slots=True)
class SiteTexts:
    """What documents are made from besides the catalogue."""

    texts: Mapping[str, PageText]
    """Maps a docname to what the hand-written page says."""
    address: Callable[[str], str]
    """Gives the address of a page, below the site's root and not quoted."""


class Documents(Protocol):
    """Documents in the order of equally good results, as a sequence has them."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[SearchDocument]: ...
    def __getitem__(self, place: int, /) -> SearchDocument: ...


@value(frozen=True, slots=True)
class FacetNames:
    """What a search can be narrowed to."""

    labels: tuple[str, ...]
    """E.g. ``Article``, ``Person``."""
    venues: tuple[str, ...]
    """Ids, none of them empty."""
    topics: tuple[str, ...]
    """Ids."""

    @classmethod
    def sorted(
        cls, labels: Iterable[str], venues: Iterable[str], topics: Iterable[str]
    ) -> FacetNames:
        """Return all names in their order."""
        named = tuple(venue for venue in sorted(venues) if venue)
        return cls(tuple(sorted(labels)), named, tuple(sorted(topics)))

    @classmethod
    def of(cls, documents: Documents) -> FacetNames:
        """Return the names of some documents."""
        labels = {one.label for one in documents}
        venues = {one.venue for one in documents}
        return cls.sorted(labels, venues, {id_ for d in documents for id_ in d.topics})


class DocumentMaker:
    """Makes the documents of one wiki."""

    def __init__(self, context: PageContext, site: SiteTexts) -> None:
        self._context = context
        self._catalogue = context.catalogue
        self._site = site
        self._names_shown: dict[int, str] = {}
        """By the ``id()`` of contributions, which works share; the catalogue has them
        as long as this lives."""

    def work(self, catalogued: CataloguedWork) -> SearchDocument:
        """Return what a work is found by."""
        work = catalogued.work
        path, written = self._page(Target(Kind.WORK, catalogued.key))
        texts = (work.summary, *work.claims, work.abstract, written)
        creators = self._shown(work.contributions)
        states = state_badges(self._context, catalogued)
        return SearchDocument(
            path,
            _WORK,
            work.work_type.label,
            work.title,
            line=self._work_line(catalogued),
            names=(*creators, *catalogued.keys),
            subjects=(*self._subjects(catalogued), *work.keywords),
            text="\n".join(filter(None, texts)),
            year=work.year or 0,
            venue=catalogued.venue or "",
            topics=catalogued.topics,
            state=states[0].text if states else "",
        )

    def thing(self, kind: Kind, thing: Thing) -> SearchDocument:
        """Return what anything else with a page of its own is found by."""
        path, written = self._page(Target(kind, thing.id))
        names = [name for name in self._names(kind, thing) if name != thing.name]
        return SearchDocument(
            path,
            kind.value,
            kind.label,
            thing.name,
            line=self._thing_line(kind, thing),
            names=tuple(dict.fromkeys(filter(None, names))),
            text=written,
        )

    def page(self, docname: str) -> SearchDocument:
        """Return what a hand-written page about nothing else is found by."""
        page, path = self._site.texts[docname], self._site.address(docname)
        return SearchDocument(path, "page", "Page", page.title, text=page.text)

    def _page(self, target: Target) -> tuple[str, str]:
        """Return the address of a thing's page, and what is written there."""
        docname = self._catalogue.documents.get(target)
        if docname is None:
            slug = self._catalogue.slugs[target]
            return self._site.address(f"{target.kind.folder}/{slug}"), ""
        page = self._site.texts.get(docname)
        return self._site.address(docname), page.text if page is not None else ""

    def _shown(self, contributions: Iterable[Contribution]) -> list[str]:
        """Return the names of creators as pages show them."""
        shown = self._names_shown
        names = []
        for one in contributions:
            name = shown.get(id(one))
            if name is None:
                name = shown[id(one)] = one.name.display
            names.append(name)
        return names

    def _subjects(self, catalogued: CataloguedWork) -> list[str]:
        found: list[str] = []
        for id_ in catalogued.topics:
            topic = self._catalogue.topics[id_]
            found.append(topic.name)
            found += topic.also
        if catalogued.venue is not None:
            venue = self._catalogue.venues[catalogued.venue]
            found += (venue.name, venue.short)
        return found

    def _names(self, kind: Kind, thing: Thing) -> Iterator[str]:
        if kind is Kind.PERSON:
            yield from self._catalogue.people[thing.id].names
        elif kind is Kind.TOPIC:
            yield from self._catalogue.topics[thing.id].also
        elif kind is Kind.VENUE:
            yield self._catalogue.venues[thing.id].short
        if thing.note is not None:
            yield from thing.note.also

    def _work_line(self, catalogued: CataloguedWork) -> str:
        credits_ = main_credits(catalogued)
        names = self._shown([c.contribution for c in credits_[:_CREATORS_SHOWN]])
        shown = ", ".join(names)
        if len(credits_) > _CREATORS_SHOWN or (names and catalogued.work.others):
            shown += " and others"
        where = ""
        if catalogued.venue is not None:
            venue = self._catalogue.venues[catalogued.venue]
            where = venue.short or venue.name
        when = str(catalogued.work.year or catalogued.work.date_text)
        return " · ".join(filter(None, (shown, " ".join(filter(None, (where, when))))))

    def _thing_line(self, kind: Kind, thing: Thing) -> str:
        count = len(thing.works)
        works = "1 work" if count == 1 else f"{count:,} works" if count else ""
        what = ""
        if kind is Kind.PERSON:
            spans = affiliation_spans(self._context, self._catalogue.people[thing.id])
            what = "".join(s if isinstance(s, str) else s.text for s in spans)
        elif kind is Kind.TOPIC:
            topic_kind = self._catalogue.topics[thing.id].topic_kind
            what = "" if topic_kind == "concept" else topic_kind
        return " · ".join(filter(None, (what, works)))
