"""What a reader does: search for a work, follow a citation and back, copy an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from site_server import Site


def test_search_finds_a_catalogue_page(site: Site, page: Page) -> None:
    work = site.fullest("works/*.html")
    page.goto(site.address(work))
    title = page.locator("main h1").first.inner_text().rstrip("#¶")
    words = re.findall(r"[^\W\d_]{5,}", title)

    page.goto(f"{site.address('search.html')}?q={'+'.join(words[:4])}")

    page.locator(f'#bw-find a[href*="{work}"]').first.wait_for()


def test_citation_leads_to_the_work_and_back(site: Site, page: Page) -> None:
    work = site.fullest("works/*.html")
    page.goto(site.address(work))
    mention = page.locator("#cited-in a[href*='#']").first
    where = mention.evaluate("link => link.href")

    page.goto(where)

    anchor = where.partition("#")[2]
    place = page.locator(f'[id="{anchor}"]')
    assert place.count() == 1
    leads = page.locator(f'main a[href*="{work.removesuffix(".html")}"]')
    assert leads.count() >= 1


def test_entry_is_copied(
    site: Site, open_context: Callable[..., BrowserContext]
) -> None:
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site.address(site.fullest("works/*.html")))

    page.get_by_role("button", name=re.compile("copy", re.IGNORECASE)).first.click()

    page.get_by_text("Copied").first.wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.match(r"@\w+\{", copied)
    assert copied.strip() in page.locator("main").text_content()


def test_button_for_copying_is_hidden_without_scripts(
    site: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.address(site.fullest("works/*.html")))

    buttons = page.get_by_role("button", name=re.compile("copy", re.IGNORECASE))
    assert buttons.count() == 0


def test_keyboard_reaches_the_text_first(site: Site, page: Page) -> None:
    page.goto(site.address(site.fullest("works/*.html")))

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#main-content")
