"""The short words of names: initials, ``Jr`` and the like."""

from __future__ import annotations

import re

_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s~.-]*){1,4}")
_SUFFIX = re.compile(
    r"(?:jr|sr|junior|senior|i{2,3}|iv|vi{0,3}|ph\.?\s?d|m\.?\s?d|esq|2nd|3rd|4th)\.?",
    re.IGNORECASE,
)


def is_suffix(text: str) -> bool:
    """Whether a word behind a name is no name but ``Jr``, ``III``, ``PhD`` or so."""
    return _SUFFIX.fullmatch(text) is not None


def is_initials(text: str) -> bool:
    """Whether a text is nothing but one to four initials, e.g. ``J.-P. M.``."""
    text = text.strip()
    # Small letters make a short name, such as "Ada", of what the pattern fits.
    return _INITIALS.fullmatch(text) is not None and text == text.upper()
