from __future__ import annotations

import pytest

from bibwiki.model.keywords import split_keywords

KEYWORDS = [
    pytest.param("a, b,c", ("a", "b", "c"), id="commas"),
    pytest.param("a; b, c", ("a", "b", "c"), id="both"),
    pytest.param("a, x; b; c, y", ("a", "x", "b", "c", "y"), id="both-mixed"),
    pytest.param("{a, b}, c", ("a, b", "c"), id="braces"),
    pytest.param("A, a, B\\'e, b\u00e9", ("A", "B\u00e9"), id="repeats"),
    pytest.param("/unread, _tablet, #nosource, looms", ("looms",), id="flags"),
    pytest.param("toread, To-Read, rank5, prio1, looms", ("looms",), id="states"),
    pytest.param(
        "read, reading, ranking, todo lists",
        ("reading", "ranking", "todo lists"),
        id="only-whole-words",
    ),
    pytest.param("", (), id="empty"),
    pytest.param(" , ,", (), id="only-commas"),
]


@pytest.mark.parametrize(("text", "keywords"), KEYWORDS)
def test_keywords_are_split_and_flags_ignored(
    text: str, keywords: tuple[str, ...]
) -> None:
    assert split_keywords(text) == keywords
