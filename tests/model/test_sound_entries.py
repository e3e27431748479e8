"""Entries that one pattern a field reads, and those that it leaves to bibtexparser."""

from __future__ import annotations

import pytest
from bibtexparser.model import DuplicateFieldKeyBlock, Entry
from bibtexparser.splitter import Splitter
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.bibtex.sound_entries import read_sound_entry
from bibwiki.model.bibtex.values import parse_value

SOUND = [
    pytest.param("@misc{a,}", {}, id="no-field"),
    pytest.param("@misc{a, t = {x}}", {"t": "x"}, id="braces"),
    pytest.param('@misc{a, t = "x"}', {"t": "x"}, id="quotes"),
    pytest.param('@misc{a, t = ""}', {"t": ""}, id="empty-quotes"),
    pytest.param("@misc{a, t = {}}", {"t": ""}, id="empty-braces"),
    pytest.param("@Misc {a,\n t={x},\n}", {"t": "x"}, id="comma-behind-the-last-field"),
    pytest.param("@misc{a, year = 1990 }", {"year": "1990"}, id="number"),
    pytest.param("@misc{a, t = {x {y {z} }{}}}", {"t": "x {y {z} }{}"}, id="nested"),
    pytest.param('@misc{a, t = "x {y {z}}"}', {"t": "x {y {z}}"}, id="nested-quotes"),
    pytest.param('@misc{a, t = {say "x"}}', {"t": 'say "x"'}, id="quotes-in-braces"),
    pytest.param(r"@misc{a, t = {1\{2}}", {"t": r"1\{2"}, id="escaped-brace"),
    pytest.param(r'@misc{a, t = "{\"o}"}', {"t": r"{\"o}"}, id="escaped-quote"),
    pytest.param("@misc{a, t = {me@home}}", {"t": "me@home"}, id="mail"),
    pytest.param("@misc{a, t={x}, t={y}}", {"t": "y"}, id="repeated-field"),
]


@pytest.mark.parametrize(("text", "fields"), SOUND)
def test_a_sound_entry_is_read(text: str, fields: dict[str, str]) -> None:
    block = read_sound_entry(f"before {text} behind", 7)

    assert block is not None
    assert (block.entry_type, block.key) == ("misc", "a")
    assert {field.name: field.value for field in block.fields} == fields
    assert (block.start, block.end, block.raw) == (7, 7 + len(text), text)


DOUBTFUL = [
    pytest.param("@misc(a, t = {x})", id="round-brackets"),
    pytest.param("@misc{a b, t = {x}}", id="key-with-a-space"),
    pytest.param("@misc{, t = {x}}", id="no-key"),
    pytest.param("@misc{a}", id="key-alone"),
    pytest.param("@{a, t = {x}}", id="no-type"),
    pytest.param("@comment{a, t = {x}}", id="comment"),
    pytest.param("@String{a, t = {x}}", id="macro-definition"),
    pytest.param('@misc{a, t = {x} # "y"}', id="concatenation"),
    pytest.param("@misc{a, t = {x} u = {y}}", id="no-comma"),
    pytest.param("@misc{a, t = {x}, % why\n u = {y}}", id="comment-between-fields"),
    pytest.param("@misc{a, t = {x {y}", id="never-closed"),
    pytest.param('@misc{a, t = "x} y"}', id="unbalanced-quotes"),
    pytest.param('@misc{a, t = "x {"} y"}', id="protected-quote"),
    pytest.param("@misc{a, t = {{{{{x}}}}}}", id="deep-nesting"),
    pytest.param("@misc{a, t = {x\n@misc{b, u = {y}}}}", id="entry-in-a-value"),
    pytest.param("@misc{a, t = 19a}", id="neither-number-nor-macro"),
    pytest.param("@misc{a, 1t = {x}}", id="odd-field-name"),
]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_anything_else_is_left_to_others(text: str) -> None:
    assert read_sound_entry(text, 0) is None


PARTS = st.lists(
    st.sampled_from(
        ["@misc{a,", "@b {k ,", "t = ", "u={", "{", "}", '"', ",", "=", "\\", "@", "x",
         "1990", "jan", "\n", " ", "{x}", '"y"', "#", "%", "(", ")", "\n@c{k,",
         "\u00a0", "t = {x},", 'u = "y {z}"', "}\n", "\x0c", "é"]
    ),
    max_size=25,
)  # fmt: skip


@given(PARTS)
def test_what_is_read_is_what_bibtexparser_reads(parts: list[str]) -> None:
    text = "@misc{k, " + "".join(parts) + "}"
    block = read_sound_entry(text, 0)
    if block is None:
        return
    other = Splitter(text).split().blocks[0]
    if isinstance(other, DuplicateFieldKeyBlock):
        assert other.ignore_error_block is not None
        other = other.ignore_error_block

    assert isinstance(other, Entry)
    assert (block.entry_type, block.key) == (other.entry_type, other.key)
    assert block.raw == other.raw
    assert [(field.name, field.value) for field in block.fields] == [
        (field.key, parse_value(field.value)) for field in other.fields
    ]


def test_a_file_reads_alike_in_parts_and_as_a_whole() -> None:
    """Sound entries, doubtful ones and text between them do not disturb each other."""
    texts = [
        "@misc{a, t = {x}}",
        "@misc{b, t = {x} # {y}}",
        "@misc(c, t = {x})",
        "@comment{@misc{d, t = {x}}}",
        "text with an @ and a } in it",
        "@misc{e, t = {never closed",
        "@misc{f, t = {x}} @misc{g, t = {y}}",
    ]
    whole = parse_bibtex("\n".join([*texts, *texts]), "a.bib")

    keys = [entry.key for entry in whole.entries if entry.kept]
    assert keys == ["a", "b", "c", "e", "f", "g"]
    repeats = [entry.key for entry in whole.entries if not entry.kept]
    assert repeats == keys
