"""Which entries are found to be one work: a change of rules that loses shows here."""

from __future__ import annotations

from duplicates import measure_duplicates
from invented_pairs import make_pairs


def test_there_are_enough_pairs_of_both_sorts() -> None:
    pairs = make_pairs()

    assert len(pairs) > 400
    assert 0.4 < sum(pair.same for pair in pairs) / len(pairs) < 0.65
    assert len({pair.kind for pair in pairs}) == 39


def test_scores_stay() -> None:
    bibwiki, plain = measure_duplicates(make_pairs())

    assert bibwiki.precision > 0.99, bibwiki.wrong
    assert bibwiki.recall > 0.96, bibwiki.wrong
    assert bibwiki.f1 > plain.f1 + 0.1
