from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.folding import fold, fold_words, kebab, name_key, split_words
from bibwiki.model.names.name import Name

SAME = [
    pytest.param("Lovelace, Ada", "Ada Lovelace", id="order"),
    pytest.param("ADA LOVELACE", "ada  lovelace", id="case-and-space"),
    pytest.param("Ada~Lovelace", "Ada\u00a0Lovelace", id="ties"),
    pytest.param("J.R. Quill", "J. R. Quill", id="initials"),
    pytest.param("Jean-Luc Prune", "Jean Luc Prune", id="hyphen"),
    pytest.param("Jean\u2010Luc Prune", "Jean\u2013Luc Prune", id="hyphens"),
    pytest.param("Zo\u00eb", "Zoe\u0308", id="composed-or-not"),
    pytest.param("Zo\u00eb", "Zoe", id="accent"),
    pytest.param("S\u00f8ren \u0141uk", "Soren Luk", id="letters-without-parts"),
    pytest.param("Stra\u00dfe", "STRASSE", id="sharp-s"),
    pytest.param("O\u2019Bray", "O'Bray", id="apostrophes"),
    pytest.param("O\u00b4Bray", "OBray", id="accent-as-apostrophe"),
    pytest.param("Ada\u200bLovelace", "AdaLovelace", id="zero-width"),
    pytest.param("\uff21\uff44\uff41", "Ada", id="full-width"),
    pytest.param("Quill, Jr., Ada", "Ada Quill Jr", id="suffix-in-the-middle"),
    pytest.param("Ada Quill, Jr.", "Ada Quill Jr", id="suffix-last"),
    pytest.param("Works & Co", "Works and Co", id="ampersand"),
    pytest.param("looms_and_cards", "Looms and cards", id="underscore"),
    pytest.param("\u05d0\u05b8\u05d3\u05d4", "\u05d0\u05d3\u05d4", id="hebrew-points"),
    pytest.param("\u0130pek", "ipek", id="dotted-capital-i"),
]
DIFFERENT = [
    pytest.param("A. Quill", "Ada Quill", id="initial"),
    pytest.param("Ada Quill", "Ada B. Quill", id="middle-name"),
    pytest.param("Ada Quill", "Ada Quill, Jr", id="suffix"),
    pytest.param("\u0410da", "Ada", id="cyrillic-lookalike"),
    pytest.param("C", "C++", id="plus"),
    pytest.param("C", "C#", id="sharp"),
    pytest.param("\u304b", "\u304c", id="kana-voicing"),
    pytest.param("\u0915\u093f", "\u0915\u0940", id="indic-vowels"),
    pytest.param("Ada, Bea, Cleo and Dot", "Cleo and Dot Ada Bea", id="a-list"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_fold_differently(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Lovelace, Ada", "ada lovelace", id="name"),
        pytest.param("On Looms, Cards", "cards on looms", id="one-comma-turns"),
        pytest.param("...", "...", id="nothing-but-signs"),
        pytest.param(" \t", "", id="blank"),
        pytest.param("Ada,", "ada", id="empty-part"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_words(fold_words(text)) == fold_words(text)


@given(st.text())
def test_only_blank_or_invisible_text_folds_to_nothing(text: str) -> None:
    if text.strip():
        assert fold(text)


PARTS = st.text(st.characters(categories=["L"]), min_size=2, max_size=8)


@given(PARTS, PARTS, PARTS)
def test_a_name_s_key_is_the_fold_of_its_forms(
    given_name: str, particle: str, family: str
) -> None:
    name = Name(given_name, family, particle)

    assert name_key(name) == fold(name.display)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(Name("Ada", "Quill"), id="plain"),
        pytest.param(Name("Ada", "Quill", "van der", "Jr"), id="all-parts"),
        pytest.param(Name("Ada", "Quill", suffix="III"), id="numeral"),
        pytest.param(Name(literal="Guild of Weavers, Leeds"), id="literal"),
        pytest.param(Name(family="Ada"), id="mononym"),
    ],
)
def test_display_and_inverted_forms_have_the_name_s_key(name: Name) -> None:
    assert fold(name.display) == fold(name.inverted) == name_key(name)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        pytest.param("Ada Lovelace", "ada-lovelace", id="plain"),
        pytest.param("Zoë O'Bray-Smith, Jr.", "zoe-obray-smith-jr", id="signs"),
        pytest.param("C++", "c", id="kept-signs-go"),
        pytest.param("李 明", "李-明", id="other-script"),
        pytest.param("../../etc", "etc", id="path"),
        pytest.param("?!", "", id="nothing"),
    ],
)
def test_kebab(text: str, id_: str) -> None:
    assert kebab(text) == id_


@given(st.text())
def test_an_id_holds_no_space_and_no_separator(text: str) -> None:
    assert not set(kebab(text)) & set(" \t\n/\\.:\0\"'<>")


@given(st.lists(st.text(max_size=12), max_size=4))
def test_words_are_folded_one_by_one(texts: list[str]) -> None:
    alone = [word for text in texts for word in split_words(text)]

    assert split_words(" ".join(texts)) == alone
    assert not alone or fold_words(" ".join(texts)) == " ".join(alone)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_folds_as_it_does_among_other_letters(text: str) -> None:
    assert split_words(f"{text} \u044e") == [*split_words(text), "\u044e"]
