r"""Comments inside a list of names.

A percent sign begins no comment inside a value for BibTeX, but it does for everybody
who takes an author out by writing one before the name.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"(?:^|\s)%.*")
SPARE_AND = re.compile(r"\band\s+(?=and\b)|^\s*and\s+|\s+and\s*$", re.IGNORECASE)
"""An ``and`` with nothing on one of its sides, in text with single spaces."""


def without_comments(text: str) -> str:
    """Leave the comments out of a list of names, unless there is nothing else in it."""
    if first_comment(text) == "":
        return text
    lines = text.split("\n")
    kept = [_COMMENT.split(line, maxsplit=1)[0] for line in lines[:-1]]
    kept.append("" if lines[-1].lstrip().startswith("%") else lines[-1])
    words = " ".join(" ".join(kept).split())
    return SPARE_AND.sub("", words) if words else text


def first_comment(text: str) -> str:
    """Return the first comment of a list, to name it; empty where there is none.

    A comment ends with its line: behind other words in the last line, a percent sign is
    a character.
    """
    if "%" not in text:
        return ""
    *lines, last = text.split("\n")
    found = next(filter(None, map(_COMMENT.search, lines)), None)
    comment = found[0] if found else last if last.lstrip().startswith("%") else ""
    return " ".join(comment.split())[:60]
