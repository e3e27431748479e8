"""``bibwiki explain``: every code has its words, from the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.diagnostic import Problem, severity_of
from bibwiki_tools.explanations import explanation_of

if TYPE_CHECKING:
    from conftest import Command


@pytest.mark.parametrize("problem", list(Problem), ids=str)
def test_every_code_is_explained(bibwiki: Command, problem: Problem) -> None:
    outcome = bibwiki("explain", problem.value)

    head, *text = outcome.out.splitlines()
    assert outcome.status == 0
    assert head == f"{problem.value} ({severity_of(problem)})"
    assert " ".join(text) == explanation_of(problem)
    assert explanation_of(problem).endswith(".")


def test_text_is_that_of_the_source(bibwiki: Command) -> None:
    outcome = bibwiki("explain", "duplicate-key")

    assert outcome.out == (
        "duplicate-key (error)\n"
        "Two entries share a key. The first one counts. Rename or remove the other.\n"
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
