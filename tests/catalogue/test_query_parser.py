from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.query.query import (
    Field,
    Query,
    QueryProblem,
    Term,
    YearRange,
    parse_query,
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("", (), id="empty"),
        pytest.param("  ", (), id="blank"),
        pytest.param("looms", (Term(None, ("looms",), 1),), id="word"),
        pytest.param('"red looms"', (Term(None, ("red looms",), 1),), id="phrase"),
        pytest.param("a b", (Term(None, ("a",), 1), Term(None, ("b",), 3)), id="words"),
        pytest.param("-looms", (Term(None, ("looms",), 1, negated=True),), id="not"),
        pytest.param("a|b", (Term(None, ("a", "b"), 1),), id="alternatives"),
        pytest.param(
            'person:ada-quill -topic:"red looms"|dye',
            (
                Term(Field.PERSON, ("ada-quill",), 1),
                Term(Field.TOPIC, ("red looms", "dye"), 18, negated=True),
            ),
            id="fields",
        ),
        pytest.param("TYPE:Book", (Term(Field.TYPE, ("Book",), 1),), id="any-case"),
        pytest.param(
            "key:DBLP:a/b=c", (Term(Field.KEY, ("DBLP:a/b=c",), 1),), id="signs-in-key"
        ),
        pytest.param("2020:x", (Term(None, ("2020:x",), 1),), id="no-field-name"),
        pytest.param("well-made", (Term(None, ("well-made",), 1),), id="hyphen"),
        pytest.param("\ta\n", (Term(None, ("a",), 2),), id="any-space"),
    ],
)
def test_queries(text: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(text) == Query(terms)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("year:2020", [YearRange(2020, 2020)]),
        ("year=2020", [YearRange(2020, 2020)]),
        ("year>=2020", [YearRange(2020, None)]),
        ("year>2020", [YearRange(2021, None)]),
        ("year<=2020", [YearRange(None, 2020)]),
        ("year<2020", [YearRange(None, 2019)]),
        ("year:2019..2021", [YearRange(2019, 2021)]),
        ("year:2019..", [YearRange(2019, None)]),
        ("year:..2021", [YearRange(None, 2021)]),
        ('year:"2019..2020"|2025', [YearRange(2019, 2020), YearRange(2025, 2025)]),
    ],
)
def test_years(text: str, years: list[YearRange]) -> None:
    query = parse_query(text)

    assert isinstance(query, Query)
    assert list(query.terms[0].years) == years


@pytest.mark.parametrize(
    ("first", "last", "inside", "outside"),
    [
        (2019, 2021, [2019, 2021], [2018, 2022, "2020"]),
        (None, 2021, [1, 2021], [2022]),
        (2019, None, [2019, 9999], [2018]),
    ],
)
def test_year_ranges_hold_both_ends(
    first: int | None, last: int | None, inside: list[int], outside: list[object]
) -> None:
    years = YearRange(first, last)

    assert all(year in years for year in inside)
    assert not any(year in years for year in outside)


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        pytest.param(
            "looms autor:x",
            7,
            "unknown field 'autor'; did you mean 'author'?",
            id="field",
        ),
        pytest.param(
            "https://x.org", 1, "unknown field 'https'; allowed are person,", id="url"
        ),
        pytest.param("-foo:x", 2, "unknown field 'foo'", id="negated-field"),
        pytest.param(
            "a person:", 10, "expected a value after 'person:'", id="no-value"
        ),
        pytest.param("person: ada", 8, "expected a value after 'person:'", id="space"),
        pytest.param("a|", 3, "expected a value after '|'", id="no-alternative"),
        pytest.param("|a", 1, "expected a value", id="bar-first"),
        pytest.param("-", 2, "expected a value after '-'", id="hyphen-alone"),
        pytest.param('topic:"a b', 7, "the quote is never closed", id="open-quote"),
        pytest.param('topic:" "', 7, "the quotes are empty", id="empty-quotes"),
        pytest.param('"a"b', 4, "expected a space before 'b'", id="after-quote"),
        pytest.param('a"b"', 2, "expected a space before '\"'", id="before-quote"),
        pytest.param(
            "topic>=a",
            6,
            "'>=' works with 'year' only; write 'topic:'",
            id="comparison",
        ),
        pytest.param("type:artcle", 6, "did you mean 'article'?", id="type"),
        pytest.param("type:book|x", 6, "unknown type 'x'", id="second-type"),
        pytest.param("kind:x", 6, "allowed are concept, system,", id="kind"),
        pytest.param("cited:maybe", 7, "allowed are yes, no", id="cited"),
        pytest.param("year:soon", 6, "'soon' is no year", id="year-word"),
        pytest.param("year:..", 6, "'..' is no year", id="no-year"),
        pytest.param("year:20201", 6, "'20201' is no year", id="long-year"),
        pytest.param("year>=2019..2020", 7, "is no year", id="range-compared"),
    ],
)
def test_problems_say_what_and_where(text: str, position: int, message: str) -> None:
    problem = parse_query(text)

    assert isinstance(problem, QueryProblem)
    assert problem.position == position
    assert message in problem.message
    assert str(problem) == f"at position {position}: {problem.message}"


@given(st.text() | st.text('ab:"|-<>= .0 year', max_size=30))
def test_reading_never_raises_and_positions_are_in_the_text(text: str) -> None:
    read = parse_query(text)

    if isinstance(read, QueryProblem):
        assert 1 <= read.position <= len(text) + 1
    else:
        assert all(term.values for term in read.terms)
        assert all(1 <= term.position <= len(text) for term in read.terms)


@given(st.lists(st.text(st.characters(exclude_characters='"'), min_size=1)))
def test_a_quoted_value_can_hold_anything_else(values: list[str]) -> None:
    wanted = [value.strip() for value in values if value.strip()]
    query = parse_query(" ".join(f'title:"{value}"' for value in wanted))

    assert isinstance(query, Query)
    assert [term.values for term in query.terms] == [(value,) for value in wanted]
