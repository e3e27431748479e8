from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.diagnostic import Problem
from bibwiki.model.names.name import Name
from bibwiki.model.names.parse import parse_name

SOUND = [
    pytest.param("Ada Lovelace", Name("Ada", "Lovelace"), id="first-last"),
    pytest.param("Lovelace, Ada", Name("Ada", "Lovelace"), id="last-first"),
    pytest.param("Plato", Name("", "Plato"), id="mononym"),
    pytest.param("Ada Quill$^{1,2}$", Name("Ada", "Quill"), id="raised-mark"),
    pytest.param(
        r"Ada Quill\thanks{Loom Inc.}\textsuperscript{*}",
        Name("Ada", "Quill"),
        id="thanks",
    ),
    pytest.param(r"Ada Quill\footnote{At Loom.}", Name("Ada", "Quill"), id="footnote"),
    pytest.param(r"\textbf{Quill, Ada}", Name("Ada", "Quill"), id="bold"),
    pytest.param(r"{\bf A. Quill}", Name("A.", "Quill"), id="bold-group"),
    pytest.param("Ada Quill*", Name("Ada", "Quill"), id="asterisk"),
    pytest.param(
        "LOOM Collaboration", Name(literal="LOOM Collaboration"), id="collaboration"
    ),
    pytest.param("Ada Quill 0001", Name("Ada", "Quill"), id="number-of-dblp"),
    pytest.param(
        "Ada Quill (0000-0002-1825-0097)", Name("Ada", "Quill"), id="orcid-in-brackets"
    ),
    pytest.param(
        "Quill, Ada [ORCID: 0000-0002-1825-0097]", Name("Ada", "Quill"), id="orcid-last"
    ),
    pytest.param("Ada Quill <ada@loom.example>", Name("Ada", "Quill"), id="address"),
    pytest.param("Quill, A. (Ed.)", Name("A.", "Quill"), id="role-in-brackets"),
    pytest.param("Quill, Ada, ed.", Name("Ada", "Quill"), id="role-behind-commas"),
    pytest.param("Quill, Ed", Name("Ed", "Quill"), id="ed-is-a-name"),
    pytest.param('"Quill, Ada"', Name("Ada", "Quill"), id="quoted"),
    pytest.param("'t Loom, Ada", Name("Ada", "Loom", "'t"), id="apostrophe-first"),
    pytest.param("A.Quill", Name("A.", "Quill"), id="glued-initial"),
    pytest.param("A.-B.Quill-Loom", Name("A.-B.", "Quill-Loom"), id="glued-initials"),
    pytest.param("A.B.", Name("", "A.B."), id="initials-alone"),
    pytest.param("Quill, V.", Name("V.", "Quill"), id="five-is-an-initial"),
    pytest.param("Quill, II", Name("", "Quill", "", "II"), id="second-is-none"),
    pytest.param("Wim van Dam", Name("Wim", "Dam", "van"), id="first-von-last"),
    pytest.param("van Dam, Wim", Name("Wim", "Dam", "van"), id="von-last-first"),
    pytest.param("van Dam", Name("", "Dam", "van"), id="von-last"),
    pytest.param(
        "Iris de la Cour Noire", Name("Iris", "Cour Noire", "de la"), id="two-particles"
    ),
    pytest.param(
        "Vic de Paul van Oost", Name("Vic", "Oost", "de Paul van"), id="von-spans"
    ),
    pytest.param("bell quill", Name("bell", "quill"), id="all-in-small-letters"),
    pytest.param("di quill", Name("", "quill", "di"), id="small-particle-first"),
    pytest.param("Quill, Jr., Max", Name("Max", "Quill", "", "Jr."), id="jr-middle"),
    pytest.param("Quill, Max, Jr.", Name("Max", "Quill", "", "Jr."), id="jr-last"),
    pytest.param("Max Quill Jr.", Name("Max", "Quill", "", "Jr."), id="jr-no-comma"),
    pytest.param("Quill III, Max", Name("Max", "Quill", "", "III"), id="iii-in-family"),
    pytest.param("Max Quill, Jr.", Name("Max", "Quill", "", "Jr."), id="jr-is-first"),
    pytest.param("Quill, Mia, PhD", Name("Mia", "Quill", "", "PhD"), id="degree"),
    pytest.param("Quill, I.", Name("I.", "Quill"), id="initial-is-no-suffix"),
    pytest.param("{Loom Society}", Name(literal="Loom Society"), id="corporate"),
    pytest.param(
        r"{Loom \& Sons, Inc.}",
        Name(literal="Loom & Sons, Inc."),
        id="corporate-commas",
    ),
    pytest.param("{Loom and} Sons", Name("Loom and", "Sons"), id="braces-join-words"),
    pytest.param("{Loom}{Sons}", Name("", "LoomSons"), id="two-groups-are-no-literal"),
    pytest.param("Jo {van den} Berg", Name("Jo van den", "Berg"), id="braces-no-von"),
    pytest.param(r"{\O}rn, Bo~K.", Name("Bo K.", "Ørn"), id="special-and-tie"),
    pytest.param(r"\'Etta Dupuy", Name("Étta", "Dupuy"), id="accent-first"),
    pytest.param(r"Jo {\'e}l Dupuy", Name("Jo", "Dupuy", "él"), id="small-special"),
    pytest.param(r"Jean\ Paul Roc", Name("Jean Paul", "Roc"), id="control-space"),
    pytest.param(r"Fran\c cois Roc", Name("François", "Roc"), id="spaced-accent"),
    pytest.param(r"S\o ren \L uk", Name("Søren", "Łuk"), id="spaced-letters"),
    pytest.param("J.-P. Roc", Name("J.-P.", "Roc"), id="hyphenated-initials"),
    pytest.param("李小花", Name("", "李小花"), id="han"),
    pytest.param("دانا, عادا", Name("عادا", "دانا"), id="right-to-left"),
    pytest.param("Zoe\u0308 Moe", Name("Zoë", "Moe"), id="combining-mark-composed"),
    pytest.param(
        "given=Ada, family=Lovelace, prefix=de, suffix=Jr",
        Name("Ada", "Lovelace", "de", "Jr"),
        id="extended",
    ),
    pytest.param(
        'family="Quill, Son", given={Max, B.}, id=x',
        Name("Max, B.", "Quill, Son"),
        id="extended-quoted",
    ),
]
DOUBTFUL = [
    pytest.param("A, B, C, D", Name(literal="A, B, C, D"), id="too-many-commas"),
    pytest.param("Quill, Max,", Name("Max", "Quill"), id="trailing-comma"),
    pytest.param(", Max", Name("", "Max"), id="leading-comma"),
    pytest.param(",", Name(literal=","), id="only-a-comma"),
    pytest.param("", Name(literal=""), id="empty"),
    pytest.param("{}", Name(literal=""), id="empty-braces"),
    pytest.param("given=Ada, rest", Name("Ada"), id="extended-damaged"),
    pytest.param("id=x", Name(literal="id=x"), id="extended-without-name"),
    pytest.param("{Max Quill", Name("", "Max Quill"), id="open-brace"),
    pytest.param("{{Max Quill}", Name(literal="Max Quill"), id="open-braces"),
    pytest.param("~, Max", Name("Max"), id="only-a-tie"),
]


@pytest.mark.parametrize(("raw", "expected"), SOUND)
def test_a_name_is_split_after_bibtex(raw: str, expected: Name) -> None:
    assert parse_name(raw) == (expected, None)


@pytest.mark.parametrize(("raw", "expected"), DOUBTFUL)
def test_a_doubtful_name_is_kept(raw: str, expected: Name) -> None:
    name, problem = parse_name(raw)

    assert name == expected
    assert problem in {Problem.INVALID_NAME, None}


@pytest.mark.parametrize("raw", ["A, B, C, D", "Quill, Max,", "", "given=Ada, rest"])
def test_a_doubtful_name_is_reported(raw: str) -> None:
    assert parse_name(raw)[1] is Problem.INVALID_NAME


def test_display_forms_of_a_name() -> None:
    name = Name("Ludo", "Berg", "van", "Jr.")

    assert name.display == "Ludo van Berg, Jr."
    assert name.inverted == "van Berg, Jr., Ludo"
    assert name.short == "van Berg"
    assert Name(literal="Loom Society").short == "Loom Society"
    assert Name(literal="Loom Society").inverted == "Loom Society"
    assert Name(given="Ada").short == "Ada"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_a_name(raw: str) -> None:
    name, problem = parse_name(raw)

    assert name.display or problem is Problem.INVALID_NAME


WORDS = st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True).filter(
    lambda word: word.lower() not in {"iii", "viii", "esq", "junior", "senior"}
)


@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=2))
def test_the_inverted_form_reads_back(
    given_names: list[str], family: list[str]
) -> None:
    name = Name(" ".join(given_names), " ".join(family))

    assert parse_name(name.inverted) == (name, None)
