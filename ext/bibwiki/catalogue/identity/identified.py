"""Identifiers that stand with names: ORCIDs and the numbers of DBLP.

They come from the files and are no declarations of this wiki, but nothing tells
namesakes apart as well: the same one is the same person, another one of the same scheme
is another person, and a name without one says nothing. A number of DBLP means something
together with its name alone (``Wei Wang 0001``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.model.identifier import Identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibwiki.catalogue.identity.attribution import Attribution, Identity
    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.work import Work

DECLARED = "declared"
"""The scheme of ids that entries give by ``author+an:id``."""


class IdentifiedPages:
    """The identifiers that people's pages declare."""

    def __init__(self, people: Declarations) -> None:
        """Take ``orcid``, and numbered names among the aliases."""
        self._people = people
        by_orcid: dict[str, list[str]] = {}
        for id_, note in people.notes.items():
            if note.orcid:
                by_orcid.setdefault(note.orcid, []).append(id_)
        # Two pages with one ORCID are a slip, which tells nothing.
        self._by_orcid = {one: ids[0] for one, ids in by_orcid.items() if not ids[1:]}
        self._numbered = {
            (name.rpartition(" ")[0], id_)
            for name, ids in people.by_name.items()
            if len(number := name.rpartition(" ")[2]) == 4 and number.isdecimal()
            for id_ in ids
        }

    def find(self, key: str, identifiers: Iterable[Identifier]) -> str | None:
        """Return the id of the page that declares one of the identifiers.

        Args:
            key: The normalised name that they stand with.
            identifiers: At most one of a scheme.
        """
        for one in identifiers:
            if one.scheme == "orcid" and one.value in self._by_orcid:
                return self._by_orcid[one.value]
            if one.scheme == "dblp":
                ids = self._people.by_name.get(fold(f"{key} {one.value}"), ())
                if len(ids) == 1:
                    return ids[0]
        return None

    def contradict(
        self, identity: Identity, key: str, identifiers: Iterable[Identifier]
    ) -> bool:
        """Tell whether a page declares another identifier: it is another person's."""
        note = self._people.notes.get(identity.value)
        if identity.basis != "page" or note is None:
            return False
        return any(
            (one.scheme == "orcid" and note.orcid not in {"", one.value})
            or (one.scheme == "dblp" and (key, note.id) in self._numbered)
            for one in identifiers
        )


def identified_places(
    works: Sequence[Work], by_work: Sequence[Sequence[Attribution]]
) -> dict[tuple[int, int], tuple[Identifier, ...]]:
    """Map the numbers of a work and of a creator on it to what stands with the name.

    Ids that an entry gives count where no page declares them.
    """
    found: dict[tuple[int, int], tuple[Identifier, ...]] = {}
    for number, work in enumerate(works):
        for place, one in enumerate(work.contributions):
            if not (one.identifiers or one.declared_person):
                continue
            identity = by_work[number][place].identity
            told = one.identifiers
            if one.declared_person and identity and identity.basis == "name":
                told = (Identifier(DECLARED, one.declared_person, None), *told)
            if told:
                found[number, place] = told
    return found


def orcids(
    works: Sequence[Work], by_work: Sequence[Sequence[Attribution]]
) -> dict[Identity, set[str]]:
    """Map identities to the ORCIDs that stand with their names."""
    found: dict[Identity, set[str]] = {}
    for (work, place), identifiers in identified_places(works, by_work).items():
        identity = by_work[work][place].identity
        for one in identifiers:
            if identity is not None and one.scheme == "orcid":
                found.setdefault(identity, set()).add(one.value)
    return found


def contradict(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Tell whether two mappings of schemes to values are two people's."""
    return any(other.get(scheme, value) != value for scheme, value in one.items())


def names_of_several(
    by_work: Sequence[Sequence[Attribution]],
    identified: Mapping[tuple[int, int], Iterable[Identifier]],
) -> set[str]:
    """Return the normalised names that stand with two identifiers of one scheme."""
    first: dict[tuple[str, str], str] = {}
    several: set[str] = set()
    for (work, place), identifiers in identified.items():
        identity = by_work[work][place].identity
        if identity is not None and identity.basis == "name":
            for one in identifiers:
                known = first.setdefault((identity.value, one.scheme), one.value)
                if known != one.value:
                    several.add(identity.value)
    return several
