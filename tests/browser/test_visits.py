"""What a first visit to each kind of page loads, shows and leaves still.

The tests of a page share one visit: they look, and leave the page as they found it.
"""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kinds import PAGES_BY_KIND
from shifts import MOST_SHIFT, SHIFTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page, Response

    from site_server import Site


DESKTOP = {"width": 1280, "height": 800}

SCRIPTED = ".bw-zoom, #bw-find"
"""What is hidden until a script runs: zooming, and results of a search with filters."""

KB = 1000
LIMITS = {"document": 30, "stylesheet": 80, "script": 40, "font": 0}
"""The most kilobytes of each kind of resource, as browsers call them."""
TOTAL = 130


# The search page loads what it searches, too.
LIGHT = [kind for kind in PAGES_BY_KIND if kind != "search"]


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that a fresh profile opened, and what happened until it was at rest."""

    kind: str
    page: Page
    requests: tuple[str, ...]
    """The addresses asked for, in order."""
    responses: tuple[Response, ...]
    errors: tuple[str, ...]
    """What failed or was complained of, in words of the browser."""
    shift: float


@pytest.fixture(scope="module", params=[*LIGHT, "search"])
def visit(
    site: Site,
    new_context: Callable[..., BrowserContext],
    request: pytest.FixtureRequest,
) -> Iterator[Visit]:
    """The first visit to a kind of page; pytest lets its tests follow each other."""
    requests: list[str] = []
    responses: list[Response] = []
    errors: list[str] = []
    context = new_context(viewport=DESKTOP)
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    # Playwright takes no method of a built-in type.
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: errors.append(message.text) if message.type == "error" else 0,
    )
    page.on("requestfailed", lambda request: errors.append(f"failed: {request.url}"))

    address = site.address(site.fullest(PAGES_BY_KIND[request.param]))
    page.goto(address, wait_until="networkidle")
    shift = page.evaluate(SHIFTS)
    yield Visit(
        request.param, page, tuple(requests), tuple(responses), tuple(errors), shift
    )
    context.close()


def test_page_is_quiet(site: Site, visit: Visit) -> None:
    ours = f"{site.origin}/"

    assert [url for url in visit.requests if not url.startswith((ours, "data:"))] == []
    assert visit.errors == ()


def test_nothing_jumps(visit: Visit) -> None:
    assert visit.shift <= MOST_SHIFT.get(visit.kind, 0.02)


@pytest.mark.parametrize("visit", LIGHT, indirect=True)
def test_first_visit_is_light(visit: Visit) -> None:
    by_address = {response.url: response for response in visit.responses}
    sizes: Counter[str] = Counter()
    for response in by_address.values():
        size = len(gzip.compress(response.body()))
        sizes[response.request.resource_type] += size
    assert sizes["document"] > 0
    assert sizes.total() <= TOTAL * KB, sizes
    for resource, limit in LIMITS.items():
        assert sizes[resource] <= limit * KB, sizes


def test_page_has_one_title_and_one_main_part(visit: Visit) -> None:
    assert visit.page.locator("main").count() == 1
    assert visit.page.locator("h1").count() == 1


def test_links_in_sentences_are_told_by_more_than_colour(visit: Visit) -> None:
    plain = visit.page.locator("main p > a[href]:visible").evaluate_all(
        """links => links
          .filter(link => /[a-z]/i.test([...link.parentElement.childNodes]
            .filter(node => node.nodeType === Node.TEXT_NODE)
            .map(node => node.textContent).join("")))
          .filter(link => !link.closest("nav, .bw-badge, .sd-card"))
          .filter(link => !link.matches(".headerlink, .bw-button"))
          .filter(link => ![link, ...link.children].some(part =>
            getComputedStyle(part).textDecorationLine.includes("underline")))
          .map(link => link.outerHTML)"""
    )
    assert plain == []


def test_large_letters_need_no_scrolling_sideways(visit: Visit) -> None:
    """WCAG 2.2, 1.4.4: text at twice its size."""
    large = visit.page.add_style_tag(content="html { font-size: 200% !important }")
    width = visit.page.evaluate("document.documentElement.scrollWidth")
    large.evaluate("style => style.remove()")

    assert width <= DESKTOP["width"]


def test_page_says_the_same_without_scripts(
    visit: Visit, open_page: Callable[..., Page]
) -> None:
    plain = open_page(java_script_enabled=False)
    plain.goto(visit.page.url)

    assert _missing(_text(visit.page), _text(plain)) == []
    assert _missing(_addresses(visit.page), _addresses(plain)) == []


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


def test_no_page_loads_the_index_of_sphinx(site: Site) -> None:
    loading = [
        page.relative_to(site.folder).as_posix()
        for page in site.folder.rglob("*.html")
        if "searchindex.js" in page.read_text(encoding="utf-8")
    ]

    assert loading == []
