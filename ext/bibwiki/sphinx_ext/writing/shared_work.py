"""Sharing work among several processes: this one and copies of it.

Sphinx's own ``ParallelTasks`` tells of a task when it is done, and its main process
waits meanwhile. Here each process takes the next things as long as there are any: what
it remembers from thing to thing pays off and all end at once. This one works, too,
since another copy of all that it knows would take memory.
"""

from __future__ import annotations

import os
import struct
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from sphinx.util.parallel import parallel_available

from bibwiki.sphinx_ext.writing.copies import Copies, Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from typing import Self, TypeAlias

_T = TypeVar("_T")
_R = TypeVar("_R")

Work: TypeAlias = "Callable[[Iterable[Sequence[_T]]], Generator[int, None, _R]]"
"""Works through batches; yields how much was done since it last said so."""
BATCH = 100
"""The most things that are taken at a time, and done before that is said."""
FEWEST = 500
"""Things for which it pays to start processes."""
_SHARES = 64
"""How many batches there are for each process, if there are as many things."""
_RANGE = struct.Struct("II")
_RANGES = 8_000
"""Ranges that a pipe holds at least: of 64 KiB where processes can be forked."""


class SharedWork(Generic[_T, _R]):
    """Work on many things, in several processes where that pays off."""

    def __init__(
        self, work: Work[_T, _R], things: Sequence[_T], processes: int, weight: int = 0
    ) -> None:
        """Take note of what there is to do.

        Args:
            work: Works through batches of things.
            things: What is to be worked on. Each process has a share of neighbours,
                since what they are made of lies side by side in memory, and helps
                others when it is done. Several take the last ones first, where the few
                things that take long are.
            processes: How many processes may work.
            weight: How many things the few that take long take as long as.
        """
        self._work = work
        is_little = not things or len(things) + weight < FEWEST
        is_alone = processes < 2 or is_little or not parallel_available
        self._processes = 1 if is_alone else processes
        ranges = _ranges_of(len(things), self._processes)
        self.batches = len(ranges)
        """In how many batches the things are worked on."""
        self._rest = _Rest(things, ranges, self._processes)
        self._copies: Copies[_R] = Copies()
        self._has_begun = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.end()

    def end(self) -> None:
        """Let no process go on, if one does."""
        self._copies.end()
        self._rest.close()

    def begin(self) -> None:
        """Let the other processes begin, if this was not done."""
        if not self._has_begun:
            self._has_begun = True
            for number in range(1, self._processes):
                self._copies.start(partial(self._work, self._rest.taken_by(number)))

    def work_through(self) -> Generator[int, None, list[_R]]:
        """Work on all things.

        Yields:
            How much was done since the last time.

        Returns:
            What the work returned, for each process; first for this one.

        Raises:
            SphinxParallelError: A process failed; all others are ended.
        """
        self.begin()
        own = Steps(self._work(self._rest.taken_by(0)))
        for done in own:
            yield done
            yield from self._copies.listen(0)
        while self._copies.are_working:
            yield from self._copies.listen(None)
        return [own.result, *self._copies.results]


def _ranges_of(length: int, processes: int) -> list[range]:
    """Return the places of batches, in order.

    Of few things the batches are small, since some of them may take long.
    """
    share = -(-length // (_SHARES * processes))
    size = max(min(share, BATCH), -(-length // _RANGES), 1)
    return [range(n, min(n + size, length)) for n in range(0, length, size)]


class _Rest(Generic[_T]):
    """The batches of things that no process has taken: where they are lies in pipes.

    There is one for the share of each process. A pipe gives each range to one process
    only, and works without semaphores, which not every system has.
    """

    def __init__(
        self, things: Sequence[_T], ranges: Sequence[range], processes: int
    ) -> None:
        self._things = things
        share = -(-len(ranges) // processes)
        step = 1 if processes == 1 else -1
        self._shares = [
            _pipe_of(ranges[n * share : (n + 1) * share][::step])
            for n in range(processes)
        ]

    def taken_by(self, process: int) -> Iterator[Sequence[_T]]:
        """Take batches for a process: those of its share, then what others have left.

        Args:
            process: Its number, less than how many there are.
        """
        for share in (*self._shares[process:], *self._shares[:process]):
            while packed := os.read(share, _RANGE.size):
                start, stop = _RANGE.unpack(packed)
                yield self._things[start:stop]

    def close(self) -> None:
        """Let no process take more."""
        for share in self._shares:
            os.close(share)
        self._shares.clear()


def _pipe_of(ranges: Iterable[range]) -> int:
    """Return the end of a pipe from which ranges can be read, each once."""
    receiver, sender = os.pipe()
    for one in ranges:
        os.write(sender, _RANGE.pack(one.start, one.stop))
    os.close(sender)  # who takes more than there is finds the end
    return receiver
