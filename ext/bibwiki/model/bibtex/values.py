"""Value expressions: what stands behind a field's equals sign.

``{braced}``, ``"quoted"``, a number, a macro's name, and any of these joined by ``#``.
This module takes an expression apart into terms;
:mod:`bibwiki.model.bibtex.macros` gives the terms' text.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias


class Term(NamedTuple):
    """One operand of a value expression."""

    text: str
    """The text without its delimiters, or the macro's name as written."""
    macro: bool = False
    """The text is a name that has to be looked up."""


Value: TypeAlias = str | tuple[Term, ...]
"""A value taken apart: a single literal's text, or several terms or macros."""

_BRACES = re.compile(r"(?<!\\)[{}]")
_ALL_BRACES = re.compile(r"[{}]")
_QUOTED_MARKS = re.compile(r'(?<!\\)[{}"]')
_WORD = re.compile(r'[^\s{}"#,=()%]+')
_NUMBER = re.compile(r"[0-9]+")
_SPACE = re.compile(r"\s*")


def find_closing_brace(
    text: str, start: int, end: int, *, count_escaped: bool = False
) -> int | None:
    r"""Return where the group that opens at ``start`` closes, before ``end``.

    Args:
        text: Any text; ``text[start]`` is an opening brace.
        start: Where the group opens.
        end: Where to stop looking.
        count_escaped: Count ``\\{`` as a brace too, as BibTeX does. People mean it as a
            character, so it counts only where the text makes no sense otherwise.

    Returns:
        The position of the closing brace, or None.
    """
    depth = 0
    braces = _ALL_BRACES if count_escaped else _BRACES
    for brace in braces.finditer(text, start, end):
        if brace[0] == "{":
            depth += 1
        else:
            depth -= 1
            if depth <= 0:
                return brace.start()
    return None


def find_closing_quote(text: str, start: int, end: int) -> int | None:
    """Return where the string that opens at ``start`` closes: a quote outside braces.

    None if no quote does, or if the braces before it do not balance.

    Args:
        text: Any text; ``text[start]`` is a double quote.
        start: Where the string opens.
        end: Where to stop looking.
    """
    depth = 0
    for mark in _QUOTED_MARKS.finditer(text, start + 1, end):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0:
            return mark.start()
    return None


def parse_value(expression: str) -> Value | None:
    """Take an expression apart.

    Returns:
        The text of a single literal, or the terms in order; None where the expression
        is damaged: unbalanced, empty, or with text that no ``#`` joins.
    """
    end = len(expression)
    # Nearly every value is one text in braces, often without inner ones.
    if expression.startswith("{"):
        closing = expression.find("}")
        if closing != end - 1 or "{" in expression[1:]:
            closing = find_closing_brace(expression, 0, end) or 0
        if closing == end - 1:
            return expression[1:-1]
    terms: list[Term] = []
    position = 0
    while True:
        found = _read_term(expression, skip_space(expression, position), end)
        if found is None:
            return None
        term, position = found
        terms.append(term)
        position = skip_space(expression, position)
        if position == end:
            is_text = len(terms) == 1 and not terms[0].macro
            return terms[0].text if is_text else tuple(terms)
        if expression[position] != "#":
            return None
        position += 1


def skip_space(text: str, position: int) -> int:
    """Return the first position from ``position`` on that holds no white space."""
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _read_term(text: str, start: int, end: int) -> tuple[Term, int] | None:
    """Read one operand; return it and where it ends."""
    if start >= end:
        return None
    if text[start] == "{":
        closing = find_closing_brace(text, start, end)
    elif text[start] == '"':
        closing = find_closing_quote(text, start, end)
    else:
        word = _WORD.match(text, start)
        if word is None:
            return None
        return Term(word[0], macro=not _NUMBER.fullmatch(word[0])), word.end()
    if closing is None:
        return None
    return Term(text[start + 1 : closing]), closing + 1
