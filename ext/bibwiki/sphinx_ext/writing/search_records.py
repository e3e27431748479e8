"""The records that the reader's browser searches: scripts below ``_static``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bibwiki.pages.site.search_records import record_file_names, record_files
from bibwiki.sphinx_ext.linker import page_path
from bibwiki.sphinx_ext.writing.page_paths import PagePaths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.sphinx_ext.wiki import Wiki

_FOLDER = "_static/bibwiki"


def record_paths(wiki: Wiki) -> tuple[str, ...]:
    """Return the files of this build, below the output folder; none for books."""
    if wiki.builder.name == "epub":
        return ()
    return tuple(f"{_FOLDER}/{name}" for name in record_file_names(wiki.context))


def record_contents(wiki: Wiki) -> Iterator[bytes]:
    """Yield what the files of :func:`record_paths` hold."""
    # E.g. ".html", or "/" where each page has a folder.
    suffix = wiki.builder.get_target_uri("x").removeprefix("x")
    address = PagePaths(partial(page_path, wiki.builder)).__getitem__
    for file in record_files(wiki.context, suffix, address):
        # Half of a surrogate pair, from a byte that is no UTF-8, becomes "?".
        yield file.text.encode("utf-8", "replace")
