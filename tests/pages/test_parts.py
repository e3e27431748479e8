from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.pages.letters import (
    first_letters,
    initial,
    initials,
    second_letter,
    second_letters,
)
from bibwiki.pages.parts import (
    BY_NAME,
    PART_LENGTH,
    Part,
    Splitter,
    decade,
    row_of,
    split_parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LETTERS = BY_NAME
DECADES = Splitter(lambda id_: decade(int(id_[:4])), joins=True, alphabetical=False)
YEARS = Splitter(lambda id_: (id_[:4], id_[:4]), alphabetical=False)


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


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Lovelace", ("k-o", "K\N{EN DASH}O"), ("k-o", "Lk\N{EN DASH}Lo")),
        ("Étienne", ("a-e", "A\N{EN DASH}E"), ("p-t", "Ep\N{EN DASH}Et")),
        ("Zz", ("u-z", "U\N{EN DASH}Z"), ("u-z", "Zu\N{EN DASH}Zz")),
        ("4th", ("0-9", "0\N{EN DASH}9"), ("p-t", "4p\N{EN DASH}4t")),
        ("王", ("other", "Others"), ("other", "Others")),
    ],
)
def test_letters_stand_in_ranges_that_are_always_the_same(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert initials(text) == first
    assert second_letters(text) == second


def test_second_letters_show_both_letters() -> None:
    assert second_letter("Sørensen") == ("o", "So")
    assert second_letter("S") == ("other", "Others")


@given(
    st.text(st.characters(), max_size=6) | st.text("abÉ1 ,'\u02bc王\u0301ß", max_size=4)
)
@pytest.mark.parametrize("group", [initial, initials, second_letter, second_letters])
def test_the_first_letters_decide_all_groups_of_a_name(
    group: Callable[[str], tuple[str, str]], name: str
) -> None:
    assert group(first_letters(name)) == group(name)
    assert initial(first_letters(name)[:1]) == initial(name)


@given(st.lists(st.text("abcé1 王", max_size=4), max_size=200))
def test_parts_are_the_same_by_what_decides_them(names: list[str]) -> None:
    whole = {str(number): name for number, name in enumerate(names)}
    letters = {id_: first_letters(name) for id_, name in whole.items()}

    assert split_parts(letters, LETTERS, letters.__getitem__, most=5) == split_parts(
        whole, LETTERS, whole.__getitem__, most=5
    )


@given(st.lists(st.text("abcé1 王", min_size=1, max_size=4), unique=True, max_size=300))
def test_every_member_stands_on_one_page_that_is_not_too_long(ids: list[str]) -> None:
    pages = list(leaves(split_parts(ids, LETTERS)))

    assert sorted(id_ for page in pages for id_ in page.ids) == sorted(ids)
    assert all(len(page.ids) <= PART_LENGTH for page in pages)
    assert len({page.name for page in pages}) == len(pages)


def test_parts_keep_the_order_of_the_list_where_they_are_not_alphabetical() -> None:
    parts = split_parts(["2021b", "2019a", "2021a"], (YEARS,))

    assert [(part.name, part.ids) for part in parts] == [
        ("2021", ("2021b", "2021a")),
        ("2019", ("2019a",)),
    ]


def test_long_parts_are_divided_by_the_next_splitter_and_then_by_number() -> None:
    ids = [f"sa{number}" for number in range(120)] + ["sb"]

    (part,) = split_parts(ids, LETTERS)
    (joined,) = part.parts
    first, second = joined.parts

    assert (part.name, part.heading, len(part.ids)) == ("s", "S", 121)
    assert (joined.name, joined.heading) == ("s-a-e", "Sa\N{EN DASH}Se")
    assert (second.name, second.heading, second.ids) == ("s-b", "Sb", ("sb",))
    assert [(one.name, one.heading) for one in first.parts] == [
        ("s-a-1", "Sa, part 1"),
        ("s-a-2", "Sa, part 2"),
        ("s-a-3", "Sa, part 3"),
    ]


def test_years_that_fit_a_page_stand_together_as_a_decade() -> None:
    ids = [f"{year}-{n}" for year in (2021, 2020, 2019, 2010) for n in range(20)]

    assert [
        (part.name, len(part.ids)) for part in split_parts(ids, (DECADES, YEARS))
    ] == [
        ("2020s", 40),
        ("2010s", 40),
    ]


def test_a_decade_that_grows_keeps_its_page_and_gets_years_of_their_own_name() -> None:
    ids = [f"{year}-{n}" for year in (2021, 2020) for n in range(40)]

    (decade_,) = split_parts(ids, (DECADES, YEARS))

    assert (decade_.name, decade_.heading) == ("2020s", "2020s")
    assert [(part.name, part.heading) for part in decade_.parts] == [
        ("2021", "2021"),
        ("2020", "2020"),
    ]


def test_readers_choose_among_decades_that_fit_and_the_years_of_others() -> None:
    ids = [f"{year}-{n}" for year in (2021, 2020, 2019) for n in range(40)]

    row = row_of(split_parts(ids, (DECADES, YEARS)))

    assert [part.title for part in row] == ["2021", "2020", "2010s"]


def test_a_group_that_two_splitters_have_is_divided_once() -> None:
    ids = [f"王{number}" for number in range(60)]

    (part,) = split_parts(ids, (Splitter(initials, joins=True), Splitter(initial)))

    assert [(one.name, len(one.ids)) for one in part.parts] == [
        ("other-1", 50),
        ("other-2", 10),
    ]
