"""The ``wiki`` domain: names of things as Sphinx objects, and the door to our state.

Everything that bibwiki keeps in Sphinx's environment is domain data, reached only
through the typed properties and ``note_`` methods here. What is concluded from it (the
catalogue) is never stored: :mod:`bibwiki.sphinx_ext.wiki` assembles it anew after
reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from typing_extensions import override

from bibwiki.catalogue.identity.resolution import resolve
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.thing_links import name_of
from bibwiki.sphinx_ext.reading.directives import (
    OverviewDirective,
    PageDirective,
    PeopleDirective,
    TimelineDirective,
    TopicsDirective,
    WorkCardDirective,
    WorksDirective,
)
from bibwiki.sphinx_ext.reading.roles import WikiRole
from bibwiki.sphinx_ext.writing.text_nodes import text_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.identity.mention import Mention, SentencePart
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.notes.kind import Target
    from bibwiki.model.notes.note import Note
    from bibwiki.pages.listing import Listing
    from bibwiki.sphinx_ext.reading.links import DocumentLink
    from bibwiki.sphinx_ext.reading.texts import ReadText
    from bibwiki.sphinx_ext.wiki import Wiki

ROLE_KINDS = tuple(kind for kind in Kind if kind is not Kind.YEAR)
"""The kinds that have a role of their own."""


class WikiDomain(Domain):
    """People, works, topics and the other things that have a page.

    ``wiki`` is the assembled wiki of this build. It lives on the instance, which Sphinx
    does not pickle, and is set when the builder is initialised.
    """

    name = "wiki"
    label = "Wiki"
    data_version = 1
    object_types: ClassVar[dict[str, ObjType]] = {
        kind.value: ObjType(kind.value, kind.value, searchprio=-1) for kind in Kind
    }
    roles: ClassVar[dict[str, Any]] = {kind.value: WikiRole() for kind in ROLE_KINDS}
    directives: ClassVar[dict[str, Any]] = {
        "works": WorksDirective,
        "people": PeopleDirective,
        "topics": TopicsDirective,
        "work-card": WorkCardDirective,
        "timeline": TimelineDirective,
        "overview": OverviewDirective,
        "page": PageDirective,
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "notes": {},
        "mentions": {},
        "definitions": {},
        "lists": {},
        "links": {},
        "problems": {},
        "texts": {},
    }

    wiki: Wiki
    hides_objects = False
    """Whether nobody is told of the things that the wiki has."""

    @property
    def notes(self) -> dict[str, Note]:
        """Maps a docname to what the document declares itself to be about."""
        return cast("dict[str, Note]", self.data["notes"])

    @property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """Maps a docname to the places where it names something, in page order."""
        return cast("dict[str, tuple[Mention, ...]]", self.data["mentions"])

    @property
    def definitions(self) -> dict[str, tuple[SentencePart, ...]]:
        """Maps a docname of a topic to the first sentence of its text."""
        return cast("dict[str, tuple[SentencePart, ...]]", self.data["definitions"])

    @property
    def listings(self) -> dict[str, tuple[Listing, ...]]:
        """Maps a docname to the lists its directives ask for, in page order."""
        return cast("dict[str, tuple[Listing, ...]]", self.data["lists"])

    @property
    def links(self) -> dict[str, tuple[DocumentLink, ...]]:
        """Maps a docname to its links that Sphinx resolves, sorted."""
        return cast("dict[str, tuple[DocumentLink, ...]]", self.data["links"])

    def note_listing(self, docname: str, listing: Listing) -> None:
        """Remember a list that a directive of the document asks for."""
        self.listings[docname] = (*self.listings.get(docname, ()), listing)

    @property
    def problems(self) -> dict[str, tuple[Diagnostic, ...]]:
        """Maps a docname to what was found wrong with it while it was read."""
        return cast("dict[str, tuple[Diagnostic, ...]]", self.data["problems"])

    @property
    def texts(self) -> dict[str, ReadText]:
        """Maps a docname to what the document says, for the full-text index."""
        return cast("dict[str, ReadText]", self.data["texts"])

    def note_problems(self, docname: str, *found: Diagnostic) -> None:
        """Remember problems of a document; they are reported after reading."""
        if found:
            self.problems[docname] = (*self.problems.get(docname, ()), *found)

    @override
    def clear_doc(self, docname: str) -> None:
        for per_document in self.initial_data:
            self.data[per_document].pop(docname, None)

    @override
    def merge_domaindata(
        self, docnames: AbstractSet[str], otherdata: dict[str, Any]
    ) -> None:
        for name in self.initial_data:
            for docname, value in otherdata[name].items():
                if docname in docnames:
                    self.data[name][docname] = value

    @override
    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        kind = None if typ == "any" else Kind(typ)
        found = resolve(self.wiki.catalogue, target, kind)
        if found is None:
            # Reported after reading, in every build; here the text just stays.
            return cast("nodes.reference", contnode)
        return self._reference(fromdocname, found, node, contnode)

    @override
    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        found = resolve(self.wiki.catalogue, target, None)
        if found is None:
            return []
        reference = self._reference(fromdocname, found, node, contnode)
        return [(f"wiki:{found.kind.value}", reference)]

    def _reference(
        self,
        fromdocname: str,
        target: Target,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference:
        """Link to a thing; where this output has no page for it, show the text."""
        linker = self.wiki.linker(fromdocname)
        text = contnode
        if not node.get("refexplicit"):
            title = name_of(self.wiki.context, target)
            shown = text_nodes(title, linked=False, html=self._is_html)
            text = nodes.inline("", "", *shown, classes=["bw-link", target.kind.value])
        url = linker.url(ThingPlace(target))
        if url is None:
            return cast("nodes.reference", text)
        return nodes.reference("", "", text, internal=True, refuri=url)

    @property
    def _is_html(self) -> bool:
        return bool(self.wiki.builder.format == "html")

    @override
    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        # Priority -1 keeps them out of the search page's object results: the pages
        # themselves are in the index already.
        if not self.wiki.has_catalogue_pages or self.hides_objects:
            return
        facts = self.wiki.context.facts
        documents = facts.catalogue.documents
        for target, slug in facts.catalogue.slugs.items():
            pagename = documents.get(target) or f"{target.kind.folder}/{slug}"
            title = facts.name(target.kind, target.id) or target.id
            yield target.id, title, target.kind.value, pagename, "", -1
