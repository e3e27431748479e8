"""What ``bibwiki who`` tells about a name, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold, name_key
from bibwiki.catalogue.identity.attribution import UNRESOLVED
from bibwiki.catalogue.identity.name_likeness import Fit, compare_names, name_form
from bibwiki.catalogue.identity.resolution import nearest_names
from bibwiki.catalogue.identity.suggestions import Circles
from bibwiki.model.names.parse import parse_name
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.wording import counted
from bibwiki_tools.output import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Catalogue, Credit, Person

_MOST_WORKS = 20


def explain_name(catalogue: Catalogue, name: str) -> Iterator[str]:
    """Yield who has a name, by which rules, and who else could be meant.

    Names that a page hides are matched and not printed.

    Raises:
        CommandError: Nobody has the name or a name that fits it; names the nearest.
    """
    circles = Circles(catalogue)
    owners = _owners(catalogue, name)
    others = _alternatives(circles, name, owners)
    unresolved = list(_unresolved(catalogue, name))
    if not (owners or others or unresolved):
        nearest = nearest_names(catalogue, name, Kind.PERSON)
        hint = f"; the nearest are {', '.join(nearest)}" if nearest else ""
        raise CommandError(f"nobody is called {name!r}{hint}")
    if not owners:
        yield "Nobody has exactly this name."
    for id_ in owners:
        yield from _owner(catalogue, id_)
    if unresolved:
        yield "Given to nobody, because several people have the name:"
        yield from unresolved
    yield from _others(catalogue, circles, owners, others)


def _owners(catalogue: Catalogue, name: str) -> list[str]:
    """Return the ids of those who have a name, hidden names included."""
    folded = fold(name)
    found = dict.fromkeys([name] if name in catalogue.people else [])
    for target in catalogue.names.get(folded, ()):
        if target.kind is Kind.PERSON:
            found[target.id] = None
    for id_, person in catalogue.people.items():
        if person.note and folded in map(fold, person.note.hidden_names):
            found[id_] = None
    return list(found)


def _alternatives(circles: Circles, name: str, owners: list[str]) -> dict[str, Fit]:
    """Map those whose names fit the name, or those of its owners, to how they fit."""
    asked = name_form(parse_name(name)[0])
    wanted = [asked] if asked else []
    wanted += [circles.forms[id_] for id_ in owners if id_ in circles.forms]
    found: dict[str, Fit] = {}
    for id_, form in circles.forms.items():
        fits = (compare_names(form, one) for one in wanted)
        fit = next((fit for fit in fits if fit), None)
        if fit and id_ not in owners:
            found[id_] = fit
    return found


def _owner(catalogue: Catalogue, id_: str) -> Iterator[str]:
    person = catalogue.people[id_]
    yield _person_line(person)
    if person.note:
        yield f"  page: {person.note.location.path}"
    yield f"  written as: {'; '.join(person.names)}"
    for key in person.works[:_MOST_WORKS]:
        for credit in catalogue.works[key].credits:
            if credit.person == id_:
                yield _credit_line(key, credit)
    if len(person.works) > _MOST_WORKS:
        yield f"  ... and {len(person.works) - _MOST_WORKS:,} more works"


def _credit_line(key: str, credit: Credit) -> str:
    contribution = credit.contribution
    return (
        f"  {key}: {contribution.role} {contribution.name.display!r}, by {credit.rule}"
    )


def _unresolved(catalogue: Catalogue, name: str) -> Iterator[str]:
    folded = fold(name)
    for key, work in catalogue.works.items():
        for credit in work.credits:
            if (
                credit.rule == UNRESOLVED
                and name_key(credit.contribution.name) == folded
            ):
                yield _credit_line(key, credit)


def _others(
    catalogue: Catalogue, circles: Circles, owners: list[str], others: dict[str, Fit]
) -> Iterator[str]:
    yield "Others who could be meant:" if others else "Nobody else could be meant."
    for id_, fit in others.items():
        yield f"  {_person_line(catalogue.people[id_])}: {fit}"
        for owner in owners:
            yield f"    not merged with {owner}: {_why_not(circles, owner, id_, fit)}"


def _why_not(circles: Circles, one: str, other: str, fit: Fit) -> str:
    """Return why two people were not merged, and what speaks for it all the same."""
    if key := circles.common_work(one, other):
        return f"both created {key}"
    shared = ", ".join(circles.shared(one, other))
    if fit is Fit.INITIALS:
        why = "initials alone merge nobody"
    elif fit is Fit.SAME:
        why = "several people seem to have the name"
    elif fit is Fit.TRANSPOSED:
        why = "the order of the words differs"
    elif shared:
        why = "others could be meant too"
    else:
        return "their works share no coauthor, venue or topic"
    return f"{why}; they share {shared}" if shared else why


def _person_line(person: Person) -> str:
    return f"{person.id} ({person.name}, {counted(len(person.works), 'work')})"
