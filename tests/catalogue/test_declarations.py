from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.declarations import declare
from bibwiki.model.diagnostic import Problem
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from conftest import Builder


def test_pages_are_found_by_id_former_id_and_name(build: Builder) -> None:
    note = build.note(
        Kind.TOPIC, "looms", "Mechanical looms", also=("Looming",), also_id=("loom",)
    )
    declared, problems = declare([note], Kind.TOPIC)

    texts = ("looms", "loom", "MECHANICAL LOOMS", "looming", "Looms")
    assert [declared.id_of(text) for text in texts] == ["looms"] * 5
    assert declared.id_of("weaving") is None
    assert problems == ()


def test_pages_of_other_kinds_do_not_count(build: Builder) -> None:
    declared, _ = declare([build.note(Kind.PERSON, "ada")], Kind.TOPIC)

    assert declared.notes == {}


def test_of_two_pages_with_one_id_the_first_docname_counts(build: Builder) -> None:
    second = build.note(Kind.PERSON, "ada", "Second", docname="people/b")
    first = build.note(Kind.PERSON, "ada", "First", docname="people/a")

    declared, (problem,) = declare([second, first], Kind.PERSON)

    assert declared.notes == {"ada": first}
    assert problem.problem is Problem.DUPLICATE_ID
    assert problem.location == second.location
    assert "'people/a'" in problem.message
    assert "'people/b'" in problem.message


def test_of_two_pages_with_one_alias_the_first_counts(build: Builder) -> None:
    first = build.note(Kind.PERSON, "ada", "Ada Quill", also=("A. Quill",))
    second = build.note(Kind.PERSON, "amy", "Amy Quill", also=("A Quill",))

    declared, (problem,) = declare([first, second], Kind.PERSON)

    assert declared.id_of("A. Quill") == "ada"
    assert problem.problem is Problem.AMBIGUOUS_ALIAS
    assert problem.location == second.location
    assert "'A Quill' is declared by 'people/ada'" in problem.message


def test_a_name_counts_before_an_alias_of_an_earlier_page(build: Builder) -> None:
    first = build.note(Kind.PERSON, "ada", "Ada Quill", also=("Amy Quill",))
    second = build.note(Kind.PERSON, "amy", "Amy Quill")

    declared, (problem,) = declare([first, second], Kind.PERSON)

    assert declared.id_of("Amy Quill") == "amy"
    assert problem.location == first.location


def test_an_alias_equal_to_the_own_name_is_no_problem(build: Builder) -> None:
    note = build.note(Kind.PERSON, "ada", "Ada Quill", also=("Quill, Ada", "ada quill"))

    assert declare([note], Kind.PERSON)[1] == ()


def test_people_of_one_name_are_namesakes_not_a_problem(build: Builder) -> None:
    pages = [build.note(Kind.PERSON, id_, "Ada Quill") for id_ in ("ada-1", "ada-2")]

    declared, problems = declare(pages, Kind.PERSON)

    assert declared.by_name["ada quill"] == ("ada-1", "ada-2")
    assert declared.id_of("Ada Quill") is None
    assert problems == ()


def test_two_topics_of_one_name_are_a_problem(build: Builder) -> None:
    pages = [build.note(Kind.TOPIC, id_, "Looms") for id_ in ("looms", "weaving")]

    declared, (problem,) = declare(pages, Kind.TOPIC)

    assert declared.id_of("LOOMS") == "looms"
    assert problem.problem is Problem.AMBIGUOUS_ALIAS


def test_a_hidden_name_is_matched_and_never_printed(build: Builder) -> None:
    pages = [
        build.note(Kind.PERSON, id_, id_, hidden_names=("Secret Name",))
        for id_ in ("ada", "bea")
    ]

    declared, (problem,) = declare(pages, Kind.PERSON)

    assert declared.id_of("Name, Secret") == "ada"
    assert "secret" not in problem.message.lower()


def test_a_former_id_that_is_somebody_s_id_does_not_count(build: Builder) -> None:
    pages = [
        build.note(Kind.PERSON, "ada", also_id=("bea",)),
        build.note(Kind.PERSON, "bea"),
    ]

    assert declare(pages, Kind.PERSON)[0].id_of("bea") == "bea"
