"""Keywords: split, and cleared of what reference managers put between them."""

from __future__ import annotations

import re
from functools import lru_cache

from bibwiki.model.latex.text import decode
from bibwiki.model.names.outside_braces import split_outside_braces

IGNORED_KEYWORDS = (
    ("/.*", "states such as ``/unread`` (KBibTeX, Zotero)"),
    ("_.*", "states such as ``_tablet`` (Zotero add-ons)"),
    ("#.*", "tags such as ``#nosource`` (Zotero add-ons)"),
    ("⛔.*|❤️?|⭐+", "signs (Zotero add-ons)"),
    (r"(?:un)?read|to-?\s?read|skimmed", "states (JabRef and others)"),
    (
        r"(?:rank|rating|prio|priority|quality)[ _-]?\d|printed|relevant",
        "states (JabRef)",
    ),
    (r"(?:file|zotero|mendeley)-import.*|\*?file-import-.*|imported", "imports"),
    (r"todo|to ?do|important!*|duplicate|nosource", "reminders"),
)
"""Keywords that say something about a copy, not about the work: a pattern that the
whole keyword has to match, case ignored, and what writes it."""

_IGNORED = re.compile(
    "|".join(f"(?:{pattern})" for pattern, _ in IGNORED_KEYWORDS), re.IGNORECASE
)


@lru_cache(maxsize=16384)
def _keyword(part: str) -> str:
    """Decode a keyword, of which many works have each; empty for a flag."""
    keyword = decode(part)
    return "" if _IGNORED.fullmatch(keyword) else keyword


def split_keywords(text: str) -> tuple[str, ...]:
    """Split a ``keywords`` field at its commas or semicolons.

    Returns:
        The keywords, decoded, as written, without flags and repeats (case ignored).
    """
    separators = ";" if ";" in text and "," not in text else ",;"
    kept: dict[str, str] = {}
    for part in split_outside_braces(text, separators):
        keyword = _keyword(part)
        if keyword:
            kept.setdefault(keyword.casefold(), keyword)
    return tuple(kept.values())
