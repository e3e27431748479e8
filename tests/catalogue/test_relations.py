from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import RelatedWork
from bibwiki.model.diagnostic import Problem
from bibwiki.model.work import Relation

if TYPE_CHECKING:
    from conftest import Builder


def test_relations_show_on_both_sides_own_ones_first(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", disputes="b"),
        build.work("b", extends="c", source="a"),
        build.work("c", supports="b"),
    )

    assert catalogue.related["b"] == (
        RelatedWork(Relation.EXTENDS, "c", inverse=False),
        RelatedWork(Relation.SOURCE, "a", inverse=False),
        RelatedWork(Relation.DISPUTES, "a", inverse=True),
        RelatedWork(Relation.SUPPORTS, "c", inverse=True),
    )
    assert catalogue.related["a"] == (
        RelatedWork(Relation.DISPUTES, "b", inverse=False),
        RelatedWork(Relation.SOURCE, "b", inverse=True),
    )


def test_related_means_the_same_from_both_sides(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", related="b"),
        build.work("b", related="a"),
        build.work("c", related="a"),
    )

    assert catalogue.related["b"] == (
        RelatedWork(Relation.RELATED, "a", inverse=False),
    )
    assert catalogue.related["a"] == (
        RelatedWork(Relation.RELATED, "b", inverse=False),
        RelatedWork(Relation.RELATED, "c", inverse=True),
    )


def test_keys_of_versions_lead_to_the_work(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", also_keys=("old",)),
        build.work("pre", version="a"),
        build.work("b", supports="old pre"),
        build.work("self", extends="self"),
    )

    assert catalogue.related == {
        "a": (RelatedWork(Relation.SUPPORTS, "b", inverse=True),),
        "b": (RelatedWork(Relation.SUPPORTS, "a", inverse=False),),
    }


def test_an_unknown_key_is_reported(build: Builder) -> None:
    works = [build.work("a", disputes="gone"), build.work("b", version="gone")]

    catalogue, problems = build.assembled(*works)

    assert catalogue.related == {}
    assert [one.problem for one in problems] == [Problem.UNKNOWN_RELATED_WORK] * 2
    assert problems[0].location == works[0].entry.location
    assert "'disputes' of 'a' names 'gone'" in problems[0].message
