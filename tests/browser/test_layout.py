"""Pages stand still while they load, and keep their shape however they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinds import PAGES_BY_KIND
from shifts import MOST_SHIFT, SHIFTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from site_server import Site

PHONE = {"width": 390, "height": 844}

every_kind = pytest.mark.parametrize("kind", PAGES_BY_KIND)


def _open(site: Site, page: Page, kind: str) -> None:
    address = site.address(site.fullest(PAGES_BY_KIND[kind]))
    page.goto(address, wait_until="networkidle")


@every_kind
def test_nothing_jumps_on_a_phone(
    site: Site, open_context: Callable[..., BrowserContext], kind: str
) -> None:
    page = open_context(viewport=PHONE).new_page()
    _open(site, page, kind)

    assert page.evaluate(SHIFTS) <= MOST_SHIFT.get(kind, 0.02)


PAPER: dict[str, Any] = {"viewport": {"width": 794, "height": 1123}}
"""The width of A4 at 96 dots an inch."""


@every_kind
def test_paper_holds_the_text_and_no_controls(
    site: Site, open_page: Callable[..., Page], kind: str
) -> None:
    page = open_page(**PAPER)
    _open(site, page, kind)
    page.emulate_media(media="print")

    assert page.locator("main h1").is_visible()
    assert page.locator("button:visible, dialog:visible, form:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 794


def test_paper_has_one_way_to_cite_a_work(
    site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(**PAPER)
    _open(site, page, "work")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # opens the folds

    shown = page.locator("#cite pre:visible, #cite summary:visible")
    assert shown.evaluate_all(
        "all => all.map(one => one.ariaLabel ?? one.innerText)"
    ) == [
        "APA",
        "APA",
    ]


@pytest.mark.parametrize("kind", ["home", "work", "person", "coauthor graph"])
def test_forced_colours_hide_nothing(
    site: Site, open_page: Callable[..., Page], kind: str
) -> None:
    page = open_page(forced_colors="active")
    _open(site, page, kind)

    # In this mode the system chooses all colours: text may not sit on its own.
    hidden = page.locator("main a:visible, main p:visible").evaluate_all(
        """parts => parts
          .filter(part => part.innerText?.trim())
          .map(part => [part.innerText, getComputedStyle(part)])
          .filter(([text, style]) => style.color === "rgba(0, 0, 0, 0)")
          .map(([text]) => text)"""
    )
    assert hidden == []


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("name", ["glossary.html", "topics/interpretability.html"])
def test_tables_of_words_fit_a_phone(
    site: Site, open_page: Callable[..., Page], name: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 844})
    page.goto(site.address(name))

    boxes = page.locator(".bw-table-box")
    assert boxes.count() > 0
    overflow = "boxes => boxes.map(box => box.scrollWidth - box.clientWidth)"
    assert max(boxes.evaluate_all(overflow)) <= 0
