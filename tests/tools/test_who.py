"""``bibwiki who``: whose a name is, by which rule, and who else could be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command


@pytest.mark.usefixtures("wiki")
def test_alias_is_explained_with_page_and_rule(bibwiki: Command) -> None:
    outcome = bibwiki("who", "B. Muster")

    lines = outcome.out.splitlines()
    assert outcome.status == 0
    assert lines[:3] == [
        "ben (Ben Muster, 3 works)",
        "  page: docs/people/ben.md",
        "  written as: Ben Muster; B. Muster",
    ]
    assert "  muster2023count: author 'Ben Muster', by alias" in lines
    assert lines[-1] == "Nobody else could be meant."


@pytest.mark.usefixtures("wiki")
def test_initials_are_not_merged_and_the_reason_is_given(bibwiki: Command) -> None:
    lines = bibwiki("who", "A. Example").out.splitlines()

    assert lines[0] == "a-example (A. Example, 1 work)"
    assert lines[-3:] == [
        "Others who could be meant:",
        "  ada-m-example (Ada M. Example, 2 works): initials fit",
        (
            "    not merged with a-example: initials alone merge nobody; they share "
            "coauthor Ben Muster, topic invented numbers"
        ),
    ]


@pytest.mark.usefixtures("wiki")
def test_name_that_only_fits_lists_whom_it_fits(bibwiki: Command) -> None:
    lines = bibwiki("who", "Vale, Z.").out.splitlines()

    assert lines == [
        "Nobody has exactly this name.",
        "Others who could be meant:",
        "  zoe-vale (Zoë Vale, 2 works): initials fit",
    ]


@pytest.mark.usefixtures("wiki")
def test_unknown_name_is_refused_with_the_nearest(bibwiki: Command) -> None:
    outcome = bibwiki("who", "Ben Mustar", "bib/references.bib", "--pages", "docs")

    assert outcome.status == 2
    assert outcome.err == (
        "bibwiki: nobody is called 'Ben Mustar'; the nearest are Ben Muster\n"
    )


def test_hidden_name_finds_its_person_and_is_not_listed(
    bibwiki: Command, wiki: Path
) -> None:
    page = wiki / "docs/people/ben.md"
    text = page.read_text().replace("also: [B. Muster]", "hidden-names: [Zoe Gone]")
    page.write_text(text)

    outcome = bibwiki("who", "Zoe Gone")

    assert outcome.out.startswith("ben (Ben Muster, 3 works)\n")
    assert "Gone" not in outcome.out


def test_name_of_two_pages_is_given_to_nobody(bibwiki: Command, wiki: Path) -> None:
    text = (wiki / "docs/people/ben.md").read_text().replace("id: ben", "id: two")
    (wiki / "docs/people/two.md").write_text(text)

    lines = bibwiki("who", "Ben Muster").out.splitlines()

    assert "Given to nobody, because several people have the name:" in lines
    assert "  muster2023count: author 'Ben Muster', by unresolved" in lines
