"""The coauthor graph: what a pointer and a narrow window change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from site_server import Site

NEAR = "svg [data-bw-near]"


def test_a_person_is_shown_with_their_lines(site: Site, page: Page) -> None:
    page.goto(site.address("graph.html"), wait_until="networkidle")
    person = page.locator(".bw-canvas svg a").first

    person.locator("circle").hover()

    page.locator(NEAR).first.wait_for()
    people = page.locator(".bw-canvas svg a").count()
    assert 1 < page.locator(NEAR).count() < people
    page.mouse.move(0, 0)
    page.locator(NEAR).first.wait_for(state="detached")


def test_the_keyboard_shows_the_same(site: Site, page: Page) -> None:
    page.goto(site.address("graph.html"), wait_until="networkidle")
    page.locator(".bw-canvas").first.focus()

    page.keyboard.press("Tab")

    page.locator(NEAR).first.wait_for()
    assert page.evaluate("document.activeElement.matches('svg a')")


def test_every_mark_has_a_name_and_an_address(site: Site, page: Page) -> None:
    for drawn in (
        "graph.html",
        "topics/map.html",
        "timeline.html",
        site.fullest("people/*.html"),
    ):
        page.goto(site.address(drawn))

        links = page.locator(".bw-canvas svg a").evaluate_all(
            "links => links.map(link => [link.textContent, link.getAttribute('href')])"
        )
        for name, address in links:
            assert name.strip()
            assert address


def test_words_come_first_in_a_narrow_window(
    site: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(site.address("graph.html"))

    table = page.locator(".bw-picture-words").first.bounding_box()
    drawing = page.locator(".bw-canvas").first.bounding_box()

    assert table is not None
    assert drawing is not None
    assert table["y"] < drawing["y"]
    assert drawing["width"] <= 390


def test_the_explorer_zooms_by_buttons_and_keys(site: Site, page: Page) -> None:
    page.goto(site.address("graph.html"), wait_until="networkidle")
    svg = page.locator("[data-bw-explore] svg")
    whole = svg.get_attribute("viewBox")
    nearer = page.get_by_role("button", name="Zoom in")

    nearer.click()
    nearer.click()

    assert svg.get_attribute("viewBox") != whole
    assert page.locator(".bw-zoom [role=status]").text_content() == "225 %"
    assert page.locator(".bw-late-name:visible").count() > 0

    page.locator("[data-bw-explore]").focus()
    before = svg.get_attribute("viewBox")
    page.keyboard.press("ArrowLeft")
    assert svg.get_attribute("viewBox") != before
    page.keyboard.press("0")
    assert svg.get_attribute("viewBox") == whole
    assert page.locator(".bw-late-name:visible").count() == 0


def test_who_has_the_focus_is_in_view(site: Site, page: Page) -> None:
    page.goto(site.address("graph.html"), wait_until="networkidle")
    canvas = page.locator("[data-bw-explore]")
    canvas.focus()
    for _ in range(4):
        page.keyboard.press("+")

    for _ in range(12):
        page.keyboard.press("Tab")

        mark = page.evaluate(
            """() => {
              const box = document.activeElement.querySelector("circle");
              const { x, y, width, height } = box.getBoundingClientRect();
              return [x + width / 2, y + height / 2];
            }"""
        )
        box = canvas.bounding_box()
        assert box is not None
        assert box["x"] <= mark[0] <= box["x"] + box["width"]
        assert box["y"] <= mark[1] <= box["y"] + box["height"]


def test_without_scripts_the_explorer_is_a_plain_picture(
    site: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.address("graph.html"))

    assert page.locator(".bw-canvas svg a").count() > 100
    assert page.locator(".bw-zoom").is_hidden()


def test_the_explorer_moves_nothing_when_it_arrives(site: Site, page: Page) -> None:
    tops = []
    for refused in ("**/explore.js*", None):
        if refused:
            page.route(refused, lambda route: route.abort())
        else:
            page.unroute_all()
        page.goto(site.address("graph.html"), wait_until="networkidle")
        box = page.locator("[data-bw-explore]").bounding_box()
        tops.append(box and box["y"])

    assert tops[0] == tops[1]


def test_pages_with_drawings_can_be_printed(site: Site, page: Page) -> None:
    for name in ("graph.html", "timeline.html", "topics/map.html"):
        page.goto(site.address(name))

        assert page.pdf().startswith(b"%PDF")
