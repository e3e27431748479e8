"""The site map for search engines, after sitemaps.org 0.9.

Without dates of change: a build has no clock, and an untrue date is worse than none.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bibwiki.pages.site.site_file import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bibwiki.pages.site.site import Site

SITEMAP = "sitemap.xml"
LARGEST = 50_000
"""The most addresses that one file may hold."""
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(site: Site, pagenames: Iterable[str]) -> Iterator[SiteFile]:
    """Yield the site map, in parts where it is long; none without an address.

    Args:
        site: The site.
        pagenames: All pages, in any order.
    """
    if site.file("") is None:
        return
    addresses = [page for name in sorted(pagenames) if (page := site.page(name))]
    if len(addresses) <= LARGEST:
        if addresses:
            yield SiteFile(
                SITEMAP, partial(_listed, "urlset", "url", addresses), addresses
            )
        return
    parts = [
        (f"sitemap-{number}.xml", addresses[start : start + LARGEST])
        for number, start in enumerate(range(0, len(addresses), LARGEST), 1)
    ]
    for path, part in parts:
        yield SiteFile(path, partial(_listed, "urlset", "url", part), part)
    files = [site.file(path) or "" for path, _ in parts]
    yield SiteFile(SITEMAP, partial(_listed, "sitemapindex", "sitemap", files), files)


def _listed(root: str, item: str, addresses: Sequence[str]) -> str:
    listed = ET.Element(root, xmlns=_SCHEMA)
    for address in addresses:
        ET.SubElement(ET.SubElement(listed, item), "loc").text = address
    ET.indent(listed)
    declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f"{declaration}{ET.tostring(listed, encoding='unicode')}\n"
