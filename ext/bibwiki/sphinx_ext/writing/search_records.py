"""Writing the records that the reader's browser searches: scripts below ``_static``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.pages.site.search_records import record_file_names, record_files
from bibwiki.sphinx_ext.linker import page_path

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target
    from bibwiki.sphinx_ext.wiki import Wiki

_FOLDER = "_static/bibwiki"


def record_paths(wiki: Wiki) -> list[str]:
    """Return the files of this build, below the output folder; none for books."""
    if wiki.builder.name == "epub":
        return []
    return [f"{_FOLDER}/{name}" for name in record_file_names(wiki.context)]


def write_records(wiki: Wiki) -> None:
    """Write the files of :func:`record_paths` whose content differs."""
    if wiki.builder.name == "epub":
        return

    def address(target: Target) -> str:
        pagename = wiki.pagename(target) or wiki.standard_address(target)
        return page_path(wiki.builder, pagename)

    # E.g. ".html", or "/" where each page has a folder.
    suffix = wiki.builder.get_target_uri("x").removeprefix("x")
    folder = Path(wiki.builder.outdir) / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for file in record_files(wiki.context, suffix, address):
        path = folder / file.name
        # Half of a surrogate pair, from a byte that is no UTF-8, becomes "?".
        content = file.text.encode("utf-8", "replace")
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
