"""Memory while pages are written, by this process and by copies of it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALLOCATIONS = 50_000
"""How many more values are made than dropped before Python looks for garbage."""


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Keep Python from looking for garbage among all that was made before.

    It is not garbage, and in processes that start as copies of this one, looking at it
    would make copies of its memory. Of what is made from now on, little is.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
