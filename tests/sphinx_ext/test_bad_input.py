"""Damaged input costs a warning, never a page or a build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from bibwiki import sphinx_ext
from bibwiki.catalogue.identity.suggestions import PersonSuggestion, suggest_people

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue
    from conftest import Project

GOOD = (
    "@article{good%d, title={Good %d}, author={Ada Example}, journal={J}, "
    "year={2001}}\n"
)


@pytest.mark.parametrize(
    ("damaged", "code", "line"),
    [
        ("@article{bad, title={Never closed\n", "damaged-entry", 2),
        ("@article{good1, title={Again}, year={2002}}\n", "duplicate-key", 2),
        ("@article{b, title={T} year={2001}}\n", "damaged-entry", 2),
        ("@article{b, title=undefinedmacro, year=2001}\n", "undefined-macro", 2),
        ("@article{, title={T}, year=2001}\n", "missing-key", 2),
        ("@article{b, title={T}, author={A, B, C, D, E}}\n", "invalid-name", 2),
        ("@article{b, title={T}, date={last spring}}\n", "invalid-date", 2),
        ("@article{b, title={T}, crossref={nowhere}}\n", "missing-crossref", 2),
    ],
)
def test_the_other_entries_stay_whole(
    wiki: Project, damaged: str, code: str, line: int
) -> None:
    wiki.write(
        {
            "works.bib": GOOD % (1, 1) + damaged + GOOD % (2, 2),
            "index.md": "# Home\n\n{cite:p}`good1,good2`\n",
            "people/ada-example.md": "---\nbibwiki:\n  kind: person\n---\n"
            "# Ada Example\n",
        }
    )

    built = wiki.build()

    assert any(
        f"works.bib:{line}: WARNING" in w and f"[bibwiki.{code}]" in w
        for w in built.warnings
    ), built.warnings
    assert built.has("works/good1.html")
    assert built.has("works/good2.html")
    assert not any("unknown-key" in w for w in built.warnings)


def test_a_missing_file_is_reported(wiki: Project) -> None:
    built = wiki.build(bibtex_bibfiles=["works.bib", "nowhere.bib"])

    [warning] = built.warnings
    assert "nowhere.bib" in warning
    assert warning.endswith("[bibwiki.unreadable-file]")
    assert built.has("works/example2019sorting.html")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("  knd: person", 3),
        ("  also: {a: b}", 3),
        ("  checked: [1", 3),
    ],
)
def test_invalid_front_matter_is_reported_and_the_page_stays(
    wiki: Project, line: str, number: int
) -> None:
    wiki.write(
        {"page.md": f"---\nbibwiki:\n{line}\n  kind: topic\n---\n# Page\n\nText.\n"}
    )

    built = wiki.build()

    found = [w for w in built.warnings if "[bibwiki.invalid-front-matter]" in w]
    assert any(f"page.md:{number}:" in w or "page.md" in w for w in found), (
        built.warnings
    )
    assert "Text." in built.text("page.html")


def test_two_pages_about_one_thing_name_each_other(wiki: Project) -> None:
    wiki.write(
        {
            "people/other.md": "---\nbibwiki:\n  kind: person\n  id: ada-example\n---\n"
            "# Other\n"
        }
    )

    warnings = wiki.build().warnings

    [duplicate] = [w for w in warnings if "[bibwiki.duplicate-id]" in w]
    assert "people/ada-example" in duplicate
    assert "people/other" in duplicate


def test_a_wiki_may_start_without_works(project: Project) -> None:
    project.write(
        {
            "conf.py": 'extensions = ["myst_parser", "bibwiki"]\n',
            "index.md": "# Home\n",
        }
    )

    assert project.build().warnings == []


def test_a_wrong_configuration_value_is_replaced(wiki: Project) -> None:
    built = wiki.build(bibwiki_cite_target="nowhere")

    assert any("[bibwiki.invalid-configuration]" in w for w in built.warnings)
    assert built.has("works/example2019sorting.html")


def test_every_build_reports_every_problem_and_leaves_a_report(wiki: Project) -> None:
    wiki.write(
        {
            "page.md": "---\norphan: true\nbibwiki:\n  kind: topic\n  alsoo: x\n---\n"
            "# Page\n\n{cite:p}`a b` {cite:p}`nothing` [[nobody at all]]\n\n"
            "```{works} persn:x\n```\n",
            "works.bib": "@article{one, title={T}, year={2001}\n",
        }
    )

    first = wiki.build()
    second = wiki.build()

    assert second.warnings == first.warnings
    report = json.loads(
        (Path(second.app.doctreedir) / "bibwiki-report.json").read_text()
    )
    schema = Path(sphinx_ext.__file__).with_name("report.schema.json")
    jsonschema.validate(report, json.loads(schema.read_text("utf-8")))
    codes = {one["code"] for one in report["diagnostics"]}
    assert codes >= {
        "damaged-entry",
        "invalid-front-matter",
        "malformed-citation",
        "unknown-key",
        "unresolved-link",
        "invalid-query",
    }
    for one in report["diagnostics"]:
        if one["severity"] == "info":
            continue
        assert f"{one['file']}:{one['line']}: WARNING" in "\n".join(second.warnings)


@pytest.mark.parametrize("kind", ["person", "topic", "organization", "venue", "event"])
def test_a_page_about_something_new_builds(wiki: Project, kind: str) -> None:
    wiki.write(
        {"page.md": f"---\nbibwiki:\n  kind: {kind}\n  id: something-new\n---\n# New\n"}
    )

    built = wiki.build()

    assert built.warnings == []
    assert 'class="bw-infobox"' in built.text("page.html")


def test_a_page_about_a_work_without_an_entry_is_reported_and_stays(
    wiki: Project,
) -> None:
    wiki.write(
        {
            "page.md": "---\nbibwiki:\n  kind: work\n  id: nothing\n---\n"
            "# Note\n\nText.\n"
        }
    )

    built = wiki.build()

    [warning] = built.warnings
    assert warning.endswith("[bibwiki.unknown-key]")
    assert "Text." in built.text("page.html")


def test_a_page_without_a_heading_gets_one(wiki: Project) -> None:
    wiki.write(
        {"bob.md": "---\nbibwiki:\n  kind: person\n  name: Bob Beta\n---\nJust text.\n"}
    )

    built = wiki.build()

    page = built.text("bob.html")
    assert page.count("<h1>") == 1
    assert "<h1>Bob Beta" in page
    assert 'class="bw-infobox"' in page
    assert "Just text." in page.partition("<h1>")[2]


@pytest.mark.parametrize(
    "files", [["works.bib", "./works.bib"], ["works.bib", "works.bib"]]
)
def test_a_file_named_twice_counts_once(wiki: Project, files: list[str]) -> None:
    wiki.replace("works.bib", "doi = {10.5555/sorting},", "doi = {10.5555/sorting}")

    built = wiki.build(bibtex_bibfiles=files)

    [warning] = built.warnings
    assert warning.endswith("[bibwiki.damaged-entry]")
    assert built.has("works/muller2021merging.html")


def test_one_file_without_brackets_is_reported_and_read(wiki: Project) -> None:
    built = wiki.build(bibtex_bibfiles="works.bib")

    assert any("[bibwiki.invalid-configuration]" in w for w in built.warnings)
    assert built.has("works/muller2021merging.html")


def test_a_name_that_two_pages_claim_means_the_same_everywhere(wiki: Project) -> None:
    page = (
        "---\nbibwiki:\n  kind: person\n  also: [Person Third]\n---\n# {0}\n\nText.\n"
    )
    wiki.write(
        {
            "people/first.md": page.format("First"),
            "people/second.md": page.format("Second"),
            "page.md": "---\norphan: true\n---\n# P\n\n{person}`Person Third`\n",
        }
    )

    built = wiki.build()

    [warning] = built.warnings
    assert warning.endswith("[bibwiki.ambiguous-alias]")
    assert 'href="people/first.html"' in built.text("page.html")
    assert 'href="../people/first.html"' in built.text("works/muller2021merging.html")


def test_a_flood_of_problems_is_summed_up(wiki: Project) -> None:
    wiki.write({"works.bib": "@misc{a, title={\n" * 300, "index.md": "# Home\n"})
    (wiki.root / "docs/people/ada-example.md").unlink()

    built = wiki.build()
    everything = wiki.build(out="all", bibwiki_warnings_per_code=0)

    found = [w for w in built.warnings if w.endswith("[bibwiki.duplicate-key]")]
    assert [int(w.split("works.bib:")[1].split(":")[0]) for w in found] == [
        2, 3, 4, 5, 6, 7
    ]  # fmt: skip
    assert "and 294 more of these in " in found[-1]
    assert "(lines 7-300); `bibwiki check` lists all" in found[-1]
    assert len(built.warnings) == 13
    assert sum("duplicate-key" in w for w in everything.warnings) == 299
    report = json.loads(
        (Path(built.app.doctreedir) / "bibwiki-report.json").read_text()
    )
    codes = [one["code"] for one in report["diagnostics"]]
    assert codes.count("duplicate-key") == 299


def test_hints_stand_in_the_report_and_fail_no_build(wiki: Project) -> None:
    wiki.write(
        {
            "works.bib": "@article{a, title={T}, author={Example, Ada}, year=2020}\n",
            "index.md": "# Home\n",
            "people/ada-example.md": "# Ada\n",
        }
    )

    built = wiki.build()

    assert not any("bibwiki." in line for line in built.warnings)
    report = json.loads(
        (Path(built.app.doctreedir) / "bibwiki-report.json").read_text()
    )
    assert [(o["line"], o["code"]) for o in report["diagnostics"]] == [
        (1, "missing-field")
    ]


def test_people_who_may_be_one_are_looked_for_once_in_a_build(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def suggest(catalogue: Catalogue) -> tuple[PersonSuggestion, ...]:
        calls.append(catalogue)
        return suggest_people(catalogue)

    monkeypatch.setattr("bibwiki.pages.tracing.tables.suggest_people", suggest)
    work = "@book{{{}, title={{T}}, author={{{} and Reed, Cleo}}, year=2020}}\n"
    wiki.write(
        {
            "works.bib": work.format("a", "Quill, Ada") + work.format("b", "Quill, A."),
            "index.md": "# Home\n",
        }
    )

    built = wiki.build()

    assert len(calls) == 1
    report = (Path(built.app.doctreedir) / "bibwiki-report.json").read_text()
    assert "may be 'Ada Quill'" in report
    assert "initials fit; coauthor Cleo Reed" in built.text("curation.html")


def test_names_in_front_matter_that_mean_nothing_are_reported(wiki: Project) -> None:
    wiki.write(
        {
            "page.md": "---\norphan: true\nbibwiki:\n  kind: person\n"
            "  topics: [nowhere]\n---\n# Page\n"
        }
    )

    [warning] = wiki.build().warnings

    assert "page.md:" in warning
    assert warning.endswith("[bibwiki.unresolved-name]")


INCLUDED = """\
Line one.

Citing {cite:p}`nothing3` and [[Nobody Three]].

{person}`Nobody Five`

{cite:p}`bad seven key`

```{works} persn:nine
```
"""
INCLUDED_RST = """\
Line one.

Citing :cite:p:`nothing3` and [[Nobody Three]].

:person:`Nobody Five`

:cite:p:`bad seven key`

.. works:: persn:nine
"""


@pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")  # MyST's include asks
def test_problems_of_included_files_name_these(wiki: Project) -> None:
    wiki.write(
        {
            "parts/one.md": INCLUDED,
            "parts/two.txt": INCLUDED_RST,
            "page.md": "---\norphan: true\n---\n# Page\n\n```{include} parts/one.md\n"
            "```\n\n{cite:p}`after`\n",
            "other.rst": ":orphan:\n\nOther\n=====\n\n.. include:: parts/two.txt\n\n"
            ":cite:p:`later`\n",
        }
    )

    built = wiki.build(exclude_patterns=["parts"])

    report = json.loads(
        (Path(built.app.doctreedir) / "bibwiki-report.json").read_text()
    )
    found = {
        (Path(one["file"]).name, one["line"], one["code"])
        for one in report["diagnostics"]
    }
    lines = [(3, "unknown-key"), (3, "unresolved-link"), (5, "unresolved-link")]
    lines += [(7, "malformed-citation"), (9, "invalid-query")]
    assert found == {
        *((name, *rest) for name in ("one.md", "two.txt") for rest in lines),
        ("page.md", 9, "unknown-key"),
        ("other.rst", 8, "unknown-key"),
    }
