"""Who made a work: the name fields of an entry and their annotations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.creator_ids import orcid_address, parse_orcid
from bibwiki.model.diagnostic import Problem
from bibwiki.model.identifier import Identifier
from bibwiki.model.names.decorations import read_creator_ids
from bibwiki.model.names.name import Name
from bibwiki.model.names.name_list import split_name_list
from bibwiki.model.names.outside_braces import split_outside_braces
from bibwiki.model.names.parse import collaboration_name, parse_name
from bibwiki.model.work import Contribution, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.model.names.name_list import SplitList

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
_LISTED_ORCID = re.compile(r"([^/;{}\n]{2,100}+)/\s*([\d-]{15,19}[\dXx])")
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
        read, wrong = _read_names(names, role)
        annotated = _annotated(read, field, fields)
        if wrong:
            annotated = [one for one in annotated if one.name.display]
            problems += [(one, f"{field}: {message}", field) for one, message in wrong]
        found += annotated
    if "collaboration" in fields:
        found = _with_collaborations(found, fields["collaboration"])
    if "orcid-numbers" in fields:
        found = _with_orcids(found, fields["orcid-numbers"])
    if any(one.identifiers for one in found):
        found = _told_apart(found, problems)
    return ReadNames(tuple(found), others, tuple(problems))


def _read_names(
    names: SplitList, role: Role
) -> tuple[list[Contribution], list[tuple[Problem, str]]]:
    """Read the names of a list, and say what is wrong with it."""
    problems: list[tuple[Problem, str]] = []
    if names.repaired:
        message = f'{names.repaired}; separate names by "and"'
        problems.append((Problem.INVALID_NAME, message))
    if names.left_out:
        problems.append((Problem.INVALID_NAME, f"{names.left_out}; correct the list"))
    found: list[Contribution] = []
    for raw in names.names:
        one, wrong = _contribution(raw, role)
        problems += wrong
        found.append(one)
    if len(found) == 1 and _may_be_two(names.names[0], found[0].name):
        message = f'"{names.names[0][:80]}" may be two people; it is read as one'
        problems.append((Problem.NAME_OR_LIST, message))
    return found, problems


def _annotated(
    found: list[Contribution], field: str, fields: Mapping[str, str]
) -> list[Contribution]:
    """Add what biblatex's annotations of a field say of its names."""
    marks = _read_annotations(fields.get(f"{field}+an", ""))
    ids = _read_annotations(fields.get(f"{field}+an:id", ""))
    for number in {*marks, *ids}:
        if 0 < number <= len(found):
            person = ids.get(number, ())
            found[number - 1] = replace(
                found[number - 1],
                marks=marks.get(number, ()),
                declared_person=person[0] if person else None,
            )
    return found


def _with_collaborations(found: list[Contribution], text: str) -> list[Contribution]:
    """Put INSPIRE's collaborations behind the authors; each is an organization."""
    known = {one.name.display.casefold() for one in found}
    made: list[Contribution] = []
    for raw in split_name_list(text).names:
        for part in split_outside_braces(raw, ",;"):
            name = collaboration_name(part)
            if name and name.casefold() not in known:
                known.add(name.casefold())
                made.append(Contribution(Name(literal=name), Role.AUTHOR))
    authors = sum(one.role is Role.AUTHOR for one in found)
    return [*found[:authors], *made, *found[authors:]]


def _with_orcids(found: list[Contribution], text: str) -> list[Contribution]:
    """Add the ORCIDs that the Web of Science lists by name: ``Loom, Ada/0000-...``.

    A name there need not be written as in the list of authors: the family name and the
    first letter have to be the same, and nobody else's.
    """
    orcids: dict[tuple[str, str], set[str]] = {}
    for name, written in _LISTED_ORCID.findall(text):
        if (orcid := parse_orcid(written)) is not None:
            key = _family_and_initial(parse_name(" ".join(name.split()))[0])
            orcids.setdefault(key, set()).add(orcid)
    keys = [_family_and_initial(one.name) for one in found]
    often = Counter(keys)
    return [
        replace(one, identifiers=(Identifier("orcid", value, orcid_address(value)),))
        if not one.identifiers
        and often[key] == 1
        and len(values := orcids.get(key, set())) == 1
        and (value := min(values))
        else one
        for one, key in zip(found, keys, strict=True)
    ]


def _family_and_initial(name: Name) -> tuple[str, str]:
    family = f"{name.particle} {name.family}".strip()
    return family.casefold(), name.given[:1].casefold()


def _told_apart(
    found: list[Contribution], problems: list[tuple[Problem, str, str]]
) -> list[Contribution]:
    """Leave out ORCIDs that stand with two creators of one role: they tell neither."""
    count = Counter(
        (one.role, each.value)
        for one in found
        for each in one.identifiers
        if each.scheme == "orcid"
    )
    wrong = {pair for pair, many in count.items() if many > 1}
    for role, value in sorted(wrong):
        message = f"{role}: the ORCID {value} stands with {count[role, value]} names"
        problems.append((Problem.INVALID_IDENTIFIER, message, role.value))
    return [
        replace(one, identifiers=())
        if any((one.role, each.value) in wrong for each in one.identifiers)
        else one
        for one in found
    ]


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
def _contribution(
    raw: str, role: Role
) -> tuple[Contribution, tuple[tuple[Problem, str], ...]]:
    """Read one name; works that write it alike share the value."""
    name, problem = parse_name(raw)
    identifiers, wrong_orcid = read_creator_ids(raw)
    problems: list[tuple[Problem, str]] = []
    if problem is not None:
        problems.append((problem, f'"{raw[:80]}" is no clear name; check its commas'))
    if wrong_orcid:
        message = f'"{wrong_orcid}" behind "{name.display[:80]}" is no valid ORCID'
        problems.append((Problem.INVALID_IDENTIFIER, message))
    return Contribution(name, role, identifiers=identifiers), tuple(problems)


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
