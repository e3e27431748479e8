"""What a keeper of the collection should decide: doubts, each with what settles it.

Nothing here is an error, and nothing changes by itself. Whoever keeps the files adds
the lines that are proposed, or leaves them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.judgement import PairKind
from bibwiki.catalogue.duplicates.pairs import (
    DuplicatePair,
    find_duplicates,
    find_similar,
)
from bibwiki.catalogue.folding import fold
from bibwiki.catalogue.identity.attribution import UNRESOLVED
from bibwiki.catalogue.identity.suggestions import PersonSuggestion, suggest_people
from bibwiki.catalogue.identity.unresolved_names import unresolved_names
from bibwiki.catalogue.required_fields import missing_fields
from bibwiki.catalogue.versions import join_versions
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bibwiki.catalogue.catalogue import Catalogue, CataloguedWork
    from bibwiki.catalogue.duplicates.pairs import Similar
    from bibwiki.catalogue.identity.hidden_names import HiddenNames
    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.work import Contribution, Work


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name on a work that was given to nobody, because several people have it."""

    work: str
    contribution: Contribution
    number: int
    """The place among the work's creators of that role, counted from 1."""
    people: tuple[str, ...]
    """The ids of those who could be meant."""

    @property
    def annotation(self) -> str:
        """The field that says who it is, with the first of them."""
        return f'{self.contribution.role}+an:id = {{{self.number}="{self.people[0]}"}},'


@dataclass(frozen=True, slots=True)
class Doubts:
    """All doubts of a collection, each list in the order of the catalogue."""

    people: tuple[PersonSuggestion, ...]
    duplicates: tuple[DuplicatePair, ...]
    """Entries that seem to be one work, or versions of one; no related works."""
    names: tuple[OpenName, ...]
    shared_names: tuple[tuple[str, ...], ...]
    """People of one name and without a page, told apart by their works."""
    unresolved: tuple[Diagnostic, ...]
    """Names in front matter that mean nothing."""
    incomplete: tuple[tuple[str, tuple[str, ...]], ...]
    """Keys of works, and the fields that they lack."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to decide."""
        return any(getattr(self, name) for name in self.__dataclass_fields__)


def works_to_compare(
    works: Sequence[Work], repeats: Iterable[Entry], hidden: HiddenNames
) -> list[Work]:
    """Return what :func:`find_doubts` compares, before there is a catalogue.

    Args:
        works: One for each kept entry, in file order.
        repeats: Entries whose key an earlier entry has, in file order.
        hidden: Names that pages hide.
    """
    joined = join_versions(works, repeats)
    return [hidden.work_without(one.work) for one in joined.works]


def find_doubts(
    catalogue: Catalogue,
    people: tuple[PersonSuggestion, ...] | None = None,
    find: Callable[[Sequence[Work]], Sequence[Similar]] = find_similar,
) -> Doubts:
    """Find everything that a keeper could decide; costs grow linearly.

    Args:
        catalogue: What is looked at.
        people: Who may be one, where :func:`suggest_people` was asked before.
        find: Says of its works which are similar; may know it from before.
    """
    works = [one.work for one in catalogue.works.values()]
    return Doubts(
        people=suggest_people(catalogue) if people is None else people,
        duplicates=tuple(
            pair
            for pair in find_duplicates(works, catalogue, find(works))
            if pair.judgement.kind is not PairKind.RELATED
        ),
        names=tuple(_open_names(catalogue)),
        shared_names=tuple(_shared_names(catalogue)),
        unresolved=unresolved_names(catalogue),
        incomplete=tuple(
            (work.key, missing) for work in works if (missing := missing_fields(work))
        ),
    )


def _open_names(catalogue: Catalogue) -> Iterator[OpenName]:
    for work in catalogue.works.values():
        for place, credit in enumerate(work.credits):
            if credit.rule != UNRESOLVED:
                continue
            folded = fold(credit.contribution.name.display)
            people = tuple(
                target.id
                for target in catalogue.names.get(folded, ())
                if target.kind is Kind.PERSON
            )
            if people:
                number = _number(work, place)
                yield OpenName(work.work.key, credit.contribution, number, people)


def _number(work: CataloguedWork, place: int) -> int:
    """Return the place among the creators of the same role, as annotations count."""
    role = work.credits[place].contribution.role
    return sum(one.contribution.role is role for one in work.credits[: place + 1])


def _shared_names(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    people = [one for one in catalogue.people.values() if one.note is None]
    counts = Counter(one.name for one in people)
    shared: dict[str, list[str]] = {}
    for person in people:
        if counts[person.name] > 1:
            shared.setdefault(person.name, []).append(person.id)
    return (tuple(ids) for ids in shared.values())
