"""Text that was encoded twice: UTF-8 that something took for Windows-1252.

``MÃ¼ller`` was Müller once. The damage can be undone where a whole value says so: all
its characters beyond ASCII, written as bytes again, are UTF-8. By chance that happens
next to never, because UTF-8 asks for bytes that come in a strict order.
"""

from __future__ import annotations

import re

from bibwiki.model.bibtex.encoding import replace_controls

_MORE = r"\x80-\xbf\u0152-\u0192\u02c6-\u02dc\u2013-\u20ac\u2122"
"""Bytes from 0x80 to 0xbf, as Windows-1252 and Latin-1 read them."""
_SEQUENCE = re.compile(rf"[\xc2-\xf4][{_MORE}]")
"""What begins a character of UTF-8, and what goes on with it; found in little else."""
_SUSPECT = re.compile(rf"[\xc2\xc3][\xa0-\xbf\u0152-\u0192]|\xe2\u20ac[{_MORE}]")
"""What the commonest characters become; seldom written on purpose."""
_CHANCE = re.compile(
    r"[A-Z\xc0-\xde](?:[\xc2-\xdf](?:[\u2013-\u201e](?!\w)|\u2019s\b)"
    r"|[\xc9-\xdf][\u2026\u2122\xae\xb0](?!\w))"
)
"""A capital behind a capital, and what ends a word: NAÏVETÉ” or NESCAFÉ®."""
_BYTES = {
    **{chr(byte): bytes([byte]) for byte in range(256)},
    **{
        bytes([byte]).decode("cp1252"): bytes([byte])
        for byte in range(0x80, 0xA0)
        if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
    },
}
"""Maps characters to bytes: Windows-1252, and Latin-1 where that has none."""


def undo_double_encoding(text: str) -> tuple[str, bool]:
    """Return a value as it was before it was encoded twice.

    Returns:
        The text, unchanged where nothing is certain, and whether something in it
        still looks as if it was encoded twice.
    """
    if _SEQUENCE.search(text) is None:
        return text, False
    # Some text went through the mill more than once: each time it doubled, so that
    # few rounds are enough for the longest.
    while (once := _undone(text)) is not None:
        # Characters that hide or turn text may have hidden behind the damage.
        text, _ = replace_controls(once)
    return text, _SUSPECT.search(text) is not None


def _undone(text: str) -> str | None:
    if text.isascii() or _CHANCE.search(text):
        return None
    try:
        return b"".join(map(_BYTES.__getitem__, text)).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
