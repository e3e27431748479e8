"""Where the reading lists of an output folder are kept: next to its manifest.

They count only together with the manifest that names them: a build that was killed
between the two makes all pages anew.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from bibwiki.pages.tracing.reading_lists import ReadingLists
from bibwiki.sphinx_ext.caches import write_at_once

if TYPE_CHECKING:
    from pathlib import Path

    from bibwiki.sphinx_ext.writing.manifest import Manifest


def load_reading_lists(manifest: Manifest | None) -> ReadingLists:
    """Return the reading lists of the last build; empty ones where they do not count.

    Args:
        manifest: None where they do not count in any case.
    """
    if manifest is None:
        return ReadingLists()
    try:
        content = _path(manifest).read_bytes()
    except OSError:
        return ReadingLists()
    if _digest(content) != manifest.lists:
        return ReadingLists()
    return ReadingLists.from_bytes(content) or ReadingLists()


def save_reading_lists(manifest: Manifest, lists: ReadingLists) -> None:
    """Keep the reading lists of a build; the manifest has to be saved afterwards."""
    content = lists.to_bytes()
    write_at_once(_path(manifest), content)
    manifest.lists = _digest(content)


def _path(manifest: Manifest) -> Path:
    return manifest.path.with_suffix(".lists")


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
