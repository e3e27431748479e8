r"""Comments inside a list of names.

A percent sign begins no comment inside a value for BibTeX, but it does for everybody
who takes an author out by writing one before the name.
"""

from __future__ import annotations

import re

_COMMENT_LINE = re.compile(r"^[ \t]*%.*$|(?<=\s)%.*(?=\n)", re.MULTILINE)
SPARE_AND = re.compile(r"\band\s+(?=and\b)|^\s*and\s+|\s+and\s*$", re.IGNORECASE)
"""An ``and`` with nothing on one of its sides, in text with single spaces."""


def without_comments(text: str) -> str:
    """Leave the comments out of a list of names, unless there is nothing else in it."""
    if "%" not in text:
        return text
    plain = _COMMENT_LINE.sub("", text)
    if plain == text or not plain.strip():
        return text
    return SPARE_AND.sub("", " ".join(plain.split()))


def first_comment(text: str) -> str:
    """Return the first comment of a list, to name it; empty where there is none."""
    found = _COMMENT_LINE.search(text)
    return " ".join(found[0].split())[:60] if found else ""
