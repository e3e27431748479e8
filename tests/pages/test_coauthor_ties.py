from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from bibwiki.pages.drawings.coauthor_ties import (
    TEAM_LIMIT,
    best_connected,
    group_topic,
)
from bibwiki.pages.drawings.network_groups import groups_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bibwiki.pages.context import PageContext

PEOPLE = tuple(f"{chr(97 + n)}{chr(97 + n)}" for n in range(26))


def entries(*teams: Sequence[str], topic: str = "tides") -> str:
    """Return an article for each team of people, named by two letters."""
    return "\n".join(
        f"@article{{k{topic}{number}, title = {{Work {number}}}, year = {{2020}}, "
        f"keywords = {{{topic}}}, author = {{{names_of(team)}}}}}"
        for number, team in enumerate(teams)
    )


def names_of(team: Sequence[str]) -> str:
    return " and ".join(f"{name.title()}son, {name.title()}" for name in team)


def test_people_with_most_joint_works_come_first(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(
        entries(["aa", "bb"], ["bb", "cc"], ["bb", "dd", "ee"], ["aa"])
    )

    circle = best_connected(context, 10)

    # Equal in number, those with more colleagues come first, then by id.
    assert circle.nodes == ("bb-bbson", "dd-ddson", "ee-eeson", "aa-aason", "cc-ccson")
    assert circle.shared["bb-bbson"] == 3
    assert circle.shared["aa-aason"] == 1


def test_small_teams_make_close_ties(context_of: Callable[..., PageContext]) -> None:
    context = context_of(
        entries(["aa", "zz"], ["aa", "bb", "cc"], ["aa", "dd"], ["aa", "dd"])
    )

    circle = best_connected(context, 10)

    assert circle.strongest("aa-aason") == [
        "dd-ddson",
        "zz-zzson",
        "bb-bbson",
        "cc-ccson",
    ]
    tie = circle.ties["aa-aason"]["bb-bbson"]
    assert (tie.works, tie.closeness) == (1, 0.5)


def test_ties_need_the_same_role(context_of: Callable[..., PageContext]) -> None:
    context = context_of(
        "@incollection{a, title={T}, author={Young, Una}, editor={Quill, Tamsin}}"
        "@phdthesis{b, title={T}, author={Young, Una}, advisor={Old, Otto}}"
        "@book{c, title={T}, editor={Quill, Tamsin and Old, Otto}}"
    )

    circle = best_connected(context, 10)

    assert circle.nodes == ("otto-old", "tamsin-quill")


def test_of_equals_all_are_left_out_or_none(
    context_of: Callable[..., PageContext],
) -> None:
    text = entries(PEOPLE[:3], PEOPLE[:3], PEOPLE[3:9])

    assert len(best_connected(context_of(text), 5).nodes) == 3
    # With too few above them, a part of the equals is better than nearly nobody.
    assert len(best_connected(context_of(text), 8).nodes) == 8
    assert len(best_connected(context_of(text), 9).nodes) == 9


def test_works_of_crowds_are_counted_but_not_followed(
    context_of: Callable[..., PageContext],
) -> None:
    crowd = [f"{a}{b}" for a, b in combinations("abcdefghijklmnopqrstuvwxyz", 2)][
        : TEAM_LIMIT + 1
    ]
    context = context_of(entries(crowd, crowd[:2]))

    circle = best_connected(context, 150)

    assert circle.crowded == 1
    assert len(circle.nodes) == 2


def cliques() -> str:
    """Return works of two groups with one work between them."""
    left = list(combinations(PEOPLE[:5], 2))
    right = list(combinations(PEOPLE[5:9], 2))
    return (
        entries(*left, topic="tides")
        + "\n"
        + entries(*right, [PEOPLE[0], PEOPLE[8]], topic="doubt")
    )


def test_those_who_write_among_themselves_are_a_group(
    context_of: Callable[..., PageContext],
) -> None:
    groups = groups_of(best_connected(context_of(cliques()), 50))

    assert [{one[:2] for one in group} for group in groups] == [
        set(PEOPLE[:5]),
        set(PEOPLE[5:9]),
    ]
    assert groups[0][0] == "aa-aason"


def test_a_group_is_known_by_what_its_works_are_on(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(cliques())
    left, right = groups_of(best_connected(context, 50))

    assert group_topic(context, left) == "tides"
    assert group_topic(context, right) == "doubt"
    assert group_topic(context, right, {"doubt"}) is None


@pytest.mark.parametrize("text", ["", "@misc{a, title={T}, author={Only, One}}"])
def test_nobody_wrote_with_anybody(
    context_of: Callable[..., PageContext], text: str
) -> None:
    circle = best_connected(context_of(text), 10)

    assert circle.nodes == ()
    assert groups_of(circle) == ()
