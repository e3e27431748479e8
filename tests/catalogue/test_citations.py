from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.citations import MentionIndex, index_mentions
from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue
    from conftest import Builder


@pytest.fixture
def catalogue(build: Builder) -> Catalogue:
    return build.catalogue(
        build.work("a", "Quill, Ada"),
        build.work("pre", version="a"),
        build.work("b"),
        notes=(build.note(Kind.TOPIC, "looms"),),
    )


def test_mentions_are_found_by_what_they_mean(
    build: Builder, catalogue: Catalogue
) -> None:
    cite = build.mention("page", 3, "cite", "a", "pre", "gone")
    person = build.mention("page", 5, "person", "Ada Quill")
    link = build.mention("other", 1, "any", "Looms")
    unknown = build.mention("other", 2, "claim", "looms")

    index = index_mentions(catalogue, [cite, person, link, unknown])

    assert index.by_target == {
        Target(Kind.WORK, "a"): (cite,),
        Target(Kind.PERSON, "ada-quill"): (person,),
        Target(Kind.TOPIC, "looms"): (link, unknown),
    }
    assert index.by_document == {
        "page": (Target(Kind.WORK, "a"), Target(Kind.PERSON, "ada-quill")),
        "other": (Target(Kind.TOPIC, "looms"),),
    }
    assert index.by_key == {"a": ("page",), "gone": ("page",), "pre": ("page",)}
    assert index.cited == {"a"}


def test_mentions_stand_in_reading_order_whatever_the_order_of_reading(
    build: Builder, catalogue: Catalogue
) -> None:
    first = build.mention("alpha", 2, "cite", "b")
    second = build.mention("alpha", 10, "cite", "b")
    third = build.mention("beta", 1, "cite", "b")

    index = index_mentions(catalogue, [third, second, first])

    assert index.by_target[Target(Kind.WORK, "b")] == (first, second, third)
    assert index.by_key == {"b": ("alpha", "beta")}
    assert index == index_mentions(catalogue, [second, third, first])


def test_a_citation_key_is_matched_exactly(
    build: Builder, catalogue: Catalogue
) -> None:
    index = index_mentions(catalogue, [build.mention("page", 1, "cite", "A")])

    assert index.by_target == {}


def test_nothing_is_mentioned_in_an_empty_index() -> None:
    assert MentionIndex().cited == frozenset()
