"""The careful guesses about people: names that differ and are joined.

Names that stand with one ORCID are one person's, however they differ. Without one, two
differences are bridged: how words are joined and umlauts spelt, and a missing middle
name. Both need a second reason in the works, a shared coauthor or a narrow venue
or keyword, and that nobody else in the catalogue can be meant. In large collections one
reason is not enough: there are too many people who could share something by chance.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.catalogue.folding import name_key
from bibwiki.catalogue.identity.attribution import (
    DECLARED_ID,
    IDENTIFIER,
    MISSING_MIDDLE_NAME,
    OTHER_SPELLING,
    Attribution,
    Identity,
)
from bibwiki.catalogue.identity.commonness import Commonness
from bibwiki.catalogue.identity.display_names import split_display_name
from bibwiki.catalogue.identity.evidence import Evidence
from bibwiki.catalogue.identity.identified import orcids
from bibwiki.catalogue.identity.middle_names import same_but_middle_names
from bibwiki.catalogue.identity.spellings import same_spellings, transliterated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

_TOO_COMMON = 1.0
"""With so many expected namesakes, others who are not written in full can be meant."""
_REASONS = (1_000, 10_000)
"""From so many people on, one more reason is needed."""
_ROUNDS = 3
"""Coauthors who were joined in one round are a shared coauthor in the next."""


class Join(NamedTuple):
    """Whose an identity is."""

    identity: Identity
    """The one that stays: the declared one, else the one met first."""
    rule: str


def join_variants(
    works: Sequence[Work],
    by_work: Sequence[Sequence[Attribution]],
    declared: Declarations,
) -> dict[Identity, Join]:
    """Find the identities that differ from another one by a small variant of the name.

    Of those that could be one, at most one may be declared, and no two may stand on one
    work.
    """
    names = _names(works, by_work, declared)
    keys = {one: _keys(one, many) for one, many in names.items()}
    common = Commonness(many[0] for many in keys.values() if many)

    def namesakes(one: Identity) -> float:
        return common.namesakes(keys[one][0])

    spelt = [
        _Candidate(OTHER_SPELLING, bucket)
        for bucket in same_spellings(keys)
        if min(map(namesakes, bucket)) < _TOO_COMMON
    ]
    lacking = [
        _Candidate(MISSING_MIDDLE_NAME, bucket)
        for bucket in same_but_middle_names(_alike(names, keys))
        if max(map(namesakes, bucket)) < _TOO_COMMON
    ]
    known = orcids(works, by_work)
    alike = [_Candidate(IDENTIFIER, bucket) for bucket in _of_one_orcid(known)]
    guesses = [one for one in (*spelt, *lacking) if one.is_undecided]
    candidates = [*alike, *guesses]
    if not candidates:
        return {}
    wanted = {identity for one in candidates for identity in one.bucket}
    clusters = _Clusters(names, Evidence(works, by_work, wanted), known)
    for _ in range(_ROUNDS):
        clusters.join(candidates)
    return clusters.joined


def _of_one_orcid(known: Mapping[Identity, Iterable[str]]) -> list[list[Identity]]:
    """Return the identities that share an ORCID."""
    owners: dict[str, list[Identity]] = {}
    for identity, values in known.items():
        for value in values:
            owners.setdefault(value, []).append(identity)
    return [owners[value] for value in sorted(owners) if len(owners[value]) > 1]


def follow(
    by_work: Sequence[Sequence[Attribution]], joined: Mapping[Identity, Join]
) -> list[list[Attribution]]:
    """Return whom all contributions belong to after the joins, and by which rule."""
    after: dict[int, Attribution] = {}
    """By the ``id()`` of what was before: most mentions share few values."""
    followed: list[list[Attribution]] = []
    for many in by_work:
        for one in many:
            if id(one) not in after:
                after[id(one)] = _followed(one, joined)
        followed.append([after[id(one)] for one in many])
    return followed


def _followed(one: Attribution, joined: Mapping[Identity, Join]) -> Attribution:
    join = joined.get(one.identity) if one.identity else None
    if join is None:
        return one
    declared = one.rule == DECLARED_ID
    return Attribution(join.identity, DECLARED_ID if declared else join.rule)


class _Candidate(NamedTuple):
    """Identities that may be one."""

    rule: str
    bucket: list[Identity]

    @property
    def is_undecided(self) -> bool:
        """Whether pages and known namesakes do not speak against it."""
        declared = sum(identity.basis != "name" for identity in self.bucket)
        return declared < 2 and all(identity.number == 1 for identity in self.bucket)


def _names(
    works: Sequence[Work],
    by_work: Sequence[Sequence[Attribution]],
    declared: Declarations,
) -> dict[Identity, dict[Name, None]]:
    """Map identities to their names, those of their page included; pages come first."""
    names: dict[Identity, dict[Name, None]] = {
        Identity("page", id_): dict.fromkeys(
            map(split_display_name, (note.name, *note.also))
        )
        for id_, note in declared.notes.items()
    }
    met: set[tuple[int, int]] = set()
    for work, attributions in zip(works, by_work, strict=True):
        for one, attribution in zip(work.contributions, attributions, strict=True):
            # Equal ones are mostly one value: most are known without being compared.
            pair = id(one), id(attribution)
            if pair in met:
                continue
            met.add(pair)
            identity = attribution.identity
            if identity is not None and one.name.given and one.name.family:
                names.setdefault(identity, {})[one.name] = None
    return names


def _keys(identity: Identity, names: Iterable[Name]) -> list[str]:
    """Return the folded names of an identity, the one it is known by first."""
    known = identity.basis == "name"
    keys = [identity.value] if known else [name_key(name) for name in names]
    keys += [spelt for name in names if (spelt := transliterated(name))]
    return list(dict.fromkeys(keys))


def _alike(
    names: Mapping[Identity, Iterable[Name]], keys: Mapping[Identity, Sequence[str]]
) -> dict[Identity, Name]:
    """Map to their longest names those who share first and last words with others."""
    ends: dict[tuple[str, str], dict[Identity, None]] = {}
    for identity, many in keys.items():
        for key in many:
            first, *rest = key.split() or [""]
            ends.setdefault((first, rest[-1] if rest else ""), {})[identity] = None
    return {
        identity: max(names[identity], key=lambda name: len(name.given))
        for many in ends.values()
        if len(many) > 1
        for identity in many
    }


class _Clusters:
    """Identities joined so far."""

    def __init__(
        self,
        order: Iterable[Identity],
        evidence: Evidence,
        known: Mapping[Identity, set[str]],
    ) -> None:
        self._rank = {identity: number for number, identity in enumerate(order)}
        self._orcids = {identity: set(values) for identity, values in known.items()}
        self._reasons = 1 + sum(len(self._rank) >= size for size in _REASONS)
        self._evidence = evidence
        self._members: dict[Identity, list[Identity]] = {}
        """Maps the one that stays to all who are joined, itself included."""
        self._stays: dict[Identity, Identity] = {}
        self.joined: dict[Identity, Join] = {}

    def join(self, candidates: Iterable[_Candidate]) -> None:
        """Join those candidates for whom the works give a reason."""
        for rule, bucket in candidates:
            if any(self._evidence.meet(*pair) for pair in combinations(bucket, 2)):
                continue
            for one, other in combinations(bucket, 2):
                found = self._evidence.reasons(one, other, self._stays)
                if rule == IDENTIFIER or found >= self._reasons:
                    self._unite(one, other, rule)

    def _unite(self, one: Identity, other: Identity, rule: str) -> None:
        first, second = sorted(
            (self._stays.get(one, one), self._stays.get(other, other)), key=self._order
        )
        if first == second or second.basis != "name":
            return
        here = self._members.get(first, [first])
        there = self._members.get(second, [second])
        if any(self._evidence.meet(a, b) for a in here for b in there):
            return
        if self._have_two_orcids(first, second):
            return
        self._members[first] = [*here, *there]
        for member in there:
            self._stays[member] = first
            known = self.joined.get(member)
            self.joined[member] = Join(first, known.rule if known else rule)

    def _order(self, identity: Identity) -> tuple[bool, int]:
        """Put declared ones first, names of one word last."""
        last = len(self._rank)
        return identity.basis == "name", self._rank.get(identity, last)

    def _have_two_orcids(self, one: Identity, other: Identity) -> bool:
        """Tell whether an ORCID stands with each, and none with both; else share."""
        here, there = self._orcids.get(one, set()), self._orcids.get(other, set())
        if here and there and here.isdisjoint(there):
            return True
        self._orcids[one] = here | there
        return False
