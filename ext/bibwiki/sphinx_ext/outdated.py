"""After reading: conclude, report, and name the documents that show something changed.

Sphinx writes a document again only when its source changed. What ours show from
elsewhere (citations, links, generated parts) is put into one digest for each document
and compared with what the last build of this output folder showed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.builders.html import StandaloneHTMLBuilder

from bibwiki.pages.listing import listing_blocks
from bibwiki.pages.thing_links import name_of
from bibwiki.sphinx_ext.caches import digest
from bibwiki.sphinx_ext.citing.bibliography import located
from bibwiki.sphinx_ext.reading.problems import (
    hints_about,
    mentioned_target,
    problems_of_documents,
)
from bibwiki.sphinx_ext.report import report_all, write_report
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.heads import SITE_BUILDERS, heads_of
from bibwiki.sphinx_ext.writing.manifest import Manifest, remove_empty_folders
from bibwiki.sphinx_ext.writing.navigation import wiki_navigation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain
    from bibwiki.sphinx_ext.domain import WikiDomain


def conclude(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Assemble the wiki and return the documents to write again.

    Handler of ``env-updated``, after sphinxcontrib-bibtex has numbered its
    bibliographies (priority 500). Problems are reported in every build, whatever was
    read, so that ``-W`` means the same for every build.
    """
    wiki = wiki_domain(env).wiki
    found = (*wiki.assemble(env), *problems_of_documents(env))
    paths = wiki.bibliography.paths
    problems = [located(o, paths) for o in (*wiki.bibliography.diagnostics, *found)]
    report_all(problems, wiki.config.warnings_per_code)
    hints = [located(one, paths) for one in hints_about(wiki)]
    write_report((*problems, *hints), Path(app.doctreedir))
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
        shown = wiki_domain(app.env).wiki.shown_digests
        for docname in sorted(manifest.documents.keys() - shown.keys()):
            _delete_output(app, docname, manifest.files)
        manifest.documents = shown
        manifest.save()


def _delete_output(app: Sphinx, docname: str, kept: Collection[str]) -> None:
    """Delete what the output folder still has of a document that is gone.

    Sphinx never does. Left alone is what is no longer the document's: a catalogue page
    that has taken its place.
    """
    builder, outdir = app.builder, Path(app.outdir)
    files = [outdir / f"{docname}{getattr(builder, 'out_suffix', '')}"]
    if isinstance(builder, StandaloneHTMLBuilder):
        files = [Path(builder.get_outfilename(docname))]
        suffix = app.config.html_sourcelink_suffix
        for source in app.config.source_suffix:
            files.append(outdir / "_sources" / f"{docname}{source}{suffix}")
    for path in files:
        if path.relative_to(outdir).as_posix() not in kept and path.is_file():
            path.unlink()
            remove_empty_folders(path.parent, outdir)


def _shown(env: BuildEnvironment, docname: str) -> tuple[object, ...]:
    """Return everything a document shows that is not written in it."""
    domain = wiki_domain(env)
    cite = cast("WikiCiteDomain", env.get_domain("cite"))
    wiki = domain.wiki
    links: list[object] = [cite.shown_bibliographies(docname)]
    for mention in domain.mentions.get(docname, ()):
        if mention.kind == "cite":
            for key in mention.names:
                target = wiki.work_target(cite.entry_key(key) or key)
                links.append(cite.shown_citation(key, docname))
                links.append(target and wiki.pagename(target))
        else:
            target = mentioned_target(domain, mention)
            links.append(
                target and (wiki.pagename(target), name_of(wiki.context, target))
            )
    generated = tuple(_generated(domain, docname))
    styles = (
        env.config.bibtex_reference_style,
        env.config.bibtex_default_style,
        env.config.bibtex_tooltips,
    )
    return tuple(links), generated, wiki_navigation(wiki, env), wiki.config, styles


def _generated(domain: WikiDomain, docname: str) -> Iterator[object]:
    """Yield the generated parts of a document, as they are shown.

    In HTML that is what is rendered, which holds the addresses of links, too.
    """
    wiki = domain.wiki
    is_html = wiki.builder.format == "html"
    linker = wiki.linker(docname)
    note = domain.notes.get(docname)
    view = wiki.view_of(note) if note and wiki.config.sections else None
    if note is not None and wiki.builder.name in SITE_BUILDERS:
        yield heads_of(wiki).document(docname, note.name)
    if view is not None and is_html:
        yield wiki.renderer.header(view.header, linker)
        for section in view.sections:
            yield wiki.renderer.blocks(section.blocks, linker)
    elif view is not None:
        yield view
    for listing in domain.listings.get(docname, ()):
        anchors = wiki.anchors_of(docname, listing)
        blocks = listing_blocks(wiki.context, listing, anchors)
        yield wiki.renderer.blocks(blocks, linker) if is_html else blocks
    if not is_html:
        yield sorted(wiki.catalogue.documents.items())
