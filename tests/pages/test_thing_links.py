from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Fold, LinkList, Paragraph
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.thing_links import (
    FOLD_AFTER,
    LISTED,
    by_weight,
    counted_links,
    joined,
    link_blocks,
    name_of,
    thing_link,
)

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext


@pytest.mark.parametrize(
    ("target", "name"),
    [
        pytest.param(Target(Kind.PERSON, "tamsin-quill"), "Tamsin Quill", id="person"),
        pytest.param(Target(Kind.WORK, "hostile"), None, id="work"),
        pytest.param(Target(Kind.YEAR, "2021"), "2021", id="year"),
        pytest.param(Target(Kind.TOPIC, "nothing"), "nothing", id="unknown topic"),
        pytest.param(Target(Kind.WORK, "nothing"), "nothing", id="unknown work"),
    ],
)
def test_things_are_called_by_their_display_name(
    library: PageContext, target: Target, name: str | None
) -> None:
    expected = name or library.catalogue.works[target.id].work.title

    assert name_of(library, target) == expected


def test_links_to_one_thing_are_one_object(library: PageContext) -> None:
    first = thing_link(library, Kind.TOPIC, "tides")

    assert first is thing_link(library, Kind.TOPIC, "tides")
    assert first is not thing_link(library, Kind.TOPIC, "tides", "the tides")


def test_equal_counts_stand_in_alphabetical_order(library: PageContext) -> None:
    counts = {"tides": 1, "doubt": 1, "lamp-posts": 4, "not a topic": 1}

    assert [id_ for id_, _ in by_weight(library, Kind.TOPIC, counts)] == [
        "lamp-posts",
        "doubt",
        "tides",
        "not a topic",
    ]


def test_counts_have_their_unit(library: PageContext) -> None:
    one, two = counted_links(library, Kind.TOPIC, {"tides": 2, "doubt": 1})

    assert (one.count, one.remark) == (2, "works")
    assert (two.count, two.remark) == (1, "work")


@pytest.mark.parametrize(
    ("number", "shown", "folded", "said"),
    [
        pytest.param(0, 0, None, None, id="none"),
        pytest.param(FOLD_AFTER + 2, FOLD_AFTER + 2, None, None, id="not worth a fold"),
        pytest.param(
            FOLD_AFTER + 3, FOLD_AFTER, ("and 3 more people", 3), None, id="folded"
        ),
        pytest.param(
            LISTED + 1500,
            FOLD_AFTER,
            ("and 1,580 more people", LISTED - FOLD_AFTER),
            Link("All of them"),
            id="cut",
        ),
    ],
)
def test_long_lists_fold_and_end(
    number: int, shown: int, folded: tuple[str, int] | None, said: Link | None
) -> None:
    items = [CountedLink(Link(str(position))) for position in range(number)]

    blocks = link_blocks(items, "person", whole=Link("All of them"))

    if not shown:
        assert blocks == ()
        return
    assert isinstance(blocks[0], LinkList)
    assert len(blocks[0].items) == shown
    if folded is None:
        assert len(blocks) == 1
        return
    fold = blocks[1]
    assert isinstance(fold, Fold)
    assert isinstance(fold.blocks[0], LinkList)
    assert (fold.title, len(fold.blocks[0].items)) == folded
    assert fold.blocks[1:] == ((Paragraph((said,)),) if said else ())


def test_a_list_that_stands_nowhere_else_is_whole() -> None:
    items = [CountedLink(Link(str(position))) for position in range(LISTED + 1500)]

    shown, fold = link_blocks(items, "person")

    assert isinstance(shown, LinkList)
    assert isinstance(fold, Fold)
    (rest,) = fold.blocks
    assert isinstance(rest, LinkList)
    assert (*shown.items, *rest.items) == tuple(items)


def test_joined_spans_have_separators_between_them() -> None:
    assert joined(["a", "b", "c"], "; ") == ("a", "; ", "b", "; ", "c")
