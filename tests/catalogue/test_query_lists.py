from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.query.query import Group, Sort, group_works, sort_works
from bibwiki.model.date import PartialDate
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue
    from conftest import Builder


@pytest.fixture
def catalogue(build: Builder) -> Catalogue:
    return build.catalogue(
        build.work(
            "a",
            "Zorn, Ada",
            "2019",
            title="Élan",
            keywords=("looms", "dye"),
            added=PartialDate(2023, 1, 1),
            changed=PartialDate(2024, 6, 1),
        ),
        build.work("c", "Fox, Bea", "2021", title="Beta", venue="Dice"),
        build.work("b", "Fox, Bea", "2019", title="gamma", keywords=("looms", "dye")),
        build.work(
            "u",
            "",
            title="Alpha",
            work_type=WorkType.BOOK,
            added=PartialDate(2024, 5, 1),
        ),
    )


@pytest.mark.parametrize(
    ("sort", "keys"),
    [
        (Sort.NEWEST, "c b a u"),
        (Sort.OLDEST, "a b c u"),
        (Sort.CHANGED, "a u c b"),
        (Sort.NAME, "u c b a"),
        (Sort.TITLE, "u c a b"),
        (Sort.KEY, "a b c u"),
    ],
)
def test_sort_works(catalogue: Catalogue, sort: Sort, keys: str) -> None:
    assert sort_works(catalogue, ["u", "b", "a", "c"], sort) == tuple(keys.split())


@pytest.mark.parametrize(
    ("group", "groups"),
    [
        (Group.YEAR, [("2021", "c"), ("2019", "b a"), ("", "u")]),
        (Group.TYPE, [("Article", "c b a"), ("Book", "u")]),
        (Group.VENUE, [("Dice", "c"), ("", "b a u")]),
        (Group.TOPIC, [("dye", "b a"), ("looms", "b a"), ("", "c u")]),
    ],
)
def test_group_works(
    catalogue: Catalogue, group: Group, groups: list[tuple[str, str]]
) -> None:
    keys = sort_works(catalogue, catalogue.works)

    assert group_works(catalogue, keys, group) == tuple(
        (heading, tuple(members.split())) for heading, members in groups
    )
