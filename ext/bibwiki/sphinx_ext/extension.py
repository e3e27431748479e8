"""What bibwiki registers with Sphinx: the table of contents of layer 4."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import bibwiki.pages
from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.sphinx_ext import caches
from bibwiki.sphinx_ext.citing.bibliography import preload_citations, read_bibliography
from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain
from bibwiki.sphinx_ext.citing.links import LinkBibliographies
from bibwiki.sphinx_ext.citing.role import (
    WikiCiteRole,
    WikiFootCiteDomain,
    WikiFootCiteRole,
)
from bibwiki.sphinx_ext.config import check_config, read_config, register_config
from bibwiki.sphinx_ext.domain import WikiDomain
from bibwiki.sphinx_ext.memory import close_memory, open_memory
from bibwiki.sphinx_ext.outdated import (
    conclude,
    note_written,
    open_output,
    remember_written,
)
from bibwiki.sphinx_ext.reading.documents import prepare_document, read_front_matter
from bibwiki.sphinx_ext.reading.hidden import find_hidden_names, keep_source_private
from bibwiki.sphinx_ext.reading.links import documents_to_read_again
from bibwiki.sphinx_ext.reading.nodes import skip_placeholder, wiki_placeholder
from bibwiki.sphinx_ext.reading.roles import ShortWikiRole
from bibwiki.sphinx_ext.reading.wiki_links import WikiLinkTransform
from bibwiki.sphinx_ext.report import report
from bibwiki.sphinx_ext.similar_works import end_comparing
from bibwiki.sphinx_ext.source_host import find_source_host
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.wiki import Wiki
from bibwiki.sphinx_ext.writing.fill import FillPlaceholders
from bibwiki.sphinx_ext.writing.full_text import describe_search_page
from bibwiki.sphinx_ext.writing.heads import describe_document
from bibwiki.sphinx_ext.writing.indexing import begin_indexing, end_indexing
from bibwiki.sphinx_ext.writing.navigation import add_navigation
from bibwiki.sphinx_ext.writing.page_writer import begin_pages, collect_pages, end_pages
from bibwiki.sphinx_ext.writing.scrolling_tables import (
    BoxTables,
    depart_box,
    visit_box,
    wiki_table_box,
)
from bibwiki.sphinx_ext.writing.search_index import remember_stems
from bibwiki.sphinx_ext.writing.theme_quirks import show_contents
from bibwiki.version import VERSION

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

STATIC = Path(bibwiki.pages.__file__).parent / "static"


def register(app: Sphinx) -> ExtensionMetadata:
    """Register everything; the body of :func:`bibwiki.setup`."""
    app.setup_extension("sphinxcontrib.bibtex")
    app.setup_extension("sphinx_design")
    register_config(app)
    app.add_domain(WikiDomain)
    app.add_domain(WikiCiteDomain, override=True)
    app.add_domain(WikiFootCiteDomain, override=True)
    app.add_role("cite", WikiCiteRole(), override=True)
    app.add_role("footcite", WikiFootCiteRole(), override=True)
    _register_nodes(app)
    _connect(app)
    return {
        "version": VERSION,
        # Of other code, so of another version: Sphinx reads everything again.
        "env_version": int(caches.code_digest()[:12], 16),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _register_nodes(app: Sphinx) -> None:
    skip = (skip_placeholder, None)
    app.add_node(
        wiki_placeholder, html=skip, latex=skip, text=skip, man=skip, texinfo=skip
    )
    app.add_node(wiki_table_box, html=(visit_box, depart_box))
    app.add_transform(WikiLinkTransform)
    app.add_post_transform(FillPlaceholders)
    app.add_post_transform(LinkBibliographies)
    app.add_post_transform(BoxTables)
    app.add_css_file("bibwiki.css")
    app.add_js_file("bibwiki.js", loading_method="defer")


def _connect(app: Sphinx) -> None:
    """Connect the handlers; the numbers place them around those of others (500)."""
    app.connect("config-inited", check_config, priority=600)
    app.connect("config-inited", find_source_host, priority=650)
    app.connect("config-inited", _prepare_config, priority=700)
    app.connect("builder-inited", _open_wiki, priority=100)
    app.connect("env-get-outdated", documents_to_read_again)
    app.connect("env-get-outdated", find_hidden_names)
    app.connect("env-before-read-docs", _read_works)
    app.connect("source-read", read_front_matter)
    app.connect("doctree-read", prepare_document, priority=100)
    app.connect("env-updated", conclude, priority=900)
    app.connect("write-started", open_output)
    app.connect("write-started", begin_indexing)
    app.connect("doctree-resolved", note_written)
    app.connect("doctree-resolved", begin_pages)
    app.connect("doctree-resolved", remember_stems)
    app.connect("html-page-context", keep_source_private, priority=100)
    app.connect("html-page-context", add_navigation)
    app.connect("html-page-context", describe_search_page)
    app.connect("html-page-context", describe_document, priority=550)
    app.connect("html-page-context", show_contents, priority=900)
    app.connect("html-collect-pages", collect_pages)
    app.connect("build-finished", end_indexing)
    app.connect("build-finished", end_pages)
    app.connect("build-finished", end_comparing)
    app.connect("build-finished", remember_written)
    app.connect("build-finished", _close_wiki, priority=900)


def _prepare_config(app: Sphinx, config: Config) -> None:
    """Add our static files; register short names where nobody else has them."""
    # A new list: the default is one object for all projects of a process.
    config.html_static_path = [*config.html_static_path, str(STATIC)]
    # A book runs no search, and has no media type for a licence in plain text.
    licences = (
        f"_static/{p.relative_to(STATIC).as_posix()}" for p in STATIC.rglob("*.txt")
    )
    config.epub_exclude_files = [*config.epub_exclude_files, *sorted(licences)]
    config.bibtex_bibfiles = _bibfiles(app, config.bibtex_bibfiles)
    if read_config(config).short_names:
        _register_short_names(app)


def _bibfiles(app: Sphinx, configured: Any) -> list[str]:  # noqa: ANN401 - unchecked
    """Return the configured files, each once.

    sphinxcontrib-bibtex would end the build where there are none, and take its cache,
    which we fill, for outdated where one is named twice. A wiki may start without any.
    """
    if isinstance(configured, str):
        message = "bibtex_bibfiles is a list of files; write it in brackets"
        place = Location("conf.py")
        report(Diagnostic(Problem.INVALID_CONFIGURATION, message, place))
        configured = [configured]
    files = {
        (Path(app.confdir) / n).resolve(): str(n) for n in (configured or ())[::-1]
    }
    return list(files.values())[::-1]


def _register_short_names(app: Sphinx) -> None:
    from docutils.parsers.rst import directives, roles  # noqa: PLC0415 - registries

    registered_roles: dict[str, Any] = roles._roles  # type: ignore[attr-defined] # noqa: SLF001 - no public look-up
    registered_directives: dict[str, Any] = directives._directives  # type: ignore[attr-defined] # noqa: SLF001
    for name in WikiDomain.roles:
        if name not in registered_roles:
            app.add_role(name, ShortWikiRole())
    for name, directive in WikiDomain.directives.items():
        if name not in registered_directives and name != "page":
            app.add_directive(name, directive)


def _open_wiki(app: Sphinx) -> None:
    """Read the bibliography; before sphinxcontrib-bibtex looks at the files (500)."""
    open_memory()
    bibliography = read_bibliography(app)
    preload_citations(app, bibliography)
    config = read_config(app.config)
    wiki = Wiki(config, bibliography, app.builder, processes=app.parallel)
    wiki_domain(app.env).wiki = wiki


def _close_wiki(_app: Sphinx, _exception: Exception | None) -> None:
    close_memory()


def _read_works(_app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read the works before documents are read, once for all processes that do."""
    if docnames:
        wiki_domain(env).wiki.bibliography.content  # noqa: B018 - keeps what it reads
