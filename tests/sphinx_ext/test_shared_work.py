"""Work shared by several processes: each thing once, whoever does it."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import SphinxParallelError

from bibwiki.sphinx_ext.writing import shared_work
from bibwiki.sphinx_ext.writing.copies import Copies
from bibwiki.sphinx_ext.writing.shared_work import SharedWork

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

THINGS = [f"thing {number}" for number in range(1000)]


def work(batches: Iterable[Sequence[str]]) -> Generator[int, None, list[str]]:
    """Return the things of the batches."""
    done: list[str] = []
    for batch in batches:
        done += batch
        yield len(batch)
    return done


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 499, 500, 1000])
def test_everything_is_worked_on_once(processes: int, count: int) -> None:
    with SharedWork(work, THINGS[:count], processes) as shared:
        steps = shared.work_through()
        counts, results = [], []
        while True:
            try:
                counts.append(next(steps))
            except StopIteration as end:
                results = end.value
                break

    assert sum(counts) == count
    assert len(counts) == shared.batches
    assert len(results) == (processes if count >= shared_work.FEWEST else 1)
    found = [thing for result in results for thing in result]
    assert sorted(found) == sorted(THINGS[:count])


def test_each_process_begins_with_neighbours_and_then_helps_others() -> None:
    ranges = [range(number, number + 1) for number in range(6)]
    rest = shared_work._Rest("abcdef", ranges, 3)
    third = rest.taken_by(2)

    assert (next(third), next(third)) == ("f", "e")
    assert list(rest.taken_by(1)) == ["d", "c", "b", "a"]
    assert list(third) == []
    rest.close()


@pytest.mark.parametrize(
    ("count", "weight", "processes"),
    [(2, shared_work.FEWEST, 2), (2, 0, 1), (0, shared_work.FEWEST, 1)],
)
def test_a_few_things_that_take_long_are_shared(
    count: int, weight: int, processes: int
) -> None:
    with SharedWork(work, THINGS[:count], 2, weight) as shared:
        made: list[list[str]] = []

        def steps() -> Generator[int, None, None]:
            made.extend((yield from shared.work_through()))

        list(steps())

    assert len(made) == processes


def test_who_says_nothing_ends_without_being_listened_to() -> None:
    def work_long() -> Generator[int, None, str]:
        for _ in range(100_000):  # more than a pipe would hold
            yield 0
        return "done"

    copies: Copies[str] = Copies()
    copies.start(work_long)
    (process,) = multiprocessing.active_children()
    process.join(60)
    assert process.exitcode == 0
    list(copies.listen(None))
    assert copies.results == ["done"]


def test_a_failure_of_another_process_is_heard_of() -> None:
    here = os.getpid()

    def fail(batches: Iterable[Sequence[str]]) -> Generator[int, None, None]:
        if os.getpid() != here:
            message = "no ink"
            raise ValueError(message)
        for batch in batches:
            yield len(batch)

    with (
        pytest.raises(SphinxParallelError, match="no ink"),
        SharedWork(fail, THINGS, 2) as shared,
    ):
        list(shared.work_through())
