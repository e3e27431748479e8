"""Where the reading lists of an output folder are kept: next to its manifest.

All lists stand in one file, and what was amended since in another. They count only
together with the manifest that names them: a build that was killed between writing them
and the manifest makes all pages anew.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from bibwiki.pages.tracing.amended_lists import Amendment, ReadingLists
from bibwiki.pages.tracing.packed_lists import PackedLists, head_of
from bibwiki.sphinx_ext.caches import write_at_once

if TYPE_CHECKING:
    from pathlib import Path

    from bibwiki.sphinx_ext.writing.manifest import Manifest


def load_reading_lists(manifest: Manifest | None) -> ReadingLists:
    """Return the reading lists of the last build; empty ones where they do not count.

    Args:
        manifest: None where they do not count in any case.
    """
    if manifest is None or not manifest.lists:
        return ReadingLists()
    named, _, named_amendment = manifest.lists.partition(" ")
    try:
        content = _path(manifest).read_bytes()
        amended = _amended(manifest).read_bytes() if named_amendment else b""
    except OSError:
        return ReadingLists()
    packed = PackedLists.from_bytes(content)
    if packed is None or _digest(head_of(content)) != named:
        return ReadingLists()
    if not named_amendment:
        return ReadingLists(packed)
    amendment = Amendment.from_bytes(amended)
    if amendment is None or _digest(amended) != named_amendment:
        return ReadingLists()
    return ReadingLists(packed, amendment)


def save_reading_lists(manifest: Manifest, lists: ReadingLists) -> None:
    """Keep the reading lists of a build; the manifest has to be saved afterwards.

    Args:
        manifest: Names the lists of the last build, which may be what is amended.
        lists: Those of this build.
    """
    if lists.amendment is None:
        content = lists.packed.to_bytes()
        write_at_once(_path(manifest), content)
        _amended(manifest).unlink(missing_ok=True)
        manifest.lists = _digest(head_of(content))
        return
    content = lists.amendment.to_bytes()
    write_at_once(_amended(manifest), content)
    named, _, _ = manifest.lists.partition(" ")
    manifest.lists = f"{named} {_digest(content)}"


def _path(manifest: Manifest) -> Path:
    return manifest.path.with_suffix(".lists")


def _amended(manifest: Manifest) -> Path:
    return manifest.path.with_suffix(".amended")


def _digest(content: bytes | memoryview) -> str:
    return blake2b(content, digest_size=16).hexdigest()
