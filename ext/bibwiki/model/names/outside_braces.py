"""Splitting at separators that stand outside braces."""

from __future__ import annotations

import re
from functools import cache


def split_outside_braces(
    text: str, separators: str, *, quotes: bool = False
) -> list[str]:
    """Split at each of some characters that stands outside braces.

    Args:
        text: Any text.
        separators: Single characters.
        quotes: Take text between double quotes as protected too.
    """
    if "{" not in text and not quotes:
        for other in separators[1:]:
            text = text.replace(other, separators[0])
        return text.split(separators[0])
    parts: list[str] = []
    start = depth = 0
    quoted = False
    for mark in _separators(separators).finditer(text):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        elif sign == '"':
            quoted = quotes and not quoted
        elif depth == 0 and not quoted and sign in separators:
            parts.append(text[start : mark.start()])
            start = mark.end()
    parts.append(text[start:])
    return parts


@cache
def _separators(signs: str) -> re.Pattern[str]:
    return re.compile(rf'\\.|[{{}}"{re.escape(signs)}]', re.DOTALL)
