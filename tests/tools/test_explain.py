"""``bibwiki explain``: every code has its words, from the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.diagnostic import Problem, severity_of
from bibwiki_tools.explanations import explanation_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command


@pytest.mark.parametrize("problem", list(Problem), ids=str)
def test_every_code_is_explained(bibwiki: Command, problem: Problem) -> None:
    outcome = bibwiki("explain", problem.value)

    head, *text = outcome.out.splitlines()
    assert outcome.status == 0
    assert head == f"{problem.value} ({severity_of(problem)})"
    shown = " ".join(" ".join(text).split())
    for part in explanation_of(problem):
        assert " ".join(part.split()) in shown
    assert all(part.endswith(".") for part in explanation_of(problem)[:3])


def test_text_is_that_of_the_source(bibwiki: Command) -> None:
    outcome = bibwiki("explain", "duplicate-key")

    assert outcome.out == (
        "duplicate-key (error)\n"
        "What goes wrong: Two entries share a citation key.\n"
        "What bibwiki does: The first one counts; `bibwiki inspect` shows the others.\n"
        "What to do: Rename the other, or remove it.\n"
        "Example: `@misc{a, year = 1} @misc{a, year = 2}`\n"
    )


def test_code_as_sphinx_prints_it_is_known(bibwiki: Command) -> None:
    assert bibwiki("explain", "bibwiki.Encoding").out.startswith("encoding (warning)")


def test_unknown_code_is_refused_with_the_nearest(bibwiki: Command) -> None:
    outcome = bibwiki("explain", "duplicat-keys")

    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith(
        "bibwiki: no problem has the code 'duplicat-keys'; the nearest are duplicate-"
    )


def test_all_codes_are_listed(bibwiki: Command) -> None:
    lines = bibwiki("explain").out.splitlines()

    assert [line.split()[0] for line in lines] == [one.value for one in Problem]


@pytest.mark.parametrize(
    "code",
    [
        "encoding", "control-characters", "damaged-entry", "missing-key",
        "duplicate-key", "duplicate-field", "undefined-macro", "missing-delimiters",
        "unknown-entry-type", "missing-title", "invalid-name", "invalid-date",
        "invalid-identifier", "unsafe-url", "missing-crossref",
        "unknown-related-work", "missing-field",
    ],
)  # fmt: skip
def test_examples_have_their_problem(
    bibwiki: Command, tmp_path: Path, code: str
) -> None:
    example = explanation_of(Problem(code)).example.strip("`")
    example = example.removesuffix(" in a UTF-8 file")
    if not example.startswith("@"):
        example = f"@misc{{key, title = {{T}}, {example}}}"
    content = example.encode().decode("unicode_escape").encode("latin-1")
    (tmp_path / "a.bib").write_bytes(content)

    outcome = bibwiki("check", tmp_path / "a.bib")

    assert f" {code} " in outcome.out
