"""Who is who: every name as written is resolved to an identity, with the rule for it.

The rules, strongest first: a declared id, an ORCID or DBLP's number that a page
declares, a name or alias that a page declares, the same normalised full name. Initials
merge nobody, and two creators of the same role on one work are never one person.
Display names and ids are made in :mod:`bibwiki.catalogue.identity.people`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold, kebab, name_key
from bibwiki.catalogue.identity.attribution import (
    ALIAS,
    DECLARED_ID,
    IDENTIFIER,
    NORMALISED_NAME,
    ORGANIZATION,
    UNRESOLVED,
    Attribution,
    Identity,
)
from bibwiki.catalogue.identity.identified import IdentifiedPages
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Contribution, Role, Work


@value(frozen=True, slots=True)
class Attributions:
    """Whom all contributions were resolved to."""

    by_work: tuple[tuple[Attribution, ...], ...]
    """One tuple for each work, one attribution for each contribution."""
    diagnostics: tuple[Diagnostic, ...]


def identify(
    works: Sequence[Work], people: Declarations, organizations: Declarations
) -> Attributions:
    """Resolve the creators of all works.

    A declared id that no page has names the person whose automatic id it is, or else a
    person of its own; it is then reported once.
    """
    resolver = _Resolver(works, people, organizations)
    by_work = tuple(resolver.attribute(work) for work in works)
    return Attributions(by_work, tuple(resolver.diagnostics))


class _Resolver:
    """Resolves names work by work and remembers every name it has met."""

    def __init__(
        self, works: Sequence[Work], people: Declarations, organizations: Declarations
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._people = people
        self._organizations = organizations
        self._keys: dict[Name, str] = {}
        self._by_key: dict[tuple[str, bool], Attribution] = {}
        self._by_declared_id: dict[str, Attribution] = {}
        self._pages = IdentifiedPages(people)
        self._known: dict[int, Attribution] = {}
        """Attributions that leave nothing to report, by the contribution's ``id()``:
        equal ones are mostly one value, which is quicker told than its name."""
        self._automatic_ids = self._names_behind_ids(works)

    def attribute(self, work: Work) -> tuple[Attribution, ...]:
        """Resolve the creators of one work."""
        known = self._known
        found = [
            known.get(id(one)) or self._resolve(one, work) for one in work.contributions
        ]
        if len({identity for identity, _ in found}) == len(found):
            return tuple(found)
        creators = [
            (one.role, attribution.identity)
            for one, attribution in zip(work.contributions, found, strict=True)
            if attribution.identity is not None
        ]
        if len(set(creators)) < len(creators):
            self._keep_apart(work, found)
        return tuple(found)

    def _names_behind_ids(self, works: Iterable[Work]) -> dict[str, str]:
        """Map declared ids without a page to the name whose automatic id they are."""
        unknown = {
            one.declared_person
            for work in works
            for one in work.contributions
            if one.declared_person and not self._page_of(one.declared_person)
        }
        names: dict[str, str] = {}
        if unknown:
            for work in works:
                for one in work.contributions:
                    key = self._key(one.name)
                    if key not in self._people.by_name and kebab(key) in unknown:
                        names.setdefault(kebab(key), key)
        return names

    def _page_of(self, id_: str) -> str | None:
        return id_ if id_ in self._people.notes else self._people.former_ids.get(id_)

    def _key(self, name: Name) -> str:
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = name_key(name)
        return key

    def _resolve(self, contribution: Contribution, work: Work) -> Attribution:
        if contribution.declared_person:
            return self._resolve_id(contribution.declared_person, work)
        key = self._key(contribution.name)
        literal = contribution.name.literal is not None
        attribution = self._by_key.get((key, literal))
        if attribution is None:
            attribution = self._resolve_key(key, literal=literal)
            self._by_key[key, literal] = attribution
        if contribution.identifiers:
            attribution = self._identified(contribution, key, attribution)
        if attribution.rule != UNRESOLVED:
            self._known[id(contribution)] = attribution
        elif key:
            self._report_namesakes(contribution, work)
        return attribution

    def _resolve_key(self, key: str, *, literal: bool) -> Attribution:
        ids = self._people.by_name.get(key, ())
        if len(ids) == 1:
            return Attribution(Identity("page", ids[0]), ALIAS)
        if ids or not key:
            return Attribution(None, UNRESOLVED)
        # ``author = {Some Institute}`` without inner braces is read as a person's name.
        if literal or key in self._organizations.by_name:
            return Attribution(None, ORGANIZATION)
        return Attribution(Identity("name", key), NORMALISED_NAME)

    def _identified(
        self, contribution: Contribution, key: str, by_name: Attribution
    ) -> Attribution:
        """Correct whom a name means by what the entry tells of its owner."""
        identifiers = contribution.identifiers
        if (page := self._pages.find(key, identifiers)) is not None:
            return Attribution(Identity("page", page), IDENTIFIER)
        identity = by_name.identity
        if identity is not None and self._pages.contradict(identity, key, identifiers):
            return Attribution(Identity("name", key), NORMALISED_NAME)
        return by_name

    def _resolve_id(self, id_: str, work: Work) -> Attribution:
        attribution = self._by_declared_id.get(id_)
        if attribution is None:
            if page := self._page_of(id_):
                identity = Identity("page", page)
            elif id_ in self._automatic_ids:
                identity = Identity("name", self._automatic_ids[id_])
            else:
                identity = Identity("id", id_)
                self._report_unknown_id(id_, work)
            attribution = Attribution(identity, DECLARED_ID)
            self._by_declared_id[id_] = attribution
        return attribution

    def _keep_apart(self, work: Work, found: list[Attribution]) -> None:
        """Make different people of creators that the rules made one person.

        The best claim wins: a declared id, then the name of the page itself, then the
        place on the work. The others become people of their own, by their names.
        """
        numbers = range(len(found))
        by_claim = sorted(numbers, key=lambda number: self._claim(work, found, number))
        taken: set[tuple[Role, Identity]] = set()
        next_number: dict[tuple[Role, str], int] = {}
        for number in by_claim:
            identity = found[number].identity
            if identity is None:
                continue
            one = work.contributions[number]
            if (one.role, identity) in taken:
                key = self._key(one.name)
                if (one.role, key) not in next_number:
                    self._report_same_name(one, work)
                identity = Identity("name", key, next_number.get((one.role, key), 1))
                while (one.role, identity) in taken:
                    identity = identity._replace(number=identity.number + 1)
                next_number[one.role, key] = identity.number + 1
                found[number] = Attribution(identity, NORMALISED_NAME)
            taken.add((one.role, identity))

    def _claim(
        self, work: Work, found: Sequence[Attribution], number: int
    ) -> tuple[int, int]:
        identity, rule = found[number]
        if rule == DECLARED_ID:
            return (0, number)
        note = self._people.notes.get(identity.value) if identity else None
        key = self._key(work.contributions[number].name)
        return (1 if note and fold(note.name) == key else 2, number)

    def _report_unknown_id(self, id_: str, work: Work) -> None:
        message = (
            f"person id {id_!r} in {work.key!r} is declared by no page; it is taken "
            f"as a person of its own: write a page with this id or correct it"
        )
        self._report(Problem.UNKNOWN_PERSON_ID, message, work)

    def _report_namesakes(self, contribution: Contribution, work: Work) -> None:
        ids = self._people.by_name[self._key(contribution.name)]
        message = (
            f"{contribution.name.display!r} in {work.key!r} is the name of several "
            f"people ({', '.join(ids)}) and was given to none of them: say who it is "
            f"in {contribution.role.value}+an:id"
        )
        self._report(Problem.AMBIGUOUS_NAME, message, work)

    def _report_same_name(self, contribution: Contribution, work: Work) -> None:
        message = (
            f"{contribution.name.display!r} is one of two {contribution.role.value}s "
            f"of {work.key!r} who would be the same person, and was kept apart: say "
            f"who they are in {contribution.role.value}+an:id"
        )
        self._report(Problem.AMBIGUOUS_NAME, message, work)

    def _report(self, problem: Problem, message: str, work: Work) -> None:
        location = work.entry.location
        self.diagnostics.append(Diagnostic(problem, message, location))
