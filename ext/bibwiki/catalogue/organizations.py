"""Organizations: from pages, literal creators, publishers and affiliations.

Also from what pages declare as the organization that another one is part of.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import Organization
from bibwiki.catalogue.folding import fold, kebab
from bibwiki.catalogue.ordering import collation_key, newest_first
from bibwiki.catalogue.slugs import IdMaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.notes.note import Affiliation, Note


@dataclass(slots=True)
class _Draft:
    name: str
    note: Note | None = None
    works: list[str] = field(default_factory=list)


class Organizations:
    """Collects organizations while works and people are assembled.

    Names that fold alike are one organization; others only where a page says so. Ids
    are handed out in the order of asking, which is the order of the files.
    """

    def __init__(self, declared: Declarations) -> None:
        self.declared = declared
        """The organizations' pages."""
        self._drafts = {id_: _Draft(n.name, n) for id_, n in declared.notes.items()}
        self._ids: dict[str, str] = {}
        self._maker = IdMaker([*declared.notes, *declared.former_ids])

    def literal_creator(self, name: str) -> str:
        """Return the id of an organization that a name field names."""
        return self._named(name)

    def publisher(self, name: str) -> str | None:
        """Return the id of a publisher, institution or school; None for no name."""
        return self._named(name) if name.strip() else None

    def of_affiliation(self, affiliation: Affiliation) -> str:
        """Return the id of the organization of one line of a person's page."""
        return self._named(affiliation.organization)

    def credit(self, organization: str, work: str) -> None:
        """Note that an organization created or published a work."""
        self._drafts[organization].works.append(work)

    def assemble(
        self, people: Iterable[Person], rank: Mapping[str, int]
    ) -> dict[str, Organization]:
        """Return all organizations, sorted by name.

        Args:
            people: All persons, sorted by name.
            rank: The place of each primary key, newest first.
        """
        parents = {id_: self._parents(id_) for id_ in list(self._drafts)}
        members: dict[str, list[str]] = {}
        for person in people:
            for id_ in person.organizations:
                members.setdefault(id_, []).append(person.id)
        organizations = [
            Organization(
                id_,
                draft.name,
                newest_first(draft.works, rank),
                tuple(members.get(id_, ())),
                draft.note,
                parents.get(id_, ()),
            )
            for id_, draft in self._drafts.items()
        ]
        organizations.sort(key=lambda one: (collation_key(one.name), one.id))
        parts: dict[str, list[str]] = {}
        for one in organizations:
            for wider in one.parents:
                parts.setdefault(wider, []).append(one.id)
        return {
            one.id: replace(one, parts=tuple(parts.get(one.id, ())))
            for one in organizations
        }

    def _parents(self, id_: str) -> tuple[str, ...]:
        """Return what an organization is declared to be part of, itself left out."""
        note = self._drafts[id_].note
        wider = map(self._named, note.parents) if note else ()
        return tuple(dict.fromkeys(one for one in wider if one != id_))

    def _named(self, name: str) -> str:
        id_ = self._ids.get(name)
        if id_ is None:
            id_ = self._ids[name] = self._of_spelling(name)
        return id_

    def _of_spelling(self, name: str) -> str:
        declared = self.declared.id_of(name)
        if declared is not None:
            return declared
        folded = f"\0{fold(name)}"  # no spelling as written starts like this
        id_ = self._ids.get(folded)
        if id_ is None:
            id_ = self._ids[folded] = self._maker.make(kebab(name) or "organization")
            self._drafts[id_] = _Draft(name)
        return id_
