"""Digests of what an output depends on: where one is what it was, nothing is made."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from bibwiki.sphinx_ext.caches import code_digest, digest
from bibwiki.sphinx_ext.reading.titles import LinkTitles
from bibwiki.sphinx_ext.source_host import source_files
from bibwiki.sphinx_ext.state import all_mentions, wiki_domain
from bibwiki.sphinx_ext.writing.heads import heads_of
from bibwiki.sphinx_ext.writing.pagefind import pagefind_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.sphinx_ext.wiki import Wiki


def digest_of_frame(wiki: Wiki, sample: str) -> str:
    """Return a digest of what all pages show besides the catalogue.

    Args:
        wiki: The wiki of this build.
        sample: One frame of the theme as it is rendered now.
    """
    site = heads_of(wiki).site_digest
    return digest(code_digest(), sample, site, wiki.config, source_files(wiki))


def digest_of_pages(wiki: Wiki, frame: str) -> str:
    """Return a digest of everything that catalogue pages depend on.

    When it is what it was, nothing needs to be looked at to know that all pages are up
    to date.

    Args:
        wiki: The wiki of this build.
        frame: The digest of what they show besides the catalogue.
    """
    return digest(frame, *_catalogue(wiki))


def _catalogue(wiki: Wiki) -> Iterator[object]:
    """Yield what the catalogue and the mentions follow from.

    No page shows in which line something is mentioned.
    """
    env = wiki.builder.env
    domain = wiki_domain(env)
    mentions = [replace(mention, line=0) for mention in all_mentions(domain)]
    sentences = [chain(one.sentence, *one.titles) for one in mentions]
    titles = map(LinkTitles(env).shown_in, [*sentences, *domain.definitions.values()])
    yield wiki.bibliography.digests
    yield sorted(domain.notes.items())
    yield mentions
    yield sorted(domain.definitions.items())
    yield list(titles)
    yield sorted(env.found_docs)


def digest_of_texts(wiki: Wiki) -> str:
    """Return a digest of everything that the index of the full text depends on."""
    env = wiki.builder.env
    texts = sorted(wiki_domain(env).texts.items())
    titles = LinkTitles(env)
    shown = [titles.shown_in(chain(text.title, *text.paragraphs)) for _, text in texts]
    versions = code_digest(), pagefind_version()
    return digest(versions, wiki.besides, *_catalogue(wiki), texts, shown)
