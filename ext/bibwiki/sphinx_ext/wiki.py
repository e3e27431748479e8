"""The wiki of one build: what was read, what follows from it, and where things are.

Made when the builder is initialised, completed after reading, and never pickled.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.catalogue import Catalogue
from bibwiki.catalogue.citations import MentionIndex, index_mentions
from bibwiki.catalogue.identity.resolution import resolve
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.all_pages import document_view
from bibwiki.pages.context import PageContext
from bibwiki.pages.listing import item_anchor, listed_works
from bibwiki.pages.render import Renderer
from bibwiki.pages.thing_links import name_of
from bibwiki.sphinx_ext.linker import BuilderLinker, depth_prefix, writes_files
from bibwiki.sphinx_ext.state import all_mentions, wiki_domain

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.identity.mention import Mention
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.notes.note import Note
    from bibwiki.pages.blocks import PageView
    from bibwiki.pages.listing import Listing
    from bibwiki.sphinx_ext.citing.bibliography import Bibliography
    from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain
    from bibwiki.sphinx_ext.config import BibwikiConfig
    from bibwiki.sphinx_ext.writing.heads import Heads

PAGE_BUILDERS = frozenset({"html", "dirhtml"})
"""Builders whose output always has catalogue pages."""


@dataclass(slots=True)
class Wiki:
    """What this build knows; the catalogue is empty until everything is read."""

    config: BibwikiConfig
    bibliography: Bibliography
    builder: Builder
    catalogue: Catalogue = field(default_factory=Catalogue)
    context: PageContext = field(init=False)
    list_places: dict[str, tuple[str, Listing]] = field(default_factory=dict)
    """Maps a primary key to the document and the list that shows the work: the
    citation's target in output without catalogue pages, empty elsewhere."""
    renderer: Renderer = field(default_factory=Renderer)
    shown_digests: dict[str, str] = field(default_factory=dict)
    """Maps a docname to the digest of what it shows from elsewhere."""
    heads: Heads | None = None
    """Makes the heads of pages; made when first needed, by
    :func:`bibwiki.sphinx_ext.writing.heads.heads_of`."""
    _linkers: dict[str, BuilderLinker] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.context = PageContext(self.catalogue, MentionIndex())

    @property
    def has_catalogue_pages(self) -> bool:
        """Whether this build writes catalogue pages."""
        if self.builder.name == "epub":
            return self.config.epub_pages
        return self.builder.name in PAGE_BUILDERS

    def assemble(self, env: BuildEnvironment) -> tuple[Diagnostic, ...]:
        """Conclude everything from what was read; return what is wrong with it."""
        domain = wiki_domain(env)
        cite = cast("WikiCiteDomain", env.get_domain("cite"))
        notes = [domain.notes[docname] for docname in sorted(domain.notes)]
        self.catalogue, diagnostics = assemble(
            list(self.bibliography.works.values()),
            self.bibliography.repeats,
            notes,
            topic_min_works=self.config.topic_min_works,
        )
        self.context = PageContext(self.catalogue, MentionIndex())
        mentions = index_mentions(
            self.catalogue,
            map(self._as_read, map(cite.without_prefixes, all_mentions(domain))),
        )
        self.context = PageContext(self.catalogue, mentions)
        self._linkers.clear()
        self.heads = None
        self.find_list_places(env)
        return diagnostics

    def _as_read(self, mention: Mention) -> Mention:
        """Return a mention whose sentence names things as the page itself does."""
        if not any(part.link for part in mention.sentence):
            return mention
        parts = tuple(
            replace(part, text=self._name(*part.link) or part.text)
            if part.link is not None
            else part
            for part in mention.sentence
        )
        return replace(mention, sentence=parts)

    def _name(self, kind: str, name: str) -> str | None:
        target = resolve(self.catalogue, name, None if kind == "any" else Kind(kind))
        return None if target is None else name_of(self.context, target)

    def find_list_places(self, env: BuildEnvironment) -> None:
        """Find the first list that shows each work, where there are no pages for them.

        Only lists that writers ask for by directives: generated sections repeat works.
        """
        self.list_places = {}
        if self.has_catalogue_pages:
            return
        listings = wiki_domain(env).listings
        for docname in sorted(listings):
            for listing in listings[docname]:
                for key in listed_works(self.context, listing):
                    self.list_places.setdefault(key, (docname, listing))

    def anchors_of(self, docname: str, listing: Listing) -> frozenset[str]:
        """Return the primary keys whose citations lead to this list."""
        place = (docname, listing)
        return frozenset(k for k, found in self.list_places.items() if found == place)

    def list_anchor(self, key: str) -> tuple[str, str] | None:
        """Return the document and the id where a list shows a work."""
        found = self.list_places.get(key)
        if found is None:
            return None
        return found[0], item_anchor(self.context, key)

    def view_of(self, note: Note) -> PageView | None:
        """Return what the document of a note shows besides its text.

        None where the declaration does not count: the work has no entry, or another
        page is about the same.
        """
        id_: str | None = note.id
        if note.kind is Kind.WORK:
            id_ = self.catalogue.key_to_work.get(note.id)
        if id_ is None:
            return None
        target = Target(note.kind, id_)
        if self.catalogue.documents.get(target) != note.docname:
            return None
        return document_view(self.context, target)

    def pagename(self, target: Target) -> str | None:
        """Return the page of a thing: its document, or its catalogue page.

        None where the catalogue has no such thing, or this output no such page.
        """
        docname = self.catalogue.documents.get(target)
        if docname is not None:
            return docname
        slug = self.catalogue.slugs.get(target)
        if slug is None or not self.has_catalogue_pages:
            return None
        return f"{target.kind.folder}/{slug}"

    def object_place(self, target: Target) -> tuple[str, str]:
        """Return the page and anchor of a thing for the inventory."""
        pagename = self.pagename(target) or self.standard_address(target)
        return pagename, ""

    def standard_address(self, target: Target) -> str:
        """Return where a thing is found whether or not it has a document."""
        return f"{target.kind.folder}/{self.catalogue.slugs[target]}"

    def linker(self, pagename: str) -> BuilderLinker:
        """Return the linker for a page; pages of one depth share one."""
        key = (
            depth_prefix(self.builder, pagename)
            if writes_files(self.builder)
            else pagename
        )
        linker = self._linkers.get(key)
        if linker is None:
            linker = self._linkers[key] = BuilderLinker(self, pagename)
        return linker

    def work_target(self, key: str) -> Target | None:
        """Return the work that a citation key stands for."""
        primary = self.catalogue.key_to_work.get(key)
        return None if primary is None else Target(Kind.WORK, primary)
