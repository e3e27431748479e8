"""Likely duplicates among the entries of a collection, for a human to decide on.

Nothing is joined here; :mod:`bibwiki.catalogue.versions` joins what is declared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.candidates import Candidates
from bibwiki.catalogue.duplicates.entry_facts import entry_facts
from bibwiki.catalogue.duplicates.judgement import Judgement, PairKind, judge
from bibwiki.model.diagnostic import Diagnostic, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.work import Work

SCHEMA = "bibwiki/duplicates/1"
Similar: TypeAlias = "tuple[int, int, Judgement]"
"""The numbers of two works, the smaller first, and what they have to do with each
other."""


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two entries that seem to have one content."""

    first: Work
    """The one that stands first in the files."""
    second: Work
    judgement: Judgement

    @property
    def reason(self) -> str:
        """Why, in words, e.g. ``equal titles, same creators, same year``."""
        return ", ".join(self.judgement.reasons)


def find_similar(works: Sequence[Work]) -> tuple[Similar, ...]:
    """Find what seems to be one work or closely related, whatever entries declare.

    Costs grow linearly with the works. Nothing needs to be known but the works.

    Returns:
        The pairs in the order of their first, then of their second works.
    """
    facts = cache(lambda number: entry_facts(works[number]))
    found = []
    for one, other in Candidates(works).pairs():
        judgement = judge(facts(one), facts(other))
        if judgement:
            found.append((one, other, judgement))
    return tuple(sorted(found, key=lambda each: each[:2]))


def find_duplicates(
    works: Sequence[Work],
    catalogue: Catalogue,
    similar: Sequence[Similar] | None = None,
) -> tuple[DuplicatePair, ...]:
    """Find entries that seem to be one work, versions of one, or closely related.

    What the entries declare is decided and not shown: versions, further keys, and
    relations of any kind. Costs grow linearly with the entries.

    Args:
        works: One for each kept entry, in file order.
        catalogue: What they were assembled to.
        similar: What :func:`find_similar` says of them, where it was asked before.

    Returns:
        The pairs in the order of their first, then of their second entries.
    """
    found = find_similar(works) if similar is None else similar
    return tuple(
        DuplicatePair(works[one], works[other], judgement)
        for one, other, judgement in found
        if not _is_decided(works[one], works[other], catalogue)
    )


def duplicates_as_json(pairs: Sequence[DuplicatePair]) -> dict[str, object]:
    """Return the pairs in the form ``bibwiki/duplicates/1``."""
    return {
        "schema": SCHEMA,
        "pairs": [
            {
                "keys": [pair.first.key, pair.second.key],
                "score": pair.judgement.score,
                "kind": pair.judgement.kind.value,
                "reason": pair.reason,
            }
            for pair in pairs
        ],
    }


def duplicate_diagnostics(pairs: Sequence[DuplicatePair]) -> tuple[Diagnostic, ...]:
    """Return the pairs as problems, each at its second entry."""
    return tuple(
        Diagnostic(
            Problem.POSSIBLE_DUPLICATE,
            f"{pair.second.key!r} {_WORDS[pair.judgement.kind]} {pair.first.key!r} "
            f"({pair.reason}): declare it by related or ids, or leave it",
            pair.second.entry.location,
        )
        for pair in pairs
    )


_WORDS = {
    PairKind.SAME: "seems to be the same work as",
    PairKind.VERSION: "seems to be a version of",
    PairKind.RELATED: "seems to be closely related to",
}


def _is_decided(one: Work, other: Work, catalogue: Catalogue) -> bool:
    here = catalogue.key_to_work.get(one.key, one.key)
    there = catalogue.key_to_work.get(other.key, other.key)
    return here == there or any(
        related.key == there for related in catalogue.related.get(here, ())
    )
