"""The wiki of one build: what was read, what follows from it, and where things are.

Made when the builder is initialised, opened after reading, and never pickled. What
follows is concluded when something asks for it; a build without changes never does.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from bibwiki.catalogue.catalogue import Catalogue
from bibwiki.catalogue.citations import MentionIndex
from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.all_pages import document_view
from bibwiki.pages.context import PageContext, traced
from bibwiki.pages.render import Renderer
from bibwiki.sphinx_ext.assembling import assemble_context
from bibwiki.sphinx_ext.caches import digest
from bibwiki.sphinx_ext.conclusions import Past
from bibwiki.sphinx_ext.linker import BuilderLinker, depth_prefix, writes_files
from bibwiki.sphinx_ext.list_places import ListPlaces
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.formulas import mathml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Work
    from bibwiki.pages.listing import Listing
    from bibwiki.pages.page_view import PageView
    from bibwiki.sphinx_ext.citing.bibliography import Bibliography
    from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain
    from bibwiki.sphinx_ext.conclusions import Conclusions
    from bibwiki.sphinx_ext.config import BibwikiConfig
    from bibwiki.sphinx_ext.similar_works import SimilarWorks
    from bibwiki.sphinx_ext.writing.heads import Heads
    from bibwiki.sphinx_ext.writing.indexing import Indexing
    from bibwiki.sphinx_ext.writing.page_writer import PageWriter

PAGE_BUILDERS = frozenset({"html", "dirhtml"})
"""Builders whose output always has catalogue pages."""


@dataclass(slots=True)
class Wiki:
    """What this build knows; the catalogue is empty until everything is read."""

    config: BibwikiConfig
    bibliography: Bibliography
    builder: Builder
    processes: int = 1
    """How many may work at once."""
    problems: tuple[Diagnostic, ...] = ()
    """What assembling found wrong; empty until then."""
    settings: str = ""
    """The digest of the configuration; see
    :func:`bibwiki.sphinx_ext.conclusions.digest_of_settings`."""
    besides: str = ""
    """The digest of what was read besides documents; see
    :func:`bibwiki.sphinx_ext.conclusions.digest_of_besides`."""
    read: str = ""
    """The digest of everything that was read; see
    :func:`bibwiki.sphinx_ext.conclusions.digest_of_reading`."""
    grounds: str = ""
    """The digest of what conclusions follow from; see
    :func:`bibwiki.sphinx_ext.conclusions.digest_of_grounds`."""
    conclusions: Conclusions | None = None
    """What this output folder needs to know in every build."""
    renderer: Renderer = field(default_factory=lambda: Renderer(mathml))
    hidden: HiddenNames = field(default_factory=HiddenNames)
    """Names that pages hide: known before anything is read."""
    past: Past = field(default_factory=Past)
    """What the output folder showed before this build."""
    written: set[str] = field(default_factory=set)
    """The documents that this build writes."""
    seen: str = ""
    """The digest of all that the output shows once this build has finished."""
    heads: Heads | None = None
    """Makes the heads of pages; made when first needed, by
    :func:`bibwiki.sphinx_ext.writing.heads.heads_of`."""
    indexing: Indexing | None = None
    """Writes the indexes of the full text, once it has begun or will do."""
    page_writer: PageWriter | None = None
    """Writes the catalogue pages, once it has begun before documents are written."""
    similar: SimilarWorks | None = None
    """Knows which works are similar, or finds it out; there is none before works are
    assembled."""
    _env: BuildEnvironment | None = None
    _context: PageContext | None = None
    _list_places: ListPlaces | None = None
    _linkers: dict[str, BuilderLinker] = field(default_factory=dict)

    @property
    def has_catalogue_pages(self) -> bool:
        """Whether this build writes catalogue pages."""
        if self.builder.name == "epub":
            return self.config.epub_pages
        return self.builder.name in PAGE_BUILDERS

    def open(self, env: BuildEnvironment) -> None:
        """Take what was read as complete; called once reading has ended."""
        self._env = env
        self._context = None
        self._list_places = None
        self._forget_what_was_made()
        self.conclusions = None
        self.indexing = None
        self.page_writer = None
        self.similar = None

    @property
    def context(self) -> PageContext:
        """What views are made of; assembled at the first call after reading."""
        if self._context is None:
            if self._env is None:
                return PageContext(Catalogue(), MentionIndex())
            self._context, self.problems = assemble_context(self._env, self)
        return self._context

    @property
    def is_assembled(self) -> bool:
        """Whether something has asked for the catalogue since everything was read."""
        return self._context is not None

    @property
    def catalogue(self) -> Catalogue:
        """Everything that follows from what was read; see :attr:`context`."""
        return self.context.catalogue

    @contextmanager
    def noting_reads(self, noted: PageContext | None = None) -> Iterator[PageContext]:
        """Let everything that is read of the catalogue be noted for a while.

        Args:
            noted: What it was noted in before, to go on there.
        """
        before = self.context
        self._context = noted or traced(before)
        self._forget_what_was_made()
        try:
            yield self._context
        finally:
            self._context = before
            self._forget_what_was_made()

    def _forget_what_was_made(self) -> None:
        self._linkers.clear()
        self.heads = None

    def digest_of_output(self, frame: str) -> str:
        """Return a digest of all that the output shows; equal means nothing to write.

        Args:
            frame: A rendered frame, which changes when the theme does.
        """
        return digest(self.read, frame)

    def hide(self, hidden: HiddenNames) -> None:
        """Show no name from now on that a page hides, in citations neither."""
        if hidden != self.hidden:
            self.hidden = hidden
            cite = cast("WikiCiteDomain", self.builder.env.get_domain("cite"))
            cite.bibdata.data.hide(hidden)

    def shown_work(self, key: str) -> Work:
        """Return the work of an entry, its creators under names that may be shown."""
        return self.hidden.work_without(self.bibliography.works[key])

    @property
    def list_places(self) -> ListPlaces:
        """Where lists show works; nowhere in output that has pages of works."""
        if self._list_places is None:
            listings = {} if self.has_catalogue_pages else self._listings
            self._list_places = ListPlaces(self.context, listings)
        return self._list_places

    @property
    def _listings(self) -> Mapping[str, Sequence[Listing]]:
        return {} if self._env is None else wiki_domain(self._env).listings

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
        context = self.context
        context.note_brief(target)
        # Asked for with every link: that it was read is noted already.
        places = context.facts.catalogue
        docname = places.documents.get(target)
        if docname is not None:
            return docname
        slug = places.slugs.get(target)
        if slug is None or not self.has_catalogue_pages:
            return None
        return f"{target.kind.folder}/{slug}"

    def standard_address(self, target: Target) -> str:
        """Return where a thing is found whether or not it has a document."""
        return f"{target.kind.folder}/{self.catalogue.slugs[target]}"

    def linker(self, pagename: str) -> BuilderLinker:
        """Return the linker for a page; pages of one depth share one."""
        key = self.vantage(pagename)
        linker = self._linkers.get(key)
        if linker is None:
            linker = self._linkers[key] = BuilderLinker(self, pagename)
        return linker

    def vantage(self, pagename: str) -> str:
        """Return what pages have in common from which all has the same addresses."""
        if writes_files(self.builder):
            return depth_prefix(self.builder, pagename)
        return pagename

    def work_target(self, key: str) -> Target | None:
        """Return the work that a citation key stands for."""
        primary = self.catalogue.key_to_work.get(key)
        return None if primary is None else Target(Kind.WORK, primary)
