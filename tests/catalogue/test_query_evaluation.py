from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.citations import index_mentions
from bibwiki.catalogue.query.query import (
    Query,
    parse_query,
    select_people,
    select_topics,
    select_works,
    unknown_name,
)
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Affiliation
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue
    from conftest import Builder


@pytest.fixture
def catalogue(build: Builder) -> Catalogue:
    return build.catalogue(
        build.work(
            "a", "Quill, Ada; Reed, Cleo", "2019", venue="Dice", title="Red Looms",
            keywords=("looms", "dye"), publisher="Loom Press",
        ),
        build.work(
            "b", "Quill, Ada", "2021", editors="Fox, Bea", keywords=("looms",),
            title="Looms, red and blue", work_type=WorkType.BOOK, source="a",
        ),
        build.work("c", "Fox, Bea", "2020", title="Blue dye", keywords=("dye",)),
        build.work("d", "{Loom Press}", title="Undated", also_keys=("d-old",)),
        notes=(
            build.note(Kind.TOPIC, "looms", "Mechanical looms", topic_kind="system"),
            build.note(Kind.TOPIC, "dye", also=("Colour",)),
            build.note(
                Kind.PERSON, "bea", "Bea Fox", also=("B. Vulpes",),
                affiliations=(Affiliation("Loom Press"),),
            ),
        ),
    )  # fmt: skip


def read(text: str) -> Query:
    query = parse_query(text)
    assert isinstance(query, Query)
    return query


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", "b c a d"),
        ("person:ada-quill", "b a"),
        ('person:"Quill, Ada"', "b a"),
        ("person:bea", "b c"),
        ("author:bea", "c"),
        ("editor:bea", "b"),
        ("-author:bea", "b a d"),
        ("author:bea|cleo-reed", "c a"),
        ("topic:looms", "b a"),
        ('topic:"mechanical looms" topic:colour', "a"),
        ("venue:dice", "a"),
        ('organization:"loom press"', "a d"),
        ("type:book", "b"),
        ("-type:book year>=2020", "c"),
        ("year:2019..2020", "c a"),
        ("year:2019|2021", "b a"),
        ("-year:2019..2021", "d"),
        ("kind:system", "b a"),
        ("-kind:system", "c d"),
        ("source:a", "b"),
        ("key:d-old", "d"),
        ("cited:yes", "c"),
        ("cited:no", "b a d"),
        ("looms", "b a"),
        ('"red looms"', "a"),
        ("title:blue -title:looms", "c"),
        ("loom", ""),
        ("BLUE|undated", "b c d"),
        ("person:nobody", ""),
        ("-person:nobody", "b c a d"),
        ('title:"?"', ""),
    ],
)
def test_select_works(
    build: Builder, catalogue: Catalogue, text: str, keys: str
) -> None:
    mentions = index_mentions(catalogue, [build.mention("page", 1, "cite", "c")])

    assert select_works(catalogue, read(text), mentions) == tuple(keys.split())


def test_without_mentions_nothing_is_cited(catalogue: Catalogue) -> None:
    assert select_works(catalogue, read("cited:yes")) == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("", {"bea": 2, "ada-quill": 2, "cleo-reed": 1}),
        ("topic:looms", {"bea": 1, "ada-quill": 2, "cleo-reed": 1}),
        ("person:cleo-reed", {"ada-quill": 1, "cleo-reed": 1}),
        ("topic:looms year:2019", {"ada-quill": 1, "cleo-reed": 1}),
        ("fox", {"bea": 2}),
        ('"b vulpes"', {"bea": 2}),
        ("-fox type:book", {"ada-quill": 1}),
        ('organization:"loom press"', {"bea": 2}),
        ('-organization:"loom press"', {"ada-quill": 2, "cleo-reed": 1}),
        ("organization:nobody", {}),
    ],
)
def test_select_people(catalogue: Catalogue, text: str, people: dict[str, int]) -> None:
    found = select_people(catalogue, read(text))

    assert list(found.items()) == list(people.items())


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("", {"dye": 2, "looms": 2}),
        ("kind:system", {"looms": 2}),
        ("-kind:system", {"dye": 2}),
        ("mechanical", {"looms": 2}),
        ("-colour", {"looms": 2}),
        ("person:bea", {"dye": 1, "looms": 1}),
        ("topic:looms year<2020", {"dye": 1, "looms": 1}),
        ("type:book", {"looms": 1}),
    ],
)
def test_select_topics(catalogue: Catalogue, text: str, topics: dict[str, int]) -> None:
    found = select_topics(catalogue, read(text))

    assert list(found.items()) == list(topics.items())


def test_a_value_that_names_nothing_is_a_problem(catalogue: Catalogue) -> None:
    problem = unknown_name(catalogue, read("looms author:bea|ada-quil year:2019"))

    assert str(problem) == (
        "at position 7: no person is called 'ada-quil'; did you mean Ada Quill?"
    )
    assert unknown_name(catalogue, read("topic:looms key:d-old zzz")) is None
    assert str(unknown_name(catalogue, read("key:zzz"))) == (
        "at position 1: no work is called 'zzz'"
    )
