"""People who may be one, for a human to decide: suggestions with reasons, no merges.

What bibwiki merges by itself stands in :mod:`bibwiki.catalogue.identity.decide` and
:mod:`bibwiki.catalogue.identity.middle_names`; what is listed here did not
suffice for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.blocking import candidate_pairs
from bibwiki.catalogue.folding import fold
from bibwiki.catalogue.identity.display_names import split_display_name
from bibwiki.catalogue.identity.identified import contradict
from bibwiki.catalogue.identity.name_likeness import (
    Fit,
    NameForm,
    compare_names,
    name_form,
)
from bibwiki.model.diagnostic import Diagnostic, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Catalogue, Person
    from bibwiki.model.diagnostic import Location
    from bibwiki.model.names.name import Name

_CIRCLE = 50
"""Having stood among more creators than this is no reason: they need not have met."""
_COMMON = frozenset({Fit.INITIALS, Fit.SAME})
"""What says nothing without something shared."""
_NAMED = 3
"""So many shared coauthors, venues or topics are named."""


@dataclass(frozen=True, slots=True)
class PersonSuggestion:
    """Two people who may be one."""

    first: str
    """A person's id: the one with a page, else with more works."""
    second: str
    fit: Fit
    shared: tuple[str, ...]
    """What their works share, e.g. ``coauthor Ben Vale``; may be empty."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why they may be one, in words."""
        return (self.fit.value, *self.shared)


def suggest_people(catalogue: Catalogue) -> tuple[PersonSuggestion, ...]:
    """List the people who may be one, alphabetically.

    Another spelling, a missing middle name and transposed parts are always listed;
    initials, and one name of several people, where a coauthor, venue or topic is
    shared. Creators of one work are never one person. Costs
    grow linearly with people and works.
    """
    circles = Circles(catalogue)
    forms = circles.forms
    ids = list(forms)
    kinds = (
        ((block(form), number) for number, form in enumerate(forms.values()))
        for block in (_family_and_initial, _words, _letters)
    )
    found = []
    for one, other in candidate_pairs(kinds, lambda n: forms[ids[n]].given):
        suggestion = circles.compare(ids[one], ids[other])
        if suggestion and (suggestion.shared or suggestion.fit not in _COMMON):
            found.append((one, other, suggestion))
    return tuple(each for *_, each in sorted(found, key=lambda each: each[:2]))


def suggestion_diagnostics(
    catalogue: Catalogue, suggestions: tuple[PersonSuggestion, ...]
) -> tuple[Diagnostic, ...]:
    """Return suggestions as problems, each at a work of its second person."""
    people = catalogue.people
    return tuple(
        Diagnostic(
            Problem.SUSPECTED_PERSON,
            f"{people[one.second].name!r} ({one.second}) may be "
            f"{people[one.first].name!r} ({one.first}): {', '.join(one.reasons)}",
            _location(catalogue, people[one.second]),
        )
        for one in suggestions
    )


class Circles:
    """Whom people wrote with, where and about what; made for comparing them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._circles: dict[str, dict[str, str]] = {}
        self._identifiers = _identifiers(catalogue)
        self.forms = _forms(catalogue)
        """Maps the ids of people to the fullest of their names, in the order of the
        catalogue; those with a single name are left out."""

    def compare(self, one: str, other: str) -> PersonSuggestion | None:
        """Compare two people; None where they cannot be one."""
        fit = compare_names(self.forms[one], self.forms[other])
        if fit is None or self.common_work(one, other):
            return None
        if self._have_two_identifiers(one, other):
            return None
        people = self._catalogue.people
        first, second = sorted((people[one], people[other]), key=_weight)
        return PersonSuggestion(first.id, second.id, fit, self.shared(one, other))

    def _have_two_identifiers(self, one: str, other: str) -> bool:
        """Tell whether ORCIDs or numbers of DBLP say that they are two people."""
        here, there = self._identifiers.get(one, {}), self._identifiers.get(other, {})
        return contradict(here, there)

    def common_work(self, one: str, other: str) -> str | None:
        """Return the key of a work that both created: they are two people."""
        there = set(self._catalogue.people[other].works)
        return next(
            (key for key in self._catalogue.people[one].works if key in there), None
        )

    def shared(self, one: str, other: str) -> tuple[str, ...]:
        """Return a few things that two people's works share, coauthors first."""
        there = self._circle(other)
        common = [words for key, words in self._circle(one).items() if key in there]
        return tuple(sorted(common)[:_NAMED])

    def _circle(self, id_: str) -> dict[str, str]:
        circle = self._circles.get(id_)
        if circle is None:
            circle = self._circles[id_] = dict(self._neighbours(id_))
        return circle

    def _neighbours(self, id_: str) -> Iterator[tuple[str, str]]:
        catalogue = self._catalogue
        for key in catalogue.people[id_].works:
            work = catalogue.works[key]
            if len(work.credits) <= _CIRCLE:
                for credit in work.credits:
                    if credit.person not in {None, id_}:
                        name = catalogue.people[str(credit.person)].name
                        yield f"person {credit.person}", f"coauthor {name}"
            if work.venue:
                yield (
                    f"venue {work.venue}",
                    f"venue {catalogue.venues[work.venue].name}",
                )
            for topic in work.topics:
                yield f"topic {topic}", f"topic {catalogue.topics[topic].name}"


def _forms(catalogue: Catalogue) -> dict[str, NameForm]:
    longest: dict[str, Name] = {}
    met: set[int] = set()
    for work in catalogue.works.values():
        for credit in work.credits:
            if id(credit) in met:  # works share many
                continue
            met.add(id(credit))
            name = credit.contribution.name
            if credit.person is None or not name.family:
                continue
            known = longest.setdefault(credit.person, name)
            if len(name.given) > len(known.given):
                longest[credit.person] = name
    forms = {}
    for id_, person in catalogue.people.items():
        form = name_form(longest.get(id_) or split_display_name(person.name))
        if form is not None:
            forms[id_] = form
    return forms


def _identifiers(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Map the ids of people to what stands with their names: schemes and values."""
    found: dict[str, dict[str, str]] = {}
    for work in catalogue.works.values():
        for credit in work.credits:
            for one in credit.contribution.identifiers:
                # A number of DBLP tells the people of one name apart, no others.
                name = credit.contribution.name.display
                by_name = "" if one.scheme == "orcid" else fold(name)
                if credit.person is not None:
                    here = found.setdefault(credit.person, {})
                    here[f"{one.scheme} {by_name}"] = one.value
    return found


def _family_and_initial(form: NameForm) -> str:
    return f"{form.family}, {form.given[0][0]}"


def _words(form: NameForm) -> str:
    return " ".join(form.words)


def _letters(form: NameForm) -> str:
    return "".join((*form.given, *form.family.split()))


def _weight(person: Person) -> tuple[bool, int, int, str]:
    return (
        person.note is None,
        -len(person.works),
        -len(person.name),
        person.id,
    )


def _location(catalogue: Catalogue, person: Person) -> Location:
    if person.works or person.note is None:
        return catalogue.works[person.works[-1]].work.entry.location
    return person.note.location
