"""Every file of ``tests/cases/bib`` is read as the file beside it says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import read_bibtex

if TYPE_CHECKING:
    from pytest_regressions.data_regression import DataRegressionFixture

CASES = Path(__file__).parents[1] / "cases" / "bib"


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in sorted(CASES.glob("*.bib"))]
)
def test_a_case_is_read_as_expected(
    path: Path, data_regression: DataRegressionFixture
) -> None:
    file = read_bibtex(path, path.name)
    entries, inherited = inherit_fields([file])
    found: dict[str, Any] = {
        "entries": [
            {
                "key": entry.key,
                "type": entry.entry_type,
                "place": f"{entry.location.line}:{entry.location.column}",
                **({} if entry.kept else {"kept": False}),
                "fields": dict(entry.fields),
            }
            for entry in entries
        ],
        "diagnostics": [
            f"{each.location.line}:{each.location.column} {each.problem}"
            for each in (*file.diagnostics, *inherited)
        ],
    }

    data_regression.check(found, fullpath=path.with_suffix(".yaml"))
