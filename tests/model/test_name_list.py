# ruff: noqa: RUF001 - the commas of other scripts are meant

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.names.name_list import split_name_list, split_names
from bibwiki.model.names.outside_braces import split_outside_braces
from bibwiki.model.names.short_words import is_initials

LISTS = [
    pytest.param("Ada One and Bo Two", ["Ada One", "Bo Two"], False, id="and"),
    pytest.param("Ada One AND\n\tBo Two", ["Ada One", "Bo Two"], False, id="layout"),
    pytest.param("Ada One\u00a0and Bo Two", ["Ada One", "Bo Two"], False, id="nbsp"),
    pytest.param("{One and Two} and Bo", ["{One and Two}", "Bo"], False, id="braces"),
    pytest.param("Ada One~and~Bo Two", ["Ada One", "Bo Two"], False, id="tied"),
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
BRACED = [
    pytest.param("{One, Two and Sons, Inc.}", id="organization"),
    pytest.param("{One and Two}", id="two-words"),
    pytest.param("{One, Ada}", id="one-person"),
    pytest.param("{One, Ada} and {Two, Bo}", id="each-in-braces"),
]
OTHERS = [
    "A B and others",
    "A B and OTHERS",
    "A B et al.",
    "A B, et al",
    "A B and et~al.",
    r"A B \and others",
    "A B\nand\n\tothers",
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
    pytest.param(
        "Ada One, Bo Two, and Cy Three",
        ["Ada One", "Bo Two", "Cy Three"],
        id="comma-before-and",
    ),
    pytest.param("A. One, B.-C. Two", ["A. One", "B.-C. Two"], id="initials-first"),
    pytest.param(
        "One AB, Two C, and Three D",
        ["One, A B", "Two, C", "Three, D"],
        id="pubmed",
    ),
    pytest.param(
        "One, A., Two, B., and Three, C.",
        ["One, A.", "Two, B.", "Three, C."],
        id="pairs-and-one",
    ),
    pytest.param(
        "O&ntilde;e, Ada &amp; Two, Bo", ["Oñe, Ada", "Two, Bo"], id="entities"
    ),
    pytest.param(
        "{One, Ada and Two, Bo}", ["One, Ada", "Two, Bo"], id="list-in-braces"
    ),
    pytest.param("李明、王芳", ["李明", "王芳"], id="enumeration-comma"),
    pytest.param("李明，王芳；陈静", ["李明", "王芳", "陈静"], id="wide-separators"),
]
KEPT = [
    pytest.param("Loom Vale, Ada Maria and Orr, Bo", id="double-family-name"),
    pytest.param("One Two, Ada and Three, Bo", id="two-family-names"),
    pytest.param("One Two, Ada Bo and Cy Three", id="two-family-and-given-names"),
    pytest.param("de One, Ada Cy and Bo Two", id="particle-before-and"),
    pytest.param("One Two, Ada Bo", id="one-name-or-two"),
    pytest.param("One, A.", id="initials"),
    pytest.param("One, Jr., A.", id="suffix"),
    pytest.param("A. One, Jr.", id="suffix-last"),
    pytest.param("One A and Two B", id="pubmed-or-not"),
    pytest.param("de One, Ada Cy", id="particle"),
    pytest.param("O Neil, S. B.", id="letter-first"),
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
    assert re.search(r"was read as \d names", found.repaired)


@pytest.mark.parametrize("text", OTHERS)
def test_others_are_nobody(text: str) -> None:
    assert split_names(text) == (["A B"], True)


@pytest.mark.parametrize("gap", [" and ", "\nand\n", "\tAND ", "  And\n ", r" \and "])
def test_and_may_be_laid_out_in_any_way(gap: str) -> None:
    assert split_names(f"A B{gap}C D") == (["A B", "C D"], False)


@pytest.mark.parametrize("text", BRACED)
def test_braces_protect_what_may_be_an_organization(text: str) -> None:
    names = split_name_list(text).names

    assert names == re.findall(r"\{[^{}]*\}", text)


@pytest.mark.parametrize("text", KEPT)
def test_what_may_be_one_name_is_left_alone(text: str) -> None:
    found = split_name_list(text)

    assert found.names == text.split(" and ")
    assert not found.repaired


def test_a_repaired_list_says_how_many_names_a_part_holds() -> None:
    repaired = split_name_list("Ada One, Bo Two, and Cy Three").repaired

    assert repaired == '"Ada One, Bo Two," was read as 2 names'


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
