r"""What stands between the names of a list and is none: comments and footnote marks.

Front pages put numbers of footnotes behind names, and these come along when a list is
copied.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.list_comments import (
    SPARE_AND,
    first_comment,
    without_comments,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_SIGN = "*\u2020\u2021\u00a7\u00b6"
_MARKS = re.compile(
    rf"(?P<first>(?<=[^\W\d_]{{2}})\d{{1,2}}|(?<=[^\W\d_])[{_RAISED}]+)"
    rf"(?P<more>(?:\s?,\s?(?:\d{{1,2}}|[{_RAISED}]+|[{_SIGN}]+)(?!\w))*)[{_SIGN}]*"
    r"(?=\s*(?:[,;&]|$|and\s))",
    re.IGNORECASE,
)
"""``1`` or ``1,2`` behind the last letter of a name."""
_SEPARATOR = re.compile(r"[;&]|\band\b", re.IGNORECASE)
_NEAR = 200
"""How far to look, in characters, for the rest of a name."""
_COMMA = re.compile(r"\s*,")
_DIGIT = re.compile(f"[0-9{_RAISED}]")
"""Without one of these, there are no marks of footnotes: told quickly."""


def without_notes(text: str) -> tuple[str, str]:
    """Leave out what is no part of a list of names.

    Args:
        text: A name field as written, with its line breaks.

    Returns:
        The field without comments and footnote marks, and what was left out or may
        have to be, as part of a sentence; empty for most fields.
    """
    left_out = []
    if (plain := without_comments(text)) != text:
        left_out.append(f'"{first_comment(text)}" was left out as a comment')
        text = plain
    if _DIGIT.search(text) and "{" not in text:
        marks = [one for one in _MARKS.finditer(text) if _ends_a_whole_name(one)]
        certain = len(marks) > 1 or any(
            one["more"] or not one["first"].isdecimal() for one in marks
        )
        if certain:
            left_out.append(f'"{marks[0][0]}" was left out as the mark of a footnote')
            text = _without_marks(text, marks)
        elif marks:
            left_out.append(f'"{marks[0][0]}" may be the mark of a footnote')
    return text, "; ".join(left_out)


def _ends_a_whole_name(mark: re.Match[str]) -> bool:
    """Tell whether the name has two words at least: others may end with a number."""
    start, end = mark.span()
    before = _SEPARATOR.split(mark.string[max(start - _NEAR, 0) : start])[-1]
    after = _SEPARATOR.split(mark.string[end : end + _NEAR], maxsplit=1)[0]
    return len(before.replace(",", " ").split()) > 1 or "," in after


def _without_marks(text: str, marks: Iterable[re.Match[str]]) -> str:
    """Leave marks out; a comma behind one that ends a whole name separates names."""
    parts: list[str] = []
    end = 0
    for mark in marks:
        name = text[end : mark.start()]
        parts.append(name)
        end = mark.end()
        words = re.split(r",|\band\b", name)[-1].split()
        if len(words) > 1 and (comma := _COMMA.match(text, end)):
            parts.append(" and ")
            end = comma.end()
    joined = "".join((*parts, text[end:]))
    return SPARE_AND.sub("", " ".join(joined.split()))
