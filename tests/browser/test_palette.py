"""Jumping to a page by name, the help on keys, and previews of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_server import Site, serve
from small_wikis import DRESSES, build_wiki, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page

pytestmark = pytest.mark.xdist_group("browser")


WORKS = r"""
@article{lindqvist2021tides,
  author = {Lindqvist, Maja and Kr{\"u}ger, Otto},
  title = {Measuring Tides by Ear},
  journal = {Journal of Invented Results},
  year = {2021}, keywords = {tides},
}
@article{lindqvist2023lamps,
  author = {Lindqvist, Maja}, title = {Lamps That Listen},
  journal = {Journal of Invented Results}, year = {2023}, keywords = {tides},
}
@misc{retraction2024, author = {Krüger, Otto}, title = {Retraction}, year = {2024},
  retracts = {lindqvist2023lamps}}
@misc{wang2020, author = {王小明 and אבני, נועה and الفاروق, نور}, title = {Signs},
  year = {2020}}
"""

PERSON = """\
---
bibwiki:
  kind: person
  name: Otto Krüger
  also: [Otto von Dörr]
---
# Otto Krüger

He never lived. See [[Maja Lindqvist]] and {cite:t}`lindqvist2023lamps`.
"""

INDEX = """\
# Invented Wiki

Nothing here is true, says [[Otto Krüger]].

```{toctree}
people/otto-kruger
```
"""

FILES = {
    "works.bib": WORKS,
    "index.md": INDEX,
    "people/otto-kruger.md": PERSON,
}


@pytest.fixture(scope="module")
def small_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a small invented wiki."""
    folder = tmp_path_factory.mktemp("palette")
    return build_wiki(folder, FILES)


@pytest.fixture(scope="module")
def small(small_wiki: Path) -> Iterator[Site]:
    with serve(small_wiki) as served:
        yield served


def open_palette(page: Page, keys: str = "Control+k") -> Locator:
    """Open it with keys alone; return the field, which has the focus."""
    page.keyboard.press(keys)
    field = page.get_by_role("combobox")
    field.wait_for()
    page.locator(".bw-palette input:focus").wait_for()
    return field


def find(page: Page, query: str) -> Locator:
    """Type a query; return the rows when everything is loaded."""
    page.keyboard.type(query)
    status = page.locator(".bw-palette-status")
    status.filter(has_not_text="oading").filter(has_text="page").first.wait_for()
    return page.get_by_role("option")


def selected(page: Page) -> str:
    """Return what the field calls active, which must also look so."""
    id_ = page.get_by_role("combobox").get_attribute("aria-activedescendant")
    row = page.locator(f"#{id_}")

    assert row.get_attribute("aria-selected") == "true"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    return row.inner_text()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("Maja Lindqvist", "Maja Lindqvist", id="a name"),
        pytest.param("lindqvist maja", "Maja Lindqvist", id="family name first"),
        pytest.param("Linqvist", "Maja Lindqvist", id="one letter missing"),
        pytest.param("Lindqvits", "Maja Lindqvist", id="two letters swapped"),
        pytest.param("lindq", "Maja Lindqvist", id="the beginning of a name"),
        pytest.param("kruger", "Otto Krüger", id="no accent typed"),
        pytest.param("KRÜGER", "Otto Krüger", id="capitals"),
        pytest.param("dorr", "Otto Krüger", id="another name"),
        pytest.param("lindqvist 2021", "Measuring Tides by Ear", id="author and year"),
        pytest.param("2023 lindqvist", "Lamps That Listen", id="year and author"),
        pytest.param("lindqvist2021", "Measuring Tides by Ear", id="citation key"),
        pytest.param("tides", "tides", id="topic"),
        pytest.param("invented results", "Journal of Invented Results", id="venue"),
        pytest.param("小明", "王小明", id="part of a Chinese name"),
        pytest.param("王", "王小明", id="one Chinese sign"),
        pytest.param("נועה", "נועה אבני", id="Hebrew name"),
        pytest.param("الفاروق", "نور الفاروق", id="Arabic name"),
    ],
)
def test_query_finds(small: Site, page: Page, query: str, first: str) -> None:
    page.goto(small.address("index.html"))
    open_palette(page)

    rows = find(page, query)

    assert rows.first.locator(".bw-found-title").inner_text() == first


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_page_is_reached_with_keys_alone(small: Site, page: Page, keys: str) -> None:
    page.goto(small.address("index.html"))
    open_palette(page, keys)
    find(page, "lindqvist")
    assert "Maja Lindqvist" in selected(page)

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert "Person" not in selected(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    page.wait_for_url("**/people/maja-lindqvist.html")


def test_the_last_row_searches_the_full_text(small: Site, page: Page) -> None:
    page.goto(small.address("people/otto-kruger.html"))
    open_palette(page)
    rows = find(page, "lindqvist & lamps")
    page.keyboard.press("ArrowUp")
    assert selected(page) == rows.last.inner_text()

    page.keyboard.press("Enter")

    page.wait_for_url("**/search.html?q=lindqvist+%26+lamps")


def test_it_says_when_there_is_nothing(small: Site, page: Page) -> None:
    page.goto(small.address("index.html"))
    open_palette(page)

    rows = find(page, "xyzzyx")

    assert (
        page.locator(".bw-palette-status").inner_text() == "No page is called “xyzzyx”."
    )
    assert rows.count() == 1


def test_it_says_when_not_all_words_are_found(small: Site, page: Page) -> None:
    page.goto(small.address("index.html"))
    open_palette(page)

    rows = find(page, "lindqvist xyzzyx")

    assert (
        "No page has all of these words"
        in page.locator(".bw-palette-status").inner_text()
    )
    assert "Maja Lindqvist" in rows.first.inner_text()


def test_retracted_works_say_so(small: Site, page: Page) -> None:
    page.goto(small.address("index.html"))
    open_palette(page)

    assert "retracted" in find(page, "lamps that listen").first.inner_text()


def test_escape_closes_and_gives_the_focus_back(small: Site, page: Page) -> None:
    page.goto(small.address("index.html"))
    page.get_by_role("link", name="Search").first.focus()
    page.keyboard.press("Enter")
    page.locator(".bw-palette input:focus").wait_for()
    page.keyboard.type("tides")

    page.keyboard.press("Escape")

    page.locator(".bw-palette").wait_for(state="hidden")
    page.locator(".frame-search:focus").wait_for()


@pytest.mark.parametrize("dress", DRESSES)
def test_open_palette_has_no_violations(
    small: Site, open_context: Callable[..., BrowserContext], dress: str
) -> None:
    page = open_context(**DRESSES[dress]).new_page()
    page.goto(small.address("people/otto-kruger.html"))
    open_palette(page)
    assert violations(page) == ""

    find(page, "lindqvist")

    assert violations(page) == ""


@pytest.mark.parametrize("dress", DRESSES)
def test_help_has_no_violations(
    small: Site, open_context: Callable[..., BrowserContext], dress: str
) -> None:
    page = open_context(**DRESSES[dress]).new_page()
    page.goto(small.address("index.html"))

    page.keyboard.press("?")

    page.get_by_role("dialog", name="Keys").wait_for()
    assert violations(page) == ""


def test_single_keys_can_be_switched_off(small: Site, page: Page) -> None:
    page.goto(small.address("index.html"))
    page.keyboard.press("?")
    page.get_by_label("Use the single keys").uncheck()
    page.goto(small.address("people/otto-kruger.html"))

    page.keyboard.press("/")
    page.keyboard.press("?")
    open_palette(page, "Control+k")

    assert page.get_by_role("dialog").count() == 1


def test_questions_can_be_typed(small: Site, page: Page) -> None:
    page.goto(small.address("index.html"))
    field = open_palette(page)

    page.keyboard.type("and/or?")

    assert field.input_value() == "and/or?"


def test_nothing_is_loaded_before_it_is_used_or_from_elsewhere(
    small: Site, page: Page
) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(small.address("index.html"), wait_until="networkidle")
    assert not [url for url in asked if "/_static/bibwiki/" in url or "vendor" in url]

    open_palette(page)
    find(page, "lindqvist")

    assert [url for url in asked if url.endswith("/_static/bibwiki/records-1.js")]
    assert all(url.startswith(small.origin) for url in asked)
    assert errors == []


def test_works_from_the_disk(small_wiki: Path, page: Page) -> None:
    page.goto((small_wiki / "people" / "otto-kruger.html").as_uri())
    open_palette(page)
    find(page, "lindqvist 2021")

    page.keyboard.press("Enter")

    page.wait_for_url("file://*/**/works/lindqvist2021tides.html")


def test_it_says_when_records_are_missing(small: Site, page: Page) -> None:
    page.route("**/records-1.js", lambda route: route.abort())
    page.goto(small.address("index.html"))
    open_palette(page)

    page.keyboard.type("lindqvist")

    page.get_by_text("could not be loaded").wait_for()
    assert page.get_by_role("option").count() == 1


def test_search_page_is_the_way_out(small: Site, page: Page) -> None:
    page.route("**/palette.js", lambda route: route.abort())
    page.goto(small.address("index.html"))

    page.keyboard.press("/")

    page.wait_for_url("**/search.html")


def test_one_long_page_has_no_palette(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    output = build_wiki(tmp_path_factory.mktemp("long"), FILES, "singlehtml")
    errors: list[str] = []
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.goto((output / "index.html").as_uri())

    page.keyboard.press("?")

    page.wait_for_timeout(300)
    assert page.get_by_role("dialog").count() == 0
    assert errors == []


@pytest.mark.parametrize("how", ["pointer", "keys"])
def test_link_is_previewed(small: Site, page: Page, how: str) -> None:
    page.goto(small.address("people/otto-kruger.html"))
    link = page.locator("main p a[href*='lindqvist2023lamps']").first

    if how == "pointer":
        link.hover()
    else:
        page.locator("main p a").first.focus()
        page.keyboard.press("Tab")
    preview = page.get_by_role("tooltip")
    preview.wait_for()

    assert "Lamps That Listen" in preview.inner_text()
    assert "retracted" in preview.inner_text()
    assert link.get_attribute("aria-describedby") == preview.get_attribute("id")
    assert violations(page) == ""
    page.keyboard.press("Escape")
    preview.wait_for(state="detached")
    assert link.get_attribute("aria-describedby") is None


def test_preview_can_be_pointed_at(small: Site, page: Page) -> None:
    page.goto(small.address("people/otto-kruger.html"))
    page.locator("main p a[href*='maja-lindqvist']").first.hover()
    preview = page.get_by_role("tooltip")
    preview.wait_for()

    preview.hover()
    page.wait_for_timeout(500)

    assert preview.is_visible()
    page.mouse.move(1, 1)
    preview.wait_for(state="detached")


def test_no_previews_where_nothing_hovers(
    small: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(has_touch=True, is_mobile=True).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(small.address("people/otto-kruger.html"))

    page.locator("main p a").first.focus()
    page.wait_for_timeout(500)

    assert not [url for url in asked if "preview.js" in url]
