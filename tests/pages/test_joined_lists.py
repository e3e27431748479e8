"""Reading lists of several processes, brought together."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, TypeVar

from bibwiki.pages.tracing.fact_digest import ABSENT
from bibwiki.pages.tracing.joined_lists import join
from bibwiki.pages.tracing.reading_lists import AllLists, ReadingList, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = TypeVar("_T")
GIVEN = bytes(16)
NAMES = ["works/a", "works/b", "works/c"]


def digest(label: str, key: str) -> bytes:
    """What a fact is: of no fact the same as of another."""
    return f"{label} {key}".encode()


def source(
    nodes: Sequence[tuple[str, str]],
    outputs: dict[str, list[int]],
    derived: dict[int, list[int]],
    digests: dict[int, bytes],
) -> Source:
    """The lists of one process."""
    return Source(
        list(nodes),
        {number: array("I", read) for number, read in derived.items()},
        digests,
        {name: ReadingList(GIVEN, array("I", read)) for name, read in outputs.items()},
    )


HERE = source(
    [("works", "a"), ("derived item", "a"), ("works", "b"), ("topics", "fog")],
    {"works/a": [0, 1], "works/b": [2, 3]},
    {1: [0, 3]},
    {},
)
THERE = source(
    [("topics", "fog"), ("works", "c"), ("derived related", "c"), ("works", "b")],
    {"works/c": [1, 2]},
    {2: [0, 3]},
    {2: b"related to c"},
)
READ = {
    "works/a": [("derived item", "a"), ("works", "a")],
    "works/b": [("topics", "fog"), ("works", "b")],
    "works/c": [("derived related", "c"), ("works", "c")],
}


def read_in(lists: AllLists) -> dict[str, list[tuple[str, str]]]:
    """Label and key of what each output read, in alphabetical order."""
    return {
        name: sorted(lists.nodes[number] for number in made.read)
        for name, made in lists.outputs.items()
    }


def test_each_fact_has_one_number_and_its_own_digest() -> None:
    lists = join([HERE, THERE], AllLists(), NAMES, digest)

    assert read_in(lists) == READ
    assert len(set(lists.nodes)) == len(lists.nodes) == 6
    assert dict(zip(lists.nodes, lists.digests, strict=True)) == {
        ("works", "a"): b"works a",
        ("works", "b"): b"works b",
        ("works", "c"): b"works c",
        ("topics", "fog"): b"topics fog",
        ("derived item", "a"): ABSENT,
        ("derived related", "c"): b"related to c",
    }


def test_digests_that_are_found_beside_stand_in_the_same_places() -> None:
    begun = []

    def beside(work: Callable[[], _T]) -> Callable[[], _T]:
        found = work()
        begun.append(found)
        return lambda: found

    lists = join([HERE, THERE], AllLists(), NAMES, digest, beside)

    assert begun == [[b"works a", b"works b"]]
    assert lists == join([HERE, THERE], AllLists(), NAMES, digest)
