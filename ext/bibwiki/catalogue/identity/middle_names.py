"""The one careful guess about people: a name that only lacks a middle name.

``Ada Lovelace`` and ``Ada K. Lovelace`` are joined when nobody else in the catalogue
can be meant and the works give a second reason. Full given and family names must be
equal; initials alone never join.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from bibwiki.catalogue.folding import fold_words, name_key
from bibwiki.catalogue.identity.decide import Identity
from bibwiki.catalogue.identity.display_names import split_display_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.catalogue.identity.decide import Attribution
    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

_T = TypeVar("_T")
_FullName: TypeAlias = tuple[tuple[str, ...], str]
"""Folded given names, and the folded rest."""
_NARROW = 50
"""A venue or keyword of more works than this is no reason: too many share it."""
_CIRCLE = 50
"""Having stood among more creators than this is no reason: they need not have met."""
_MOST_FORMS = 4
"""More forms of one given and family name than this are taken for several people."""


def join_missing_middle_names(
    works: Sequence[Work],
    by_work: Sequence[Sequence[Attribution]],
    declared: Declarations,
) -> dict[Identity, Identity]:
    """Find the identities that differ from another one by a missing middle name.

    All identities with one first given name and one family name must be compatible
    with each other (``Ada`` with ``Ada K.`` with ``Ada King``), at most one of them
    may be declared, no two may stand on one work, and the two to be joined must share
    a coauthor, or a narrow venue or keyword.

    Returns:
        Maps each identity that is joined to the one that stays: the declared one, else
        the one met first.
    """
    names = _full_names(_alike(_longest_names(works, by_work, declared)))
    buckets: dict[tuple[str, str], list[Identity]] = {}
    for identity, (given, family) in names.items():
        buckets.setdefault((given[0], family), []).append(identity)
    candidates = [
        bucket
        for bucket in buckets.values()
        if 1 < len(bucket) <= _MOST_FORMS and _all_compatible(bucket, names)
    ]
    if not candidates:
        return {}
    evidence = _Evidence(works, by_work, candidates)
    joined: dict[Identity, Identity] = {}
    for number, bucket in enumerate(candidates):
        if number not in evidence.namesakes:
            joined |= _join(bucket, evidence)
    return joined


def _longest_names(
    works: Sequence[Work],
    by_work: Sequence[Sequence[Attribution]],
    declared: Declarations,
) -> dict[Identity, Name]:
    """Map identities to the longest of their names, those of their page included."""
    longest = {
        Identity("page", id_): max(
            map(split_display_name, (note.name, *note.also)),
            key=lambda name: len(name.given),
        )
        for id_, note in declared.notes.items()
    }
    for work, attributions in zip(works, by_work, strict=True):
        for one, (identity, _) in zip(work.contributions, attributions, strict=True):
            if identity is None or not one.name.given or not one.name.family:
                continue
            known = longest.setdefault(identity, one.name)
            if len(one.name.given) > len(known.given):
                longest[identity] = one.name
    return longest


def _alike(longest: Mapping[Identity, Name]) -> dict[Identity, Name]:
    """Leave out, cheaply, all whose first and last words nobody else shares."""
    ends: dict[tuple[str, str], list[Identity]] = {}
    for identity, name in longest.items():
        known = identity.basis == "name"
        first, *rest = (identity.value if known else name_key(name)).split() or [""]
        ends.setdefault((first, rest[-1] if rest else ""), []).append(identity)
    return {
        identity: longest[identity]
        for many in ends.values()
        if len(many) > 1
        for identity in many
    }


def _full_names(longest: Mapping[Identity, Name]) -> dict[Identity, _FullName]:
    """Split names into folded words; names that start with an initial are left out."""
    names: dict[Identity, _FullName] = {}
    for identity, name in longest.items():
        given = tuple(fold_words(name.given).split())
        if given and len(given[0]) > 1:
            family = f"{name.particle} {name.family} {name.suffix}"
            names[identity] = (given, fold_words(family))
    return names


def _all_compatible(
    bucket: Sequence[Identity], names: Mapping[Identity, _FullName]
) -> bool:
    if sum(identity.basis != "name" for identity in bucket) > 1:
        return False
    if any(identity.number > 1 for identity in bucket):  # known to be namesakes
        return False
    return all(
        _compatible(names[one][0][1:], names[other][0][1:])
        for one, other in combinations(bucket, 2)
    )


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two sequences of middle names can be one person's."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(
        a == b or (1 in {len(a), len(b)} and a[0] == b[0])
        for a, b in zip(one, other, strict=True)
    )


class _Evidence:
    """What the works say about the identities in a few buckets."""

    def __init__(
        self,
        works: Sequence[Work],
        by_work: Sequence[Sequence[Attribution]],
        buckets: Sequence[Sequence[Identity]],
    ) -> None:
        self.namesakes: set[int] = set()
        """Numbers of the buckets of which two stand on one work."""
        self._coauthors: dict[Identity, set[Identity]] = {}
        self._subjects: dict[Identity, set[str]] = {}
        numbers = {
            identity: number
            for number, bucket in enumerate(buckets)
            for identity in bucket
        }
        sizes: dict[str, int] = {}
        for work, attributions in zip(works, by_work, strict=True):
            subjects = _subjects(work)
            for subject in subjects:
                sizes[subject] = sizes.get(subject, 0) + 1
            present = dict.fromkeys(one.identity for one in attributions)
            here = [one for one in present if one is not None and one in numbers]
            self._note_namesakes([numbers[one] for one in here])
            for one in here:
                self._subjects.setdefault(one, set()).update(subjects)
                if len(present) <= _CIRCLE:
                    circle = self._coauthors.setdefault(one, set())
                    circle.update(other for other in present if other and other != one)
        for subjects in self._subjects.values():
            subjects -= {one for one in subjects if sizes[one] > _NARROW}

    def _note_namesakes(self, numbers: Sequence[int]) -> None:
        seen: set[int] = set()
        for number in numbers:
            if number in seen:
                self.namesakes.add(number)
            seen.add(number)

    def agree(self, one: Identity, other: Identity) -> bool:
        """Tell whether two identities share a coauthor, or a narrow subject."""
        return not (
            _disjoint(self._coauthors, one, other)
            and _disjoint(self._subjects, one, other)
        )


def _disjoint(sets: Mapping[Identity, set[_T]], one: Identity, other: Identity) -> bool:
    return sets.get(one, set()).isdisjoint(sets.get(other, set()))


def _subjects(work: Work) -> set[str]:
    subjects = {f"topic {fold_words(keyword)}" for keyword in work.keywords}
    if work.venue:
        subjects.add(f"venue {fold_words(work.venue.name)}")
    return subjects


def _join(bucket: Sequence[Identity], evidence: _Evidence) -> dict[Identity, Identity]:
    # Declared ones first, then in the order of the files.
    ordered = sorted(bucket, key=lambda identity: identity.basis == "name")
    joined: dict[Identity, Identity] = {}
    for number, other in enumerate(ordered):
        for one in ordered[:number]:
            if evidence.agree(one, other):
                joined[other] = joined.get(one, one)
                break
    return joined
