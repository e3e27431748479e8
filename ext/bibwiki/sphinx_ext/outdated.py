"""After reading: conclude, report, and name the documents that show something changed.

Sphinx writes a document again only when its source changed. What ours show from
elsewhere (citations, links, generated parts) is put into one digest for each document
and compared with what the last build of this output folder showed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bibwiki.catalogue.resolution import nearest_names, resolve
from bibwiki.model.diagnostic import Problem
from bibwiki.model.kind import Kind, Target
from bibwiki.pages.all_pages import document_view
from bibwiki.pages.listing import listing_blocks, listing_problem
from bibwiki.pages.thing_links import name_of
from bibwiki.sphinx_ext.bibliography import located
from bibwiki.sphinx_ext.manifest import Manifest, digest
from bibwiki.sphinx_ext.navigation import wiki_navigation
from bibwiki.sphinx_ext.report import report, report_problem
from bibwiki.sphinx_ext.state import all_mentions, wiki_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.mention import Mention
    from bibwiki.sphinx_ext.cite_domain import WikiCiteDomain
    from bibwiki.sphinx_ext.domain import WikiDomain


def conclude(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Assemble the wiki and return the documents to write again.

    Handler of ``env-updated``, after sphinxcontrib-bibtex has numbered its
    bibliographies (priority 500). Problems are reported in every build, whatever was
    read, so that ``-W`` means the same for every build.
    """
    domain = wiki_domain(env)
    for diagnostic in domain.wiki.assemble(env):
        report(located(diagnostic, domain.wiki.bibliography.paths))
    for mention in all_mentions(domain):
        _report_unresolved(domain, mention)
    _report_listings(domain)
    manifest = Manifest.load(app.builder)
    shown = {docname: digest(_shown(env, docname)) for docname in env.found_docs}
    outdated = [d for d in sorted(shown) if manifest.documents.get(d) != shown[d]]
    domain.wiki.shown_digests = shown
    return outdated


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
            target = _target(domain, mention)
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


def _target(domain: WikiDomain, mention: Mention) -> Target | None:
    kind = None if mention.kind == "any" else Kind(mention.kind)
    return resolve(domain.wiki.catalogue, mention.names[0], kind)


def _report_unresolved(domain: WikiDomain, mention: Mention) -> None:
    """Report a citation or link that names nothing, with what stands nearest."""
    location = (mention.docname, mention.line)
    for name in _unresolved(domain, mention):
        is_citation = mention.kind == "cite"
        kind = Kind.WORK if is_citation else None
        if mention.kind not in {"cite", "any"}:
            kind = Kind(mention.kind)
        nearest = nearest_names(domain.wiki.catalogue, name, kind)
        hint = f"; did you mean {' or '.join(map(repr, nearest))}?" if nearest else ""
        if is_citation:
            message = f"no entry has the citation key {name!r}{hint}"
            report_problem(Problem.UNKNOWN_KEY, message, location)
        else:
            what = kind.value if kind else "page, work, person or topic"
            message = f"no {what} is called {name!r}{hint}"
            report_problem(Problem.UNRESOLVED_LINK, message, location)


def _unresolved(domain: WikiDomain, mention: Mention) -> Iterator[str]:
    """Yield the names of a mention that stand for nothing."""
    if mention.kind == "cite":
        known = domain.wiki.catalogue.key_to_work
        yield from (key for key in mention.names if key not in known)
    elif _target(domain, mention) is None:
        yield mention.names[0]


def _report_listings(domain: WikiDomain) -> None:
    """Report lists that name something unknown, e.g. ``person:nobody``."""
    for docname in sorted(domain.listings):
        for listing in domain.listings[docname]:
            message = listing_problem(domain.wiki.context, listing)
            if message is not None:
                report_problem(Problem.INVALID_QUERY, message, (docname, listing.line))
