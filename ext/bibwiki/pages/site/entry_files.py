"""Works in each format for the citation basket, in files of a few works each.

A page opened from the disk may load scripts and nothing else, so they are scripts;
``static/bibwiki/basket.js`` reads them, and the two change together. Which file has a
work follows from the work's address, so that no table of all works is needed.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.formats.csl import format_csl
from bibwiki.model.formats.dialects import biblatex_entry, bibtex_entry
from bibwiki.model.formats.ris import format_ris
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.site.site_file import SiteFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.context import PageContext

FOLDER = "_static/bibwiki/entries"
WORKS_PER_FILE = 16
"""At most so many in the mean: the number of files is a power of two."""


def entry_files(
    context: PageContext, address: Callable[[Target], str], site: str = ""
) -> Iterator[SiteFile]:
    """Yield the files, and one that says how many there are.

    Args:
        context: What there is.
        address: Gives the page of a work below the site's root, not quoted.
        site: A digest of what addresses follow from besides names and documents.
    """
    works = context.untraced.catalogue.works
    shelves = context.remember("shelves", partial(_shelves, works, address), site)
    count = len(shelves)
    yield SiteFile(f"{FOLDER}/index.js", partial(_script, "index", count), count)
    for number, shelf in enumerate(shelves):
        text = partial(_shelf_text, context, number, shelf)
        yield SiteFile(f"{FOLDER}/{number}.js", text, shelf)


def _shelves(
    works: Iterable[str], address: Callable[[Target], str]
) -> list[dict[str, str]]:
    """Divide works among files: for each, map their addresses to their keys."""
    addresses = {address(Target(Kind.WORK, key)): key for key in works}
    count = file_count(len(addresses))
    shelves: list[dict[str, str]] = [{} for _ in range(count)]
    for path, key in addresses.items():
        shelves[address_hash(path) % count][path] = key
    return shelves


def _shelf_text(context: PageContext, number: int, shelf: Mapping[str, str]) -> str:
    """Return the file that holds works by their addresses.

    Args:
        context: The catalogue.
        number: The file's.
        shelf: Maps their addresses to their primary keys.
    """
    works = context.catalogue.works
    formats = {path: _formats(works[key]) for path, key in shelf.items()}
    return _script(number, formats)


def file_count(works: int) -> int:
    """Return the number of files: a power of two, so that few works ever move."""
    return 1 << max(0, (works - 1) // WORKS_PER_FILE).bit_length()


def address_hash(path: str) -> int:
    """Return the FNV-1a hash of an address: 32 bits over its UTF-8."""
    hashed = 0x811C9DC5
    for byte in path.encode("utf-8", "replace"):
        hashed = (hashed ^ byte) * 0x01000193 & 0xFFFFFFFF
    return hashed


def _formats(catalogued: CataloguedWork) -> list[str]:
    """Return BibTeX, BibLaTeX, RIS and CSL-JSON, as in the work's cite box."""
    entry, work = catalogued.entries[0], catalogued.work
    return [
        format_bibtex(bibtex_entry(entry), abstract=False),
        format_bibtex(biblatex_entry(entry), abstract=False),
        format_ris(work, abstract=False),
        format_csl(work),
    ]


def _script(name: str | int, value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"bibwikiEntries({json.dumps(name)},{written});\n"
