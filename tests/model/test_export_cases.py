"""Every file of ``tests/cases/exports`` is understood as the file beside it says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex, read_bibtex
from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.interpret import interpret_all
from bibwiki.model.latex.marked_text import MarkedText, runs_of

if TYPE_CHECKING:
    from pytest_regressions.data_regression import DataRegressionFixture

    from bibwiki.model.work import Contribution, Work

EXPORTS = Path(__file__).parents[1] / "cases" / "exports"
FILES = [pytest.param(path, id=path.stem) for path in sorted(EXPORTS.glob("*.bib"))]
OTHERS = [
    pytest.param(path, id=f"bib-{path.stem}")
    for path in sorted(EXPORTS.with_name("bib").glob("*.bib"))
]


@pytest.mark.parametrize("path", FILES)
def test_an_export_is_understood_as_expected(
    path: Path, data_regression: DataRegressionFixture
) -> None:
    file = read_bibtex(path, path.name)
    entries, inherited = inherit_fields([file])
    works, interpreted = interpret_all(entries)
    found = {
        "works": [_work(work) for work in works],
        "diagnostics": [
            f"{each.location.line}:{each.location.column} {each.problem}"
            for each in (*file.diagnostics, *inherited, *interpreted)
        ],
    }

    data_regression.check(found, fullpath=path.with_suffix(".yaml"))


@pytest.mark.parametrize("path", [*FILES, *OTHERS])
def test_what_was_understood_is_written_and_read_again(path: Path) -> None:
    entries, _ = inherit_fields([read_bibtex(path, path.name)])
    works, _ = interpret_all(entries)
    for work in works:
        written = format_bibtex(work.entry, own_fields=True)
        file = parse_bibtex(written, "again.bib")
        (again,), _ = interpret_all(file.entries)

        assert file.diagnostics == ()
        expected = _work(work)
        if work.title == work.key:  # the key stands for a title, and may be mended
            expected["title"] = again.key
        assert {**_work(again), "key": work.key} == expected


def _work(work: Work) -> dict[str, Any]:
    """Return what a work says, without what it does not say."""
    venue = work.venue
    said: dict[str, Any] = {
        "key": work.key,
        "type": work.work_type.value,
        "title": _text(work.title),
        "creators": [_creator(one) for one in work.contributions],
        "others": work.others,
        "date": work.date and "-".join(f"{one:02}" for one in _parts(work)),
        "date-text": work.date_text,
        "venue": venue and f"{venue.kind}: {venue.name}; {venue.short}".strip("; "),
        "publisher": work.publisher,
        "volume": work.volume,
        "number": work.number,
        "pages": work.pages,
        "identifiers": {one.scheme: one.value for one in work.identifiers},
        "links": {one.label: one.url for one in work.links},
        "keywords": list(work.keywords),
        "abstract": _text(work.abstract),
        "note": _text(work.note),
    }
    return {name: value for name, value in said.items() if value}


def _parts(work: Work) -> list[int]:
    date = work.date
    return [one for one in (date.year, date.month, date.day) if one] if date else []


def _text(text: str) -> str:
    """Return a text with its markup in the manner of HTML."""
    if not isinstance(text, MarkedText):
        return text
    return "".join(
        f"<{run.style or 'a'}>{run.text}</>" if run.style or run.url else run.text
        for run in runs_of(text)
    )


def _creator(one: Contribution) -> str:
    """Return a creator as ``role: Family, particle, suffix, Given``, or in braces."""
    name = one.name
    written = f"{{{name.literal}}}"
    if name.literal is None:
        parts = (name.particle, name.family, name.suffix, name.given)
        written = " | ".join(part for part in parts if part)
    told = "".join(f" ({each.scheme} {each.value})" for each in one.identifiers)
    return f"{one.role}: {written}{told}"
