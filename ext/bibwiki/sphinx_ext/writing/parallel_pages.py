"""Doing work in several processes: this one and others that start as copies of it.

Sphinx's own ``ParallelTasks`` tells of a task when it is done, and its main process
waits meanwhile. Here each process takes the next things as long as there are any, so
that what it remembers from page to page pays off and all end at once; and this one
works, too, since another copy of all that it knows would take memory.
"""

from __future__ import annotations

import multiprocessing
import os
import struct
import traceback
from contextlib import closing
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import parallel_available

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess
    from typing import Self, TypeAlias

_T = TypeVar("_T")
_R = TypeVar("_R")

Work: TypeAlias = "Callable[[Iterable[Sequence[_T]]], Generator[int, None, _R]]"
"""Works through batches; yields how much was done since it last said so."""
BATCH = 100
"""How many things are taken at a time, and done before that is said."""
FEWEST = 500
"""Things for which it pays to start processes."""
_NUMBER = struct.Struct("I")
_PIPE = 16_000
"""Numbers that a pipe holds at least: of 64 KiB where processes can be forked."""


def batches_of(things: Sequence[_T]) -> list[Sequence[_T]]:
    """Return things in batches, in order."""
    size = max(BATCH, -(-len(things) // _PIPE))
    return [things[start : start + size] for start in range(0, len(things), size)]


def work_through(
    work: Work[_T, _R],
    batches: Sequence[Sequence[_T]],
    processes: int,
    aside: Callable[[], Iterable[object]],
    weight: int = 0,
) -> Generator[int, None, list[_R]]:
    """Work through all batches, in so many processes where that pays off.

    Args:
        work: Works through some of the batches.
        batches: In order; several processes take the last ones first, where the few
            things that take long are.
        processes: How many processes may work.
        aside: What else is to be done, before or after, step by step.
        weight: How many things that takes as long as.

    Yields:
        How much was done since the last time.

    Returns:
        What the work returned, for each process.

    Raises:
        SphinxParallelError: A process failed; all others are ended.
    """
    is_little = sum(map(len, batches)) + weight < FEWEST
    if processes < 2 or is_little or not parallel_available:
        result = yield from work(batches)
        for _ in aside():
            pass
        return [result]
    rest = _Rest(batches)
    with closing(rest), _Others(processes - 1, work, rest, aside) as others:
        own = _Steps(work(rest))
        for done in own:
            yield done
            yield from others.listen(0)
        while others.are_working:
            yield from others.listen(None)
        return [own.result, *others.results]


class _Steps(Generic[_R]):
    """The steps of some work; afterwards its result."""

    result: _R

    def __init__(self, steps: Generator[int, None, _R]) -> None:
        self._steps = steps

    def __iter__(self) -> Iterator[int]:
        self.result = yield from self._steps


class _Rest(Generic[_T]):
    """The batches that no process has taken: their numbers lie in a pipe.

    A pipe gives each number to one process only, and works without semaphores, which
    not every system has.
    """

    def __init__(self, batches: Sequence[Sequence[_T]]) -> None:
        self._batches = batches
        self._numbers, sender = os.pipe()
        with os.fdopen(sender, "wb") as file:
            for number in reversed(range(len(batches))):
                file.write(_NUMBER.pack(number))

    def __iter__(self) -> Iterator[Sequence[_T]]:
        while number := os.read(self._numbers, _NUMBER.size):
            yield self._batches[_NUMBER.unpack(number)[0]]

    def close(self) -> None:
        """Let no process take more."""
        os.close(self._numbers)


class _Others:
    """The processes that work beside this one; ended when it leaves."""

    def __init__(
        self,
        count: int,
        work: Work[Any, Any],
        rest: _Rest[Any],
        aside: Callable[[], Iterable[object]],
    ) -> None:
        self.results: list[Any] = []
        self._processes: list[ForkProcess] = []
        self._pipes: list[Connection] = []
        context = multiprocessing.get_context("fork")
        for number in range(count):
            receiver, sender = context.Pipe(duplex=False)
            first = aside if number == 0 else None
            process = context.Process(
                target=_run, args=(work, rest, first, sender, os.getpid()), daemon=True
            )
            process.start()
            sender.close()
            self._processes.append(process)
            self._pipes.append(receiver)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for process in self._processes:
            process.terminate()
            process.join()

    @property
    def are_working(self) -> bool:
        """Whether one of them has not said its result."""
        return bool(self._pipes)

    def listen(self, seconds: float | None) -> Iterator[int]:
        """Hear what they say within so many seconds; yield how much was done."""
        for pipe in cast("list[Connection]", wait(self._pipes, seconds)):
            try:
                what, said = pipe.recv()
            except EOFError:
                message = "a process that writes pages was ended from outside"
                raise SphinxParallelError(message, "") from None
            if what == "done":
                yield said
            elif what == "failed":
                raise SphinxParallelError(*said)
            else:
                self.results.append(said)
                self._pipes.remove(pipe)


def _run(
    work: Work[_T, _R],
    rest: _Rest[_T],
    first: Callable[[], Iterable[object]] | None,
    pipe: Connection,
    parent: int,
) -> None:
    """Work in a process of its own; end when the build that started it is gone."""
    try:
        for _ in first() if first is not None else ():
            _end_without(parent)
        steps = _Steps(work(rest))
        for done in steps:
            _end_without(parent)
            pipe.send(("done", done))
    except BaseException as error:  # noqa: BLE001 - the build has to hear of it
        pipe.send(("failed", (f"{error}", traceback.format_exc())))
    else:
        pipe.send(("result", steps.result))


def _end_without(parent: int) -> None:
    """End this process if the build that started it is gone: it must not go on."""
    if os.getppid() != parent:
        os._exit(1)
