from __future__ import annotations

from typing_extensions import override

from bibwiki.model.bibtex.entry import BibFile, Entry
from bibwiki.model.bibtex.fields import FIELD_NAMES
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.diagnostic import Location
from bibwiki.model.entry_types import WORK_TYPES
from bibwiki.model.interpret import interpret
from bibwiki.model.work import Relation


class _Noting(dict[str, str]):
    """Notes which fields are asked for."""

    def __init__(self, fields: dict[str, str], asked: set[str]) -> None:
        super().__init__(fields)
        self.asked = asked

    @override
    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        self.asked.add(key)
        return super().get(key, default)

    @override
    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)


def test_the_reference_names_every_field_that_is_read() -> None:
    asked: set[str] = set()
    rich = dict.fromkeys(FIELD_NAMES, "x")
    for entry_type in WORK_TYPES:
        for fields in ({}, rich, {"booktitle": "B"}, {"series": "S"}, {"eprint": "1"}):
            entry = Entry("k", entry_type, _Noting(fields, asked), Location("a.bib"))
            interpret(entry)
            inherit_fields([BibFile("a.bib", (entry,), ())])

    assert asked <= FIELD_NAMES
    assert FIELD_NAMES - asked <= {"claim", "claim2"} | {
        each.value for each in Relation
    }
