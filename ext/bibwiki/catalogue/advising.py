"""Who advised whom: from the advisors of theses and from what pages declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import Advising
from bibwiki.catalogue.identity.resolution import resolve
from bibwiki.model.notes.kind import Kind
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bibwiki.catalogue.catalogue import Catalogue, CataloguedWork, Person

_ByPerson = dict[str, dict[str, str]]
"""Maps people to others, and each of these to a primary key."""


def advisors_and_students(
    catalogue: Catalogue,
) -> tuple[Mapping[str, tuple[Advising, ...]], Mapping[str, tuple[Advising, ...]]]:
    """Return the advisors and the students of people, each other person once.

    What a page declares comes before what theses say. People without any are left out;
    nobody advises themselves.

    Args:
        catalogue: People, works and names.
    """
    advisors: _ByPerson = {}
    for person in catalogue.people.values():
        for advisor, source in _declared(catalogue, person):
            advisors.setdefault(person.id, {}).setdefault(advisor, source)
    for work in catalogue.works.values():
        if work.work.work_type is WorkType.THESIS:
            for student in _people(work, Role.AUTHOR):
                for advisor in _people(work, Role.ADVISOR):
                    advisors.setdefault(student, {}).setdefault(advisor, work.key)
    students: _ByPerson = {}
    for student in catalogue.people:
        advisors.get(student, {}).pop(student, None)
        for advisor, source in advisors.get(student, {}).items():
            students.setdefault(advisor, {})[student] = source
    return _frozen(advisors), _frozen(students)


def _declared(catalogue: Catalogue, person: Person) -> Iterator[tuple[str, str]]:
    """Yield id and source of the advisors that a person's page names."""
    for advisor in person.note.advisors if person.note else ():
        target = resolve(catalogue, advisor.person, Kind.PERSON)
        source = catalogue.key_to_work.get(advisor.source)
        if target is not None and source is not None:
            yield target.id, source


def _people(work: CataloguedWork, role: Role) -> list[str]:
    return [
        credit.person
        for credit in work.credits
        if credit.person is not None and credit.contribution.role is role
    ]


def _frozen(found: _ByPerson) -> dict[str, tuple[Advising, ...]]:
    return {
        id_: tuple(Advising(person, source) for person, source in others.items())
        for id_, others in found.items()
        if others
    }
