"""Work shared by several processes: each thing once, whoever does it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import SphinxParallelError

from bibwiki.sphinx_ext.writing import shared_work
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


def aside() -> Generator[str, None, int]:
    """Return the process in which it was called."""
    yield "step"
    return os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize(
    "chosen", [[], [7], [3, 999], list(range(0, 1000, 3)), list(range(1000))]
)
def test_every_chosen_thing_is_worked_on_once(
    processes: int, chosen: list[int]
) -> None:
    with SharedWork(work, THINGS, aside, processes) as shared:
        steps = shared.work_through(chosen)
        counts, results = [], []
        while True:
            try:
                counts.append(next(steps))
            except StopIteration as end:
                results = end.value
                break

    assert sum(counts) == len(chosen)
    assert len(counts) == shared.batches(len(chosen))
    is_much = len(chosen) >= shared_work.FEWEST
    assert len(results) == (processes if is_much else min(processes, 2))
    assert sorted(thing for result in results for thing in result) == sorted(
        THINGS[place] for place in chosen
    )
    assert (shared.aside == os.getpid()) is (processes == 1)


def test_little_work_is_done_by_one_process() -> None:
    few = THINGS[: shared_work.FEWEST - 1]
    with SharedWork(work, few, aside, 2) as shared:
        list(shared.work_through([0, 1]))

    assert shared.aside == os.getpid()


def test_much_to_do_aside_is_done_by_another_process() -> None:
    with SharedWork(work, THINGS[:2], aside, 2, weight=shared_work.FEWEST) as shared:
        list(shared.work_through([0, 1]))

    assert shared.aside != os.getpid()


def test_a_failure_aside_is_heard_of() -> None:
    def fail() -> Generator[str, None, int]:
        yield "step"
        message = "no ink"
        raise ValueError(message)

    with (
        pytest.raises(SphinxParallelError, match="no ink"),
        SharedWork(work, THINGS, fail, 2) as shared,
    ):
        list(shared.work_through([]))
