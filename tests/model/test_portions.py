"""A file read in portions says what it says when it is read at once."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.entry import BibFile
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.interpret import interpret_all
from bibwiki.model.portions import (
    interpret_rest,
    interpreted,
    join_portions,
    moved_below,
    read_portion,
    split_portions,
)

if TYPE_CHECKING:
    from bibwiki.model.portions import Portion
    from bibwiki.model.work import Work

PIECES = (
    "@article{one, title = {One}, year = {2001}}\n",
    "@article{two,\n  author = {Example, Ada},\n  date = {bad}\n}\n\n",
    "@book{three, title = {Three}, crossref = {one}}\n",
    "@book{four, title = {Four}, title = {Again}}\n",
    "@misc{five, note = plain words, title = five}\n",
    "@misc{one, title = {A repeat}}\n",
    "@misc{six, title = mac # { six}}\n",
    "@string{mac = {Macro}}\n",
    "@string{mac = {Another}}\n",
    "@comment{@misc{hidden, title = {Hidden}}\n",
    "@comment{closed}\n",
    "@misc{open, title = {Open\n",
    '@misc{quoted, title = "Quoted\n',
    "@misc{inner, abstract = {A line\n@misc{not, title = {Not}}\n}}\n",
    "}\n",
    "year = {1999}}\n",
    "Free text.\n\n",
    "% a comment\n",
    "@unfinished",
)


def in_portions(text: str, kept_below: int = 0) -> Portion | None:
    macros = {}
    portions = []
    for piece in split_portions(text, entries=1):
        read = read_portion(piece, "x.bib", macros)
        # When it was kept, so many lines stood above each portion.
        lines = piece.count("\n")
        portions.append((moved_below(read, kept_below * len(portions)), lines))
        macros = portions[0][0].file.macros
    return join_portions(portions) if portions else None


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join),
    st.integers(0, 3),
)
def test_portions_say_what_the_whole_file_says(text: str, kept_below: int) -> None:
    joined = in_portions(text, kept_below)

    if joined is not None:
        assert joined == interpreted(parse_bibtex(text, "x.bib"))


@given(st.sampled_from(PIECES), st.integers(0, 9))
def test_a_portion_that_is_read_where_it_stands_need_not_be_moved(
    piece: str, above: int
) -> None:
    read = read_portion(piece, "x.bib", {}, above)

    assert read == moved_below(read_portion(piece, "x.bib", {}), above)


def without_text(work: Work) -> Work:
    return replace(work, entry=replace(work.entry, raw=""))


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_completing_and_interpreting_gives_the_same_works(text: str) -> None:
    file = parse_bibtex(text, "x.bib")
    portion = interpreted(file)
    entries, _ = inherit_fields([file])
    kept, _ = inherit_fields([portion.file])
    works, diagnostics = interpret_rest(kept, [portion])
    expected, same = interpret_all(entries)

    assert diagnostics == same
    assert list(map(without_text, works)) == list(map(without_text, expected))


def test_works_share_creators_and_venues_that_are_alike() -> None:
    alike = "author = {Example, Ada and Rook, Bo}, journal = {Cloth Letters}"
    text = f"@article{{one, {alike}}}\n@article{{two, {alike}}}\n"
    portions = [
        read_portion(piece, "x.bib", {}) for piece in text.splitlines(keepends=True)
    ]
    # Loaded from files, they share nothing.
    loaded = [pickle.loads(pickle.dumps(one)) for one in portions]  # noqa: S301 - ours
    entries = [entry for one in loaded for entry in one.file.entries]
    (one, two), _ = interpret_rest(entries, loaded)

    assert [c.name.family for c in one.contributions] == ["Example", "Rook"]
    assert all(
        a is b for a, b in zip(one.contributions, two.contributions, strict=True)
    )
    assert one.venue is two.venue is not None


def test_sound_files_are_read_in_portions() -> None:
    text = "".join(PIECES[:4]) + PIECES[6]

    assert len(split_portions(text, entries=1)) == 5
    assert in_portions(text) is not None


@pytest.mark.parametrize("piece", [PIECES[5], PIECES[11], PIECES[12]])
def test_doubtful_files_are_read_at_once(piece: str) -> None:
    assert in_portions(PIECES[0] + PIECES[1] + piece + PIECES[2]) is None


def test_nothing_is_between_portions() -> None:
    text = "".join(PIECES[:6])

    assert "".join(split_portions(text, entries=1)) == text


def test_an_added_entry_moves_no_other_border() -> None:
    entries = [f"@misc{{key{n}, title = {{{n}}}}}\n" for n in range(200)]
    before = split_portions("".join(entries), entries=10)
    after = split_portions(
        "".join([*entries[:90], "@misc{new, title = {N}}\n", *entries[90:]]), entries=10
    )

    assert len({*after} - {*before}) <= 2


def test_an_empty_file_has_no_portions() -> None:
    assert split_portions("") == []
    assert isinstance(parse_bibtex("", "x.bib"), BibFile)
