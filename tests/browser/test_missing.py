"""The page for addresses that lead nowhere suggests where they may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from site_server import Site, serve
from small_wikis import CONF, build_wiki

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.xdist_group("browser")

SETTINGS = f'{CONF}html_baseurl = "https://wiki.example.org/"\n'
WORKS = r"""
@article{vaswani2017attention, author = {Vaswani, Ashish and Noone, Nora},
  title = {Attention to Attention}, journal = {Journal of Invented Results},
  year = {2017}, keywords = {attention}}
@article{vaswani2018attention, author = {Vaswani, Ashish}, year = {2018},
  title = {More Attention}, journal = {Journal of Invented Results},
  keywords = {attention}}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small invented wiki whose own address is known."""
    folder = tmp_path_factory.mktemp("missing")
    files = {
        "conf.py": SETTINGS,
        "works.bib": WORKS,
        "index.md": "# Invented Wiki\n\nNo.\n",
    }
    with serve(build_wiki(folder, files)) as served:
        yield served


@pytest.mark.parametrize(
    ("address", "page_meant"),
    [
        pytest.param(
            "works/vaswani2017atention.html",
            "/works/vaswani2017attention.html",
            id="a letter missing in a key",
        ),
        pytest.param(
            "people/ashish-vaswni", "/people/ashish-vaswani.html", id="person"
        ),
        pytest.param("topics/atention.html", "/topics/attention.html", id="topic"),
        pytest.param(
            "a/b/c/nora-noone/index.html", "/people/nora-noone.html", id="deep"
        ),
        pytest.param("ATTENTION", "/topics/attention.html", id="no folder"),
    ],
)
def test_the_nearest_page_comes_first(
    small: Site, page: Page, address: str, page_meant: str
) -> None:
    page.goto(small.address(address))

    first = page.locator(".bw-suggested a").first
    expect(first).to_have_attribute("href", f"{small.origin}{page_meant}")


def test_nothing_is_suggested_for_what_nothing_resembles(
    small: Site, page: Page
) -> None:
    page.goto(small.address("works/%E0%A4%A.html"), wait_until="networkidle")

    assert page.locator(".bw-suggested").count() == 0
    page.goto(small.address("xyzzyxyzzy"), wait_until="networkidle")
    assert page.locator(".bw-suggested").count() == 0
    expect(page.get_by_role("searchbox")).to_have_value("xyzzyxyzzy")


def test_nothing_moves_when_suggestions_come(small: Site, page: Page) -> None:
    page.add_init_script(
        "window.shifted = 0; new PerformanceObserver((list) => {"
        "for (const e of list.getEntries()) window.shifted += e.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(small.address("topics/atention"), wait_until="networkidle")
    page.locator(".bw-suggested a").first.wait_for()

    assert page.evaluate("window.shifted") <= 0.02


def test_without_scripts_it_leads_on(
    small: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(small.address("a/b/atention"))

    page.get_by_role("main").get_by_role("link", name="Works").click()

    page.wait_for_url("**/works/index.html")
