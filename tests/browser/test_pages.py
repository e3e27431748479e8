"""Each kind of page keeps to itself, fits a narrow window and works without scripts."""

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

SCRIPTED = ".bw-zoom, #bw-find"
"""What is hidden until a script runs: zooming, and results of a search with filters."""

every_kind = pytest.mark.parametrize("kind", PAGES_BY_KIND)


def _address(site: Site, kind: str) -> str:
    return site.address(site.fullest(PAGES_BY_KIND[kind]))


@every_kind
def test_page_is_quiet(site: Site, page: Page, kind: str) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: errors.append(message.text) if message.type == "error" else 0,
    )
    page.on("requestfailed", lambda request: errors.append(f"failed: {request.url}"))

    page.goto(_address(site, kind), wait_until="networkidle")

    ours = f"{site.origin}/"
    assert [url for url in requests if not url.startswith((ours, "data:"))] == []
    assert errors == []


@every_kind
def test_page_fits_a_narrow_window(
    site: Site, open_page: Callable[..., Page], kind: str
) -> None:
    page = open_page(viewport=NARROW)
    page.goto(_address(site, kind))

    width = page.evaluate("document.documentElement.scrollWidth")

    assert width <= NARROW["width"]


@every_kind
def test_page_says_the_same_without_scripts(
    site: Site, open_page: Callable[..., Page], kind: str
) -> None:
    page = open_page()
    page.goto(_address(site, kind))
    plain = open_page(java_script_enabled=False)
    plain.goto(_address(site, kind))

    assert _missing(_text(page), _text(plain)) == []
    assert _missing(_addresses(page), _addresses(plain)) == []


def _text(page: Page) -> list[str]:
    """Return the lines that a reader can select, those of controls left out."""
    controls: set[str] = set()
    for text in page.locator(f"main button, {SCRIPTED}").all_inner_texts():
        controls.update(line.strip() for line in text.splitlines())
    lines = map(str.strip, page.locator("main").inner_text().splitlines())
    return [line for line in lines if line and line not in controls]


def _addresses(page: Page) -> list[str]:
    links = page.locator("main a[href]")
    found: list[str] = links.evaluate_all(
        # In a picture, a link's address is an object.
        f"""links => links.filter(link => !link.closest("{SCRIPTED}"))
          .map(link => link.href.baseVal ?? link.href)"""
    )
    return found


def _missing(wanted: list[str], there: list[str]) -> list[str]:
    return sorted(set(wanted) - set(there))


def test_missing_page_is_answered_below_any_folder(site: Site, page: Page) -> None:
    response = page.goto(site.address("works/by/nobody.html"))

    assert response is not None
    assert response.status == 404
    assert page.locator("main h1").count() == 1
