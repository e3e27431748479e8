"""The theme's frame in a browser: colour mode, search keys, drawers, local contents."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from site_server import Site, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Locator, Page

CONF = """
project = html_title = "Invented Wiki"
extensions = ["myst_parser", "sphinx_design", "bibwiki.sphinx_ext.writing.theme"]
myst_enable_extensions = ["colon_fence"]
html_theme = "bibwiki"
"""

INDEX = """\
# Invented Wiki

Nothing here is true.

```{toctree}
guide
people
```
"""

GUIDE = """\
# Guide

Text with [a link](https://example.org/) and `code`.

:::{warning}
Careful with [links](https://example.org/).
:::

## First steps

```python
names = ["a line of code that is", "much too long for a narrow window", "is it not?"]
```

TEXT

## Later steps

| what | where |
| --- | --- |
| thing | [place](https://example.org/) |

::::{tab-set}
:::{tab-item} One
First.
:::
:::{tab-item} Two
Second.
:::
::::

:::{dropdown} More
Hidden.
:::

TEXT

```{index} steps
```
"""

FILES = {
    "conf.py": CONF,
    "index.md": INDEX,
    "guide.md": GUIDE.replace("TEXT", "Words and words.\n\n" * 30),
    "people.md": "# People\n\nNobody.\n",
}

NARROW = {"width": 390, "height": 844}
DRESSES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "390 px": {"viewport": NARROW},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

MODE = "[document.documentElement.dataset.mode, document.documentElement.dataset.theme]"


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small site in the theme, served."""
    folder = tmp_path_factory.mktemp("frame")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html"]
    subprocess.run([*command, folder, folder / "_build"], check=True)
    with serve(folder / "_build") as served:
        yield served


def _violations(page: Page) -> str:
    results = Axe().run(page, options={"runOnly": RULES})
    return results.generate_report() if results.violations_count else ""


def _is_open(drawer: Locator) -> bool:
    is_open: bool = drawer.evaluate("drawer => drawer.matches(':popover-open')")
    return is_open


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("name", ["guide.html", "genindex.html", "search.html?q=words"])
def test_no_violations(
    frame: Site, open_context: Callable[..., BrowserContext], name: str, dress: str
) -> None:
    page = open_context(**DRESSES[dress]).new_page()
    page.goto(frame.address(name), wait_until="networkidle")

    assert _violations(page) == ""


def test_button_goes_round_the_colour_modes(
    frame: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(color_scheme="light").new_page()
    page.goto(frame.address("guide.html"))
    button = page.get_by_role("button", name="Color mode")
    seen = [page.evaluate(MODE)]
    for _ in range(3):
        button.click()
        seen.append(page.evaluate(MODE))

    assert seen == [
        ["auto", "light"],
        ["dark", "dark"],
        ["light", "light"],
        ["auto", "light"],
    ]


def test_chosen_colour_mode_lasts(
    frame: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(color_scheme="light").new_page()
    page.goto(frame.address("guide.html"))
    page.get_by_role("button", name="Color mode").click()

    page.goto(frame.address("people.html"))

    assert page.evaluate(MODE) == ["dark", "dark"]
    assert page.get_by_role("button", name="Color mode: Dark").is_visible()


def test_paper_is_white(
    frame: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(color_scheme="dark").new_page()
    page.goto(frame.address("guide.html"))
    page.evaluate(
        "addEventListener('beforeprint', () => {"
        "  window.printed = document.documentElement.dataset.theme; })"
    )

    page.pdf()

    assert page.evaluate("window.printed") == "light"
    assert page.evaluate(MODE) == ["auto", "dark"]


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_keys_lead_to_search(frame: Site, page: Page, keys: str) -> None:
    page.goto(frame.address("guide.html"))

    page.keyboard.press(keys)

    page.wait_for_url("**/search.html")
    page.locator("main input[type=search]:focus").wait_for()


def test_a_slash_can_be_typed(frame: Site, page: Page) -> None:
    page.goto(frame.address("search.html"))
    field = page.locator("main input[type=search]")

    field.press_sequentially("and/or")

    assert field.input_value() == "and/or"


@pytest.mark.parametrize("how", ["key", "click"])
def test_another_script_can_take_over_search(frame: Site, page: Page, how: str) -> None:
    page.goto(frame.address("guide.html"))
    page.evaluate(
        "document.addEventListener('bibwiki:search', event => {"
        "  event.preventDefault(); document.title = 'palette'; })"
    )

    if how == "key":
        page.keyboard.press("Control+k")
    else:
        page.get_by_role("link", name="Search").click()

    assert page.title() == "palette"
    assert page.url.endswith("/guide.html")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_drawer_opens_and_closes_with_the_keyboard(
    frame: Site, open_context: Callable[..., BrowserContext], *, scripts: bool
) -> None:
    context = open_context(viewport=NARROW, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(frame.address("guide.html"))
    link = page.get_by_role("link", name="People", exact=True)
    assert not link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert link.is_visible()

    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert not link.is_visible()
    page.keyboard.press("Enter")
    assert link.is_visible(), "the focus is back on the button"


def test_open_drawers_have_no_violations(
    frame: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(viewport=NARROW).new_page()
    page.goto(frame.address("guide.html"))

    for name in ("Site navigation", "On this page"):
        page.get_by_role("button", name=name).click()
        assert _violations(page) == "", name
        page.keyboard.press("Escape")


def test_drawer_closes_behind_the_reader(
    frame: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(viewport=NARROW).new_page()
    page.goto(frame.address("guide.html"))
    contents = page.locator("#frame-toc")
    menu = page.locator("#frame-menu")

    page.get_by_role("button", name="On this page").click()
    assert _is_open(contents)
    contents.get_by_role("link", name="Later steps").click()
    assert not _is_open(contents)
    assert page.url.endswith("#later-steps")

    page.get_by_role("button", name="Site navigation").click()
    menu.get_by_role("link", name="People").focus()
    page.keyboard.press("Tab")
    assert not _is_open(menu), "the focus would be on something covered"


def test_local_contents_follow_the_reader(frame: Site, page: Page) -> None:
    page.goto(frame.address("guide.html"))

    page.locator("#later-steps").evaluate("section => section.scrollIntoView()")

    page.locator("#frame-toc [aria-current]", has_text="Later steps").wait_for()
    assert page.locator("#frame-toc [aria-current]").count() == 1


def test_wide_code_can_be_scrolled_with_the_keyboard(
    frame: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(viewport=NARROW).new_page()
    page.goto(frame.address("guide.html"), wait_until="load")

    code = page.get_by_role("group", name="Code")

    assert code.get_attribute("tabindex") == "0"


def test_search_marks_what_it_found(frame: Site, page: Page) -> None:
    page.goto(frame.address("search.html?q=careful"))
    page.locator("#search-results").get_by_role("link", name="Guide").click()

    page.get_by_role("link", name=re.compile("Hide Search")).wait_for()
    assert _violations(page) == ""


def test_mirrored_page_does_not_overflow(frame: Site, page: Page) -> None:
    page.goto(frame.address("guide.html"))

    page.evaluate("document.documentElement.dir = 'rtl'")

    width, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= window
    brand = page.locator(".navbar-brand").bounding_box()
    assert brand is not None
    assert brand["x"] > window / 2
