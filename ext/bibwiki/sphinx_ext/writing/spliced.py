"""Files that are put together of new pieces and of those that the last build wrote."""

from __future__ import annotations

import pickle
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.sphinx_ext.caches import code_digest, load, write_at_once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibwiki.pages.site.pieces import Piece
    from bibwiki.sphinx_ext.wiki import Wiki


def spliced(wiki: Wiki, path: str, pieces: Iterable[Piece]) -> bytes:
    """Return the content of a file; pieces that it has already are not made anew.

    Where they are in the file is kept in the doctree directory, with a digest of the
    file: one that was changed by somebody else is made anew.

    Args:
        wiki: The wiki of this build.
        path: The file, below the output folder.
        pieces: All of its pieces.
    """
    builder = wiki.builder
    kept = Path(builder.doctreedir) / f"bibwiki-{builder.name}-{Path(path).name}.pieces"
    try:
        before = (Path(builder.outdir) / path).read_bytes()
    except OSError:
        before = b""
    known = _known(kept, before)
    parts: list[bytes] = []
    places: dict[bytes, tuple[int, int]] = {}
    end = 0
    for piece in pieces:
        found = known.get(piece.follows)
        # Half of a surrogate pair, from a byte that is no UTF-8, becomes "?".
        part = (
            piece.text().encode("utf-8", "replace")
            if found is None
            else before[slice(*found)]
        )
        parts.append(part)
        places[piece.follows] = end, end + len(part)
        end += len(part)
    content = b"".join(parts)
    write_at_once(kept, pickle.dumps((_state(content), places)))
    return content


def _known(kept: Path, content: bytes) -> dict[bytes, tuple[int, int]]:
    """Return where the pieces of a file are; nothing where that is not sure."""
    match load(kept):
        case (state, dict(places)) if state == _state(content):
            return places
    return {}


def _state(content: bytes) -> tuple[str, bytes]:
    return code_digest(), blake2b(content, digest_size=16).digest()
