"""Structured data uses only what schema.org defines, on the types it defines it for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.head.head import PageSubject, page_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bibwiki.pages.context import PageContext


class InventedSite:
    """A site whose address is known."""

    title = "Tides & Lamps"

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def page(self, pagename: str) -> str:
        return self.file(f"{pagename}.html")

    def file(self, path: str) -> str:
        return f"https://example.org/{path}"

    def thing(self, target: Target) -> str:
        return self.page(self._context.pagename(target))


THING = {"name", "alternateName", "description", "identifier", "sameAs", "url"}
CREATIVE_WORK = THING | {
    "about", "abstract", "author", "contributor", "datePublished", "editor",
    "headline", "isPartOf", "keywords", "publisher", "translator",
}  # fmt: skip
ARTICLE = CREATIVE_WORK | {"pagination"}
SERIES = CREATIVE_WORK | {"issn"}
PROPERTIES = {
    "ScholarlyArticle": ARTICLE,
    "Report": ARTICLE,
    "BlogPosting": ARTICLE,
    "NewsArticle": ARTICLE,
    "Chapter": CREATIVE_WORK | {"pagination"},
    "Book": CREATIVE_WORK | {"isbn"},
    "Periodical": SERIES,
    "BookSeries": SERIES,
    "WebSite": SERIES,
    "PublicationVolume": CREATIVE_WORK | {"volumeNumber", "pagination"},
    "PublicationIssue": CREATIVE_WORK | {"issueNumber", "pagination"},
    "DefinedTerm": THING | {"inDefinedTermSet", "termCode"},
    "PropertyValue": THING | {"propertyID", "value"},
    "Person": THING | {"affiliation"},
    "Organization": THING | {"address", "parentOrganization"},
    "Event": THING,
} | dict.fromkeys(
    [
        "CreativeWork", "Thesis", "Manuscript", "Dataset", "SoftwareSourceCode",
        "PresentationDigitalDocument", "VideoObject", "AudioObject", "WebPage",
        "DefinedTermSet",
    ],
    CREATIVE_WORK,
)  # fmt: skip
"""Maps the types that pages may use to their properties, inherited ones included, after
schema.org 28; only those that a bibliography has a use for."""

ENTRY_TYPES = (
    "article", "book", "incollection", "inproceedings", "proceedings", "phdthesis",
    "report", "unpublished", "online", "patent", "dataset", "software", "video",
    "audio", "misc", "booklet", "manual", "inbook", "collection",
)  # fmt: skip
FIELDS = (
    "title={T}, author={One, Ann and {Some Lab}}, editor={Two, Bea}, "
    "translator={Three, Cy}, date={2020-05}, volume={1}, number={2}, pages={1-2}, "
    "publisher={P}, institution={I}, journaltitle={J}, booktitle={B}, series={S}, "
    "doi={10.5555/x}, issn={1234-5678}, isbn={978-0-306-40615-7}, "
    "eprint={2101.00001}, eprinttype={arxiv}, abstract={A}, annotation={N}, "
    "keywords={tides}"
)


def nodes_in(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from nodes_in(one)


def assert_known(context: PageContext, target: Target) -> None:
    site = InventedSite(context)
    head = page_head(context, site, PageSubject("a", "A", "", target))
    for node in nodes_in(json.loads(head.data)):
        properties = {name for name in node if not name.startswith("@")}

        assert node["@type"] in PROPERTIES
        assert properties <= PROPERTIES[node["@type"]], node["@type"]


@pytest.mark.parametrize("entry_type", ENTRY_TYPES)
def test_works_of_every_type(
    context_of: Callable[..., PageContext], entry_type: str
) -> None:
    context = context_of(f"@{entry_type}{{k, {FIELDS}}}")

    assert_known(context, Target(Kind.WORK, "k"))


def test_every_other_thing(library: PageContext) -> None:
    for target in library.catalogue.slugs:
        if target.kind is not Kind.YEAR:
            assert_known(library, target)
