"""Splitting long lists into parts that fit a page, by year, letter and number.

A part's name is a piece of an address (``2021-a``), so it depends on the members of the
part alone and on nothing that is added elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from bibwiki.pages.letters import (
    initial,
    letter_order,
    second_letter,
    second_letters,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PART_LENGTH = 50
"""The longest list on one page."""


def shown_first(total: int, most: int) -> int:
    """Return how many of a long list are shown at once, the rest in a fold.

    Args:
        total: How many there are.
        most: So many, or up to two more: a fold of one or two would cost the reader
            more than it saves.
    """
    return most if total > most + 2 else total


@dataclass(frozen=True, slots=True)
class Splitter:
    """One way of dividing a list."""

    group_of: Callable[[Any], tuple[str, str]]
    """Gives the group of an id, or of what decides it (``by`` of
    :func:`split_parts`): the piece of the address, and the title."""
    alphabetical: bool = True
    """Sort groups by their name; otherwise they keep the order of the list."""
    joins: bool = False
    """Its groups join some of the next splitter's, which need not name them: a year is
    ``2021``, not ``2020s-2021``."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a long list."""

    name: str
    """E.g. ``2021`` or ``2021-a``."""
    trail: tuple[str, ...]
    """Titles from the outermost part to this one, e.g. ``("2021", "A")``."""
    ids: tuple[str, ...]
    """Its members, those of its own parts included."""
    parts: tuple[Part, ...] = ()
    """Empty where all members fit a page."""
    joins: bool = False
    """It was made to join what fits together: its parts, if any, stand for it."""

    @property
    def title(self) -> str:
        """What the part is called in the list of its neighbours."""
        return self.trail[-1]

    @property
    def heading(self) -> str:
        """The whole trail, e.g. ``2021, A``; ``Sa`` says it all after ``S``."""
        following = (*self.trail[1:], "")
        return ", ".join(
            title
            for title, after in zip(self.trail, following, strict=True)
            if not after.startswith(title)
        )


def split_parts(
    ids: Iterable[str],
    splitters: Sequence[Splitter],
    by: Callable[[str], Any] | None = None,
    outer: Part | None = None,
    *,
    most: int = PART_LENGTH,
) -> tuple[Part, ...]:
    """Divide a list by the first splitter, and parts that are too long by the next.

    After the last splitter, parts are cut into numbered pieces.

    Args:
        ids: The members, in the order in which they are shown.
        splitters: From the outermost to the innermost.
        by: Gives what splitters need to know of a member, which neighbours often have
            in common; without it they are given the id. It is asked for each member of
            each long list, so let it look up in a table.
        outer: The part that is being divided.
        most: How many members fit one page.
    """
    runs = [(key, tuple(members)) for key, members in groupby(ids, by)]
    return _split(runs, splitters, outer, most)


_Runs: TypeAlias = "Sequence[tuple[Any, tuple[str, ...]]]"
"""Neighbours in a list, with what they have in common."""


def _split(
    runs: _Runs, splitters: Sequence[Splitter], outer: Part | None, most: int
) -> tuple[Part, ...]:
    if not splitters:
        ids = _members(runs)
        starts = enumerate(range(0, len(ids), most), 1)
        return tuple(
            _part(str(n), f"part {n}", ids[start : start + most], outer)
            for n, start in starts
        )
    splitter, *further = splitters
    groups: dict[tuple[str, str], list[tuple[Any, tuple[str, ...]]]] = {}
    for run in runs:
        groups.setdefault(splitter.group_of(run[0]), []).append(run)
    pairs = list(groups.items())
    if splitter.alphabetical:
        pairs.sort(key=lambda pair: letter_order(pair[0]))
    parts = []
    for (name, title), within in pairs:
        part = _part(name, title, _members(within), outer, joins=splitter.joins)
        if len(part.ids) > most:
            named = outer if splitter.joins else part
            part = _divided(part, _split(within, further, named, most))
        parts.append(part)
    return tuple(parts)


def _members(runs: _Runs) -> tuple[str, ...]:
    return tuple(chain.from_iterable([members for _, members in runs]))


def _part(
    name: str,
    title: str,
    ids: tuple[str, ...],
    outer: Part | None,
    *,
    joins: bool = False,
) -> Part:
    if outer is None:
        return Part(name, (title,), ids, joins=joins)
    return Part(f"{outer.name}-{name}", (*outer.trail, title), ids, joins=joins)


def _divided(part: Part, inner: tuple[Part, ...]) -> Part:
    """Return a part with parts of its own."""
    # Some groups, like the undated works, are the same for two splitters.
    if len(inner) == 1 and inner[0].name == part.name:
        return inner[0]
    return Part(part.name, part.trail, part.ids, inner, part.joins)


def row_of(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts that a reader chooses from.

    A decade or a range of letters that does not fit a page is replaced by its years or
    letters. Its own page stays, because it was linked before the list grew.
    """
    row: list[Part] = []
    for part in parts:
        row.extend(row_of(part.parts) if part.joins and part.parts else (part,))
    return tuple(row)


@lru_cache
def decade(year: int) -> tuple[str, str]:
    """Return a year's decade as a piece of an address and as a title: ``2020s``."""
    return (f"{year // 10 * 10}s",) * 2


BY_NAME = (
    Splitter(initial),
    Splitter(second_letters, joins=True),
    Splitter(second_letter),
)
"""Divide things by the first letter of their names, then by the second: of the names by
which they are sorted, or of their :func:`first_letters`."""
