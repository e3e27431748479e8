from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from bibwiki.pages.site.feeds import _clean, feed_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_regressions.file_regression import FileRegressionFixture

    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.context import PageContext

EXPECTED = Path(__file__).parent / "expected"
BASE = "https://example.org/wiki/"
ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


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


def feeds_of(context: PageContext) -> dict[str, str]:
    site = InventedSite(context, BASE)
    return {file.path: file.text() for file in feed_files(context, site)}


def check(text: str) -> ET.Element:
    """Check what RFC 4287 asks of a feed (sections 4.1.1 and 4.1.2)."""
    feed = ET.fromstring(text)  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        assert INSTANT.fullmatch(part.findtext(f"{ATOM}updated") or "")
        assert (part.findtext(f"{ATOM}id") or "").startswith(BASE)
        links = [link.attrib for link in part.findall(f"{ATOM}link")]
        assert sum(link["rel"] == "alternate" for link in links) == 1
        assert all(link["href"].startswith(BASE) for link in links)
        assert all(a.findtext(f"{ATOM}name") for a in part.findall(f"{ATOM}author"))
    assert feed.find(f"{ATOM}author") is not None
    ids = [e.findtext(f"{ATOM}id") for e in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    return feed


def test_feeds_are_valid(library: PageContext, big: PageContext) -> None:
    assert list(feeds_of(library)) == [
        "feeds/all.xml",
        "feeds/people/ada-brightwater.xml",
        "feeds/topics/lamp-posts.xml",
    ]
    for text in (*feeds_of(library).values(), *feeds_of(big).values()):
        check(text)


def test_a_feed_looks_as_expected(
    library: PageContext, file_regression: FileRegressionFixture
) -> None:
    text = feeds_of(library)["feeds/all.xml"]

    path = EXPECTED / "feed-all.xml"
    file_regression.check(text, fullpath=path, encoding="utf-8")


def test_a_feed_is_short(big: PageContext) -> None:
    feed = check(feeds_of(big)["feeds/all.xml"])

    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    assert {e.findtext(f"{ATOM}updated") for e in entries} == {"2020-01-01T00:00:00Z"}


def test_works_without_a_date_are_left_out(
    context_of: Callable[..., PageContext], empty: PageContext
) -> None:
    context = context_of("@misc{a, title={A}} @misc{b, title={B}, date={-0044}}")

    assert check(feeds_of(context)["feeds/all.xml"]).find(f"{ATOM}entry") is None
    check(feeds_of(empty)["feeds/all.xml"])


def test_without_an_address_there_are_none(library: PageContext) -> None:
    assert not list(feed_files(library, InventedSite(library)))


@given(st.text())
def test_any_text_can_stand_in_a_feed(text: str) -> None:
    element = ET.Element("title")
    element.text = _clean(text)

    ET.fromstring(ET.tostring(element))  # noqa: S314 - our own
