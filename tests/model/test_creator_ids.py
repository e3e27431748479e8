from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.creator_ids import parse_orcid, parse_ror


@pytest.mark.parametrize(
    ("text", "orcid"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000000218250097", "0000-0002-1825-0097"),
        ("0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("0000-0002-1825-0098", None),
        ("none", None),
    ],
)
def test_an_orcid_has_a_check_digit(text: str, orcid: str | None) -> None:
    assert parse_orcid(text) == orcid


@pytest.mark.parametrize(
    ("text", "ror"),
    [
        pytest.param("05dxps055", "05dxps055", id="alone"),
        pytest.param("https://ror.org/05dxps055", "05dxps055", id="address"),
        pytest.param("ror.org/05DXPS055/", "05dxps055", id="capitals"),
        pytest.param(" 0abcdef08 ", None, id="made-up"),
        pytest.param("05dxps056", None, id="check-number"),
        pytest.param("05dxsp055", None, id="letters-turned"),
        pytest.param("05dxpl055", None, id="no-such-digit"),
        pytest.param("05dxps0551", None, id="too-long"),
        pytest.param("https://example.org/05dxps055", None, id="elsewhere"),
        pytest.param("0\N{LATIN SMALL LETTER LONG S}xps05504", None, id="long-s"),
        pytest.param("\N{ARABIC-INDIC DIGIT ZERO}5dxps055", None, id="other-digits"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_ror_has_a_check_number(text: str, ror: str | None) -> None:
    assert parse_ror(text) == ror


@given(st.text() | st.from_regex(r"0[0-9a-z]{6}[0-9]{2}", fullmatch=True))
def test_what_is_read_of_a_ror_is_read_again_as_the_same(text: str) -> None:
    found = parse_ror(text)

    assert found is None or (found.isascii() and parse_ror(found) == found)
