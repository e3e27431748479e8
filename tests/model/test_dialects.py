from __future__ import annotations

from pathlib import Path

import pytest

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.formats.dialects import biblatex_entry, bibtex_entry
from bibwiki.model.interpret import interpret

TEXT = (Path(__file__).parent / "invented.bib").read_text(encoding="utf-8")
ENTRIES = parse_bibtex(TEXT, "a.bib").entries


def entry(entry_type: str, **fields: str) -> Entry:
    return Entry("key", entry_type, fields, Location("a.bib"))


@pytest.mark.parametrize(
    ("entry_type", "fields", "other_type", "other_fields"),
    [
        pytest.param(
            "article",
            {"journaltitle": "J", "journalsubtitle": "S", "date": "2021-05-12"},
            "article",
            {"journal": "J: S", "year": "2021", "month": "May", "day": "12"},
            id="journal and date",
        ),
        pytest.param(
            "thesis", {"type": "mathesis", "institution": "U"},
            "mastersthesis", {"school": "U"}, id="master's thesis",
        ),
        pytest.param(
            "thesis", {"type": "PhD thesis", "date": "2020/2021"},
            "phdthesis", {"type": "PhD thesis", "year": "2020"}, id="thesis, range",
        ),
        pytest.param(
            "report", {"type": "techreport", "location": "L"},
            "techreport", {"address": "L"}, id="report",
        ),
        pytest.param(
            "online", {"eprinttype": "arxiv", "eprintclass": "cs", "eprint": "1"},
            "misc", {"archiveprefix": "arxiv", "primaryclass": "cs", "eprint": "1"},
            id="online",
        ),
        pytest.param(
            "collection", {"title": "T?", "subtitle": "S", "date": "soon"},
            "book", {"title": "T? S", "year": "soon"}, id="no date to read",
        ),
        pytest.param(
            "article", {"date": "2020", "year": "2019", "journal": "J",
                        "journaltitle": "K"},
            "article", {"date": "2020", "year": "2019", "journal": "J",
                        "journaltitle": "K"},
            id="both dialects at once",
        ),
        pytest.param("nonsense", {}, "misc", {}, id="unknown type"),
    ],
)  # fmt: skip
def test_bibtex(
    entry_type: str,
    fields: dict[str, str],
    other_type: str,
    other_fields: dict[str, str],
) -> None:
    found = bibtex_entry(entry(entry_type, **fields))

    assert (found.entry_type, found.fields) == (other_type, other_fields)


@pytest.mark.parametrize(
    ("entry_type", "fields", "other_type", "other_fields"),
    [
        pytest.param(
            "phdthesis", {"school": "U", "year": "2019", "month": "May"},
            "thesis", {"institution": "U", "type": "phdthesis", "date": "2019-05"},
            id="thesis",
        ),
        pytest.param(
            "techreport", {"type": "White paper", "year": "2019", "month": "spring"},
            "report", {"type": "White paper", "year": "2019", "month": "spring"},
            id="season",
        ),
        pytest.param(
            "www", {"year": "about 1900"}, "online", {"year": "about 1900"}, id="circa"
        ),
        pytest.param(
            "article", {"journal": "J", "address": "A"},
            "article", {"journaltitle": "J", "location": "A"}, id="article",
        ),
    ],
)  # fmt: skip
def test_biblatex(
    entry_type: str,
    fields: dict[str, str],
    other_type: str,
    other_fields: dict[str, str],
) -> None:
    found = biblatex_entry(entry(entry_type, **fields))

    assert (found.entry_type, found.fields) == (other_type, other_fields)


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.key)
def test_every_dialect_says_the_same(one: Entry) -> None:
    work, _ = interpret(one)

    for translated in (bibtex_entry(one), biblatex_entry(one)):
        other, _ = interpret(translated)
        for part in ("title", "contributions", "date", "venue", "publisher", "pages",
                     "identifiers", "links"):  # fmt: skip
            assert getattr(other, part) == getattr(work, part), part
