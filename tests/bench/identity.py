"""Measures who is taken for whom: bibwiki, and plain normalised names.

Precision and recall count pairs of mentions. Of all pairs that are taken for one
person, precision is the share that are one; recall is the share of all pairs that are
one person and are taken for one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.folding import name_key
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.interpret import interpret

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from bibwiki.model.work import Work
    from mentions import MadeAnthology


@dataclass(frozen=True, slots=True)
class Score:
    """How well a grouping agrees with the truth."""

    precision: float
    recall: float


def score_pairs(found: Sequence[Hashable], truth: Sequence[Hashable]) -> Score:
    """Compare two groupings of the same mentions, pair by pair."""
    together = _pairs(zip(found, truth, strict=True))
    return Score(together / _pairs(found), together / _pairs(truth))


def measure_identity(anthology: MadeAnthology) -> tuple[Score, Score]:
    """Return the scores of bibwiki and of plain normalised names."""
    works = read_works(anthology)
    truth = [one for authors in anthology.authors for one in authors]
    catalogue, _ = assemble(works, [], [])
    people = [
        credit.person for work in catalogue.works.values() for credit in work.credits
    ]
    names = [name_key(one.name) for work in works for one in work.contributions]
    return score_pairs(people, truth), score_pairs(names, truth)


def read_works(anthology: MadeAnthology) -> list[Work]:
    """Read the works of an anthology in their order."""
    parsed = parse_bibtex(anthology.bibtex, "anthology.bib")
    return [interpret(entry)[0] for entry in parsed.entries]


def _pairs(groups: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(groups).values())
