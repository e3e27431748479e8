"""Processes that start as copies of this one, and what they say."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from sphinx.errors import SphinxParallelError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

_T = TypeVar("_T")
_Y = TypeVar("_Y")
_R = TypeVar("_R")


class Steps(Generic[_Y, _T]):
    """The steps of some work; afterwards its result."""

    result: _T

    def __init__(self, steps: Generator[_Y, None, _T]) -> None:
        self._steps = steps

    def __iter__(self) -> Iterator[_Y]:
        self.result = yield from self._steps


class Copies(Generic[_R]):
    """The processes that work beside this one."""

    def __init__(self) -> None:
        self.results: list[_R] = []
        """What came of their work, of each that has ended."""
        self._processes: list[ForkProcess] = []
        self._pipes: list[Connection] = []

    def start(self, work: Callable[[], Generator[int, None, _R]]) -> None:
        """Start another process.

        Args:
            work: What it does; yields how much was done since the last time, or 0: then
                it says nothing, and need not be listened to before it has ended.
        """
        context = multiprocessing.get_context("fork")
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(
            target=_run, args=(work, sender, os.getpid()), daemon=True
        )
        process.start()
        sender.close()
        self._processes.append(process)
        self._pipes.append(receiver)

    def end(self) -> None:
        """End those that are still there."""
        for process in self._processes:
            process.terminate()
            process.join()

    @property
    def are_working(self) -> bool:
        """Whether one of them has not said its result."""
        return bool(self._pipes)

    def wait(self) -> None:
        """Wait until all have said their results.

        Raises:
            SphinxParallelError: One of them failed.
        """
        while self.are_working:
            for _ in self.listen(None):
                pass

    def listen(self, seconds: float | None) -> Iterator[int]:
        """Hear what they say within so many seconds; yield how much was done.

        Raises:
            SphinxParallelError: One of them failed.
        """
        for pipe in cast("list[Connection]", wait(self._pipes, seconds)):
            try:
                what, said = pipe.recv()
            except EOFError:
                message = "a process of this build was ended from outside"
                raise SphinxParallelError(message, "") from None
            if what == "done":
                yield said
            elif what == "failed":
                raise SphinxParallelError(*said)
            else:
                self.results.append(said)
                self._pipes.remove(pipe)


def _run(
    work: Callable[[], Generator[int, None, _R]], pipe: Connection, parent: int
) -> None:
    """Work in a process of its own; end when the build that started it is gone."""
    try:
        steps = Steps(work())
        for done in steps:
            _end_without(parent)
            if done:
                pipe.send(("done", done))
        _end_without(parent)
    except BaseException as error:  # noqa: BLE001 - the build has to hear of it
        pipe.send(("failed", (f"{error}", traceback.format_exc())))
    else:
        pipe.send(("result", steps.result))


def _end_without(parent: int) -> None:
    """End this process if the build that started it is gone: it must not go on."""
    if os.getppid() != parent:
        os._exit(1)
