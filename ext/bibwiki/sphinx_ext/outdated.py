"""After reading: conclude, report, and name the documents that show something changed.

Sphinx writes a document again only when its source changed. What ours show from
elsewhere (citations, links, generated parts) is put into one digest for each document
and compared with what the last build of this output folder showed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.builders.html import StandaloneHTMLBuilder

from bibwiki.catalogue.identity.hidden_names import hide_in_messages
from bibwiki.pages.listing import listing_blocks
from bibwiki.pages.thing_links import name_of
from bibwiki.sphinx_ext.caches import digest, remembered, remove_scratch
from bibwiki.sphinx_ext.citing.bibliography import located
from bibwiki.sphinx_ext.conclusions import (
    Conclusions,
    digest_of_besides,
    digest_of_grounds,
    digest_of_reading,
    digest_of_settings,
)
from bibwiki.sphinx_ext.memory import collect_garbage
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
from bibwiki.sphinx_ext.writing.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain
    from bibwiki.sphinx_ext.domain import WikiDomain
    from bibwiki.sphinx_ext.wiki import Wiki


def conclude(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Assemble the wiki and return the documents to write again.

    Handler of ``env-updated``, after sphinxcontrib-bibtex has numbered its
    bibliographies (priority 500). Problems are reported in every build, whatever was
    read, so that ``-W`` means the same for every build.
    """
    wiki = wiki_domain(env).wiki
    wiki.open(env)
    manifest = Manifest.load(app.builder)
    wiki.past = manifest.past()
    wiki.settings = digest_of_settings(env, wiki)
    wiki.besides = digest_of_besides(wiki)
    wiki.read = digest_of_reading(env, wiki)
    wiki.grounds = digest_of_grounds(env, wiki)
    wiki.conclusions = remembered(
        manifest.path.with_suffix(".pickle"),
        wiki.grounds,
        lambda: _conclusions(app, env),
    )
    problems, hints = wiki.conclusions.problems, wiki.conclusions.hints
    report_all(problems, wiki.config.warnings_per_code)
    write_report((*problems, *hints), Path(app.doctreedir))
    return sorted(
        name
        for name, shown in wiki.conclusions.shown.items()
        if wiki.past.documents.get(name) != shown
    )


def _conclusions(app: Sphinx, env: BuildEnvironment) -> Conclusions:
    """Conclude what every build must know; this assembles the catalogue."""
    wiki = wiki_domain(env).wiki
    collect_garbage()
    people = len(wiki.catalogue.people)
    found = (*wiki.bibliography.content.diagnostics, *wiki.problems)
    problems = (*found, *problems_of_documents(env))
    surroundings = Surroundings(env, app.builder)
    documents = () if writes_everything(app.builder) else sorted(env.found_docs)
    return Conclusions(
        _shown_problems(wiki, problems),
        _shown_problems(wiki, hints_about(wiki)),
        {name: digest(surroundings.of(name), *_shown(env, name)) for name in documents},
        wiki_navigation(wiki, env),
        len(wiki.catalogue.works),
        people,
    )


def _shown_problems(wiki: Wiki, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return problems with absolute paths, and without names that pages hide."""
    shown = hide_in_messages(found, wiki.hidden)
    return tuple(located(one, wiki.bibliography.paths) for one in shown)


def writes_everything(builder: Builder) -> bool:
    """Tell whether a builder writes all documents in every build, as LaTeX's does."""
    # Sphinx's own way to say so; other builders' answer is an iterable.
    return isinstance(builder.get_outdated_docs(), str)


def open_output(app: Sphinx, builder: Builder) -> None:
    """Prepare an output folder for being written; handler of ``write-started``.

    Should the build break off, half a page may be left, which looks newer than its
    source: the folder is marked. Pages of documents that are gone are deleted before
    anything else may want their place, and before a book is made of what is there.
    """
    manifest = Manifest.load(builder)
    manifest.open_mark.touch()
    for docname in sorted(manifest.documents.keys() - app.env.found_docs):
        _delete_output(app, docname, manifest.files)


def note_written(app: Sphinx, _doctree: nodes.document, docname: str) -> None:
    """Note that a document is written; handler of ``doctree-resolved``."""
    wiki_domain(app.env).wiki.written.add(docname)


def remember_written(app: Sphinx, exception: Exception | None) -> None:
    """Keep the digests of a build that finished; handler of ``build-finished``.

    A document that was not written (the command may name others) still shows what it
    showed before.
    """
    if exception is not None:
        return
    manifest = Manifest.load(app.builder)
    wiki = wiki_domain(app.env).wiki
    found = app.env.found_docs
    shown = wiki.conclusions.shown if wiki.conclusions else {}
    before = wiki.past.documents
    documents = {
        name: (shown if name in wiki.written else before).get(name, "")
        for name in found
    }
    now = documents, wiki.seen, wiki.grounds
    if now != (manifest.documents, manifest.seen, manifest.inventory):
        manifest.documents, manifest.seen, manifest.inventory = now
        manifest.save()
    remove_scratch(Path(app.doctreedir))
    manifest.open_mark.unlink(missing_ok=True)


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
        yield wiki.renderer.provenance(view.provenance, linker)
    elif view is not None:
        yield view
    for listing in domain.listings.get(docname, ()):
        anchors = wiki.list_places.shown_in(docname, listing)
        blocks = listing_blocks(wiki.context, listing, anchors)
        yield wiki.renderer.blocks(blocks, linker) if is_html else blocks
    if not is_html:
        yield sorted(wiki.catalogue.documents.items())
