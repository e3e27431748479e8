"""Reading the value of a field where the text around it is damaged.

The clean grammar is :mod:`bibwiki.model.bibtex.values`. Here a closing delimiter
counts only where what follows makes sense, and a missing one is assumed before the
next line that looks like a field (:mod:`bibwiki.model.bibtex.field_bounds`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bibwiki.model.bibtex.field_bounds import (
    RESUMED_VALUE,
    Extent,
    ends_field,
    may_go_on,
    skip_blank,
)
from bibwiki.model.bibtex.values import (
    Term,
    Value,
    find_closing_brace,
    find_closing_quote,
)

_LAST_LINE = re.compile(r"\n\s*+[})]\s*+\Z")
_BARE_WORD = re.compile(r'[^\s,#{}"=()%]+')
_FOREIGN_QUOTES = re.compile("['`\u00b4\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]+")
_FOREIGN_DAMAGE = "quotes that BibTeX does not know"
_FOREIGN_REACH = 2000
"""How far the text between quotes that BibTeX does not know may reach."""
_REST_OF_VALUE = re.compile(rf"\}}++{RESUMED_VALUE.pattern}")
_LOOSE_MARKS = re.compile(r"(?<!\\)[{},)\n]")
_QUOTE = re.compile(r'(?<!\\)"')


class ReadValue(NamedTuple):
    """A value as far as it could be read."""

    value: Value
    end: int
    """Where reading goes on."""
    damage: str = ""
    """What was wrong; empty for a sound value."""


def read_value(text: str, start: int, extent: Extent) -> ReadValue:
    """Read the value expression behind an equals sign, however damaged.

    Args:
        text: The whole file.
        start: Behind the equals sign.
        extent: How far the entry may reach; notes an open group in it.
    """
    terms: list[Term] = []
    damage = ""
    position = start
    while True:
        position = skip_blank(text, position, extent.limit)
        mark = text[position] if position < extent.limit else ""
        if mark == "{":
            value = _read_braced(text, position, extent)
        elif mark == '"':
            value = _read_quoted(text, position, extent)
        else:
            value = _read_bare(text, position, extent)
        terms.extend(_terms(value.value))
        damage = damage or value.damage
        position = skip_blank(text, value.end, extent.limit)
        if position >= extent.limit or text[position] != "#":
            is_text = len(terms) == 1 and not terms[0].macro
            read = terms[0].text if is_text else tuple(terms)
            return ReadValue(read, value.end, damage)
        position += 1


def _terms(value: Value) -> tuple[Term, ...]:
    return (Term(value),) if isinstance(value, str) else value


def _read_braced(text: str, start: int, extent: Extent) -> ReadValue:
    cut = extent.next_field(text, start + 1)
    limit = extent.limit if cut is None or not extent.unclosed else cut
    last = limit if cut is None or not extent.cut_swallowed else cut
    closing = find_closing_brace(text, start, limit)
    if not _may_close(text, closing, last, extent):
        # BibTeX counts escaped braces too; so does who ends a value with a backslash.
        other = find_closing_brace(text, start, limit, count_escaped=True)
        if _may_close(text, other, last, extent):
            closing = other
        elif closing is not None and closing <= last:
            return _read_loose(text, start, extent, "text outside the delimiters")
        elif extent.cut_swallowed or extent.unclosed:
            closing = None
        else:
            closing = _close_behind_limit(text, start, extent)
    if closing is not None:
        rest = _REST_OF_VALUE.match(text, closing + 1, extent.limit)
        if rest is not None:
            end = rest.end("rest")
            return ReadValue(text[start + 1 : end], end + 1, 'a surplus "}"')
        return ReadValue(text[start + 1 : closing], closing + 1)
    extent.unclosed = extent.unclosed or not extent.cut_swallowed
    return _cut_open_value(text, start, cut, extent, "brace")


def _may_close(text: str, closing: int | None, last: int, extent: Extent) -> bool:
    """Whether a closing brace comes early enough and before something sensible."""
    return (
        closing is not None and closing <= last and may_go_on(text, closing + 1, extent)
    )


def _close_behind_limit(text: str, start: int, extent: Extent) -> int | None:
    """Find the end of a value that contains what looks like the start of an entry."""
    closing = find_closing_brace(text, start, extent.far_limit)
    if closing is None:
        return None
    near_limit, extent.limit = extent.limit, extent.far_limit
    if may_go_on(text, closing + 1, extent):
        return closing
    extent.limit = near_limit
    return None


def _read_quoted(text: str, start: int, extent: Extent) -> ReadValue:
    cut = extent.next_field(text, start + 1)
    limit = extent.limit if cut is None else cut
    if not extent.unclosed:
        closing = find_closing_quote(text, start, limit)
        if closing is not None and may_go_on(text, closing + 1, extent):
            return ReadValue(text[start + 1 : closing], closing + 1)
        extent.unclosed = closing is None
    for quote in _QUOTE.finditer(text, start + 1, limit):
        if ends_field(text, quote.end(), limit, extent):
            value = text[start + 1 : quote.start()]
            damage = "a surplus double quote" if '"' in value else ""
            if value.count("{") != value.count("}"):
                damage = "braces that do not balance inside the quotes"
            if value.count('"') == 1:
                value = value.removesuffix('"')
            return ReadValue(value, quote.end(), damage)
    return _cut_open_value(text, start, cut, extent, "quote")


def _read_bare(text: str, start: int, extent: Extent) -> ReadValue:
    word = _BARE_WORD.match(text, start, extent.limit)
    if word is None:
        return ReadValue("", start, "no value")
    opening = _FOREIGN_QUOTES.match(text, start)
    if opening is not None:
        limit = min(extent.limit, start + _FOREIGN_REACH)
        for closing in _FOREIGN_QUOTES.finditer(text, opening.end(), limit):
            if ends_field(text, closing.end(), extent.limit, extent):
                value = text[opening.end() : closing.start()]
                return ReadValue(value, closing.end(), _FOREIGN_DAMAGE)
    bare = word[0].removesuffix(";")
    if bare and may_go_on(text, start + len(bare), extent):
        term = Term(bare, macro=not bare.isdecimal())
        return ReadValue((term,), start + len(bare))
    return _read_loose(text, start, extent, "no delimiters around the text")


def _read_loose(text: str, start: int, extent: Extent, damage: str) -> ReadValue:
    """Take everything up to a comma, the entry's end or the end of the line."""
    depth = 0
    end = extent.limit
    for mark in _LOOSE_MARKS.finditer(text, start, extent.limit):
        if mark[0] == "{":
            depth += 1
        elif depth > 0:
            depth -= mark[0] == "}"
        elif mark[0] == extent.closer or mark[0] in ",}\n":
            end = mark.start()
            break
    return ReadValue(text[start:end].strip(), end, damage)


def _cut_open_value(
    text: str, start: int, cut: int | None, extent: Extent, what: str
) -> ReadValue:
    """End a value before the next field, or with its entry."""
    end = extent.limit if cut is None else cut
    value = text[start + 1 : end]
    if cut is None:
        value = _LAST_LINE.sub("", value)
    value = value.rstrip().removesuffix(",").rstrip()
    if value.count("}") > value.count("{") and (what == "quote" or cut is None):
        value = value.removesuffix("}")
    elif what == "brace" and value.count('"') % 2:
        value = value.removesuffix('"')
    return ReadValue(value, end, f"an opening {what} without a closing one")
