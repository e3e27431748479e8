"""Reading the query language of list directives.

A query is terms separated by space, which must all hold::

    person:ada-lovelace topic:engines|looms year>=1843 -type:post "analytical engine"
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from bibwiki.catalogue.query.terms import (
    TOPIC_KINDS,
    Field,
    Query,
    QueryProblem,
    Term,
    YearRange,
)
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIELD = re.compile(r"([A-Za-z_-]+)(>=|<=|[:<>=])")
_QUOTED = re.compile(r'"([^"]*)"')
_PLAIN = re.compile(r'[^\s|"]+')
_YEARS = re.compile(r"(\d{1,4})?(\.\.)?(\d{1,4})?")
_ALLOWED: dict[Field, tuple[str, ...]] = {
    Field.TYPE: tuple(WorkType),
    Field.KIND: TOPIC_KINDS,
    Field.CITED: ("yes", "no"),
}
"""The fields with a closed set of values."""


def parse_query(text: str) -> Query | QueryProblem:
    """Read a query; an empty text asks for everything.

    Values are not looked up here: whether a person of a name exists is known only when
    the catalogue is. Never raises.
    """
    try:
        return Query(tuple(_Parser(text).terms()))
    except _WrongQueryError as wrong:
        return wrong.problem


class _WrongQueryError(Exception):
    """Ends parsing; never leaves this module."""

    def __init__(self, position: int, message: str) -> None:
        super().__init__(message)
        self.problem = QueryProblem(position, message)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def terms(self) -> list[Term]:
        """Read all terms."""
        terms = []
        while self._skip_space():
            terms.append(self._term())
        return terms

    def _skip_space(self) -> bool:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _term(self) -> Term:
        position = self._at + 1
        negated = self._text[self._at] == "-"
        if negated:
            self._at += 1
        match = _FIELD.match(self._text, self._at)
        if match is None:
            return Term(None, self._values("'-'"), position, negated)
        field = _field(match[1], self._at + 1)
        operator = match[2]
        if operator != ":" and field is not Field.YEAR:
            raise _WrongQueryError(
                match.start(2) + 1,
                f"{operator!r} works with 'year' only; write '{field}:'",
            )
        self._at = match.end()
        start = self._at + 1
        values = self._values(f"'{match[0]}'")
        years: tuple[YearRange, ...] = ()
        if field is Field.YEAR:
            years = tuple(_years(value, operator, start) for value in values)
        for value in values:
            _check(field, value, start)
        return Term(field, values, position, negated, years)

    def _values(self, before: str) -> tuple[str, ...]:
        """Read alternatives up to the next space."""
        values = [self._value(before)]
        while self._at < len(self._text) and self._text[self._at] == "|":
            self._at += 1
            values.append(self._value("'|'"))
        if self._at < len(self._text) and not self._text[self._at].isspace():
            found = self._text[self._at]
            raise _WrongQueryError(self._at + 1, f"expected a space before {found!r}")
        return tuple(values)

    def _value(self, before: str) -> str:
        quoted = _QUOTED.match(self._text, self._at)
        if quoted and quoted[1].strip():
            self._at = quoted.end()
            return quoted[1].strip()
        if quoted:
            raise _WrongQueryError(self._at + 1, "the quotes are empty")
        plain = _PLAIN.match(self._text, self._at)
        if plain:
            self._at = plain.end()
            return plain[0]
        if self._text[self._at : self._at + 1] == '"':
            raise _WrongQueryError(self._at + 1, "the quote is never closed: add '\"'")
        raise _WrongQueryError(self._at + 1, f"expected a value after {before}")


def _field(word: str, position: int) -> Field:
    name = word.lower()
    if name in set(Field):
        return Field(name)
    raise _WrongQueryError(
        position, f"unknown field {word!r}{_expected(name, tuple(Field))}"
    )


def _check(field: Field, value: str, position: int) -> None:
    allowed = _ALLOWED.get(field)
    if allowed and value.lower() not in allowed:
        message = f"unknown {field} {value!r}{_expected(value.lower(), allowed)}"
        raise _WrongQueryError(position, message)


def _years(value: str, operator: str, position: int) -> YearRange:
    match = _YEARS.fullmatch(value)
    first, dots, last = match.groups() if match else (None, None, None)
    if operator in {":", "="} and dots and (first or last):
        return YearRange(int(first) if first else None, int(last) if last else None)
    if not first or dots or last:
        raise _WrongQueryError(
            position,
            f"{value!r} is no year; write year:2020, year:2019..2021 or year>=2019",
        )
    year = int(first)
    ranges = {
        ">=": YearRange(year, None),
        ">": YearRange(year + 1, None),
        "<=": YearRange(None, year),
        "<": YearRange(None, year - 1),
    }
    return ranges.get(operator, YearRange(year, year))


def _expected(found: str, allowed: Sequence[str]) -> str:
    """Return the nearest allowed word and all of them, to end a message with."""
    nearest = get_close_matches(found[:40], allowed, n=1)
    meant = f"; did you mean {str(nearest[0])!r}?" if nearest else ";"
    return f"{meant} allowed are {', '.join(map(str, allowed))}"
