"""Searching the full text: queries, filters, addresses, and what stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from bibwiki.pages.site.search.words import index_words
from bibwiki.sphinx_ext.writing.pagefind import pagefind_version
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
  journal = {Journal of Invented Results}, year = {2021}, keywords = {tide reading},
  abstract = {We listen to the harbour at night and find that water tells the hour
    better than any bell.},
}
@article{lindqvist2023lamps,
  author = {Lindqvist, Maja}, title = {Lamps That Listen},
  journal = {Journal of Invented Results}, year = {2023}, keywords = {tide reading},
  annotation = {A lamp hears \textless{}b\textgreater{} the harbour.},
}
@inproceedings{liu2021bells,
  author = {Liu, Wen}, title = {Bells Without Towers},
  booktitle = {Conference on Invented Things}, year = {2021},
}
@misc{retraction2024, author = {Krüger, Otto}, title = {Retraction}, year = {2024},
  retracts = {lindqvist2023lamps}}
@misc{wang2020, author = {王小明 and אבני, נועה and الفاروق, نور}, title = {Signs},
  year = {2020}}
""" + "".join(
    f"@misc{{filler{n}, author = {{Filler, Fay}}, title = {{Pebble Number {n}}}, "
    f"year = {{{1990 + n}}}}}\n"
    for n in range(25)
)

TOPIC = """\
---
bibwiki:
  kind: topic
  id: tide-reading
  name: Tide reading
  also: [hydrophony]
---
# Tide reading

Whoever reads tides needs patience and a zither.
"""

FILES = {
    "works.bib": WORKS,
    "index.md": "# Invented Wiki\n\nNothing here is true.\n",
    "topics/tide-reading.md": TOPIC,
}


@pytest.fixture(scope="module")
def small_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a small invented wiki."""
    folder = tmp_path_factory.mktemp("search")
    return build_wiki(folder, FILES)


@pytest.fixture(scope="module")
def small(small_wiki: Path) -> Iterator[Site]:
    with serve(small_wiki) as served:
        yield served


def status(page: Page) -> Locator:
    return page.locator(".find-status")


def titles(page: Page) -> list[str]:
    expect(status(page)).not_to_be_empty()
    return page.locator(".find-title a").all_inner_texts()


def ask(page: Page, query: str) -> list[str]:
    """Type a query and send it off with Enter; return the titles found."""
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_function(
        "q => new URLSearchParams(location.search).get('q') === q", arg=query
    )
    page.wait_for_timeout(200)
    return titles(page)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("tides by ear", "Measuring Tides by Ear", id="title"),
        pytest.param("Linqvist", "Maja Lindqvist", id="a letter missing"),
        pytest.param("Lindqvits", "Maja Lindqvist", id="two letters swapped"),
        pytest.param("ilndqvist", "Maja Lindqvist", id="the first letter wrong"),
        pytest.param("kruger", "Otto Krüger", id="no accent typed"),
        pytest.param("liu 2021", "Bells Without Towers", id="author and year"),
        pytest.param("2023 lindqvist", "Lamps That Listen", id="year and author"),
        pytest.param(
            "listen to the harbour at night", "Measuring Tides by Ear", id="abstract"
        ),
        pytest.param("hydrophony", "Tide reading", id="a topic's alias"),
        pytest.param("zither", "Tide reading", id="a hand-written page's text"),
        pytest.param("tid", "Tide reading", id="the beginning of a word"),
        pytest.param("lamp listens", "Lamps That Listen", id="another ending"),
        pytest.param("小明", "王小明", id="part of a Chinese name"),
        pytest.param("נועה", "נועה אבני", id="Hebrew"),
        pytest.param("الفاروق", "نور الفاروق", id="Arabic"),
        pytest.param("liu2021bells", "Bells Without Towers", id="citation key"),
    ],
)
def test_query_finds(small: Site, page: Page, query: str, first: str) -> None:
    page.goto(small.address("search.html"))

    assert ask(page, query)[0] == first


def test_a_phrase_finds_one_work_alone(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=water+tells+the+hour"))

    assert titles(page) == ["Measuring Tides by Ear"]
    marked = page.locator(".find-excerpt mark").all_inner_texts()
    assert {"water", "tells", "hour"} <= set(marked)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param('"water tells the hour"', ["Measuring Tides by Ear"], id="text"),
        pytest.param('"Lamps that listen"', ["Lamps That Listen"], id="title"),
        pytest.param('lindqvist "by ear"', ["Measuring Tides by Ear"], id="and a word"),
        pytest.param(
            "\N{LEFT DOUBLE QUOTATION MARK}the harbour\N{RIGHT DOUBLE QUOTATION MARK}",
            ["Lamps That Listen", "Measuring Tides by Ear"],
            id="printers' quotes",
        ),
        pytest.param(
            '"listen"', ["Lamps That Listen", "Measuring Tides by Ear"], id="1"
        ),
        pytest.param('"王小明"', ["王小明", "Signs"], id="Chinese"),
    ],
)
def test_words_in_quotes_stand_in_their_order(
    small: Site, page: Page, query: str, found: list[str]
) -> None:
    page.goto(small.address("search.html"))

    assert sorted(ask(page, query)) == sorted(found)


def test_it_says_when_no_page_has_words_in_their_order(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=%22hour+the+tells%22"))

    expect(status(page)).to_contain_text(
        "no page has the words in quotes in this order"
    )
    assert titles(page) == ["Measuring Tides by Ear"]


def test_texts_are_shown_as_texts(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=hears"))

    assert titles(page) == ["Lamps That Listen"]
    assert "A lamp hears <b> the harbour." in (
        page.locator(".find-excerpt").inner_text()
    )
    assert page.locator(".find-result .bw-badge-alert").inner_text() == "retracted"


def test_it_says_what_it_took_a_word_for(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=Linqvist"))

    expect(status(page)).to_contain_text("for “lindqvist” (nothing has “linqvist”)")


def test_it_says_when_not_all_words_are_found(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=lindqvist+xyzzyxyzzy"))

    expect(status(page)).to_contain_text("nothing has “xyzzyxyzzy”")
    assert titles(page)


def test_nothing_found_suggests_names(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=xndqvist"))

    expect(status(page)).to_contain_text("Nothing was found")
    page.goto(small.address("search.html?q=xyzzyxyzzy"))
    expect(status(page)).to_have_text("Nothing was found.")


def test_filters_count_and_narrow(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=lindqvist"))
    year = page.get_by_role("group", name="Year")
    expect(year.get_by_role("checkbox")).to_have_count(2)

    year.get_by_label("2021").check()

    page.wait_for_url("**/search.html?q=lindqvist&year=2021")
    expect(status(page)).to_have_text("1 result.")
    assert titles(page) == ["Measuring Tides by Ear"]
    # Another year may still be added, and the focus stays.
    expect(year.get_by_label("2023")).to_be_visible()
    expect(year.get_by_label("2021")).to_be_focused()


def test_going_back_takes_a_filter_back(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=lindqvist"))
    before = titles(page)
    page.get_by_role("group", name="Venue").get_by_role("checkbox").first.check()
    page.wait_for_url("**venue=*")
    expect(status(page)).to_have_text("2 results.")

    page.go_back()

    page.wait_for_url("**/search.html?q=lindqvist")
    expect(status(page)).not_to_have_text("2 results.")
    assert titles(page) == before
    assert page.locator(".find-facets :checked").count() == 0


def test_a_result_is_left_and_come_back_to(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=pebble&sort=oldest"))
    assert titles(page)[0] == "Pebble Number 0"
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".find-result")).to_have_count(20)
    page.locator(".find-title a").nth(15).click()
    page.wait_for_url("**/works/filler15.html")

    page.go_back()

    expect(page.locator(".find-result")).to_have_count(20)
    expect(page.get_by_role("combobox")).to_have_value("oldest")


@pytest.mark.skipif(not pagefind_version(), reason="Pagefind is not installed")
def test_words_in_other_forms_follow(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=hearing"))

    assert "Lamps That Listen" in titles(page)  # "hears"


@pytest.mark.parametrize(
    ("sort", "first"),
    [("newest", "Pebble Number 24"), ("oldest", "Pebble Number 0")],
)
def test_sorting(small: Site, page: Page, sort: str, first: str) -> None:
    page.goto(small.address("search.html?q=pebble"))
    titles(page)

    page.get_by_label("Sort by").select_option(sort)

    page.wait_for_url(f"**sort={sort}")
    expect(page.locator(".find-title a").first).to_have_text(first)


def test_sorting_by_title(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?q=lindqvist&sort=title"))

    found = titles(page)
    assert found == sorted(found)


def test_filters_alone_browse(small: Site, page: Page) -> None:
    page.goto(small.address("search.html?year=2021"))

    assert sorted(titles(page)) == ["Bells Without Towers", "Measuring Tides by Ear"]


def test_nothing_moves_while_results_arrive(small: Site, page: Page) -> None:
    page.add_init_script(
        "window.shifted = 0; new PerformanceObserver((list) => {"
        "for (const e of list.getEntries()) window.shifted += e.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(small.address("search.html?q=lindqvist"), wait_until="networkidle")
    titles(page)

    assert page.evaluate("window.shifted") <= 0.02


@pytest.mark.parametrize("dress", DRESSES)
def test_results_have_no_violations(
    small: Site, open_context: Callable[..., BrowserContext], dress: str
) -> None:
    page = open_context(**DRESSES[dress]).new_page()
    page.goto(small.address("search.html?q=lindqvist&year=2021"))
    titles(page)
    page.locator(".find-facets").evaluate("facets => facets.open = true")

    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_query_loads_little_and_from_here_alone(small: Site, page: Page) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(small.address("search.html?q=harbour"), wait_until="networkidle")

    assert titles(page)
    assert errors == []
    assert all(url.startswith(small.origin) for url in asked)
    assert not [url for url in asked if "searchindex.js" in url or "records" in url]
    letters = [url.rpartition("terms-")[2] for url in asked if "/terms-" in url]
    assert letters == ["h.js"]


def test_works_from_the_disk(small_wiki: Path, page: Page) -> None:
    page.goto((small_wiki / "search.html").as_uri() + "?q=lindqvist+2023")

    assert titles(page)[0] == "Lamps That Listen"


def test_without_the_index_sphinx_searches(small: Site, page: Page) -> None:
    page.route("**/search/index.js", lambda route: route.abort())
    page.goto(small.address("search.html?q=lindqvist"))

    page.locator("#search-results li a").first.wait_for()

    assert page.locator("#bw-find").is_hidden()


def test_without_scripts_it_says_so_and_leads_on(
    small: Site, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(small.address("search.html"))

    expect(page.get_by_text("Searching needs JavaScript.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Works")).to_be_visible()
    assert page.locator("#bw-find").is_hidden()


def test_queries_are_cut_like_texts(small: Site, page: Page) -> None:
    texts = [
        "Krüger's façade", "state-of-the-art C++ & C#", "王小明 GPT模型", "λόγος ΛΌΓΟΣ",
        "کتاب كتاب", "Łódź Øre straße", "naïve ﬁle ½", "שָׁלוֹם", "ガイド が", "한국어",
        "x\u2019y O'Brien",
    ]  # fmt: skip
    page.goto(small.address("search.html"), wait_until="networkidle")

    cut = page.evaluate("texts => texts.map(window.bibwiki.words)", texts)

    assert cut == [list(index_words(text)) for text in texts]
