from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import Advising
from bibwiki.catalogue.identity.unresolved_names import unresolved_names
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Advisor
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from bibwiki.model.work import Work
    from conftest import Builder


def thesis(build: Builder, key: str, student: str, advisors: str) -> Work:
    people = build.creators(student) + build.creators(advisors, Role.ADVISOR)
    return build.work(key, work_type=WorkType.THESIS, contributions=people)


def test_theses_name_advisors(build: Builder) -> None:
    catalogue = build.catalogue(
        thesis(build, "looms", "Weaver, Zoe", "Spindle, Ada; Thread, Bo"),
        thesis(build, "knots", "Binder, Abe", "Spindle, Ada"),
    )

    assert catalogue.advisors == {
        "zoe-weaver": (
            Advising("ada-spindle", "looms"),
            Advising("bo-thread", "looms"),
        ),
        "abe-binder": (Advising("ada-spindle", "knots"),),
    }
    assert catalogue.students == {
        "ada-spindle": (
            Advising("abe-binder", "knots"),
            Advising("zoe-weaver", "looms"),
        ),
        "bo-thread": (Advising("zoe-weaver", "looms"),),
    }


def test_other_works_and_ones_own_thesis_tell_nothing(build: Builder) -> None:
    people = build.creators("Weaver, Zoe") + build.creators("Thread, Bo", Role.ADVISOR)
    catalogue = build.catalogue(
        build.work("a", contributions=people),
        thesis(build, "b", "Weaver, Zoe", "Weaver, Zoe"),
    )

    assert (catalogue.advisors, catalogue.students) == ({}, {})


def test_pages_name_advisors_with_a_source_each(build: Builder) -> None:
    page = build.note(
        Kind.PERSON,
        "zoe",
        "Zoe Weaver",
        advisors=(
            Advisor("Bo Thread", "letter"),
            Advisor("Ada Spindle", "nowhere"),
            Advisor("Nobody Known", "letter"),
        ),
    )
    catalogue = build.catalogue(
        build.work("letter", "Thread, Bo; Spindle, Ada"),
        thesis(build, "looms", "Weaver, Zoe", "Thread, Bo"),
        notes=(page,),
    )

    assert catalogue.advisors == {"zoe": (Advising("bo-thread", "letter"),)}
    assert catalogue.students == {"bo-thread": (Advising("zoe", "letter"),)}
    assert [one.message.partition(";")[0] for one in unresolved_names(catalogue)] == [
        "advisors names 'Nobody Known', who has no page",
        "source names 'nowhere', which is the key of no entry",
    ]
