from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jsonschema import Draft7Validator

from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.links import FilePlace
from bibwiki.pages.site.exports import export_actions, export_files, export_path

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext

SCHEMA = Path(__file__).parent.parent / "model" / "csl.schema.json"


def files_of(context: PageContext) -> dict[str, str]:
    return {file.path: file.text() for file in export_files(context)}


def test_hand_written_people_and_topics_have_files(library: PageContext) -> None:
    assert list(files_of(library)) == [
        "exports/works.bib",
        "exports/works.json",
        "exports/people/ada-brightwater.bib",
        "exports/topics/lamp-posts.bib",
    ]
    assert export_path(library, Target(Kind.TOPIC, "doubt")) is None
    assert export_actions(library, Target(Kind.TOPIC, "doubt")) == ()
    [action] = export_actions(library, Target(Kind.TOPIC, "lamp-posts"))
    assert action.link.place == FilePlace("exports/topics/lamp-posts.bib")


def test_reading_the_file_gives_every_entry_back(library: PageContext) -> None:
    read = parse_bibtex(files_of(library)["exports/works.bib"], "works.bib")
    given = [
        entry
        for work in library.catalogue.works.values()
        for entry in work.entries
        if entry.kept
    ]

    assert not read.diagnostics
    assert [entry.key for entry in read.entries] == [entry.key for entry in given]
    for entry, original in zip(read.entries, given, strict=True):
        assert entry.fields.keys() == original.fields.keys()


def test_a_topic_has_its_works_alone(library: PageContext) -> None:
    text = files_of(library)["exports/topics/lamp-posts.bib"]
    keys = {entry.key for entry in parse_bibtex(text, "a.bib").entries}

    assert keys == {
        "brightwater2021tides",
        "brightwater2020tides",
        "alfarouq2022support",
        "crowd2021many",
    }


def test_csl_is_valid(library: PageContext, empty: PageContext) -> None:
    items = json.loads(files_of(library)["exports/works.json"])

    Draft7Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(items)
    assert [item["id"] for item in items] == list(library.catalogue.works)
    assert json.loads(files_of(empty)["exports/works.json"]) == []
