"""Keeping a flood of like problems short: a rubbish stretch of a file makes thousands.

Only what people read on a terminal is capped; reports and JSON hold everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_P = TypeVar("_P")


class Sort(NamedTuple):
    """What makes problems alike, and the line of one."""

    file: str
    code: str
    line: int


def cap_problems(
    problems: Iterable[_P],
    most: int,
    *,
    sort_of: Callable[[_P], Sort],
    with_message: Callable[[_P, str], _P],
) -> list[_P]:
    """Keep the first problems of each code in each file, and sum up the others.

    Args:
        problems: In any order, which is kept.
        most: How many of a code in a file are kept; 0 keeps all. A single one more is
            kept too: it takes no more room than the words about it.
        sort_of: Tells what makes problems alike.
        with_message: Gives a problem another message. The first that is left out
            becomes the summary, so it has its code and its place.
    """
    found = list(problems)
    if most <= 0:
        return found
    alike: dict[tuple[str, str], list[int]] = {}
    for index, one in enumerate(found):
        alike.setdefault(sort_of(one)[:2], []).append(index)
    left_out: set[int] = set()
    for (file, _), indexes in alike.items():
        rest = indexes[most:]
        if len(rest) > 1:
            lines = sorted(sort_of(found[index]).line for index in rest)
            message = (
                f"and {len(rest):,} more of these in {file} "
                f"(lines {lines[0]}-{lines[-1]}); `bibwiki check` lists all"
            )
            found[rest[0]] = with_message(found[rest[0]], message)
            left_out.update(rest[1:])
    return [one for index, one in enumerate(found) if index not in left_out]
