from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.fields import FIELD_NAMES
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.formats.ris import RIS_TYPES, format_ris
from bibwiki.model.interpret import interpret, interpret_all
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

HERE = Path(__file__).parent
TEXT = (HERE / "invented.bib").read_text(encoding="utf-8")
WORKS = interpret_all(parse_bibtex(TEXT, "a.bib").entries)[0]
LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")


def test_records_look_as_expected(file_regression: FileRegressionFixture) -> None:
    text = "\n".join(map(format_ris, WORKS))

    file_regression.check(text, fullpath=HERE / "expected.ris", encoding="utf-8")


def test_every_work_type_has_a_type() -> None:
    assert set(RIS_TYPES) == set(WorkType)


def test_the_abstract_can_be_left_out() -> None:
    assert "\nAB  - It is foggy.\n" in format_ris(WORKS[0])
    assert "\nAB" not in format_ris(WORKS[0], abstract=False)


@given(
    st.sampled_from(["article", "inproceedings", "book", "misc", "phdthesis"]),
    st.dictionaries(st.sampled_from(sorted(FIELD_NAMES)), st.text(max_size=25)),
)
def test_any_entry_gives_lines_with_tags(
    entry_type: str, fields: dict[str, str]
) -> None:
    work, _ = interpret(Entry("key", entry_type, fields, Location("a.bib")))

    lines = format_ris(work).splitlines()

    assert all(LINE.fullmatch(line) for line in lines)
    assert lines[0].startswith("TY  - ")
    assert lines[-1] == "ER  - "
    assert lines.count("ER  - ") == 1
