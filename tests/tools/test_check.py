"""``bibwiki check``: what is wrong, in three formats, and what the exit status says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import bibwiki_tools

if TYPE_CHECKING:
    from conftest import Command

SCHEMA = json.loads(
    Path(bibwiki_tools.__file__).with_name("check.schema.json").read_text("utf-8")
)
FAULTY = """\
@article{vague,
  title = {Sheep on Paper},
}
@article{vague, title = {Again}}
@book{dated, title = {Wool, 100%}, author = {Ruhm, Zoe}, publisher = {P}, date = {soon}}
"""
OTHER_PAGE = """\
---
bibwiki:
  kind: person
  name: Zora Other
  topics: [abaci, invented number]
  affiliations: [{organization: Castel Press, source: nowhere2020}]
---
"""


@pytest.fixture
def faulty(wiki: Path) -> Path:
    """The wiki with an error, a warning and problems worth knowing."""
    (wiki / "bib/faulty.bib").write_text(FAULTY)
    (wiki / "docs/people/zora.md").write_text(OTHER_PAGE)
    return wiki


def _checked(bibwiki: Command, *arguments: object) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(
        bibwiki("check", "--format", "json", *arguments).out
    )
    jsonschema.validate(value, SCHEMA)
    return value


@pytest.mark.usefixtures("faulty")
def test_problems_of_files_and_pages_come_in_their_order(bibwiki: Command) -> None:
    value = _checked(bibwiki)

    assert value["schema"] == "bibwiki/check/1"
    found = [(one["file"], one["line"], one["code"]) for one in value["diagnostics"]]
    assert found == [
        ("bib/faulty.bib", 1, "missing-field"),
        ("bib/faulty.bib", 4, "duplicate-key"),
        ("bib/faulty.bib", 5, "invalid-date"),
        ("bib/references.bib", 9, "suspected-person"),
        ("docs/people/zora.md", 3, "unresolved-name"),
        ("docs/people/zora.md", 3, "unresolved-name"),
        ("docs/people/zora.md", 3, "unresolved-name"),
    ]
    assert value["counts"] == {"error": 1, "warning": 4, "info": 2}


@pytest.mark.usefixtures("faulty")
def test_names_in_front_matter_are_quoted_with_the_nearest(bibwiki: Command) -> None:
    out = bibwiki("check").out

    assert (
        "topics names 'invented number', which is no topic with a page; the nearest "
        "are 'invented numbers'" in out
    )
    assert (
        "affiliations names 'Castel Press', which nothing else names; the nearest are "
        "'Castle Press'" in out
    )
    assert "source names 'nowhere2020', which is the key of no entry" in out


def test_exit_status_tells_errors_from_warnings(bibwiki: Command, wiki: Path) -> None:
    assert bibwiki("check").status == 0
    assert bibwiki("check", "--strict").status == 0

    (wiki / "bib/warn.bib").write_text("@misc{k, title = {T}, date = {soon}}")
    assert bibwiki("check").status == 0
    assert bibwiki("check", "--strict").status == 1

    (wiki / "bib/error.bib").write_text(FAULTY)
    assert bibwiki("check").status == 1
    assert bibwiki("check", "missing.bib").status == 1


@pytest.mark.usefixtures("faulty")
def test_codes_are_switched_off_one_by_one(bibwiki: Command) -> None:
    off = ("--off", "duplicate-key", "--off", "missing-field")

    value = _checked(bibwiki, *off)

    codes = {one["code"] for one in value["diagnostics"]}
    assert codes == {"invalid-date", "suspected-person", "unresolved-name"}
    assert bibwiki("check", *off).status == 0


@pytest.mark.usefixtures("faulty")
def test_unknown_code_cannot_be_switched_off(bibwiki: Command) -> None:
    outcome = bibwiki("check", "--off", "duplicate-keys")

    assert outcome.status == 2
    assert "duplicate-key" in outcome.err


def test_baseline_keeps_quiet_about_what_is_known(
    bibwiki: Command, faulty: Path
) -> None:
    written = bibwiki("check", "--write-baseline", "known.json")
    assert written.out == "wrote 7 problems to known.json\n"
    assert _checked(bibwiki, "--baseline", "known.json")["diagnostics"] == []

    # New lines above do not matter; a second problem of the kind does.
    text = f"\n\n{FAULTY}@article{{vague, title = {{And again}}}}\n"
    (faulty / "bib/faulty.bib").write_text(text)
    value = _checked(bibwiki, "--baseline", "known.json")

    assert [one["code"] for one in value["diagnostics"]] == ["duplicate-key"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(None, "cannot open known.json", id="missing"),
        pytest.param("{", "known.json is no JSON", id="no JSON"),
        pytest.param("{}", "known.json is no baseline", id="something else"),
    ],
)
def test_baseline_that_cannot_be_read_is_refused(
    bibwiki: Command, wiki: Path, text: str | None, message: str
) -> None:
    if text is not None:
        (wiki / "known.json").write_text(text)

    outcome = bibwiki("check", "--baseline", "known.json")

    assert outcome.status == 2
    assert outcome.err.startswith(f"bibwiki: {message}")


def test_problems_of_the_build_are_added_once(bibwiki: Command, wiki: Path) -> None:
    (wiki / "bib/faulty.bib").write_text(FAULTY)
    [own] = [
        one
        for one in _checked(bibwiki)["diagnostics"]
        if one["code"] == "duplicate-key"
    ]
    own["file"] = str(wiki / own["file"])
    link = {
        "file": str(wiki / "docs/people/ben.md"), "line": 9, "column": 1,
        "code": "unresolved-link", "severity": "error", "message": "[[Nobody]]",
    }  # fmt: skip
    later = {"code": "not-yet-known", "message": "from a newer version"}
    report = {"schema": "bibwiki/report/1", "diagnostics": [own, link, later]}
    (wiki / "doctrees").mkdir()
    (wiki / "doctrees/bibwiki-report.json").write_text(json.dumps(report))

    found = _checked(bibwiki, "--build", "doctrees")["diagnostics"]

    codes = [one["code"] for one in found]
    assert codes.count("duplicate-key") == 1
    assert ("docs/people/ben.md", 9) in [(one["file"], one["line"]) for one in found]
    assert "not-yet-known" in codes


@pytest.mark.usefixtures("wiki")
def test_missing_report_says_what_to_do(bibwiki: Command) -> None:
    outcome = bibwiki("check", "--build", "doctrees")

    assert outcome.status == 2
    assert "build the wiki first" in outcome.err


@pytest.mark.usefixtures("faulty")
def test_github_annotations_are_escaped(bibwiki: Command) -> None:
    lines = bibwiki("check", "--format", "github").out.splitlines()

    [repeat] = [line for line in lines if "duplicate-key" in line]
    assert repeat.startswith(
        "::error file=bib/faulty.bib,line=4,col=1,title=bibwiki duplicate-key::"
    )
    assert any(line.startswith("::notice ") for line in lines)


def test_single_files_are_checked(bibwiki: Command, faulty: Path) -> None:
    value = _checked(bibwiki, faulty / "bib/faulty.bib")
    assert {one["line"] for one in value["diagnostics"]} == {1, 4, 5}

    value = _checked(bibwiki, "docs/people/zora.md")
    assert {one["file"] for one in value["diagnostics"]} == {"docs/people/zora.md"}


@pytest.mark.usefixtures("wiki")
def test_text_ends_with_the_counts(bibwiki: Command) -> None:
    last = bibwiki("check", "--off", "suspected-person").out.splitlines()[-1]

    assert last == "0 errors, 0 warnings, 0 for information"


def test_floods_are_summed_up_when_asked(bibwiki: Command, wiki: Path) -> None:
    rows = "".join(f"@misc{{k{n}, date = {{soon}}, title = {{T}}}}\n" for n in range(9))
    (wiki / "flood.bib").write_text(rows)

    lines = bibwiki("check", "flood.bib", "--max-per-code", "2").out.splitlines()
    value = _checked(bibwiki, "flood.bib", "--max-per-code", "2")

    assert [line.split(" ", 1)[0] for line in lines[:-1]] == [
        "flood.bib:1:",
        "flood.bib:2:",
        "flood.bib:3:",
    ]
    assert lines[2] == (
        "flood.bib:3: warning invalid-date and 7 more of these in flood.bib "
        "(lines 3-9); `bibwiki check` lists all"
    )
    assert lines[-1] == "0 errors, 9 warnings, 0 for information"
    assert len(value["diagnostics"]) == 3
    assert value["counts"]["warning"] == 9
    assert len(_checked(bibwiki, "flood.bib")["diagnostics"]) == 9


def test_project_switches_codes_off(bibwiki: Command, faulty: Path) -> None:
    (faulty / "pyproject.toml").write_text(
        '[tool.bibwiki.check]\noff = ["bibwiki.duplicate-key", "missing-field"]\n'
    )

    outcome = bibwiki("check")

    assert outcome.status == 0
    assert "duplicate-key" not in outcome.out
    assert "invalid-date" in outcome.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool", "pyproject.toml is no TOML"),
        ("[tool.bibwiki.check]\noff = 1", "is no list of codes"),
        ('[tool.bibwiki.check]\noff = ["nothing-like-it"]', "no problem has the code"),
    ],
)
def test_wrong_settings_are_refused(
    bibwiki: Command, wiki: Path, text: str, message: str
) -> None:
    (wiki / "pyproject.toml").write_text(text)

    outcome = bibwiki("check")

    assert outcome.status == 2
    assert message in outcome.err
