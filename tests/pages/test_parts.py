from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.pages.parts import (
    PART_LENGTH,
    Part,
    Splitter,
    initial,
    second_letter,
    split_parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LETTERS = (Splitter(initial), Splitter(second_letter))


def leaves(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if part.parts:
            yield from leaves(part.parts)
        else:
            yield part


@pytest.mark.parametrize(
    ("text", "group"),
    [
        pytest.param("Lovelace, Ada", ("l", "L"), id="letter"),
        pytest.param("Ødegård", ("o", "O"), id="accent"),
        pytest.param("3rd", ("0-9", "0\N{EN DASH}9"), id="digit"),
        pytest.param("王", ("other", "Others"), id="other script"),
        pytest.param("", ("other", "Others"), id="nothing"),
    ],
)
def test_initials_are_safe_in_addresses(text: str, group: tuple[str, str]) -> None:
    assert initial(text) == group


def test_second_letters_show_both_letters() -> None:
    assert second_letter("Sørensen") == ("o", "So")
    assert second_letter("S") == ("other", "Others")


@given(st.lists(st.text("abcé1 王", min_size=1, max_size=4), unique=True, max_size=300))
def test_every_member_stands_on_one_page_that_is_not_too_long(ids: list[str]) -> None:
    pages = list(leaves(split_parts(ids, LETTERS)))

    assert sorted(id_ for page in pages for id_ in page.ids) == sorted(ids)
    assert all(len(page.ids) <= PART_LENGTH for page in pages)
    assert len({page.name for page in pages}) == len(pages)


def test_parts_keep_the_order_of_the_list_where_they_are_not_alphabetical() -> None:
    years = Splitter(lambda id_: (id_[:4], id_[:4]), alphabetical=False)

    parts = split_parts(["2021b", "2019a", "2021a"], (years,))

    assert [(part.name, part.ids) for part in parts] == [
        ("2021", ("2021b", "2021a")),
        ("2019", ("2019a",)),
    ]


def test_long_parts_are_divided_by_the_next_splitter_and_then_by_number() -> None:
    ids = [f"sa{number}" for number in range(120)] + ["sb"]

    (part,) = split_parts(ids, LETTERS)
    first, second = part.parts

    assert (part.name, part.heading, len(part.ids)) == ("s", "S", 121)
    assert (second.name, second.heading, second.ids) == ("s-b", "Sb", ("sb",))
    assert [(one.name, one.heading) for one in first.parts] == [
        ("s-a-1", "Sa, part 1"),
        ("s-a-2", "Sa, part 2"),
        ("s-a-3", "Sa, part 3"),
    ]
