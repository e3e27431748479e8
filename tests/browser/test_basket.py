"""The citation basket: putting works in, taking them out, and exporting them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from site_server import Site, serve
from small_wikis import DRESSES, build_wiki, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.xdist_group("browser")

WORKS = "".join(
    f"@article{{tides{n}, author = {{Lindqvist, Maja}}, title = {{Tide <{n}>}}, "
    f"journal = {{Journal of Invented Results}}, year = {{2021}}}}\n"
    for n in range(20)
)
NOTE = """\
---
bibwiki:
  kind: work
  id: tides3
---
# Tide 3

It never rose.
"""
FILES = {
    "works.bib": WORKS,
    "index.md": "# Invented Wiki\n\nNothing here is true.\n",
    "notes/third tide.md": NOTE,
}
LIST = "venues/journal-of-invented-results.html"


@pytest.fixture(scope="module")
def small_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a small invented wiki."""
    folder = tmp_path_factory.mktemp("basket")
    return build_wiki(folder, FILES)


@pytest.fixture(scope="module")
def small(small_wiki: Path) -> Iterator[Site]:
    with serve(small_wiki) as served:
        yield served


def open_basket(page: Page) -> None:
    page.get_by_role("button", name="Basket: ").and_(
        page.locator(".bw-basket-open")
    ).click()
    page.get_by_role("dialog", name="Basket").wait_for()


def download(page: Page, name: str) -> str:
    page.get_by_label("Format").select_option(name)
    with page.expect_download() as started:
        page.get_by_role("button", name="Download", exact=True).click()
    return Path(started.value.path()).read_text(encoding="utf-8")


def test_nothing_is_shown_of_an_empty_basket(small: Site, page: Page) -> None:
    page.goto(small.address(LIST))

    expect(page.locator(".bw-basket-open")).to_be_hidden()


def test_a_work_is_put_in_on_its_page_and_taken_out_again(
    small: Site, page: Page
) -> None:
    page.goto(small.address("works/tides7.html"))
    page.get_by_role("button", name="Add to basket").focus()

    page.keyboard.press("Enter")

    counter = page.locator(".bw-basket-open")
    expect(counter).to_have_accessible_name("Basket: 1 work")
    expect(page.locator("body > [role=status]")).to_have_text(
        "Added to the basket, which holds 1."
    )
    page.reload()
    expect(counter).to_be_visible()
    page.get_by_role("button", name="Remove from basket").click()
    expect(counter).to_be_hidden()


def test_works_of_a_list_are_exported_in_each_format(small: Site, page: Page) -> None:
    page.goto(small.address(LIST))
    for n in (3, 12):
        page.get_by_role("button", name=f"Basket: Tide <{n}>").click()

    open_basket(page)

    bibtex = download(page, "BibTeX")
    assert "@article{tides3," in bibtex
    assert "@article{tides12," in bibtex
    assert bibtex.count("@") == 2
    assert "journaltitle" in download(page, "BibLaTeX")
    assert download(page, "RIS").count("TY  - JOUR") == 2
    csl = json.loads(download(page, "CSL-JSON"))
    assert {item["id"] for item in csl} == {"tides3", "tides12"}


def test_a_written_page_and_its_line_are_one_work(small: Site, page: Page) -> None:
    page.goto(small.address("notes/third%20tide.html"))
    page.get_by_role("button", name="Add to basket").click()
    page.goto(small.address(LIST))

    line = page.get_by_role("button", name="Basket: Tide <3>")
    expect(line).to_have_attribute("aria-pressed", "true")


def test_works_are_removed_and_brought_back_with_keys(small: Site, page: Page) -> None:
    page.goto(small.address(LIST))
    for n in (1, 2):
        page.get_by_role("button", name=f"Basket: Tide <{n}>", exact=True).click()
    open_basket(page)
    dialog = page.get_by_role("dialog", name="Basket")

    dialog.get_by_role("button", name="Remove Tide <1>").focus()
    page.keyboard.press("Enter")

    expect(dialog.get_by_role("listitem")).to_have_count(1)
    expect(dialog.get_by_role("button", name="Remove Tide <2>")).to_be_focused()
    dialog.get_by_role("button", name="Remove all").click()
    expect(dialog.get_by_role("listitem")).to_have_count(0)
    page.keyboard.press("Enter")  # the focus is on "Undo"
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".bw-basket-open")).to_have_accessible_name("Basket: 1 work")


def test_works_from_the_disk(small_wiki: Path, page: Page) -> None:
    page.goto((small_wiki / LIST).as_uri())
    page.get_by_role("button", name="Basket: Tide <5>", exact=True).click()
    open_basket(page)

    assert download(page, "BibTeX").startswith("@article{tides5,")


def test_it_says_what_the_wiki_no_longer_has(small: Site, page: Page) -> None:
    page.goto(small.address(LIST))
    page.evaluate(
        "localStorage.setItem('bibwiki-basket:/', JSON.stringify(["
        "{path: 'works/gone.html', title: 'Gone'},"
        "{path: 'works/tides5.html', title: 'Here'}, 7]))"
    )
    page.reload()
    open_basket(page)

    text = download(page, "BibTeX")

    assert text.count("@") == 1
    expect(page.locator(".bw-basket-status")).to_contain_text("1 of them no longer")


def test_a_damaged_basket_is_an_empty_one(small: Site, page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(small.address(LIST))
    page.evaluate("localStorage.setItem('bibwiki-basket:/', '{\"no')")
    page.reload()

    page.get_by_role("button", name="Basket: Tide <5>", exact=True).click()

    expect(page.locator(".bw-basket-open")).to_have_accessible_name("Basket: 1 work")
    assert errors == []


def test_paper_shows_none_of_it(small: Site, page: Page) -> None:
    page.goto(small.address(LIST))
    page.get_by_role("button", name="Basket: Tide <5>", exact=True).click()

    page.emulate_media(media="print")

    expect(page.locator(".bw-basket-open")).to_be_hidden()
    expect(page.locator(".bw-tick").first).to_be_hidden()


def test_nothing_is_there_without_scripts(
    small: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(small.address(LIST))

    assert page.locator(".bw-tick, .bw-basket-open").count() == 0


@pytest.mark.parametrize("dress", DRESSES)
def test_open_basket_has_no_violations(
    small: Site, open_context: Callable[..., BrowserContext], dress: str
) -> None:
    page = open_context(**DRESSES[dress]).new_page()
    page.goto(small.address(LIST))
    page.get_by_role("button", name="Basket: Tide <5>", exact=True).click()
    page.evaluate("scrollTo(0, 0)")  # else the bar covers half of a link
    assert violations(page) == ""
    open_basket(page)

    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
