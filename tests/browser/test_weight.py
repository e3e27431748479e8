"""What a first visit costs a reader, as a server that compresses would send it."""

from __future__ import annotations

import gzip
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kinds import PAGES_BY_KIND

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

    from site_server import Site

KB = 1000
LIMITS = {"document": 30, "stylesheet": 80, "script": 40, "font": 0}
"""The most kilobytes of each kind of resource, as browsers call them."""
TOTAL = 130

# The search page loads what it searches, too.
KINDS = [kind for kind in PAGES_BY_KIND if kind != "search"]


@pytest.mark.parametrize("kind", KINDS)
def test_first_visit_is_light(site: Site, page: Page, kind: str) -> None:
    responses: dict[str, Response] = {}
    page.on("response", lambda response: responses.update({response.url: response}))

    page.goto(site.address(site.fullest(PAGES_BY_KIND[kind])), wait_until="networkidle")

    sizes: Counter[str] = Counter()
    for response in responses.values():
        size = len(gzip.compress(response.body()))
        sizes[response.request.resource_type] += size
    assert sizes["document"] > 0
    assert sizes.total() <= TOTAL * KB, sizes
    for resource, limit in LIMITS.items():
        assert sizes[resource] <= limit * KB, sizes


def test_no_page_loads_the_index_of_sphinx(site: Site) -> None:
    loading = [
        page.relative_to(site.folder).as_posix()
        for page in site.folder.rglob("*.html")
        if "searchindex.js" in page.read_text(encoding="utf-8")
    ]

    assert loading == []
