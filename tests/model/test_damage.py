"""Whatever happens to one entry, the entries around it stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.reader import parse_bibtex

LINES = """\
@article{KEY,
  author = {Loom, Ada and {Loom Society}},
  title = {The {GPT} of Looms},
  journal = {Journal of Looms},
  year = 2020,
  pages = {1--20},
  note = {A, b \\'{e} and {\\"u}}
}
"""
QUOTES = """\
@article{KEY,
  author = "Loom, Ada and {Loom Society}",
  title = "The {GPT} of Looms",
  year = 2020,
  note = "A {"}b{"} c",
}
"""
ONE_LINE = " ".join(line.strip() for line in LINES.splitlines()) + "\n"
STYLES = st.sampled_from([LINES, QUOTES, ONE_LINE])
SIGNS = st.sampled_from(list('{}",=@#\\()%\n'))
PLACES = st.integers(0, 300)


def _entries(text: str) -> dict[str, dict[str, str]]:
    return {each.key: dict(each.fields) for each in parse_bibtex(text, "a.bib").entries}


def _check_neighbours(sound: str, damaged: str) -> None:
    before = sound.replace("KEY", "before")
    after = [sound.replace("KEY", key) for key in ("after", "last")]
    found = _entries(f"{before}\n{damaged}\n{after[0]}\n{after[1]}")

    for key in ("before", "after", "last"):
        assert found[key] == _entries(sound.replace("KEY", key))[key]


@given(STYLES, PLACES, SIGNS)
def test_a_sign_too_many_hurts_no_neighbour(style: str, place: int, sign: str) -> None:
    place %= len(style)
    _check_neighbours(style, f"{style[:place]}{sign}{style[place:]}")


@given(STYLES, PLACES)
def test_a_missing_sign_hurts_no_neighbour(style: str, place: int) -> None:
    place %= len(style)
    _check_neighbours(style, style[:place] + style[place + 1 :])


@given(STYLES, PLACES)
def test_a_missing_end_hurts_no_neighbour(style: str, place: int) -> None:
    _check_neighbours(style, style[: 1 + place % len(style)])


@pytest.mark.parametrize("sign", list('{}"=,'))
@pytest.mark.parametrize(
    "style", [LINES, QUOTES, ONE_LINE], ids=["lines", "quotes", "one"]
)
def test_no_missing_sign_inside_an_entry_loses_it(style: str, sign: str) -> None:
    text = style.replace("KEY", "damaged")
    start = text.index("author")
    for place in range(start, len(text)):
        if text[place] == sign:
            found = _entries(text[:place] + text[place + 1 :])

            assert "damaged" in found
            assert len(found["damaged"]) >= 4
