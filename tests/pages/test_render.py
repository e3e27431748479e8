from __future__ import annotations

import typing
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from typing_extensions import override

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages import blocks as kinds
from bibwiki.pages import filters
from bibwiki.pages.all_pages import catalogue_pages, document_view
from bibwiki.pages.blocks import CodeBlock, LinkList, Paragraph, WorkList
from bibwiki.pages.items import CountedLink, Link, WorkGroup
from bibwiki.pages.kinds.home import home_blocks
from bibwiki.pages.kinds.person_page import person_view
from bibwiki.pages.kinds.timeline_page import timeline_blocks
from bibwiki.pages.kinds.work_page import work_view
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.render import Renderer
from bibwiki.pages.work_items import work_item

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_regressions.file_regression import FileRegressionFixture

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.links import Linker, Place

EXPECTED = Path(__file__).parent / "expected"
VOID = {"br", "img", "input", "link", "meta"}
IN_TEXT = {"a", "abbr", "b", "bdi", "em", "span", "strong", "sup"}
"""Elements that may stand inside a paragraph."""


class Outline(HTMLParser):
    """Checks nesting and remembers ids, headings and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    @override
    def handle_starttag(
        self, tag: str, attrs: Sequence[tuple[str, str | None]]
    ) -> None:
        assert "p" not in self.open or tag in IN_TEXT | {"button"}, f"{tag} in p"
        assert tag != "script"
        assert not any(name.startswith("on") for name, _ in attrs)
        self.tags[tag] += 1
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            if name in {"href", "src", "action"}:
                self.addresses.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def page(context: PageContext, name: str) -> PageView:
    return next(one for one in catalogue_pages(context) if one.name == name).view()


@pytest.mark.parametrize(
    "name",
    [
        "works/brightwater2021tides",
        "works/crowd2021many",
        "works/hostile",
        "people/benedikt-sorensen",
        "topics/doubt",
        "organizations/harbour-press",
        "organizations/night-school",
        "venues/annals-of-doubt",
        "years/2021",
        "works/index",
        "people/index",
        "topics/index",
        "years/index",
        "citations",
        "timeline",
        "graph",
        "404",
    ],
)
def test_pages_look_as_expected(
    library: PageContext,
    renderer: Renderer,
    linker_of: Callable[..., Linker],
    file_regression: FileRegressionFixture,
    name: str,
) -> None:
    prefix = "../" if "/" in name else "./"
    html = renderer.page(page(library, name), linker_of(library, prefix))

    path = EXPECTED / f"{name.replace('/', '-')}.html"
    file_regression.check(html, fullpath=path, encoding="utf-8")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target(Kind.PERSON, "ada-brightwater"), "document-person"),
        (Target(Kind.TOPIC, "lamp-posts"), "document-topic"),
        (Target(Kind.ORGANIZATION, "harbour-lab"), "document-organization"),
    ],
    ids=str,
)
def test_documents_look_as_expected(
    library: PageContext,
    renderer: Renderer,
    linker_of: Callable[..., Linker],
    file_regression: FileRegressionFixture,
    target: Target,
    expected: str,
) -> None:
    view = document_view(library, target)
    linker = linker_of(library)

    html = renderer.header(view.header, linker)
    for section in view.sections:
        html += renderer.section(section, linker)

    path = EXPECTED / f"{expected}.html"
    file_regression.check(html, fullpath=path, encoding="utf-8")


def test_blocks_of_lists_look_as_expected(
    library: PageContext,
    renderer: Renderer,
    linker_of: Callable[..., Linker],
    file_regression: FileRegressionFixture,
) -> None:
    keys = tuple(library.catalogue.rank)
    blocks = (*home_blocks(library), *timeline_blocks(library, keys))

    html = renderer.blocks(blocks, linker_of(library, "./"))

    path = EXPECTED / "blocks.html"
    file_regression.check(html, fullpath=path, encoding="utf-8")


def test_every_page_is_sound(
    library: PageContext, big: PageContext, linker_of: Callable[..., Linker]
) -> None:
    for context in (library, big):
        renderer = Renderer()
        for one in catalogue_pages(context):
            outline = Outline(renderer.page(one.view(), linker_of(context)))

            assert outline.open == []
            assert outline.tags["h1"] == 1
            assert [id_ for id_, count in outline.ids.items() if count > 1] == []


def test_pages_are_well_formed_xml_for_books(
    library: PageContext, renderer: Renderer, linker_of: Callable[..., Linker]
) -> None:
    linker = linker_of(library)
    for one in catalogue_pages(library):
        html = renderer.page(one.view(), linker)
        root = ET.fromstring(html)  # noqa: S314 - our own output

        assert root.tag == "section"


def test_hostile_entries_put_nothing_into_a_page(
    library: PageContext, renderer: Renderer, linker_of: Callable[..., Linker]
) -> None:
    view = work_view(library, "hostile")

    outline = Outline(renderer.page(view, linker_of(library)))

    assert outline.tags["img"] == 0
    assert not any(url.startswith("javascript") for url in outline.addresses)


def test_hostile_text_is_escaped_in_every_kind_of_text(
    renderer: Renderer, library: PageContext, linker_of: Callable[..., Linker]
) -> None:
    text = "<script>&\"'"
    view = PageView(
        "a",
        text,
        Header(creators=(Link(text),), legend=text, chips=(Link(text),)),
        (),
        description=text,
        lead=(
            Paragraph((text, Link(text, mark=text, mark_title=text))),
            CodeBlock(text, text, text),
            LinkList((CountedLink(Link(text), 1, text),)),
        ),
        anchor="a",
    )

    html = renderer.page(view, linker_of(library)) + renderer.meta(view)

    assert "<script" not in html
    assert 'title="&lt;script' in html
    assert 'data-bw-download="&lt;script&gt;&amp;&#34;' in html
    assert "<script" not in renderer.redirect(text)


def test_every_block_has_a_form(
    renderer: Renderer, library: PageContext, linker_of: Callable[..., Linker]
) -> None:
    assert set(typing.get_args(kinds.Block)) == set(filters._MACROS)
    assert renderer.blocks((), linker_of(library)) == ""


def test_a_line_is_rendered_once_for_each_depth(
    library: PageContext, renderer: Renderer, linker_of: Callable[..., Linker]
) -> None:
    item = work_item(library, "sorensen2022doubt")
    block = WorkList((WorkGroup("", (item,)),))
    near, far = linker_of(library), linker_of(library, "../../")

    first = renderer.blocks((block,), near)

    assert 'href="../works/sorensen2022doubt.html"' in first
    assert renderer.blocks((block,), near) == first
    assert 'href="../../works/sorensen2022doubt.html"' in renderer.blocks((block,), far)
    renderer.forget()
    assert renderer.blocks((block,), near) == first


def test_the_own_name_stays_bold_whatever_was_rendered_before(
    library: PageContext, linker_of: Callable[..., Linker]
) -> None:
    linker, warm = linker_of(library), Renderer()
    for key in library.catalogue.works:
        warm.page(work_view(library, key), linker)
    view = person_view(library, "benedikt-sorensen")

    html = warm.page(view, linker)

    assert html == Renderer().page(view, linker)
    assert "<strong><bdi>Benedikt Sørensen</bdi></strong>" in html
    other = warm.page(work_view(library, "brightwater2021tides"), linker)
    assert "<strong><bdi>Benedikt" not in other


def test_a_name_behind_the_fold_is_told_before_it(
    library: PageContext, renderer: Renderer, linker_of: Callable[..., Linker]
) -> None:
    view = document_view(library, Target(Kind.PERSON, "ada-brightwater"))

    html = renderer.section(view.sections[0], linker_of(library))

    assert (
        "and 2 more and others, among them "
        "<strong><bdi>Ada Brightwater</bdi></strong></summary>"
    ) in html


def test_text_without_an_address_is_no_link(
    library: PageContext, renderer: Renderer
) -> None:
    class Nowhere:
        prefix = "./"

        def url(self, _place: Place) -> str | None:
            return None

    link = Link("Ada", ThingPlace(Target(Kind.PERSON, "ada-brightwater")))
    items = WorkList((WorkGroup("", (work_item(library, "hostile"),)),))
    blocks = (Paragraph((link,)), items, *home_blocks(library))

    outline = Outline(renderer.blocks(blocks, Nowhere()))

    assert outline.addresses == []


def test_lists_that_citations_lead_to_have_ids(
    library: PageContext, renderer: Renderer, linker_of: Callable[..., Linker]
) -> None:
    item = replace(work_item(library, "hostile"), anchor="ref-hostile")
    block = WorkList((WorkGroup("2020", (item,)),))

    html = renderer.blocks((block,), linker_of(library))

    assert '<li class="bw-work" id="ref-hostile">' in html
    assert '<ol class="bw-list bw-works" aria-label="2020">' in html


def test_pages_without_description_have_no_meta(renderer: Renderer) -> None:
    assert renderer.meta(PageView("a", "A", Header(), ())) == ""
