"""Each kind of page fits a narrow window, and a missing one is answered anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinds import PAGES_BY_KIND

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from site_server import Site


NARROW = {"width": 320, "height": 640}
"""WCAG 2.2, 1.4.10: no scrolling in two directions at 320 CSS pixels."""

every_kind = pytest.mark.parametrize("kind", PAGES_BY_KIND)


def _address(site: Site, kind: str) -> str:
    return site.address(site.fullest(PAGES_BY_KIND[kind]))


@every_kind
def test_page_fits_a_narrow_window(
    site: Site, open_page: Callable[..., Page], kind: str
) -> None:
    page = open_page(viewport=NARROW)
    page.goto(_address(site, kind))

    width = page.evaluate("document.documentElement.scrollWidth")

    assert width <= NARROW["width"]


def test_missing_page_is_answered_below_any_folder(site: Site, page: Page) -> None:
    response = page.goto(site.address("works/by/nobody.html"))

    assert response is not None
    assert response.status == 404
    assert page.locator("main h1").count() == 1
