from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.names.name_list import (
    is_initials,
    split_name_list,
    split_names,
    split_outside_braces,
)

LISTS = [
    pytest.param("Ada One and Bo Two", ["Ada One", "Bo Two"], False, id="and"),
    pytest.param("Ada One AND\n\tBo Two", ["Ada One", "Bo Two"], False, id="layout"),
    pytest.param("Ada One\u00a0and Bo Two", ["Ada One", "Bo Two"], False, id="nbsp"),
    pytest.param("{One and Two} and Bo", ["{One and Two}", "Bo"], False, id="braces"),
    pytest.param(r"\{One and Bo\}", [r"\{One", r"Bo\}"], False, id="escaped-braces"),
    pytest.param("}One and Bo{", ["}One", "Bo{"], False, id="unbalanced"),
    pytest.param("Ada One and others", ["Ada One"], True, id="others"),
    pytest.param("Ada One and et al.", ["Ada One"], True, id="and-et-al"),
    pytest.param("One, Ada et al.", ["One, Ada"], True, id="et-al"),
    pytest.param(
        "Al Others and Bo", ["Al Others", "Bo"], False, id="a-man-named-others"
    ),
    pytest.param("One, Ada and and Bo", ["One, Ada", "Bo"], False, id="and-and"),
    pytest.param("and", [], False, id="only-and"),
    pytest.param("Ada One and", ["Ada One"], False, id="and-last"),
    pytest.param("Andy Sanders", ["Andy Sanders"], False, id="and-in-words"),
    pytest.param("", [], False, id="empty"),
    pytest.param("Loom & Loom", ["Loom & Loom"], False, id="company"),
    pytest.param("Ada Loom & Sons", ["Ada Loom & Sons"], False, id="company-sons"),
    pytest.param(r"Loom \& Co, Inc", [r"Loom \& Co, Inc"], False, id="company-comma"),
    pytest.param("One, Ada, Jr", ["One, Ada, Jr"], False, id="two-commas-one-name"),
    pytest.param("One Two, Ada Bo", ["One Two, Ada Bo"], False, id="one-comma"),
    pytest.param("{A B, C D, E F}", ["{A B, C D, E F}"], False, id="braced-commas"),
]
REPAIRED = [
    pytest.param(
        "Ada One, Bo Two, Cy Three", ["Ada One", "Bo Two", "Cy Three"], id="commas"
    ),
    pytest.param("One, A., Two, B. C.", ["One, A.", "Two, B. C."], id="pairs"),
    pytest.param("One, Ada; Two, Bo", ["One, Ada", "Two, Bo"], id="semicolons"),
    pytest.param("Ada One & Bo Two", ["Ada One", "Bo Two"], id="ampersand"),
    pytest.param(r"Ada One \& Bo Two", ["Ada One", "Bo Two"], id="escaped-ampersand"),
    pytest.param(
        "Ada One, Cy Six, Di Ten & Bo Two",
        ["Ada One", "Cy Six", "Di Ten", "Bo Two"],
        id="commas-and-ampersand",
    ),
]


@pytest.mark.parametrize(("text", "names", "others"), LISTS)
def test_a_list_is_split_at_and(text: str, names: list[str], others: bool) -> None:  # noqa: FBT001 - a table's column
    assert split_names(text) == (names, others)
    assert not split_name_list(text).repaired


@pytest.mark.parametrize(("text", "names"), REPAIRED)
def test_a_list_without_and_is_repaired_and_reported(
    text: str, names: list[str]
) -> None:
    found = split_name_list(text)

    assert found.names == names
    assert f"{len(names)} names" in found.repaired


@pytest.mark.parametrize("text", ["A.", "J.-P.", "J. R. R.", "AB", "Ö."])
def test_initials(text: str) -> None:
    assert is_initials(text)


@pytest.mark.parametrize("text", ["", "Ada", "A. Lovelace", "Abcde"])
def test_no_initials(text: str) -> None:
    assert not is_initials(text)


def test_quotes_may_protect_separators() -> None:
    text = 'a="x, y", b={z, w}, c'

    assert split_outside_braces(text, ",", quotes=True) == [
        'a="x, y"',
        " b={z, w}",
        " c",
    ]


@given(st.text())
def test_any_text_is_a_list(text: str) -> None:
    names, _ = split_names(text)

    assert all(name.strip() for name in names)


@given(st.lists(st.from_regex(r"[A-Z][b-m]{1,6}, [A-Z][b-m]{1,6}", fullmatch=True)))
def test_joined_names_are_split_again(names: list[str]) -> None:
    assert split_names(" and ".join(names)) == (names, False)
