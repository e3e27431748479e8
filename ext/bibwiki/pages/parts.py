"""Splitting long lists into parts that fit a page, by year, letter and number.

A part's name is a piece of an address (``2021-a``), so it depends on the members of the
part alone and on nothing that is added elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PART_LENGTH = 50
"""The longest list on one page."""
OTHERS = "other"
"""The piece of an address that stands for letters outside ASCII."""


@dataclass(frozen=True, slots=True)
class Splitter:
    """One way of dividing a list."""

    group_of: Callable[[str], tuple[str, str]]
    """Gives an id's group: the piece of the address, and the title."""
    alphabetical: bool = True
    """Sort groups by their name; otherwise they keep the order of the list."""


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
    ids: Sequence[str], splitters: Sequence[Splitter], outer: Part | None = None
) -> tuple[Part, ...]:
    """Divide a list by the first splitter, and parts that are too long by the next.

    After the last splitter, parts are cut into numbered pieces.

    Args:
        ids: The members, in the order in which they are shown.
        splitters: From the outermost to the innermost.
        outer: The part that is being divided.
    """
    if splitters:
        groups: dict[tuple[str, str], list[str]] = {}
        for id_ in ids:
            groups.setdefault(splitters[0].group_of(id_), []).append(id_)
        pairs = list(groups.items())
        if splitters[0].alphabetical:
            pairs.sort(key=lambda pair: letter_order(pair[0]))
    else:
        pairs = [
            ((str(number), f"part {number}"), list(ids[start : start + PART_LENGTH]))
            for number, start in enumerate(range(0, len(ids), PART_LENGTH), 1)
        ]
    return tuple(
        _make_part(name, title, members, splitters[1:], outer)
        for (name, title), members in pairs
    )


def _make_part(
    name: str,
    title: str,
    members: Sequence[str],
    splitters: Sequence[Splitter],
    outer: Part | None,
) -> Part:
    part = Part(
        f"{outer.name}-{name}" if outer else name,
        (*outer.trail, title) if outer else (title,),
        tuple(members),
    )
    if len(members) <= PART_LENGTH:
        return part
    inner = split_parts(members, splitters, part)
    return Part(part.name, part.trail, part.ids, inner)


# Long lists of many things are divided by the names of the same people.
@lru_cache(16_384)
def initial(text: str) -> tuple[str, str]:
    """Return the first letter of a name as a piece of an address and as a title.

    Accents and case do not count. Digits share a group, and so do all letters outside
    the Latin alphabet, since an address holds ASCII only.
    """
    return _letter_group(fold_words(text)[:1])


@lru_cache(16_384)
def second_letter(text: str) -> tuple[str, str]:
    """Return the second letter of a name likewise; its title repeats the first."""
    folded = fold_words(text)
    name, title = _letter_group(folded[1:2])
    if len(name) == 1:
        return name, f"{folded[:1].upper()}{name}"
    return name, title


def letter_order(group: tuple[str, str]) -> tuple[bool, str]:
    """Return the key that sorts groups: digits, letters, then all other letters."""
    return (group[0] == OTHERS, group[0])


def _letter_group(letter: str) -> tuple[str, str]:
    if letter.isascii() and letter.isalpha():
        return letter, letter.upper()
    if letter.isascii() and letter.isdigit():
        return "0-9", "0\N{EN DASH}9"
    return OTHERS, "Others"
