"""Measures which entries are found to be one work: bibwiki, and a plain rule.

The plain rule calls two entries one work where their DOI is the same, or their title,
first author's family name and year.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.duplicates.judgement import PairKind
from bibwiki.catalogue.duplicates.pairs import find_duplicates
from bibwiki.catalogue.folding import fold_words
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.interpret import interpret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bibwiki.model.work import Work
    from invented_pairs import LabelledPair


@dataclass(frozen=True, slots=True)
class PairScore:
    """How well a rule agrees with the labels."""

    precision: float
    recall: float
    wrong: Counter[str]
    """The kinds of the pairs that it gets wrong."""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def measure_duplicates(
    pairs: Iterable[LabelledPair],
) -> tuple[PairScore, PairScore]:
    """Return the scores of bibwiki and of the plain rule."""
    read = [(pair, _works(pair)) for pair in pairs]
    return _score(read, _by_bibwiki), _score(read, _by_plain_rule)


def _works(pair: LabelledPair) -> tuple[Work, ...]:
    return tuple(
        interpret(one)[0] for one in parse_bibtex(pair.bibtex, "a.bib").entries
    )


def _score(
    read: Sequence[tuple[LabelledPair, tuple[Work, ...]]],
    rule: Callable[[tuple[Work, ...]], bool],
) -> PairScore:
    counts: Counter[tuple[bool, bool]] = Counter()
    wrong: Counter[str] = Counter()
    for pair, works in read:
        found = rule(works)
        counts[found, pair.same] += 1
        if found != pair.same:
            wrong[pair.kind] += 1
    right = counts[True, True]
    precision = right / (right + counts[True, False])
    return PairScore(precision, right / (right + counts[False, True]), wrong)


def _by_bibwiki(works: tuple[Work, ...]) -> bool:
    found = find_duplicates(works, assemble(works, [], [])[0])
    return any(one.judgement.kind is not PairKind.RELATED for one in found)


def _by_plain_rule(works: tuple[Work, ...]) -> bool:
    one, other = map(_plain, works)
    return bool(one & other)


def _plain(work: Work) -> set[tuple[str, ...]]:
    keys = {("doi", i.value.lower()) for i in work.identifiers if i.scheme == "doi"}
    if work.contributions:
        family = fold_words(work.contributions[0].name.family)
        keys.add((fold_words(work.title), family, str(work.year)))
    return keys
