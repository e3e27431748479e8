"""Tables that say less than the catalogue, and only what pages read.

A page that links to a venue depends on its name and address (``brief/venue``), not on
its list of works. Keys of tables have texts, by which reading lists name them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from bibwiki.catalogue.folding import fold_words
from bibwiki.catalogue.identity.suggestions import PersonSuggestion, suggest_people
from bibwiki.catalogue.ordering import filing_name
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Role
from bibwiki.pages.letters import first_letters
from bibwiki.pages.parts import PART_LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bibwiki.catalogue.catalogue import Catalogue, CataloguedWork
    from bibwiki.model.notes.note import Question

BRIEF = "brief/"
ORDER = "order/"
FIRST = "first/"
LETTERS = "letters/"
SHELF = "shelf"
ALIKE = "alike"
ASKED = "asked"
DIVIDED = "divided"
TEAMS = "teams"
SUBJECTS = "subjects"
KINDS = "kinds"
FILED = "filed"
SUGGESTED = "suggested"
PLACES = {kind: f"{ORDER if kind is Kind.WORK else BRIEF}{kind.value}" for kind in Kind}
"""As what the places of things among their kind are noted."""
KEPT = frozenset({ALIKE, FILED, SUGGESTED})
"""Tables that take long to make, and follow from people and other things alone."""
_TARGETS = frozenset({"slugs", "documents", "by_target"})
"""Tables whose keys are targets; those of all others are texts, if not years."""


def make_table(catalogue: Catalogue, label: str) -> Mapping[Any, Any]:
    """Make a table by its label.

    Raises:
        KeyError: There is no such table.
    """
    group, slash, kind = label.partition("/")
    if slash:
        return _BY_KIND[f"{group}/"](catalogue, Kind(kind))
    return _MAKERS[label](catalogue)


def _positions(catalogue: Catalogue, kind: Kind) -> Mapping[str, int]:
    ids = catalogue.works if kind is Kind.WORK else catalogue.things(kind)
    return {id_: position for position, id_ in enumerate(ids)}


def _first_years(catalogue: Catalogue, kind: Kind) -> Mapping[int, tuple[str, ...]]:
    first: dict[int, list[str]] = defaultdict(list)
    dates = {key: work.work.date for key, work in catalogue.works.items()}
    for thing in catalogue.things(kind).values():
        # Their works are newest first, and those without a date last.
        for key in reversed(thing.works):
            date = dates[key]
            if date is not None:
                first[date.year].append(thing.id)
                break
    return {year: tuple(ids) for year, ids in first.items()}


def _first_letters(catalogue: Catalogue, kind: Kind) -> Mapping[str, str]:
    """Map things to what decides their place in lists that are divided by name."""
    return {
        thing.id: first_letters(getattr(thing, "sort_name", thing.name))
        for thing in catalogue.things(kind).values()
    }


def _shelves(catalogue: Catalogue) -> Mapping[tuple[str, int], list[str]]:
    shelves: dict[tuple[str, int], list[str]] = defaultdict(list)
    for key, work in catalogue.works.items():
        if work.venue is not None and work.work.year is not None:
            shelves[work.venue, work.work.year].append(key)
    return dict(shelves)


def _alike(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Map family names with an initial to the people of such names, if several."""
    alike: dict[str, list[str]] = defaultdict(list)
    for person in catalogue.people.values():
        if key := family_and_initial(person.sort_name):
            alike[key].append(person.id)
    return {key: tuple(ids) for key, ids in alike.items() if len(ids) > 1}


def _asked(catalogue: Catalogue) -> Mapping[str, tuple[tuple[str, Question], ...]]:
    """Map works to the questions of topics, by id, that name them as evidence."""
    asked: dict[str, list[tuple[str, Question]]] = defaultdict(list)
    works = catalogue.key_to_work
    for topic in catalogue.topics.values():
        for question in topic.note.questions if topic.note else ():
            found = (works.get(key) for key in question.evidence)
            for key in dict.fromkeys(filter(None, found)):
                asked[key].append((topic.id, question))
    return {key: tuple(questions) for key, questions in asked.items()}


def _divided(catalogue: Catalogue) -> Mapping[str, bool]:
    return {one.value: len(catalogue.things(one)) > PART_LENGTH for one in Kind}


def _filed(catalogue: Catalogue) -> Mapping[str, tuple[int | None, str]]:
    """Map works to what decides their place in divided lists: year and letter."""
    table: dict[str, tuple[int | None, str]] = {}
    # Works of one year and letter share an object, which also compares faster.
    shared: dict[tuple[int | None, str], tuple[int | None, str]] = {}
    for key, one in catalogue.works.items():
        filed = one.work.year, first_letters(filing_name(one.work))[:1]
        table[key] = shared.setdefault(filed, filed)
    return table


def _kinds(catalogue: Catalogue) -> Mapping[str, Kind]:
    return {docname: target.kind for target, docname in catalogue.documents.items()}


def _all_teams(catalogue: Catalogue) -> Mapping[str, tuple[frozenset[str], ...]]:
    return {key: _teams(work) for key, work in catalogue.works.items()}


def _subjects(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    return {key: work.topics for key, work in catalogue.works.items()}


def _suggested(catalogue: Catalogue) -> Mapping[str, PersonSuggestion]:
    """Map the ids of two people who may be one to why, in the order of suggestions."""
    return {f"{one.first} {one.second}": one for one in suggest_people(catalogue)}


_MAKERS: Mapping[str, Callable[[Catalogue], Mapping[Any, Any]]] = {
    SHELF: _shelves,
    ALIKE: _alike,
    ASKED: _asked,
    DIVIDED: _divided,
    TEAMS: _all_teams,
    SUBJECTS: _subjects,
    KINDS: _kinds,
    FILED: _filed,
    SUGGESTED: _suggested,
}
_BY_KIND: Mapping[str, Callable[[Catalogue, Kind], Mapping[Any, Any]]] = {
    BRIEF: _positions,
    ORDER: _positions,
    FIRST: _first_years,
    LETTERS: _first_letters,
}


def family_and_initial(sort_name: str) -> str:
    """Return family name and initial, folded; empty for names without a given name."""
    parts = sort_name.split(",")  # family name, perhaps a suffix, given names
    initial = fold_words(parts[-1])[:1] if len(parts) > 1 else ""
    return f"{fold_words(parts[0])}, {initial}" if initial else ""


def _teams(work: CataloguedWork) -> tuple[frozenset[str], ...]:
    """Return the people of a work who have the same role, where they are several.

    Who advises a thesis wrote it with nobody.
    """
    by_role: dict[Role, set[str]] = {}
    for credit in work.credits:
        role = credit.contribution.role
        if credit.person is not None and role is not Role.ADVISOR:
            by_role.setdefault(role, set()).add(credit.person)
    return tuple([frozenset(team) for team in by_role.values() if len(team) > 1])


def key_text(key: Any) -> str:
    """Return a table's key as text; the keys of a table have different texts."""
    if isinstance(key, str):
        return key
    if isinstance(key, Target):
        return f"{key.kind.value}/{key.id}"
    if isinstance(key, tuple):
        return "\0".join(map(str, key))
    return str(key)


def key_reader(label: str) -> Callable[[str], Any]:
    """Return what makes a key of its text."""
    if label in _TARGETS:
        return _target
    if label == SHELF:
        return _shelf
    return int if label == "years" or label.startswith(FIRST) else str


def _target(text: str) -> Target:
    kind, _, id_ = text.partition("/")
    return Target(Kind(kind), id_)


def _shelf(text: str) -> tuple[str, int]:
    venue, _, year = text.rpartition("\0")
    return venue, int(year)
