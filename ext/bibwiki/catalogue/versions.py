"""Which entries are one work: further keys, declared versions and repeats.

Only what the files declare is joined; likely duplicates are not looked for here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from bibwiki.catalogue.disjoint_sets import DisjointSets
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.values import value
from bibwiki.model.work import Relation
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.work import Work

_T = TypeVar("_T")
_PUBLISHED = frozenset({
    WorkType.ARTICLE,
    WorkType.BOOK,
    WorkType.CHAPTER,
    WorkType.PAPER,
    WorkType.PROCEEDINGS,
    WorkType.THESIS,
    WorkType.REPORT,
    WorkType.PATENT,
})  # fmt: skip


@value(frozen=True, slots=True)
class JoinedWork:
    """One work and all entries behind it."""

    work: Work
    """The primary version, completed by the others."""
    keys: tuple[str, ...]
    """All citation keys, the primary one first."""
    entries: tuple[Entry, ...]
    """All entries in the order of the keys; repeats follow the entry of their key."""


@dataclass(frozen=True, slots=True)
class JoinedWorks:
    """All works, one for each set of versions."""

    works: tuple[JoinedWork, ...]
    """In the file order of their primary entries."""
    key_to_work: Mapping[str, str]
    """Maps every citation key to a primary key."""
    diagnostics: tuple[Diagnostic, ...]


def join_versions(works: Sequence[Work], repeats: Iterable[Entry]) -> JoinedWorks:
    """Join the entries that declare to be one work.

    ``ids`` and ``related`` with ``relatedtype = {version}`` join, also through others.
    The first published version is the primary one, else the first in file order. A
    repeat stays with the entry whose key it has.

    Args:
        works: One for each kept entry, in file order.
        repeats: Entries whose key an earlier entry has, in file order.
    """
    index: dict[str, int] = {}
    entries: dict[str, list[Entry]] = {}
    kept: list[Work] = []
    for work in works:
        if work.key not in index:
            index[work.key] = len(kept)
            kept.append(work)
        entries.setdefault(work.key, []).append(work.entry)
    for entry in repeats:
        entries.setdefault(entry.key, []).append(entry)
    groups = _Groups(kept, index)
    joined = []
    key_to_work: dict[str, str] = {}
    for members in groups.members():
        one = _join(members, entries, groups.alias_owner)
        joined.append(one)
        key_to_work |= dict.fromkeys(one.keys, one.work.key)
    joined.sort(key=lambda one: index[one.work.key])
    return JoinedWorks(tuple(joined), key_to_work, tuple(groups.diagnostics))


class _Groups:
    """Sets of works that are one; the first in file order stands for each."""

    def __init__(self, works: Sequence[Work], index: Mapping[str, int]) -> None:
        self._works = works
        self._sets = DisjointSets(len(works))
        self.alias_owner: dict[str, str] = {}
        """Maps a further key to the key of the entry that has it."""
        self.diagnostics: list[Diagnostic] = []
        for number, work in enumerate(works):
            self._join_further_keys(number, work, index)
            self._join_versions(number, work, index)
        self._check_shared_further_keys(index)

    def members(self) -> Iterable[list[Work]]:
        """Return the works of each group, both in file order."""
        groups: dict[int, list[Work]] = {}
        for number, work in enumerate(self._works):
            groups.setdefault(self._sets.find(number), []).append(work)
        return groups.values()

    def _join_further_keys(
        self, number: int, work: Work, index: Mapping[str, int]
    ) -> None:
        for key in work.also_keys:
            if key in index:
                self._sets.join(number, index[key])
            else:
                self.alias_owner.setdefault(key, work.key)

    def _join_versions(self, number: int, work: Work, index: Mapping[str, int]) -> None:
        for relation in work.relations:
            if relation.relation is Relation.VERSION and relation.key in index:
                self._sets.join(number, index[relation.key])

    def _check_shared_further_keys(self, index: Mapping[str, int]) -> None:
        for number, work in enumerate(self._works):
            for key in work.also_keys:
                owner = self.alias_owner.get(key, work.key)
                if self._sets.find(index[owner]) != self._sets.find(number):
                    message = (
                        f"further key {key!r} of {work.key!r} belongs to {owner!r} "
                        f"already, which counts; remove it from one of them"
                    )
                    self.diagnostics.append(
                        Diagnostic(Problem.DUPLICATE_KEY, message, work.entry.location)
                    )


def _join(
    members: Sequence[Work],
    entries: Mapping[str, Sequence[Entry]],
    alias_owner: Mapping[str, str],
) -> JoinedWork:
    if len(members) == 1 and not members[0].also_keys:  # nearly every work
        work = members[0]
        return JoinedWork(work, (work.key,), tuple(entries[work.key]))
    primary = next((work for work in members if is_published(work)), members[0])
    others = [work for work in members if work is not primary]
    ordered = [primary, *others]
    own = dict.fromkeys(
        key
        for work in ordered
        for key in (work.key, *work.also_keys)
        if alias_owner.get(key, work.key) == work.key
    )
    behind = tuple(entry for work in ordered for entry in entries[work.key])
    return JoinedWork(_complete(primary, others), tuple(own), behind)


def is_published(work: Work) -> bool:
    """Tell whether a version is a publication, not a preprint, draft or talk."""
    return work.work_type in _PUBLISHED


def _complete(primary: Work, others: Sequence[Work]) -> Work:
    """Add to the primary version what only others say.

    Volume, number and pages belong to a venue: they come along with it or not at all,
    and a publication does not appear in its preprint's archive.
    """
    work = primary
    for other in others:
        if not work.contributions:
            work = replace(work, contributions=other.contributions, others=other.others)
        if not work.date and not work.date_text:
            work = replace(work, date=other.date, date_text=other.date_text)
        if work.venue is None and (is_published(other) or not is_published(work)):
            work = replace(
                work,
                venue=other.venue,
                volume=work.volume or other.volume,
                number=work.number or other.number,
                pages=work.pages or other.pages,
            )
        schemes = {identifier.scheme for identifier in work.identifiers}
        work = replace(
            work,
            publisher=work.publisher or other.publisher,
            identifiers=work.identifiers
            + tuple(one for one in other.identifiers if one.scheme not in schemes),
            links=_union(work.links, other.links),
            keywords=_union(work.keywords, other.keywords),
            abstract=work.abstract or other.abstract,
            summary=work.summary or other.summary,
            claims=_union(work.claims, other.claims),
            relations=_union(work.relations, other.relations),
            also_keys=_union(work.also_keys, other.also_keys),
            event=work.event or other.event,
            note=work.note or other.note,
        )
    return work


def _union(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(first + second)) if second else first
