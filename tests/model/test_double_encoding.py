"""Text that was encoded twice is put right where that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.double_encoding import undo_double_encoding
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Problem


@pytest.mark.parametrize(
    "text",
    [
        "Müller, Jörg",
        "Łukasz Ščepanović",
        "Gödel\u2019s “proof” \u2013 a study…",
        "東京 and Ελλάδα",
        "à la carte",
        "100 € ± 5 °C",
        "ÖSTERREICH",
        "naïve {\\'e}tude",
        "Są, Tę, Aș and Að",
        "LÓPEZ, BLÅ",
    ],
)
@pytest.mark.parametrize("rounds", [1, 2])
def test_text_that_was_encoded_twice_is_put_right(text: str, rounds: int) -> None:
    damaged = text
    for _ in range(rounds):
        damaged = _encoded_again(damaged)

    assert damaged != text
    assert undo_double_encoding(damaged) == (text, False)


def _encoded_again(text: str) -> str:
    """Take UTF-8 for Windows-1252, as browsers do: five bytes are Latin-1's."""
    return "".join(
        bytes([byte]).decode(
            "latin-1" if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "cp1252"
        )
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ada Loom",
        "Müller",
        "Ångström\u2019s “Étude”",
        "NÃO",
        "a “MANHÃ\u201d",
        "MANHÃ\u201d",
        "The CAFÉ\u2019s NESCAFÉ® and NESCAFÉ™",
        "A LA CARTÉ…",
        "Señor Ñandú \u2013 ¿qué?",
        "Đặng Văn Ưu",
        "ŽIŽEK",
    ],
)
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert undo_double_encoding(text) == (text, False)


@pytest.mark.parametrize(
    "text", ["MÃ¼ller and Žižek", "Itâ€™s 5 € \u2013 or Müller\u2019s"]
)
def test_what_is_damaged_in_part_is_reported_and_left(text: str) -> None:
    assert undo_double_encoding(text) == (text, True)


def test_what_hides_text_does_not_come_back() -> None:
    assert undo_double_encoding(_encoded_again("Lo\u202eom\u200b, Ada")) == (
        "Loom, Ada",
        False,
    )


@given(st.text(st.characters(min_codepoint=33)))
def test_ascii_stays_whatever_the_rest_is(text: str) -> None:
    once, _ = undo_double_encoding(text)

    assert _ascii(once) == _ascii(text)


def _ascii(text: str) -> list[str]:
    return [sign for sign in text if sign.isascii() and sign not in " \x7f"]


def test_the_reader_says_which_field_was_put_right() -> None:
    file = parse_bibtex(
        "@misc{a,\n  author = {MÃ¼ller, JÃ¶rg},\n  title = {MÃ¼ller and Žižek}}",
        "a.bib",
    )

    assert dict(file.entries[0].fields) == {
        "author": "Müller, Jörg",
        "title": "MÃ¼ller and Žižek",
    }
    assert [(one.problem, one.location.line) for one in file.diagnostics] == [
        (Problem.DOUBLE_ENCODING, 2),
        (Problem.DOUBLE_ENCODING, 3),
    ]
    assert "put right" in file.diagnostics[0].message
    assert "left as it is" in file.diagnostics[1].message
