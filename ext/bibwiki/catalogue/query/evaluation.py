"""Answering queries: which works, people and topics fit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bibwiki.catalogue.citations import MentionIndex
from bibwiki.catalogue.folding import fold_words
from bibwiki.catalogue.identity.resolution import nearest_names, resolve
from bibwiki.catalogue.query.terms import Field, QueryProblem
from bibwiki.model.notes.kind import Kind
from bibwiki.model.work import Relation, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from bibwiki.catalogue.catalogue import Catalogue, CataloguedWork
    from bibwiki.catalogue.query.terms import Query, Term

_KINDS = {
    Field.PERSON: Kind.PERSON,
    Field.AUTHOR: Kind.PERSON,
    Field.EDITOR: Kind.PERSON,
    Field.TOPIC: Kind.TOPIC,
    Field.VENUE: Kind.VENUE,
    Field.ORGANIZATION: Kind.ORGANIZATION,
    Field.SOURCE: Kind.WORK,
    Field.KEY: Kind.WORK,
}
"""What the values of a field name."""
_ROLES = {Field.AUTHOR: Role.AUTHOR, Field.EDITOR: Role.EDITOR}


def select_works(
    catalogue: Catalogue, query: Query, mentions: MentionIndex | None = None
) -> tuple[str, ...]:
    """Return the primary keys of the works that fit, newest first.

    Args:
        catalogue: Where to look.
        query: All of its terms must hold. A value that names nothing fits nothing.
        mentions: Says which works are cited; without it, none is.
    """
    finder = _WorkFinder(catalogue, mentions or MentionIndex())
    wanted: set[str] | None = None
    tests: list[Callable[[CataloguedWork], bool]] = []
    excluded: set[str] = set()
    for term in query.terms:
        keys = finder.keys(term)
        if keys is None:
            tests.append(finder.test(term))
        elif term.negated:
            excluded |= keys
        else:
            wanted = keys if wanted is None else wanted & keys
    works, rank = catalogue.works, catalogue.rank
    candidates = rank if wanted is None else sorted(wanted, key=rank.__getitem__)
    return tuple(
        key
        for key in candidates
        if key not in excluded and all(test(works[key]) for test in tests)
    )


def select_people(
    catalogue: Catalogue, query: Query, mentions: MentionIndex | None = None
) -> dict[str, int]:
    """Return the people behind the works that fit, sorted by name.

    Bare words ask for the person's name and ``organization:`` for an affiliation; the
    other terms ask for works, of which a person must have created one, in any role.
    So ``person:ada-lovelace`` gives her and those she wrote with.

    Returns:
        Maps ids to the number of works that fit; of all works where the query does not
        ask for works.
    """
    own, about_works = _split(query, {None, Field.ORGANIZATION})
    tests = [_person_test(catalogue, term) for term in own]
    people = [id_ for id_ in catalogue.people if all(test(id_) for test in tests)]
    if not about_works.terms:
        return {id_: len(catalogue.people[id_].works) for id_ in people}
    works = select_works(catalogue, about_works, mentions)
    counts = Counter(
        person
        for key in works
        for person in {credit.person for credit in catalogue.works[key].credits}
    )
    return {id_: counts[id_] for id_ in people if id_ in counts}


def select_topics(
    catalogue: Catalogue, query: Query, mentions: MentionIndex | None = None
) -> dict[str, int]:
    """Return the topics of the works that fit, sorted by name.

    Bare words ask for the topic's name and ``kind:`` for its kind; the other terms ask
    for works, of which one must be on the topic. So ``topic:looms`` gives looms and
    what was written about together with looms.

    Returns:
        Maps ids to the number of works that fit; of all works where the query does not
        ask for works.
    """
    own, about_works = _split(query, {None, Field.KIND})
    tests = [_topic_test(catalogue, term) for term in own]
    topics = [id_ for id_ in catalogue.topics if all(test(id_) for test in tests)]
    if not about_works.terms:
        return {id_: len(catalogue.topics[id_].works) for id_ in topics}
    works = select_works(catalogue, about_works, mentions)
    counts = Counter(topic for key in works for topic in catalogue.works[key].topics)
    return {id_: counts[id_] for id_ in topics if id_ in counts}


def unknown_name(catalogue: Catalogue, query: Query) -> QueryProblem | None:
    """Return a problem for the first value that names nothing in the catalogue."""
    for term in query.terms:
        if term.field not in _KINDS:
            continue
        kind = _KINDS[term.field]
        for value in term.values:
            if resolve(catalogue, value, kind) is None:
                nearest = nearest_names(catalogue, value, kind)
                meant = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
                message = f"no {kind.value} is called {value!r}{meant}"
                return QueryProblem(term.position, message)
    return None


def _split(
    query: Query, own_fields: Collection[Field | None]
) -> tuple[list[Term], Query]:
    own = [term for term in query.terms if term.field in own_fields]
    rest = tuple(term for term in query.terms if term.field not in own_fields)
    return own, type(query)(rest)


class _WorkFinder:
    """Turns terms about works into sets of keys, or into tests where none is at hand.

    Sets do not know of negation; tests do.
    """

    def __init__(self, catalogue: Catalogue, mentions: MentionIndex) -> None:
        self._catalogue = catalogue
        self._mentions = mentions

    def keys(self, term: Term) -> set[str] | None:
        """Return the keys of the works that have one of the values."""
        if term.field is Field.YEAR:
            years = self._catalogue.years
            return {
                key
                for year in years
                if any(year in wanted for wanted in term.years)
                for key in years[year]
            }
        if term.field not in _KINDS:
            return None
        found: set[str] = set()
        for value in term.values:
            target = resolve(self._catalogue, value, _KINDS[term.field])
            if target is not None:
                found.update(self._works_of(term.field, target.id))
        return found

    def _works_of(self, field: Field, id_: str) -> Iterable[str]:
        catalogue = self._catalogue
        if field is Field.KEY:
            return (id_,)
        if field is Field.SOURCE:
            return (
                one.key
                for one in catalogue.related.get(id_, ())
                if one.inverse and one.relation is Relation.SOURCE
            )
        works = catalogue.things(_KINDS[field])[id_].works
        role = _ROLES.get(field)
        return (key for key in works if role is None or self._has(key, id_, role))

    def _has(self, key: str, person: str, role: Role) -> bool:
        return any(
            credit.person == person and credit.contribution.role is role
            for credit in self._catalogue.works[key].credits
        )

    def test(self, term: Term) -> Callable[[CataloguedWork], bool]:
        """Return what tells whether a work fits the term."""
        fits = self._positive_test(term)
        return (lambda work: not fits(work)) if term.negated else fits

    def _positive_test(self, term: Term) -> Callable[[CataloguedWork], bool]:
        values = {value.lower() for value in term.values}
        if term.field is Field.TYPE:
            return lambda work: work.work.work_type.value in values
        if term.field is Field.CITED:
            cited = self._mentions.cited
            return lambda work: ("yes" if work.key in cited else "no") in values
        if term.field is Field.KIND:
            topics = self._catalogue.topics
            return lambda work: any(
                topics[id_].topic_kind in values for id_ in work.topics
            )
        phrases = _phrases(term.values)
        return lambda work: _has_phrase(work.work.title, phrases)


def _person_test(catalogue: Catalogue, term: Term) -> Callable[[str], bool]:
    if term.field is None:
        phrases = _phrases(term.values)
        people = catalogue.people
        return lambda id_: (
            term.negated != any(_has_phrase(one, phrases) for one in people[id_].names)
        )
    resolved = (resolve(catalogue, one, Kind.ORGANIZATION) for one in term.values)
    ids = {
        person
        for target in resolved
        if target
        for person in catalogue.organizations[target.id].people
    }
    return lambda id_: term.negated != (id_ in ids)


def _topic_test(catalogue: Catalogue, term: Term) -> Callable[[str], bool]:
    topics = catalogue.topics
    if term.field is None:
        phrases = _phrases(term.values)
        return lambda id_: (
            term.negated
            != any(
                _has_phrase(name, phrases)
                for name in (topics[id_].name, *topics[id_].also)
            )
        )
    values = {value.lower() for value in term.values}
    return lambda id_: term.negated != (topics[id_].topic_kind in values)


def _phrases(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(f" {folded} " for value in values if (folded := fold_words(value)))


def _has_phrase(text: str, phrases: Sequence[str]) -> bool:
    """Tell whether a text has the words of one phrase side by side."""
    padded = f" {fold_words(text)} "
    return any(phrase in padded for phrase in phrases)
