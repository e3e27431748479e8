"""axe-core finds nothing to complain of, on a page of each kind, in each dress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from kinds import PAGES_BY_KIND

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from site_server import Site


RULES = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
]
OPTIONS = {
    "runOnly": {"type": "tag", "values": RULES},
    "resultTypes": ["violations"],
}

DRESSES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "390 px": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "320 px": {"viewport": {"width": 320, "height": 640}, "has_touch": True},
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("kind", PAGES_BY_KIND)
def test_no_violations(
    site: Site, open_page: Callable[..., Page], kind: str, dress: str
) -> None:
    page = open_page(**DRESSES[dress])
    page.goto(site.address(site.fullest(PAGES_BY_KIND[kind])))

    results = Axe().run(page, options=OPTIONS)

    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
