"""Which fields an entry lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.required_fields import (
    REQUIRED_FIELDS,
    missing_field_diagnostics,
    missing_fields,
)
from bibwiki.model.entry_types import WORK_TYPES

if TYPE_CHECKING:
    from bibwiki.model.work import Work
    from conftest import Builder


def _work(build: Builder, entry_type: str, fields: str) -> Work:
    work = build.work("k")
    entry = replace(
        work.entry, entry_type=entry_type, fields=dict.fromkeys(fields.split(), "x")
    )
    return replace(work, entry=entry)


@pytest.mark.parametrize(
    ("entry_type", "fields", "missing"),
    [
        pytest.param("article", "author journal year", (), id="BibTeX"),
        pytest.param("article", "author journaltitle date", (), id="biblatex"),
        pytest.param("article", "author eprint date", (), id="preprint"),
        pytest.param("article", "", ("author", "journaltitle", "date"), id="all"),
        pytest.param("book", "editor year", (), id="edited book"),
        pytest.param("phdthesis", "author school year", (), id="thesis"),
        pytest.param("inproceedings", "author year", ("booktitle",), id="paper"),
        pytest.param("misc", "", (), id="anything goes"),
        pytest.param("homemade", "", (), id="unknown type"),
    ],
)
def test_missing_fields(
    build: Builder, entry_type: str, fields: str, missing: tuple[str, ...]
) -> None:
    assert missing_fields(_work(build, entry_type, fields)) == missing


def test_blank_field_is_missing(build: Builder) -> None:
    work = _work(build, "book", "author")
    work = replace(work, entry=replace(work.entry, fields={"author": "x", "year": " "}))

    [problem] = missing_field_diagnostics([work])

    assert problem.message == "'k' lacks date, which biblatex requires for @book"


def test_every_type_in_the_table_is_known() -> None:
    assert set(REQUIRED_FIELDS) <= set(WORK_TYPES)
