from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.site.search_text import SearchText, search_texts

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext


def test_works_are_found_by_creators_keywords_summary_and_claims(
    library: PageContext,
) -> None:
    first = next(search_texts(library))

    assert (first.pagename, first.title) == (
        "works/brightwater2021tides",
        "Reading Tides from Lamp Posts",
    )
    assert {"Ada Brightwater", "tides", "Two posts suffice for a bay."} <= set(
        first.words
    )


def test_documents_are_left_to_whoever_reads_them(library: PageContext) -> None:
    names = [text.pagename for text in search_texts(library)]

    assert "people/ada-brightwater" not in names
    assert "topics/lamp-posts" not in names
    assert {"people/tamsin-quill", "topics/tides", "venues/annals-of-doubt"} <= set(
        names
    )


def test_people_are_found_by_every_name(library: PageContext) -> None:
    texts = {text.pagename: text for text in search_texts(library)}

    assert texts["people/hal-eight"] == SearchText(
        "people/hal-eight", "Hal Eight", ("Hal Eight",)
    )
