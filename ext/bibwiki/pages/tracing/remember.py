"""Keeping what follows from the same people, venues and topics as in the last build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


class Remember(Protocol):
    """Returns what was made when people and all other things were the same."""

    def __call__(self, name: str, make: Callable[[], _T], /, *also: str) -> _T:
        """Return it, or make it now.

        Args:
            name: Tells it from all else that is kept; a piece of a file's name.
            make: Makes it; it can be pickled, and follows from nothing but what
                :attr:`~bibwiki.pages.context.PageContext.things` is a digest of, and
                from what follows.
            also: Digests of what else it follows from.
        """


def make_anew(_name: str, make: Callable[[], _T], /, *_also: str) -> _T:
    """Remember nothing."""
    return make()
