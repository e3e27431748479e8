"""Work that may be done beside other work.

The catalogue knows no processes. Where nothing that is found depends on each other, it
says so, and whoever assembles it may have spare ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


class Beside(Protocol):
    """Begins some work; returns what gives its result, to be called once."""

    def __call__(self, work: Callable[[], _T], /) -> Callable[[], _T]:
        """Begin; the result may be a copy, and what the work changes may be lost."""


def when_needed(work: Callable[[], _T]) -> Callable[[], _T]:
    """Begin with nothing: the work is done when its result is needed."""
    return work
