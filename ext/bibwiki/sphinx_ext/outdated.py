"""After reading: conclude, report, and name the documents that show something changed.

Sphinx writes a document again only when its source changed. What ours show from
elsewhere (citations, links, generated parts) is put into one digest for each document
and compared with what the last build of this output folder showed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from bibwiki.model.kind import Target
from bibwiki.pages.all_pages import document_view
from bibwiki.pages.listing import listing_blocks
from bibwiki.pages.thing_links import name_of
from bibwiki.sphinx_ext.bibliography import located
from bibwiki.sphinx_ext.caches import digest
from bibwiki.sphinx_ext.document_problems import (
    mentioned_target,
    problems_of_documents,
)
from bibwiki.sphinx_ext.manifest import Manifest
from bibwiki.sphinx_ext.navigation import wiki_navigation
from bibwiki.sphinx_ext.report import report, write_report
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from bibwiki.sphinx_ext.cite_domain import WikiCiteDomain


def conclude(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Assemble the wiki and return the documents to write again.

    Handler of ``env-updated``, after sphinxcontrib-bibtex has numbered its
    bibliographies (priority 500). Problems are reported in every build, whatever was
    read, so that ``-W`` means the same for every build.
    """
    wiki = wiki_domain(env).wiki
    found = (*wiki.assemble(env), *problems_of_documents(env))
    diagnostics = (*wiki.bibliography.diagnostics, *found)
    diagnostics = tuple(located(one, wiki.bibliography.paths) for one in diagnostics)
    for diagnostic in diagnostics:
        report(diagnostic)
    write_report(diagnostics, Path(app.doctreedir))
    manifest = Manifest.load(app.builder)
    wiki.shown_digests = {name: digest(*_shown(env, name)) for name in env.found_docs}
    return sorted(
        name
        for name, shown in wiki.shown_digests.items()
        if manifest.documents.get(name) != shown
    )


def remember_written(app: Sphinx, exception: Exception | None) -> None:
    """Keep the digests of a build that finished; handler of ``build-finished``."""
    if exception is None:
        manifest = Manifest.load(app.builder)
        manifest.documents = wiki_domain(app.env).wiki.shown_digests
        manifest.save()


def _shown(env: BuildEnvironment, docname: str) -> tuple[object, ...]:
    """Return everything a document shows that is not written in it."""
    domain = wiki_domain(env)
    cite = cast("WikiCiteDomain", env.get_domain("cite"))
    wiki = domain.wiki
    links: list[object] = []
    for mention in domain.mentions.get(docname, ()):
        if mention.kind == "cite":
            for key in mention.names:
                target = wiki.work_target(key)
                links.append(cite.shown_citation(key, docname))
                links.append(target and wiki.pagename(target))
        else:
            target = mentioned_target(domain, mention)
            links.append(
                target and (wiki.pagename(target), name_of(wiki.context, target))
            )
    generated: list[object] = []
    note = domain.notes.get(docname)
    if note is not None and wiki.config.sections:
        generated.append(document_view(wiki.context, Target(note.kind, note.id)))
    generated += (
        listing_blocks(wiki.context, listing, wiki.anchors_of(docname, listing))
        for listing in domain.listings.get(docname, ())
    )
    return tuple(links), tuple(generated), wiki_navigation(wiki, env), wiki.config
