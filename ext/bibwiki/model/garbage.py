"""Keeping the garbage collector out while many small values are made."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Kept:
    """What :func:`keep_all` did. Python can tell, but counts all values to do so."""

    anything = False


def keep_all() -> None:
    """Let Python never look at what has been made so far, until :func:`look_again`."""
    gc.freeze()
    _Kept.anything = True


def look_again() -> None:
    """Let Python look for garbage among everything again."""
    gc.unfreeze()
    _Kept.anything = False


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
        gc.freeze()
        if not _Kept.anything:  # else this is kept with the rest
            gc.unfreeze()
        gc.enable()
