"""``bibwiki duplicates``: pairs as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from bibwiki.catalogue import duplicates

if TYPE_CHECKING:
    from conftest import Command

TWICE = """\
@misc{counted, title = {Counting to {Seven}}, author = {B. Muster and Z. Vale and
  A. M. Example}, year = 2023}
"""


def test_pairs_across_files_are_printed(bibwiki: Command, wiki: Path) -> None:
    (wiki / "bib/twice.bib").write_text(TWICE)

    outcome = bibwiki("duplicates")

    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        "bib/references.bib:25: muster2023count",
        "bib/twice.bib:1: counted",
        "  same (0.80): equal titles, same creators, same year",
        "1 pair",
    ]


def test_json_has_its_schema(bibwiki: Command, wiki: Path) -> None:
    (wiki / "twice.bib").write_text(TWICE)

    outcome = bibwiki("duplicates", "bib/references.bib", "twice.bib", "--json")

    value = json.loads(outcome.out)
    schema = Path(duplicates.__file__).with_name("duplicates.schema.json")
    jsonschema.validate(value, json.loads(schema.read_text("utf-8")))
    [pair] = value["pairs"]
    assert pair["keys"] == ["muster2023count", "counted"]
    assert set(pair) == {"keys", "score", "kind", "reason"}


@pytest.mark.usefixtures("wiki")
def test_missing_file_is_a_failure(bibwiki: Command) -> None:
    outcome = bibwiki("duplicates", "nowhere.bib", "--json")

    assert outcome.status == 2
    assert json.loads(outcome.out)["pairs"] == []
    assert "nowhere.bib" in outcome.err


def test_nothing_to_read_is_refused(
    bibwiki: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    outcome = bibwiki("duplicates")

    assert outcome.status == 2
    assert outcome.err == "bibwiki: here is neither bib/ nor docs/; name the files\n"
