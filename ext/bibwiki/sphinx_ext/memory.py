"""Memory during a build: what it keeps to its end is kept from Python's collector.

The collector looks for garbage among everything that has been made. Of a large wiki
that is millions of values, none of them garbage: looking took a tenth of a build after
an edit. In processes that start as copies of this one, it would also make copies of all
that memory.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bibwiki.model.garbage import keep_all, look_again

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALLOCATIONS = 50_000
"""How many more values are made than dropped before Python looks for garbage."""


def open_memory() -> None:
    """Let Python look at everything again: an earlier build of this process ended."""
    look_again()


def collect_garbage() -> None:
    """Look for garbage: to be called before much is made that will be kept."""
    gc.collect()


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Let Python look for garbage less often: of pages and files, little is any."""
    keep_all()
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
