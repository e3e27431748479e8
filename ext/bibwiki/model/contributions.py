"""Who made a work: the name fields of an entry and their annotations."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.diagnostic import Problem
from bibwiki.model.names.name_list import split_name_list, split_outside_braces
from bibwiki.model.names.parse import parse_name
from bibwiki.model.work import Contribution, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.model.names.name import Name

NAME_FIELDS: Mapping[str, Role] = {
    "author": Role.AUTHOR,
    "editor": Role.EDITOR,
    "translator": Role.TRANSLATOR,
    "advisor": Role.ADVISOR,
    "supervisor": Role.ADVISOR,
}
"""The fields that hold names, in the order in which a work lists its creators."""

_PROTECTED = re.compile(r"\{(?!\\)|=")
"""A brace that keeps words together, or biblatex's ``family=...``."""
_ANNOTATION = re.compile(r"\s*(\d+)\s*=\s*(.*)", re.DOTALL)


class ReadNames(NamedTuple):
    """The creators of a work."""

    contributions: tuple[Contribution, ...]
    others: bool
    """The author list ended with ``and others``."""
    problems: tuple[tuple[Problem, str, str], ...]
    """Kind, message and the field it is about."""


def read_contributions(fields: Mapping[str, str]) -> ReadNames:
    """Read all name fields of an entry."""
    found: list[Contribution] = []
    problems: list[tuple[Problem, str, str]] = []
    others = False
    for field, role in NAME_FIELDS.items():
        text = fields.get(field)
        if not text:
            continue
        names = split_name_list(text)
        others = others or (names.others and role is Role.AUTHOR)
        if names.repaired:
            message = f'{field}: {names.repaired}; separate names by "and"'
            problems.append((Problem.INVALID_NAME, message, field))
        marks = _read_annotations(fields.get(f"{field}+an", ""))
        ids = _read_annotations(fields.get(f"{field}+an:id", ""))
        for number, raw in enumerate(names.names, start=1):
            one, problem = _contribution(raw, role)
            if problem is not None:
                message = f'{field}: "{raw[:80]}" is no clear name; check its commas'
                problems.append((problem, message, field))
                if not one.name.display:
                    continue
            if number in marks or number in ids:
                person = ids.get(number, ())
                one = replace(
                    one,
                    marks=marks.get(number, ()),
                    declared_person=person[0] if person else None,
                )
            if len(names.names) == 1 and _may_be_two(raw, one.name):
                message = f'{field}: "{raw[:80]}" may be two people; it is read as one'
                problems.append((Problem.NAME_OR_LIST, message, field))
            found.append(one)
    return ReadNames(tuple(found), others, tuple(problems))


def _may_be_two(raw: str, name: Name) -> bool:
    """Whether a name is one by its comma, and two by its words.

    ``Ada Lovelace, Charles Babbage`` is written like ``García Márquez, Gabriel José``.
    """
    family, given = name.family.split(), name.given.split()
    return (
        len(family) == len(given) == 2
        and not (name.particle or name.suffix)
        and raw.count(",") == 1
        and _PROTECTED.search(raw) is None
        and all(
            len(word) > 1 and word.isalpha() and word[0].isupper()
            for word in (*family, *given)
        )
    )


@lru_cache(maxsize=65536)
def _contribution(raw: str, role: Role) -> tuple[Contribution, Problem | None]:
    """Read one name; works that write it alike share the value."""
    name, problem = parse_name(raw)
    return Contribution(name, role), problem


def _read_annotations(text: str) -> dict[int, tuple[str, ...]]:
    """Parse ``1=equal; 3="jane-doe"`` after biblatex's data annotation.

    Annotations of parts (``1:family=...``) and of the whole list say nothing about who
    somebody is and are left out.
    """
    found: dict[int, tuple[str, ...]] = {}
    if not text:
        return found
    for part in split_outside_braces(text, ";", quotes=True):
        matched = _ANNOTATION.fullmatch(part)
        if matched is None:
            continue
        values = split_outside_braces(matched[2], ",", quotes=True)
        words = tuple(value.strip(' \t\n"{}') for value in values)
        found[int(matched[1][:9])] = tuple(word for word in words if word)
    return found
