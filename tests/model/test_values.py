from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.values import Term, Value, parse_value

VALUES = [
    pytest.param("{a}", "a", id="braces"),
    pytest.param("{a {b} c}", "a {b} c", id="nested"),
    pytest.param('"a {"}b{"} c"', 'a {"}b{"} c', id="quotes"),
    pytest.param("2020", "2020", id="number"),
    pytest.param("jan", (Term("jan", macro=True),), id="macro"),
    pytest.param(
        '"10~" # jan#{x}', (Term("10~"), Term("jan", macro=True), Term("x")), id="join"
    ),
    pytest.param("{}", "", id="empty"),
]


@pytest.mark.parametrize(("expression", "value"), VALUES)
def test_a_value_is_taken_apart(expression: str, value: Value) -> None:
    assert parse_value(expression) == value


@pytest.mark.parametrize(
    "expression",
    ["", "{a", '"a', "{a}b", "{a} {b}", "a b", "{a} #", "# {a}", "=", "{a}}", '"{"'],
)
def test_a_damaged_value_is_none(expression: str) -> None:
    assert parse_value(expression) is None


@given(st.text(alphabet='{}"# ab\\,', max_size=20))
def test_any_expression_is_taken_apart_or_refused(expression: str) -> None:
    value = parse_value(expression)

    assert value is None or isinstance(value, str | tuple)
