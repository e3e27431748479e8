"""Memory during a build: what it keeps to its end is kept from Python's collector.

The collector looks for garbage among everything that has been made. Of a large wiki
that is millions of values, none of them garbage: looking took a tenth of a build after
an edit. In processes that start as copies of this one, it would also make copies of all
that memory. Of a small wiki it is what Sphinx and its extensions have loaded, and
documents, of which hundreds are made between two looks.
"""

from __future__ import annotations

import gc

from bibwiki.model.garbage import keep_all, look_again

_ALLOCATIONS = 50_000
"""How many more values are made than dropped before Python looks for garbage."""
_USUAL = gc.get_threshold()


def open_memory() -> None:
    """Keep what is loaded; look for garbage less often until :func:`close_memory`.

    What an earlier build of this process kept, Python may look at again.
    """
    look_again()
    keep_all()
    gc.set_threshold(_ALLOCATIONS, *_USUAL[1:])


def close_memory() -> None:
    """Let Python look for garbage as often as it usually does: the build has ended."""
    gc.set_threshold(*_USUAL)


def collect_garbage() -> None:
    """Look for garbage: to be called before much is made that will be kept."""
    gc.collect()
