"""Assembling what pages are made of, from what was read.

Works come from the bibliography, the notes and mentions of documents from Sphinx's
environment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.citations import MentionIndex, index_mentions
from bibwiki.model.garbage import keep_all
from bibwiki.pages.context import PageContext
from bibwiki.sphinx_ext.beside import InCopies
from bibwiki.sphinx_ext.conclusions import KnownThings
from bibwiki.sphinx_ext.reading.as_read import AsRead
from bibwiki.sphinx_ext.reading.titles import LinkTitles
from bibwiki.sphinx_ext.similar_works import SimilarWorks
from bibwiki.sphinx_ext.source_host import source_files
from bibwiki.sphinx_ext.state import all_mentions, wiki_domain
from bibwiki.sphinx_ext.writing.site import about_site

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.identity.mention import SentencePart
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain
    from bibwiki.sphinx_ext.wiki import Wiki


def assemble_context(
    env: BuildEnvironment, wiki: Wiki
) -> tuple[PageContext, tuple[Diagnostic, ...]]:
    """Conclude everything from what was read.

    Returns:
        What pages are made of, and what assembling found wrong.
    """
    domain = wiki_domain(env)
    content = wiki.bibliography.content
    known = KnownThings(env)
    works = list(content.works.values())
    notes = [domain.notes[docname] for docname in sorted(domain.notes)]
    wiki.similar = SimilarWorks(env, wiki, notes)
    wiki.similar.begin(works, content.repeats)
    with InCopies(wiki.processes, len(works)) as beside:
        catalogue, problems = assemble(
            works,
            content.repeats,
            notes,
            topic_min_works=wiki.config.topic_min_works,
            remember=known,
            beside=beside,
        )
    keep_all()
    mentions, definitions = _said_in_documents(env, catalogue)
    context = PageContext(
        catalogue,
        mentions,
        definitions=definitions,
        curation=wiki.config.curation_page,
        about=about_site(wiki),
        sources=source_files(wiki),
        things=known.grounds,
        remember=known.remember,
        find_similar=wiki.similar.find,
    )
    return context, problems


def _said_in_documents(
    env: BuildEnvironment, catalogue: Catalogue
) -> tuple[MentionIndex, dict[str, tuple[SentencePart, ...]]]:
    """Return the places that mention things, and how documents define topics."""
    domain = wiki_domain(env)
    cite = cast("WikiCiteDomain", env.get_domain("cite"))
    as_read = AsRead(PageContext(catalogue, MentionIndex()), LinkTitles(env))
    mentions = index_mentions(
        catalogue,
        (
            as_read.mention(cite.without_prefixes(mention))
            for mention in all_mentions(domain)
        ),
    )
    definitions = {
        docname: as_read.parts(parts) for docname, parts in domain.definitions.items()
    }
    return mentions, definitions
