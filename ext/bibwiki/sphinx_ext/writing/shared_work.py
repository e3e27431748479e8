"""Sharing work among several processes: this one and copies of it.

Sphinx's own ``ParallelTasks`` tells of a task when it is done, and its main process
waits meanwhile. Here copies start as soon as there is something to do aside, and then
each process takes the next things as long as there are any: what it remembers from
thing to thing pays off and all end at once. This one works, too, since another copy of
all that it knows would take memory.
"""

from __future__ import annotations

import mmap
import os
import struct
from typing import TYPE_CHECKING, Generic, TypeVar

from sphinx.util.parallel import parallel_available

from bibwiki.sphinx_ext.writing.copies import Copies, Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from typing import Self, TypeAlias

_T = TypeVar("_T")
_R = TypeVar("_R")
_A = TypeVar("_A")

Work: TypeAlias = "Callable[[Iterable[Sequence[_T]]], Generator[int, None, _R]]"
"""Works through batches; yields how much was done since it last said so."""
Aside: TypeAlias = "Callable[[], Generator[object, None, _A]]"
"""What else is to be done, step by step."""
BATCH = 100
"""The most things that are taken at a time, and done before that is said."""
FEWEST = 500
"""Things for which it pays to start processes."""
_SHARES = 64
"""How many batches there are for each process, if there are as many things."""
_RANGE = struct.Struct("II")
_RANGES = 8_000
"""Ranges that a pipe holds at least: of 64 KiB where processes can be forked."""


class SharedWork(Generic[_T, _R, _A]):
    """Work on some of many things, and something aside.

    From when it is entered, if it pays off, another process begins with what is to be
    done aside; which of the things are to be worked on may be found out meanwhile. For
    many things, further processes start then.
    """

    aside: _A
    """What came of what was done aside, once all is done."""

    def __init__(
        self,
        work: Work[_T, _R],
        things: Sequence[_T],
        aside: Aside[_A],
        processes: int,
        weight: int = 0,
    ) -> None:
        """Take note of what there may be to do.

        Args:
            work: Works through batches of things.
            things: All that may have to be worked on.
            aside: What else is to be done.
            processes: How many processes may work.
            weight: How many things it takes as long as.
        """
        self._work = work
        self._do_aside = aside
        is_little = len(things) + weight < FEWEST
        is_alone = processes < 2 or is_little or not parallel_available
        self._processes = 1 if is_alone else processes
        self._rest = _Rest(things)
        self._copies: Copies[_R, _A] = Copies()

    def __enter__(self) -> Self:
        if self._processes > 1:
            self._copies.start(self._work_in_a_copy, self._aside_in_a_copy)
        return self

    def __exit__(self, *_error: object) -> None:
        self._copies.end()
        self._rest.close()

    def _aside_in_a_copy(self) -> Generator[object, None, _A]:
        self._rest.stop_offering()
        return self._do_aside()

    def _work_in_a_copy(self) -> Generator[int, None, _R]:
        self._rest.stop_offering()
        return self._work(self._rest)

    def batches(self, length: int) -> int:
        """Return in how many batches so many things are worked on."""
        return len(_ranges_of(length, self._processes))

    def work_through(self, chosen: Sequence[int]) -> Generator[int, None, list[_R]]:
        """Work on the things at some places, and do what is to be done aside.

        Args:
            chosen: The places of the things to work on. Several processes take the last
                ones first, where the few things that take long are.

        Yields:
            How much was done since the last time.

        Returns:
            What the work returned, for each process.

        Raises:
            SphinxParallelError: A process failed; all others are ended.
        """
        ranges = _ranges_of(len(chosen), self._processes)
        is_alone = self._processes == 1
        self._rest.offer(chosen, ranges if is_alone else ranges[::-1])
        further = self._processes - 2 if len(chosen) >= FEWEST else 0
        for _ in range(further):
            self._copies.start(self._work_in_a_copy, None)
        own = Steps(self._work(self._rest))
        for done in own:
            yield done
            yield from self._copies.listen(0)
        if is_alone:
            aside = Steps(self._do_aside())
            for _ in aside:
                pass
            self.aside = aside.result
            return [own.result]
        while self._copies.are_working:
            yield from self._copies.listen(None)
        self.aside = self._copies.aside
        return [own.result, *self._copies.results]


def _ranges_of(length: int, processes: int) -> list[range]:
    """Return the places of batches, in order.

    Of few things the batches are small, since some of them may take long.
    """
    share = -(-length // (_SHARES * processes))
    size = max(min(share, BATCH), -(-length // _RANGES), 1)
    return [range(n, min(n + size, length)) for n in range(0, length, size)]


class _Rest(Generic[_T]):
    """The batches of things that no process has taken: where they are lies in a pipe.

    A pipe gives each range to one process only, and works without semaphores, which not
    every system has. The places of all things to work on lie in memory that processes
    share: they may be found out after the processes have started.
    """

    def __init__(self, things: Sequence[_T]) -> None:
        self._things = things
        self._shared = mmap.mmap(-1, max(1, len(things)) * struct.calcsize("I"))
        self._places = memoryview(self._shared).cast("I")
        self._ranges, self._sender = os.pipe()
        self._is_offering = True

    def offer(self, places: Sequence[int], ranges: Iterable[range]) -> None:
        """Let processes take ranges of the things at some places; called once."""
        for number, place in enumerate(places):
            self._places[number] = place
        for one in ranges:
            os.write(self._sender, _RANGE.pack(one.start, one.stop))
        self.stop_offering()

    def stop_offering(self) -> None:
        """Let takers find the end: they do when no process can offer any more."""
        if self._is_offering:
            self._is_offering = False
            os.close(self._sender)

    def __iter__(self) -> Iterator[Sequence[_T]]:
        while packed := os.read(self._ranges, _RANGE.size):
            start, stop = _RANGE.unpack(packed)
            yield [self._things[place] for place in self._places[start:stop]]

    def close(self) -> None:
        """Let no process take more."""
        self.stop_offering()
        os.close(self._ranges)
        self._places.release()
        self._shared.close()
