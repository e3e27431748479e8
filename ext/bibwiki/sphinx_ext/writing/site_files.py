"""What a site has besides pages: exports, feeds, the site map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bibwiki.pages.kinds.curation_page import CURATION
from bibwiki.pages.site.entry_files import entry_files
from bibwiki.pages.site.exports import export_files
from bibwiki.pages.site.feeds import feed_files
from bibwiki.pages.site.sitemap import sitemap_files
from bibwiki.sphinx_ext.linker import page_path
from bibwiki.sphinx_ext.writing.heads import SITE_BUILDERS
from bibwiki.sphinx_ext.writing.page_paths import PagePaths
from bibwiki.sphinx_ext.writing.site import BuilderSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.site.site_file import SiteFile
    from bibwiki.sphinx_ext.wiki import Wiki

_UNLISTED = frozenset({"404", "search", "genindex", CURATION})
"""Pages that nobody should find by searching."""


def site_files(wiki: Wiki, pagenames: Iterable[str]) -> tuple[SiteFile, ...]:
    """Return the files of a site; none for books.

    Args:
        wiki: The wiki of this build.
        pagenames: The catalogue pages, for the site map.
    """
    if wiki.builder.name not in SITE_BUILDERS:
        return ()
    site = BuilderSite(wiki)
    files = [*export_files(wiki.context), *feed_files(wiki.context, site)]
    files += entry_files(wiki.context, _addresses(wiki), wiki.settings)
    if "sphinx_sitemap" not in wiki.builder.config.extensions:
        pages = {*wiki.builder.env.found_docs, *pagenames} - _UNLISTED
        files += sitemap_files(site, pages)
    return tuple(files)


def _addresses(wiki: Wiki) -> Callable[[Target], str]:
    """Return what gives the page of a thing, below the site's root.

    Files are given these addresses: nothing has to be noted.
    """
    places = wiki.context.facts.catalogue
    paths = PagePaths(partial(page_path, wiki.builder))

    def address(target: Target) -> str:
        docname = places.documents.get(target)
        if docname is not None:
            return page_path(wiki.builder, docname)
        return paths[f"{target.kind.folder}/{places.slugs[target]}"]

    return address
