from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.head.elements import HeadRenderer
from bibwiki.pages.head.head import PageHead, PageSubject, json_for_script, page_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_regressions.file_regression import FileRegressionFixture

    from bibwiki.pages.context import PageContext

EXPECTED = Path(__file__).parent / "expected"


class InventedSite:
    """A site whose address is known, or not."""

    title = "Tides & Lamps"

    def __init__(self, context: PageContext, base: str = "") -> None:
        self._context = context
        self._base = base

    def page(self, pagename: str) -> str | None:
        return self.file(f"{pagename}.html")

    def file(self, path: str) -> str | None:
        return self._base + path if self._base else None

    def thing(self, target: Target) -> str | None:
        return self.page(self._context.pagename(target))


class Elements(HTMLParser):
    """The elements of a head, as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.metas: list[tuple[str, str]] = []
        self.script = ""
        self._in_script = False
        self.feed(html)
        self.close()

    @override
    def handle_starttag(
        self, tag: str, attrs: Sequence[tuple[str, str | None]]
    ) -> None:
        self.tags[tag] += 1
        found = dict(attrs)
        self._in_script = tag == "script"
        if tag == "meta":
            name = found.get("name") or found.get("property")
            self.metas.append((name or "", found["content"] or ""))

    @override
    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    @override
    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.script += data


def head_of(context: PageContext, target: Target, base: str = "") -> PageHead:
    subject = PageSubject(context.pagename(target), "A title", "Words.", target)
    return page_head(context, InventedSite(context, base), subject)


@pytest.mark.parametrize(
    "target",
    [
        Target(Kind.WORK, "brightwater2021tides"),
        Target(Kind.WORK, "sorensen2022doubt"),
        Target(Kind.WORK, "hostile"),
        Target(Kind.PERSON, "ada-brightwater"),
        Target(Kind.TOPIC, "lamp-posts"),
        Target(Kind.ORGANIZATION, "harbour-lab"),
        Target(Kind.VENUE, "annals-of-doubt"),
        Target(Kind.EVENT, "harbour-night"),
        Target(Kind.YEAR, "2021"),
    ],
    ids=str,
)
def test_heads_look_as_expected(
    library: PageContext, target: Target, file_regression: FileRegressionFixture
) -> None:
    head = head_of(library, target, "https://example.org/wiki/")
    html = HeadRenderer().head(head)

    path = EXPECTED / f"head-{target.kind.value}-{target.id}.html"
    file_regression.check(html, fullpath=path, encoding="utf-8")


def test_without_an_address_nothing_is_absolute(library: PageContext) -> None:
    for target in library.catalogue.slugs:
        head = head_of(library, target)
        data = json.loads(head.data) if head.data else {}

        assert "url" not in data
        assert "og:url" not in dict(head.properties)


def test_every_thing_has_valid_data(library: PageContext) -> None:
    for target in library.catalogue.slugs:
        head = head_of(library, target, "https://example.org/")
        assert all(text for _, text in (*head.names, *head.properties))
        if target.kind is not Kind.YEAR:
            data = json.loads(head.data)
            assert data["@context"] == "https://schema.org"
            assert data["@type"]
            assert data["name"]
            assert data["url"] == data["@id"]


def test_a_page_about_nothing_has_open_graph_alone(library: PageContext) -> None:
    head = page_head(library, InventedSite(library), PageSubject("a", "A", "B."))

    assert head == PageHead(
        (),
        (
            ("og:title", "A"),
            ("og:type", "website"),
            ("og:site_name", "Tides & Lamps"),
            ("og:description", "B."),
        ),
    )


@given(st.text(), st.text())
def test_no_text_ends_its_element(text: str, other: str) -> None:
    values = {"@type": "Person", "name": text, "also": [f"</script>{other}<!--"]}
    head = PageHead((("a", text),), (("og:title", other),), json_for_script(values))

    found = Elements(HeadRenderer().head(head))

    assert found.tags == {"meta": 2, "script": 1}
    assert json.loads(found.script) == values
    # Browsers read line ends and NUL their own way.
    if not {"\r", "\0"} & {*text, *other}:
        assert found.metas == [("a", text), ("og:title", other)]


def test_feeds_are_told_of() -> None:
    html = HeadRenderer().feed('All "works"', "../feeds/all.xml", "text/xml")

    assert 'type="text/xml" title="All &#34;works&#34;" href="../feeds/all.xml"' in html
