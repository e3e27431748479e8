from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.slugs import assign_slugs
from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.pages.blocks import Empty, Paragraph, Picture, Table
from bibwiki.pages.drawings.topic_ties import MOST, TOPIC_LIMIT, closest_topics
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.topic_map import TOPIC_MAP, topic_map_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span


def entries(*keywords: str) -> str:
    """Return a work for each list of keywords, and another on the same."""
    return "\n".join(
        f"@misc{{k{number}{twin}, title={{T}}, keywords={{{words}}}}}"
        for number, words in enumerate(keywords)
        for twin in "ab"
    )


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def test_topics_are_tied_by_the_works_that_they_share(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(entries("tides, lamps", "tides, doubt, fog", "alone"))

    network = closest_topics(context, 10)

    assert network.nodes == ("tides", "doubt", "fog", "lamps")
    assert dict(network.shared) == {"tides": 4, "lamps": 2, "doubt": 2, "fog": 2}
    # Both share two works; that of a pair joins more closely than that of three.
    assert network.strongest("tides") == ["lamps", "doubt", "fog"]
    assert network.ties["tides"]["fog"].closeness == 1.0


def test_lists_of_everything_join_nothing(
    context_of: Callable[..., PageContext],
) -> None:
    everything = ", ".join(f"t{number}" for number in range(TOPIC_LIMIT + 1))

    network = closest_topics(context_of(entries(everything)), 10)

    assert network.nodes == ()
    assert network.crowded == 2


def test_the_map_and_its_table_have_the_same_topics(
    context_of: Callable[..., PageContext],
) -> None:
    view = topic_map_view(context_of(entries("tides, lamps", "tides, doubt, fog")))

    _, picture = view.lead
    assert isinstance(picture, Picture)
    (table,) = picture.blocks
    assert isinstance(table, Table)
    assert [dot.place for dot in picture.drawing.dots] == [
        row[0][0].place for row in table.rows if isinstance(row[0][0], Link)
    ]
    assert [text_of(cell) for cell in table.rows[0]] == [
        "tides",
        "4",
        "3",
        "lamps (2), doubt (2), fog (2)",
    ]
    assert picture.drawing.dots[0].title == "tides: 4 shared works with 3 neighbours"


def test_a_large_wiki_shows_a_part_and_says_which(
    context_of: Callable[..., PageContext],
) -> None:
    ring = [f"n{number}, n{(number + 1) % 300}" for number in range(300)]
    view = topic_map_view(context_of(entries(*ring)))

    explanation, picture = view.lead
    assert isinstance(picture, Picture)
    assert len(picture.drawing.dots) == MOST
    assert isinstance(explanation, Paragraph)
    assert "200 more topics with shared works are left out" in text_of(
        explanation.spans
    )


def test_a_wiki_whose_topics_share_nothing_says_so(
    context_of: Callable[..., PageContext],
) -> None:
    (block,) = topic_map_view(context_of(entries("tides", "doubt"))).lead

    assert isinstance(block, Empty)


def test_a_wiki_without_topics_has_no_map(empty: PageContext) -> None:
    assert TOPIC_MAP not in {page.name for page in catalogue_pages(empty)}


def test_a_topic_named_like_the_map_has_another_address() -> None:
    assert assign_slugs(["map"])["map"].startswith("map-")
