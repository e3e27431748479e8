"""``bibwiki inspect``: the contract of its JSON, and the summary for people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from bibwiki.catalogue.inspection import read_schema

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

DAMAGED = """\
@article{good, title = {Good}, author = {Vale, Zora}, year = {2020}}
@article{good, title = {Again}}
@article{bad, title = {Never closed
"""


def _inspected(bibwiki: Command, *arguments: object) -> dict[str, Any]:
    outcome = bibwiki("inspect", "--json", *arguments)
    value: dict[str, Any] = json.loads(outcome.out)
    jsonschema.validate(value, json.loads(read_schema()))
    return value


@pytest.mark.usefixtures("wiki")
def test_json_follows_the_schema_and_names_people(bibwiki: Command) -> None:
    value = _inspected(bibwiki, "bib/references.bib", "--pages", "docs")

    assert value["schema"] == "bibwiki/inspect/1"
    abacus, *_ = value["works"]
    assert abacus["key"] == "example2019abacus"
    assert (abacus["file"], abacus["line"]) == ("bib/references.bib", 2)
    assert [one["person"] for one in abacus["creators"]] == [
        "ada-m-example", "ben", None,
    ]  # fmt: skip
    assert abacus["creators"][2]["literal"] == "Institute of Imagination"
    assert value["diagnostics"] == []


@pytest.mark.usefixtures("wiki")
def test_pages_are_read_only_when_named(bibwiki: Command) -> None:
    value = _inspected(bibwiki, "bib/references.bib")

    assert value["works"][0]["creators"][1]["person"] == "ben-muster"


def test_repeats_and_damage_are_listed_with_their_lines(
    bibwiki: Command, wiki: Path
) -> None:
    (wiki / "damaged.bib").write_text(DAMAGED)

    value = _inspected(bibwiki, "damaged.bib")

    entries = value["works"][0]["entries"]
    assert [(one["line"], one["kept"]) for one in entries] == [(1, True), (2, False)]
    found = [(d["file"], d["line"], d["code"]) for d in value["diagnostics"]]
    assert ("damaged.bib", 2, "duplicate-key") in found
    assert ("damaged.bib", 3, "damaged-entry") in found
    assert [line for _, line, _ in found] == sorted(line for _, line, _ in found)


def test_damage_is_no_failure_but_a_missing_file_is(
    bibwiki: Command, wiki: Path
) -> None:
    (wiki / "damaged.bib").write_text(DAMAGED)

    assert bibwiki("inspect", "damaged.bib").status == 0
    outcome = bibwiki("inspect", "--json", "damaged.bib", "missing.bib")

    assert outcome.status == 2
    value = json.loads(outcome.out)
    assert value["works"][0]["key"] == "good"
    assert value["diagnostics"][-1]["code"] == "unreadable-file"
    assert value["diagnostics"][-1]["file"] == "missing.bib"


def test_files_share_their_entries(bibwiki: Command, wiki: Path) -> None:
    (wiki / "a.bib").write_text("@string{jir = {Journal of Invented Results}}")
    (wiki / "b.bib").write_text(
        "@article{k, title = {T}, journal = jir}\n"
        "@misc{l, title = {L}, crossref = {references}}\n"
    )
    (wiki / "c.bib").write_text("@misc{references, title = {R}, year = {2020}}")

    value = _inspected(bibwiki, "a.bib", "b.bib", "c.bib")

    assert value["works"][0]["venue"] == "Journal of Invented Results"
    assert value["diagnostics"] == []


def test_summary_shows_works_people_topics_and_problems(
    bibwiki: Command, wiki: Path
) -> None:
    (wiki / "damaged.bib").write_text(DAMAGED)

    outcome = bibwiki("inspect", "bib/references.bib", "damaged.bib", "--pages", "docs")

    lines = outcome.out.splitlines()
    assert lines[0] == "Works: 6"
    assert "  muster2023count  Muster et al. 2023: Counting to Seven" in lines
    assert "  ben  Ben Muster, 3 works" in lines
    assert lines.index("Topics: 2") < lines.index(
        "  invented-numbers  invented numbers, 3 works"
    )
    [duplicate] = [line for line in lines if "duplicate-key" in line]
    assert duplicate.startswith("damaged.bib:2: error duplicate-key ")
    assert "good" in duplicate


@pytest.mark.usefixtures("wiki")
def test_long_parts_of_the_summary_are_cut(bibwiki: Command) -> None:
    cut = bibwiki("inspect", "bib/references.bib", "--limit", "1").out
    whole = bibwiki("inspect", "bib/references.bib", "--limit", "0").out

    assert "... and 3 more; --limit 0 shows all" in cut
    assert "muster2023count" not in cut
    assert "more; --limit" not in whole


def test_summary_cannot_steer_the_terminal(bibwiki: Command, wiki: Path) -> None:
    (wiki / "x.bib").write_text("@misc{k, title = {A\x1b]0;B\x07C}}")

    assert "\x1b" not in bibwiki("inspect", "x.bib").out


@pytest.mark.usefixtures("wiki")
def test_missing_folder_of_pages_is_named(bibwiki: Command) -> None:
    outcome = bibwiki("inspect", "bib/references.bib", "--pages", "nowhere")

    assert outcome.status == 2
    assert outcome.err == "bibwiki: nowhere is no folder of pages\n"


@pytest.mark.parametrize("name", ["ben.md", "ben.rst"])
def test_declarations_of_both_languages_count(
    bibwiki: Command, wiki: Path, name: str
) -> None:
    (wiki / "docs/people/ben.md").unlink()
    block = "kind: person\nid: who\nname: Ben Muster"
    markdown = "---\nbibwiki:\n  {}\n---\n\n# Ben\n".format(block.replace("\n", "\n  "))
    restructured = "Ben\n===\n\n.. wiki:page::\n\n   {}\n\nText.\n".format(
        block.replace("\n", "\n   ")
    )
    text = markdown if name.endswith("md") else restructured
    (wiki / "docs/people" / name).write_text(text)

    value = _inspected(bibwiki, "bib/references.bib", "--pages", "docs")

    assert value["works"][0]["creators"][1]["person"] == "who"
