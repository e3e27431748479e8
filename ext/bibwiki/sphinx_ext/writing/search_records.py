"""The records that the reader's browser searches: scripts below ``_static``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bibwiki.pages.site.search_records import RecordFiles
from bibwiki.pages.site.site_file import SiteFile
from bibwiki.sphinx_ext.linker import page_path
from bibwiki.sphinx_ext.writing.page_paths import PagePaths

if TYPE_CHECKING:
    from bibwiki.sphinx_ext.wiki import Wiki

_FOLDER = "_static/bibwiki"


def search_records(wiki: Wiki) -> tuple[SiteFile, ...]:
    """Return the files of this build; none for books."""
    if wiki.builder.name == "epub":
        return ()
    # E.g. ".html", or "/" where each page has a folder.
    suffix = wiki.builder.get_target_uri("x").removeprefix("x")
    address = PagePaths(partial(page_path, wiki.builder)).__getitem__
    files = RecordFiles(wiki.context, suffix, address)
    return tuple(
        SiteFile(f"{_FOLDER}/{name}", partial(files.text, number), files.names)
        for number, name in enumerate(files.names)
    )
