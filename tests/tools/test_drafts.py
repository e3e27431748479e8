"""The sentences of first pages, for the cases that differ in wording."""

from __future__ import annotations

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.citations import MentionIndex
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.interpret import interpret
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Note
from bibwiki.pages.context import PageContext
from bibwiki_tools.drafts import draft_page

MANY = " and ".join(f"Family{letter}, Given" for letter in "ABCDEF")


def _sentences(kind: Kind, id_: str, *entries: str) -> list[str]:
    """Return the sentences of a page about something in these entries."""
    text = "\n".join(f"@{entry}" for entry in entries)
    works = [interpret(entry)[0] for entry in parse_bibtex(text, "x.bib").entries]
    catalogue, _ = assemble(works, [], [], topic_min_works=1)
    context = PageContext(catalogue, MentionIndex())
    page = draft_page(context, Target(kind, id_))
    return page.partition("\n# ")[2].splitlines()[2:]


@pytest.mark.parametrize(
    ("entries", "first"),
    [
        pytest.param(
            ["book{k, title = {T}, author = {Vale, Ada}, year = {2020}}"],
            "Ada Vale is the author of *T* (2020) {cite:p}`k`.",
            id="one author",
        ),
        pytest.param(
            ["book{k, title = {T}, author = {Vale, Ada and others}}"],
            "Ada Vale is an author of *T* {cite:p}`k`.",
            id="one of several",
        ),
        pytest.param(
            ["book{k, title = {T}, translator = {Vale, Ada and Muster, Bo}}"],
            "Ada Vale is a translator of *T* {cite:p}`k`.",
            id="translator",
        ),
        pytest.param(
            [
                "book{k, title = {T}, author = {Vale, Ada}, year = {2020}}",
                "book{l, title = {U}, author = {Vale, Ada}, year = {2020}}",
            ],
            "The works by Ada Vale in this wiki include {cite:t}`k,l`.",
            id="one year",
        ),
        pytest.param(
            [
                "book{k, title = {T}, author = {Vale, Ada}}",
                "book{l, title = {U}, author = {Vale, Ada}}",
            ],
            "The works by Ada Vale in this wiki include {cite:t}`k,l`.",
            id="no year",
        ),
    ],
)
def test_person_and_their_works(entries: list[str], first: str) -> None:
    assert _sentences(Kind.PERSON, "ada-vale", *entries)[0] == first


def test_works_that_no_role_can_cite_are_left_out() -> None:
    entries = [
        "book{a`b, title = {T}, author = {Vale, Ada}}",
        "book{c`d, title = {U}, author = {Vale, Ada}}",
    ]

    assert _sentences(Kind.PERSON, "ada-vale", *entries) == []


def test_many_people_are_cut() -> None:
    entry = f"book{{k, title = {{T}}, author = {{{MANY}}}}}"

    [about] = _sentences(Kind.WORK, "k", entry)

    assert about.endswith(
        "by [[Given FamilyA]], [[Given FamilyB]], [[Given FamilyC]], "
        "[[Given FamilyD]], [[Given FamilyE]] and others."
    )


@pytest.mark.parametrize(
    ("entry", "about"),
    [
        pytest.param("misc{k, title = {T}}", "is a work.", id="nobody"),
        pytest.param(
            "proceedings{k, title = {T}, editor = {Vale, Ada}}",
            "is a volume of proceedings edited by [[Ada Vale]].",
            id="editor",
        ),
        pytest.param(
            "article{k, title = {T}, author = {{Institute of Imagination}}}",
            "is an article by [[Institute of Imagination]].",
            id="organization",
        ),
        pytest.param(
            "phdthesis{k, title = {T}, author = {Vale, Ada}}",
            "is a thesis by [[Ada Vale]].",
            id="thesis",
        ),
    ],
)
def test_work_says_what_it_is_and_whose(entry: str, about: str) -> None:
    assert _sentences(Kind.WORK, "k", entry)[0] == f"*T* {{cite:p}}`k` {about}"


def test_relations_are_told_from_both_sides() -> None:
    entries = [
        "misc{new, title = {N}, disputes = {old}, related = {near}}",
        "misc{old, title = {O}}",
        "misc{near, title = {P}}",
    ]

    assert sorted(_sentences(Kind.WORK, "new", *entries)[1:]) == [
        "It disputes {cite:t}`old`.",
        "It is related to {cite:t}`near`.",
    ]
    assert _sentences(Kind.WORK, "old", *entries)[1:] == ["{cite:t}`new` disputes it."]


def test_organization_has_works_of_its_own_and_published_ones() -> None:
    entries = [
        "misc{a, title = {A}, author = {{Castle Press}}, year = {2020}}",
        "book{b, title = {B}, publisher = {Castle Press}, year = {2021}}",
        "book{c, title = {C}, publisher = {Castle Press}, year = {2022}}",
        "book{d, title = {D}, publisher = {Castle Press}, year = {2023}}",
    ]

    published = "The works published by Castle Press in this wiki"
    assert _sentences(Kind.ORGANIZATION, "castle-press", *entries) == [
        "A work by Castle Press is *A* (2020) {cite:p}`a`.",
        f"{published} begin with *B* (2021) {{cite:p}}`b`.",
        "The newest is *D* (2023) {cite:p}`d`.",
        "Others are {cite:t}`c`.",
    ]


def test_name_of_two_people_is_not_linked() -> None:
    [entry] = parse_bibtex("@misc{k, title = {T}, author = {Vale, Ada}}", "x").entries
    notes = [
        Note(Kind.PERSON, id_, "Ada Vale", id_, Location(f"{id_}.md"))
        for id_ in ("ada-1", "ada-2")
    ]
    catalogue, _ = assemble([interpret(entry)[0]], [], notes)

    page = draft_page(PageContext(catalogue, MentionIndex()), Target(Kind.WORK, "k"))

    assert "is a work by Ada Vale." in page
