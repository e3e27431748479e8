"""Who answers for a page: badges, the last line and its links, in each dress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from site_server import Site, serve
from small_wikis import CONF, DRESSES, build_wiki, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.xdist_group("browser")

FORGE = "https://forge.example/a-wiki-with-quite-a-long-name/edit/main"
SETTINGS = f"""{CONF}
html_baseurl = "https://wiki.example.org/"
bibwiki_edit_url = "{FORGE}/docs/{{path}}"
bibwiki_history_url = "{FORGE}/docs/{{path}}"
bibwiki_report_url = "mailto:wiki@example.org"
"""
LONG_KEY = "a-key-that-is-much-too-long-for-a-narrow-screen-and-has-no-break-2018"
WORKS = r"""
@article{loom2017dreams, author = {Loom, Ada and Noone, Nora}, year = {2017},
  title = {Dreams of Looms}, journal = {Journal of Invented Results},
  keywords = {dreams}, claim = {Looms dream.}, note = {All Open Access, Gold},
  copyright = {Creative Commons Attribution-NonCommercial 4.0 International},
  checked = {2026-05-01}, date-added = {2026-04-01}}
@misc{a-key-that-is-much-too-long-for-a-narrow-screen-and-has-no-break-2018,
  author = {Loom, Ada}, year = {2018}, title = {More Dreams}, keywords = {dreams},
  license = {The Licence of a Publisher}, curation = {imported}}
@misc{vale2019, author = {Vale, Ben}, year = {2019}, title = {A Doubt},
  curation = {needs-check}}
"""
PERSON = """---
bibwiki:
  kind: person
  name: Ada Loom
  checked: 2026-05-01
---
# Ada Loom

She dreams {cite:p}`loom2017dreams`.
"""
PAGES = (
    "works/loom2017dreams.html",
    f"works/{LONG_KEY}.html",
    "works/vale2019.html",
    "ada.html",
    "years/2017.html",
    "claims.html",
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small invented wiki whose files can be edited somewhere."""
    files = {
        "conf.py": SETTINGS,
        "works.bib": WORKS,
        "ada.md": PERSON,
        "index.md": "# Invented Wiki\n\nNo.\n",
    }
    folder = tmp_path_factory.mktemp("provenance")
    with serve(build_wiki(folder, files)) as served:
        yield served


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("name", [*PAGES, "nowhere.html"])
def test_no_violations_and_nothing_sticks_out(
    small: Site, open_context: Callable[..., BrowserContext], name: str, dress: str
) -> None:
    page = open_context(**DRESSES[dress]).new_page()
    page.goto(small.address(name))

    assert violations(page) == ""
    width = "document.documentElement.scrollWidth - window.innerWidth"
    assert page.evaluate(width) <= 0


def test_badges_say_who_answers(small: Site, page: Page) -> None:
    for name, badges in zip(
        PAGES[:4],
        (["Article", "open access", "verified"], ["Other", "machine-imported"],
         ["Other", "needs check"], ["Person", "verified"]),
        strict=True,
    ):  # fmt: skip
        page.goto(small.address(name))
        expect(page.locator(".bw-subtitle .bw-badge")).to_have_text(badges)


def test_the_last_line_leads_to_the_file(small: Site, page: Page) -> None:
    page.goto(small.address("works/loom2017dreams.html"))
    line = page.locator(".bw-provenance")

    expect(line).to_contain_text("entry loom2017dreams in works.bib")
    expect(line).to_contain_text("checked by a person on 1 May 2026")
    expect(line.get_by_role("link", name="Edit this file")).to_have_attribute(
        "href", f"{FORGE}/docs/works.bib"
    )
    licence = page.locator(".bw-infobox").get_by_role("link", name="CC BY-NC 4.0")
    expect(licence).to_have_attribute(
        "href", "https://creativecommons.org/licenses/by-nc/4.0/"
    )


def test_the_last_line_is_on_paper_without_its_links(small: Site, page: Page) -> None:
    page.goto(small.address("ada.html"))
    page.emulate_media(media="print")
    line = page.locator(".bw-provenance")

    expect(line).to_be_visible()
    expect(line.locator("a")).to_have_count(2)
    expect(line.locator("a").first).to_be_hidden()


def test_a_missing_page_can_be_reported(small: Site, page: Page) -> None:
    page.goto(small.address("works/nowhere/at-all.html"))

    expect(page.get_by_role("link", name="Report it")).to_have_attribute(
        "href", "mailto:wiki@example.org"
    )
