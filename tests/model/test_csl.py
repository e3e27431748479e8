from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.fields import FIELD_NAMES
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.formats.csl import CSL_TYPES, csl_line, format_csl
from bibwiki.model.interpret import interpret, interpret_all
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

    from bibwiki.model.work import Work

HERE = Path(__file__).parent
SCHEMA = Draft7Validator(json.loads((HERE / "csl.schema.json").read_text("utf-8")))
TEXT = (HERE / "invented.bib").read_text(encoding="utf-8")
WORKS = interpret_all(parse_bibtex(TEXT, "a.bib").entries)[0]


def test_items_look_as_expected(file_regression: FileRegressionFixture) -> None:
    items = [json.loads(csl_line(work)) for work in WORKS]

    SCHEMA.validate(items)
    text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    file_regression.check(text, fullpath=HERE / "expected.csl.json", encoding="utf-8")


def test_every_work_type_has_a_type() -> None:
    assert set(CSL_TYPES) == set(WorkType)


def test_the_text_is_a_list_of_one_without_the_abstract() -> None:
    [item] = json.loads(format_csl(WORKS[0]))

    line = csl_line(WORKS[0])
    assert item | {"abstract": WORKS[0].abstract} == json.loads(line)
    assert "abstract" not in item
    assert "\n" not in line


@given(
    st.sampled_from(["article", "inproceedings", "book", "misc", "phdthesis"]),
    st.dictionaries(st.sampled_from(sorted(FIELD_NAMES)), st.text(max_size=25)),
)
def test_any_entry_gives_a_valid_item(entry_type: str, fields: dict[str, str]) -> None:
    work, _ = interpret(Entry("key", entry_type, fields, Location("a.bib")))

    SCHEMA.validate(json.loads(format_csl(work)))


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.key)
def test_no_text_is_empty(work: Work) -> None:
    assert all(json.loads(csl_line(work)).values())
