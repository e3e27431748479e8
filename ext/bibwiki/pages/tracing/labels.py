"""How facts are called that are no single item of a table."""

from __future__ import annotations

from zlib import crc32

BUCKETS = 1024
KEYS = "keys of "
"""Before a table's label: which keys it has, in which order."""
WHOLE = "all of "
"""Before a table's label: everything in it."""
NONE = "none of "
"""Before a table's label: which keys of one bucket it has; see :func:`bucket_of`."""
DERIVED = "derived "
"""Before what is derived for a key."""


def bucket_of(key: str) -> int:
    """Return the bucket of a key that a table may not have.

    Most tables say something of few things, and nothing of most. That a page looked for
    something in vain is noted for a bucket of keys: pages are made in vain now and then
    when a key comes or goes, and reading lists are half as long as otherwise.
    """
    return crc32(key.encode("utf-8", "surrogatepass")) % BUCKETS
