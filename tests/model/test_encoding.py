from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.encoding import decode_bytes, replace_controls
from bibwiki.model.diagnostic import Problem

TEXT = "@article{zoë, title = {Ça “und” ß}}\n"


@pytest.mark.parametrize(
    ("encoding", "reports"),
    [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("utf-16-be", 0), ("utf-16-le", 0)],
)
def test_unicode_in_every_form(encoding: str, reports: int) -> None:
    text, diagnostics = decode_bytes(TEXT.encode(encoding), "a.bib")

    assert text == TEXT
    assert len(diagnostics) == reports


def test_utf16_with_either_mark() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode_bytes(mark + TEXT.encode(encoding), "a.bib") == (TEXT, ())


def test_windows_1252_is_understood_and_reported() -> None:
    content = "@misc{a, title = {Ça}}\n@misc{b, title = {“ß”}}\n".encode("cp1252")

    text, diagnostics = decode_bytes(content, "a.bib")

    assert text == "@misc{a, title = {Ça}}\n@misc{b, title = {“ß”}}\n"
    assert [(each.problem, each.location.line) for each in diagnostics] == [
        (Problem.ENCODING, 1),
        (Problem.ENCODING, 2),
    ]


def test_one_bad_byte_leaves_the_rest_alone() -> None:
    content = "title = {Zoë}\ntitle = {B\udce9}\ntitle = {Ça}".encode(
        "utf-8", "surrogateescape"
    )

    text, diagnostics = decode_bytes(content, "a.bib")

    assert text == "title = {Zoë}\ntitle = {Bé}\ntitle = {Ça}"
    assert [each.location.line for each in diagnostics] == [2]
    assert '"é"' in diagnostics[0].message


def test_bytes_that_no_encoding_has_stay_visible() -> None:
    text, diagnostics = decode_bytes(b"a\x81b", "a.bib")

    assert text == "a\ufffdb"
    assert len(diagnostics) == 1


def test_many_bad_lines_are_one_report() -> None:
    _, diagnostics = decode_bytes(b"ok\n" + b"\xe9\n" * 50, "a.bib")

    assert len(diagnostics) == 1
    assert diagnostics[0].location.line == 2
    assert "50 lines" in diagnostics[0].message


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("% Encoding: Cp1250", "cp1250"),
        (
            "% This file was created with JabRef 2.9.\n% Encoding: ISO8859_2",
            "iso8859-2",
        ),
        ("%!TeX encoding = latin2", "iso8859-2"),
    ],
)
def test_a_declared_encoding_is_obeyed(header: str, encoding: str) -> None:
    content = f"{header}\n@misc{{a, title = {{čš}}}}\n".encode(encoding)

    text, diagnostics = decode_bytes(content, "a.bib")

    assert "čš" in text
    assert [each.problem for each in diagnostics] == [Problem.ENCODING]


@pytest.mark.parametrize("name", ["UTF-8", "hex", "nonsense", "ascii"])
def test_a_wrong_declaration_is_ignored(name: str) -> None:
    text, _ = decode_bytes(f"% Encoding: {name}\n".encode() + b"\xe9", "a.bib")

    assert text.endswith("é")


def test_damaged_utf16_is_reported() -> None:
    text, diagnostics = decode_bytes(b"\xff\xfea\x00\n\x00\x00\xd8b\x00", "a.bib")

    assert text.startswith("a\n")
    assert [each.problem for each in diagnostics] == [Problem.ENCODING]


def test_line_ends_become_one() -> None:
    assert decode_bytes(b"a\r\nb\rc\n\r\nd", "a.bib")[0] == "a\nb\nc\n\nd"


@given(st.binary())
def test_any_bytes_are_decoded(content: bytes) -> None:
    text, diagnostics = decode_bytes(content, "a.bib")

    text.encode("utf-8")
    assert "\r" not in text
    assert all(each.location.line >= 1 for each in diagnostics)


def test_good_lines_stay_what_they_are_beside_bad_ones() -> None:
    content = b"a = {Caf\xc3\xa9}\nb = {Caf\xe9}\n"

    text, diagnostics = decode_bytes(content, "works.bib")

    assert text == "a = {Café}\nb = {Café}\n"
    assert [one.location.line for one in diagnostics] == [2]


@pytest.mark.parametrize(
    ("character", "left"),
    [("\x07", " "), ("\x7f", " "), ("\u200b", ""), ("\u202e", "")],
)
@given(before=st.text("a\n\té字", max_size=4))
def test_controls_are_found_beside_anything(
    character: str, left: str, before: str
) -> None:
    text, places = replace_controls(f"{before}{character}b")

    assert text == f"{before}{left}b"
    assert places == (len(before),)


@given(st.text("a\n\té字"))
def test_what_controls_nothing_is_left_alone(text: str) -> None:
    assert replace_controls(text)[0] == text
