from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.diagnostic import Location

PLACE = Location("a.bib")


def test_an_entry_is_written_in_a_stable_order() -> None:
    entry = Entry(
        "one2021loom",
        "article",
        {
            "zeta": "last",
            "year": "2021",
            "month": "March",
            "title": "The {Loom}\n   of Numbers",
            "author": "One, Ada",
            "annotation": "Ours",
            "claim2": "Ours",
            "source": "ours",
            "file": "/home/ada/x.pdf",
        },
        PLACE,
    )

    assert format_bibtex(entry) == (
        "@article{one2021loom,\n"
        "  author = {One, Ada},\n"
        "  title = {The {Loom} of Numbers},\n"
        "  year = {2021},\n"
        "  month = mar,\n"
        "  zeta = {last},\n"
        "}\n"
    )
    assert "annotation = {Ours}" in format_bibtex(entry, own_fields=True)
    assert "file = {" not in format_bibtex(entry, own_fields=True)
    assert "file = {/home" in format_bibtex(entry, private_fields=True)


def test_what_bibtex_could_not_read_is_mended() -> None:
    entry = Entry(
        "a key, {odd}", "my type", {"title": "a } b { c \\", "": "x", "a b": "y"}, PLACE
    )

    text = format_bibtex(entry)

    assert text == "@misc{a-key-odd,\n  title = {a  b  c \\ },\n}\n"


def test_a_key_of_signs_alone_is_replaced() -> None:
    assert format_bibtex(Entry("{}", "misc", {}, PLACE)).startswith("@misc{unnamed,")


MAY_BE_ENCODED_TWICE = re.compile(r"[\xc2-\xf4][^\x00-\x7f]")
VALUES = st.text(
    st.characters(exclude_categories=["C"], include_characters="\n\t"), max_size=30
)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), VALUES))
def test_what_is_written_reads_back(fields: dict[str, str]) -> None:
    entry = Entry("key", "misc", fields, PLACE)
    written = format_bibtex(entry, own_fields=True, private_fields=True)
    assume(not MAY_BE_ENCODED_TWICE.search(written))
    file = parse_bibtex(written, "a.bib")

    assert file.diagnostics == ()
    assert [each.key for each in file.entries] == ["key"]
    assert set(file.entries[0].fields) == set(fields)
    again = format_bibtex(file.entries[0], own_fields=True, private_fields=True)
    assert again == written


@given(st.text(st.sampled_from("{}\\a "), max_size=20))
def test_braces_without_a_partner_are_left_out_and_no_others(value: str) -> None:
    opened: list[int] = []
    left_out: set[int] = set()
    for place, sign in enumerate(value):
        if sign not in "{}" or value[:place].endswith("\\"):
            continue
        if sign == "{":
            opened.append(place)
        elif opened:
            opened.pop()
        else:
            left_out.add(place)
    left_out.update(opened)
    kept = "".join(s for place, s in enumerate(value) if place not in left_out).strip()

    text = format_bibtex(Entry("key", "misc", {"note": value}, PLACE))
    assert (
        text == f"@misc{{key,\n  note = {{{kept}{' ' * kept.endswith(chr(92))}}},\n}}\n"
    )
