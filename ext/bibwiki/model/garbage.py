"""Keeping the garbage collector out while many small values are made."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def pause_collection() -> Iterator[None]:
    """Pause the collector; afterwards it is as it was.

    None of the values that reading makes is garbage, but the collector would look at
    all of them again and again: a third of the time that reading takes. What was made
    meanwhile counts as old afterwards, as if the collector had seen it twice: else it
    would look at all of it at once.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        was_frozen = gc.get_freeze_count()
        gc.freeze()
        if not was_frozen:  # what others have frozen stays so, and this with it
            gc.unfreeze()
        gc.enable()
