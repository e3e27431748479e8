from __future__ import annotations

import gc
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.double_encoding import undo_double_encoding
from bibwiki.model.bibtex.reader import parse_bibtex, read_bibtex, read_bibtex_files
from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.diagnostic import Problem
from bibwiki.model.garbage import keep_all, look_again
from bibwiki.model.interpret import interpret

CASES = Path(__file__).parents[1] / "cases" / "bib"


def test_a_missing_file_has_no_entries(tmp_path: Path) -> None:
    file = read_bibtex(tmp_path / "nowhere.bib", "bib/nowhere.bib")

    assert file.path == "bib/nowhere.bib"
    assert file.entries == ()
    assert [each.problem for each in file.diagnostics] == [Problem.UNREADABLE_FILE]
    assert str(file.diagnostics[0].location) == "bib/nowhere.bib:1"


@pytest.mark.parametrize("name", ["", "a\0b.bib"])
def test_a_path_that_is_none_is_reported(tmp_path: Path, name: str) -> None:
    file = read_bibtex(tmp_path / name)

    assert [each.problem for each in file.diagnostics] == [Problem.UNREADABLE_FILE]


def test_a_file_is_called_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a}", encoding="utf-8")

    assert read_bibtex(path).path == path.as_posix()


def test_encoding_problems_come_first(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"@misc{, title = {x}}\n@misc{b, title = {\xe9}}\n")
    file = read_bibtex(path)

    assert [each.problem for each in file.diagnostics] == [
        Problem.ENCODING,
        Problem.MISSING_KEY,
    ]
    assert file.entries[1].fields == {"title": "é"}


def test_files_share_macros_in_order(tmp_path: Path) -> None:
    contents = ["@string{a = {A}}", "@misc{x, title = a # b}", "@string{b = {B}}"]
    for number, content in enumerate(contents):
        (tmp_path / f"{number}.bib").write_text(content, encoding="utf-8")
    files = read_bibtex_files((tmp_path / f"{n}.bib", None) for n in range(3))

    assert files[1].entries[0].fields == {"title": "Ab"}
    assert [each.problem for each in files[1].diagnostics] == [Problem.UNDEFINED_MACRO]
    assert files[2].macros == {"a": "A", "b": "B"}


def test_the_raw_text_is_kept() -> None:
    text = "@misc{a,\n  title = {x}\n}"
    file = parse_bibtex(f"junk\n{text}\nmore junk", "a.bib")

    assert file.entries[0].raw == text


def test_control_characters_become_spaces_and_are_reported() -> None:
    file = parse_bibtex("@misc{a}\n@misc{b\0, title = {x\x1b\ud800y}}", "a.bib")

    assert [each.key for each in file.entries] == ["a", "b"]
    assert file.entries[1].fields == {"title": "x  y"}
    assert [(each.problem, each.location.line) for each in file.diagnostics] == [
        (Problem.CONTROL_CHARACTERS, 2)
    ]


def test_a_made_up_key_lasts_while_the_entry_does() -> None:
    one = parse_bibtex("@misc{, title = {x}}", "a.bib").entries[0].key
    other = parse_bibtex("@misc{a}\n\n@misc{,   title = {x}}", "a.bib").entries[1].key

    assert one == other
    assert one.startswith("unnamed-")


def test_every_repeat_is_reported_once_and_kept() -> None:
    file = parse_bibtex("@misc{a}\n" * 1000, "a.bib")

    assert len(file.entries) == 1000
    assert [each.kept for each in file.entries].count(True) == 1
    assert [each.location.line for each in file.diagnostics] == list(range(2, 1001))


def test_macros_cannot_grow_beyond_bounds() -> None:
    rows = [f"@string{{m{n + 1} = m{n} # m{n} # m{n} # m{n}}}" for n in range(60)]
    uses = [f"@misc{{e{n}, title = m60 # m59}}" for n in range(300)]
    file = parse_bibtex("\n".join(["@string{m0 = {lol}}", *rows, *uses]), "a.bib")

    assert len(file.entries) == 300
    assert sum(len(each.fields["title"]) for each in file.entries) < 50_000_000
    assert Problem.OVERSIZED_MACRO in {each.problem for each in file.diagnostics}


def test_long_chains_of_macros_are_followed() -> None:
    rows = [f"@string{{m{n} = m{n + 1} # {{x}}}}" for n in range(3000)]
    file = parse_bibtex("\n".join(["@misc{a, title = m0}", *rows]), "a.bib")

    assert file.entries[0].fields["title"].endswith("xxx")


def test_a_long_text_in_one_macro_is_kept() -> None:
    text = "x" * 200_000
    file = parse_bibtex(f"@string{{a = {{{text}}}}}@misc{{b, title = a}}", "a.bib")

    assert file.entries[0].fields["title"] == text


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    parse_bibtex("@misc{a}", "a.bib")
    assert gc.isenabled()
    gc.disable()
    try:
        parse_bibtex("@misc{a}", "a.bib")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_leaves_what_is_kept_from_the_collector() -> None:
    frozen = gc.get_freeze_count()
    keep_all()
    try:
        kept = gc.get_freeze_count()
        parse_bibtex("@misc{a}", "a.bib")
        assert gc.get_freeze_count() >= kept > frozen
    finally:
        look_again()

    parse_bibtex("@misc{a}", "a.bib")
    assert gc.get_freeze_count() == 0


def test_reading_counts_nothing_that_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting goes through all of it; and files are read hundreds of times."""

    def count() -> int:
        raise AssertionError

    monkeypatch.setattr(gc, "get_freeze_count", count)

    assert parse_bibtex("@misc{a}", "a.bib").entries


def test_a_splitter_that_fails_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        raise RuntimeError

    monkeypatch.setattr("bibtexparser.splitter.Splitter", fail)
    file = parse_bibtex("@misc{a, title = {x}}\n@misc{b, title = {y}}", "a.bib")

    assert [each.key for each in file.entries] == ["a", "b"]
    assert file.diagnostics == ()


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in sorted(CASES.glob("*.bib"))]
)
def test_what_was_understood_reads_back(path: Path) -> None:
    for entry in read_bibtex(path).entries:
        written = format_bibtex(entry, own_fields=True, private_fields=True)
        file = parse_bibtex(written, "a.bib")

        assert file.diagnostics == ()
        again = format_bibtex(file.entries[0], own_fields=True, private_fields=True)
        assert again == written


FRAGMENTS = st.lists(
    st.sampled_from(
        ["@article{", "@misc(", "@string{", "@comment{", "@", "key", ",", "=", "{", "}",
         '"', "(", ")", "#", "title", "year", " = {T}", "\n", "\n  author = ", " ",
         "\\", "% x\n", "jan", "2020", "é", "\n}\n", "@{"]
    ),
    max_size=40,
)  # fmt: skip


@given(FRAGMENTS)
def test_any_fragments_are_read(fragments: list[str]) -> None:
    text = "".join(fragments)
    file = parse_bibtex(text, "a.bib")
    lines = text.count("\n") + 1

    assert all(1 <= each.location.line <= lines for each in file.diagnostics)
    assert all(each.key and each.raw in text for each in file.entries)
    assert pickle.loads(pickle.dumps(file)) == file  # noqa: S301 - our own bytes
    for entry in file.entries:
        interpret(entry)


@given(FRAGMENTS)
def test_damage_spares_the_entries_behind_it(fragments: list[str]) -> None:
    sound = "\n@misc{sound,\n  title = {Sound},\n  year = {2020}\n}\n"
    file = parse_bibtex("".join(fragments) + "\n" + sound, "a.bib")

    found = [each for each in file.entries if each.key == "sound"]
    if found:  # it may stand in what the fragments make a comment or a value
        assert found[0].fields["year"] == "2020"


@given(st.binary(max_size=200))
def test_any_bytes_are_read(content: bytes) -> None:
    parse_bibtex(content.decode("latin-1"), "a.bib")


KEYS = st.from_regex(r"[A-Za-z][A-Za-z0-9:/_+-]{0,12}", fullmatch=True)
TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_characters='{}"\\\r\0', exclude_categories="C"
    ),
    max_size=20,
).filter(lambda text: undo_double_encoding(text) == (text, False))


@given(
    st.dictionaries(
        KEYS, st.dictionaries(st.from_regex(r"x[a-z]{0,6}", fullmatch=True), TEXTS)
    ),
    st.sampled_from(["{}", '""']),
)
def test_sound_entries_are_read_exactly(
    entries: dict[str, dict[str, str]], delimiters: str
) -> None:
    opening, closing = delimiters
    rows = [
        f"@misc{{{key}"
        + "".join(
            f",\n  {name} = {opening}{text}{closing}" for name, text in fields.items()
        )
        + "\n}\n"
        for key, fields in entries.items()
    ]
    file = parse_bibtex("".join(rows), "a.bib")

    assert {each.key: each.fields for each in file.entries} == entries
    assert file.diagnostics == ()
