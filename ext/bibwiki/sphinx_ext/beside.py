"""Doing beside this process what the catalogue says may be done beside.

While a catalogue is assembled, nothing else can go on: one processor would be idle.
"""

from __future__ import annotations

import pickle
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar, cast

from sphinx.util.parallel import parallel_available

from bibwiki.model.garbage import pause_collection
from bibwiki.sphinx_ext.writing.copies import Copies

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_T = TypeVar("_T")
FEWEST = 5_000
"""Works for which it pays: what each process finds is handed over as bytes."""


class InCopies:
    """Does work in copies of this process, if there may be any and that pays off.

    To be called as :class:`~bibwiki.catalogue.beside.Beside` says. A context: when it
    is left, no copy is at work.
    """

    def __init__(self, processes: int, works: int) -> None:
        """Say how many processes may work, and how large the collection is."""
        self._may = processes > 1 and parallel_available and works >= FEWEST
        self._started: list[Copies[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for copies in self._started:
            copies.end()

    def __call__(self, work: Callable[[], _T], /) -> Callable[[], _T]:
        """Begin some work; see :class:`~bibwiki.catalogue.beside.Beside`."""
        if not self._may:
            return work
        copies: Copies[bytes] = Copies()
        copies.start(partial(_steps, work))
        self._started.append(copies)
        return cast("Callable[[], _T]", partial(_result, copies))


def _steps(work: Callable[[], object]) -> Generator[int, None, bytes]:
    yield 0
    # The pickler of processes takes several times as long.
    return pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)


def _result(copies: Copies[bytes]) -> object:
    """Wait for what was found.

    Raises:
        SphinxParallelError: The process failed.
    """
    copies.wait()
    with pause_collection():
        return pickle.loads(copies.results[0])  # noqa: S301 - made above
