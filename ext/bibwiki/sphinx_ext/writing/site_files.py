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
from bibwiki.sphinx_ext.writing.site import BuilderSite

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    files += entry_files(wiki.context, partial(_address, wiki))
    if "sphinx_sitemap" not in wiki.builder.config.extensions:
        pages = {*wiki.builder.env.found_docs, *pagenames} - _UNLISTED
        files += sitemap_files(site, pages)
    return tuple(files)


def _address(wiki: Wiki, target: Target) -> str:
    pagename = wiki.pagename(target) or wiki.standard_address(target)
    return page_path(wiki.builder, pagename)
