from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note, Question
from bibwiki.pages.site.feed_formats import clean
from bibwiki.pages.site.feeds import feed_files

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
    files = {file.path: file.text() for file in feed_files(context, site)}
    assert [f"{name[:-4]}.json" for name in files if name.endswith(".xml")] == [
        name for name in files if name.endswith(".json")
    ]
    return {name: text for name, text in files.items() if name.endswith(".xml")}


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
        *(
            f"feeds/types/{name}.xml"
            for name in ("article", "book", "paper", "misc", "report")
        ),
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


DATED = """
@misc{new, title={New}, date={2001}, creationdate={2024-02-01}}
@misc{mended, title={Mended}, date={2000}, date-added={2024-01-01},
  date-modified={2024-03-01}, annotation={A summary.}, author={Ada Ng},
  keywords={lamps}, claim={It is.}}
@book{plain, title={Plain}, date={2023-05}, disputes={mended}}
@book{other, title={Other}, date={2024-04-01}, supports={mended}, extends={new}}
@misc{undated, title={Undated}, retracts={new}}
"""


def test_a_work_is_new_when_it_was_added(
    context_of: Callable[..., PageContext],
) -> None:
    feed = check(feeds_of(context_of(DATED))["feeds/all.xml"])

    assert [
        tuple(
            entry.findtext(f"{ATOM}{name}", "")[: None if name == "title" else 10]
            for name in ("title", "published", "updated")
        )
        for entry in feed.findall(f"{ATOM}entry")
    ] == [
        ("Other", "2024-04-01", "2024-04-01"),
        ("Mended: supported by Other 2024", "2024-04-01", "2024-04-01"),
        ("Mended", "2024-01-01", "2024-03-01"),
        ("New", "2024-02-01", "2024-02-01"),
        ("Plain", "2023-05-01", "2023-05-01"),
        ("Mended: disputed by Plain 2023", "2023-05-01", "2023-05-01"),
    ]


def test_a_feed_as_json_says_the_same(context_of: Callable[..., PageContext]) -> None:
    context = context_of(DATED)
    files = {f.path: f.text for f in feed_files(context, InventedSite(context, BASE))}

    feed = json.loads(files["feeds/all.json"]())
    one = next(item for item in feed["items"] if item["title"] == "Mended")

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}feeds/all.json"
    assert one == {
        "id": f"{BASE}works/mended.html",
        "url": f"{BASE}works/mended.html",
        "title": "Mended",
        "content_text": "A summary.",
        "date_published": "2024-01-01T00:00:00Z",
        "date_modified": "2024-03-01T00:00:00Z",
        "authors": [{"name": "Ada Ng"}],
    }
    atom = check(files["feeds/all.xml"]())
    ids = [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")]
    assert [item["id"] for item in feed["items"]] == ids
    assert all(item["content_text"] for item in feed["items"])


def test_each_type_of_work_has_a_feed(context_of: Callable[..., PageContext]) -> None:
    feed = check(feeds_of(context_of(DATED))["feeds/types/book.xml"])

    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert feed.findtext(f"{ATOM}title") == "Book - Tides & Lamps"
    assert titles == ["Other", "Plain"]


def test_a_topic_tells_of_its_questions(context_of: Callable[..., PageContext]) -> None:
    questions = (
        Question("Why?", state="disputed", judged="2024-05-06"),
        Question("How?", state="open"),
    )
    place = Location("lamps.md")
    note = Note(Kind.TOPIC, "lamps", "Lamps", "lamps", place, questions=questions)

    feed = check(feeds_of(context_of(DATED, [note]))["feeds/topics/lamps.xml"])

    entry, *others = feed.findall(f"{ATOM}entry")
    left, right = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
    assert entry.findtext(f"{ATOM}title") == f"Lamps: {left}Why?{right} judged disputed"
    assert entry.findtext(f"{ATOM}updated") == "2024-05-06T00:00:00Z"
    assert [other.findtext(f"{ATOM}title") for other in others] == [
        "Mended: supported by Other 2024",
        "Mended",
        "Mended: disputed by Plain 2023",
    ]


@given(st.text())
def test_any_text_can_stand_in_a_feed(text: str) -> None:
    element = ET.Element("title")
    element.text = clean(text)

    ET.fromstring(ET.tostring(element))  # noqa: S314 - our own
