"""Who is taken for whom in an invented anthology: a change that loses shows here."""

from __future__ import annotations

import pytest

from identity import Score, measure_identity, score_pairs
from mentions import make_anthology


@pytest.fixture(scope="module")
def scores() -> tuple[Score, Score]:
    return measure_identity(make_anthology())


def test_pairs_are_counted() -> None:
    score = score_pairs("aab", "xyy")

    assert (score.precision, score.recall) == (0, 0)
    assert score_pairs("aabb", "xxxy").precision == 0.5
    assert score_pairs("aabb", "xxxy").recall == pytest.approx(1 / 3)


def test_the_anthology_is_as_promised() -> None:
    anthology = make_anthology()

    assert anthology == make_anthology()
    assert anthology.mentions > 20_000
    assert len({one for many in anthology.authors for one in many}) > 3_000


def test_more_is_found_than_by_names_alone(scores: tuple[Score, Score]) -> None:
    bibwiki, names = scores

    assert bibwiki.recall > names.recall + 0.03
    assert bibwiki.precision > names.precision


def test_scores_stay(scores: tuple[Score, Score]) -> None:
    bibwiki, _ = scores

    assert bibwiki.precision > 0.995
    assert bibwiki.recall > 0.96


@pytest.mark.parametrize("common", [0.4, 2.0])
def test_rules_hold_where_names_are_rarer_or_more_common(common: float) -> None:
    bibwiki, names = measure_identity(make_anthology(common=common))

    assert bibwiki.precision > names.precision
    assert bibwiki.recall > 0.955
