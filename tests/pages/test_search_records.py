"""What the browser is given to search: the expected file, sizes and addresses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.pages.site import search_records
from bibwiki.pages.site.search_records import RecordFiles, record_file_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext

EXPECTED = Path(__file__).parent / "expected"


class RecordFile(NamedTuple):
    name: str
    text: str


def files_of(context: PageContext, suffix: str = ".html") -> list[RecordFile]:
    """Return the files of a site whose documents have pages of their own."""

    files = RecordFiles(context, suffix, lambda page: page + suffix)
    return [
        RecordFile(name, files.text(number)) for number, name in enumerate(files.names)
    ]


def records_of(file: RecordFile) -> dict[str, Any]:
    _, _, text = file.text.partition("]={")
    records: dict[str, Any] = json.loads("{" + text.rstrip(";\n"))
    return records


def test_records_are_as_expected(library: PageContext) -> None:
    (file,) = files_of(library)

    expected = (EXPECTED / "records-1.js").read_text(encoding="utf-8")
    assert file.text == expected


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        pytest.param(
            "person",
            ["/people/ada.html", "Ada Brightwater", 4, "tide reader, Harbour Lab"],
            id="a document, and what its page declares",
        ),
        pytest.param(
            "work",
            ["sorensen2022doubt", "Lamp Posts Do Not Lean", 2022],
            id="a work",
        ),
        pytest.param("topic", ["tides", "tides", 3], id="a topic"),
    ],
)
def test_row(library: PageContext, kind: str, row: list[object]) -> None:
    (file,) = files_of(library)

    rows = records_of(file)[kind]
    assert row in [found[: len(row)] for found in rows]


def test_creators_are_numbers_of_people_or_names(library: PageContext) -> None:
    records = records_of(files_of(library)[0])
    row = next(row for row in records["work"] if row[0] == "brightwater2021tides")

    names = [n if isinstance(n, str) else records["person"][n][1] for n in row[4]]

    assert names == ["Ada Brightwater", "Benedikt Sørensen", "Society of Tide Watchers"]
    assert records["venue"][row[3] - 1][1] == "Meeting on Coastal Signals"
    assert row[5] == "disputed"


def test_hidden_names_are_not_shown(context_of: Callable[..., PageContext]) -> None:
    note = Note(
        Kind.PERSON,
        "una",
        "Una New",
        "people/una",
        Location("people/una.md"),
        also=("U. New",),
        hidden_names=("Una Old",),
    )
    context = context_of("@misc{a, author = {Old, Una}, title = {T}}", [note])

    (file,) = files_of(context)

    assert "Old" not in file.text
    assert records_of(file)["person"] == [["una", "Una New", 1, "", "U. New"]]


def test_folders_instead_of_files(library: PageContext) -> None:
    (file,) = files_of(library, "/")

    records = records_of(file)
    assert records["suffix"] == "/"
    assert records["person"][0][0] == "/people/ada/"


def test_works_of_many_records_have_files_of_their_own(
    big: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_records, "TOGETHER", 100)
    monkeypatch.setattr(search_records, "WORKS_PER_FILE", 60)

    files = files_of(big)

    assert tuple(file.name for file in files) == record_file_names(big)
    assert [len(records_of(file).get("work", [])) for file in files] == [0, 60, 60, 10]
    assert records_of(files[0])["files"] == 4
    assert files[2].text.startswith("(window.bibwikiRecords??=[])[2]={")


def test_an_empty_wiki_has_an_empty_file(empty: PageContext) -> None:
    (file,) = files_of(empty)

    assert records_of(file)["work"] == []


def test_texts_stay_texts(context_of: Callable[..., PageContext]) -> None:
    title = '</script>],[ "quoted" und Übung'
    context = context_of(f"@misc{{a, title = {{{title}}}}}")

    (file,) = files_of(context)

    assert records_of(file)["work"][0][1] == context.catalogue.works["a"].work.title
