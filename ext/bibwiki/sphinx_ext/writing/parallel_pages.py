"""Doing work in several processes that start as copies of this one.

Sphinx's own ``ParallelTasks`` tells of a task when it is done. Here each process does
one long task, so that what it remembers from page to page pays off, and says in between
how far it is.
"""

from __future__ import annotations

import multiprocessing
import os
import traceback
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, TypeVar, cast

from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import parallel_available

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess
    from typing import TypeAlias

_T = TypeVar("_T")
_R = TypeVar("_R")

Work: TypeAlias = "Callable[[Sequence[_T]], Generator[int, None, _R]]"
"""Works through a share; yields how much was done since it last said so."""
FEWEST = 500
"""Outputs for which it pays to start processes."""


def shares_of(things: Sequence[_T], processes: int) -> list[Sequence[_T]]:
    """Deal things out to processes, in turns; to one where more would not pay.

    Neighbours are of one kind and equally costly, so that turns give equal work.
    """
    if processes < 2 or len(things) < FEWEST or not parallel_available:
        return [things]
    return [things[first::processes] for first in range(processes)]


def work_through(
    work: Work[_T, _R], shares: Sequence[Sequence[_T]]
) -> Generator[int, None, list[_R]]:
    """Work through all shares, one in this process, several in one process each.

    Yields:
        How much was done since the last time.

    Returns:
        What the work returned, in the order of the shares.

    Raises:
        SphinxParallelError: A process failed; all others are ended.
    """
    if len(shares) == 1:
        return [(yield from work(shares[0]))]
    context = multiprocessing.get_context("fork")
    pipes: dict[Connection, int] = {}
    processes: list[ForkProcess] = []
    try:
        for number, share in enumerate(shares):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(
                target=_run, args=(work, share, sender, os.getpid()), daemon=True
            )
            process.start()
            sender.close()
            processes.append(process)
            pipes[receiver] = number
        results: dict[int, _R] = yield from _listen(pipes)
    finally:
        for process in processes:
            process.terminate()
            process.join()
    return [results[number] for number in range(len(shares))]


def _listen(pipes: dict[Connection, int]) -> Generator[int, None, dict[int, _R]]:
    """Hear what the processes say until each has said its result."""
    results: dict[int, _R] = {}
    while pipes:
        for pipe in cast("list[Connection]", wait(list(pipes))):
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
                results[pipes.pop(pipe)] = said
    return results


def _run(
    work: Work[_T, _R], share: Sequence[_T], pipe: Connection, parent: int
) -> None:
    """Work in a process of its own; end when the build that started it is gone."""
    try:
        steps = work(share)
        result = _say_steps(pipe, steps, parent)
    except BaseException as error:  # noqa: BLE001 - the build has to hear of it
        pipe.send(("failed", (f"{error}", traceback.format_exc())))
    else:
        pipe.send(("result", result))


def _say_steps(pipe: Connection, steps: Generator[int, None, _R], parent: int) -> _R:
    """Send each step of some work to a pipe; return the result of the work."""
    while True:
        try:
            done = next(steps)
        except StopIteration as end:
            result: _R = end.value
            return result
        if os.getppid() != parent:
            os._exit(1)  # a killed build must not go on writing
        pipe.send(("done", done))
