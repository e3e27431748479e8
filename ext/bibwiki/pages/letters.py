"""Groups of names by their first letters, as pieces of addresses and as titles."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from bibwiki.catalogue.folding import fold_words

OTHERS = "other"
"""The piece of an address that stands for letters outside ASCII."""
_RANGES = (("a", "e"), ("f", "j"), ("k", "o"), ("p", "t"), ("u", "z"))
"""Letters that share a page: the same for all lists, so that addresses stay."""


def first_letters(name: str) -> str:
    """Return all that decides in which part of a list a name stands.

    The first two letters, folded. :func:`initial` and the like give the same groups for
    them as for the whole name.
    """
    first = name[:2]
    plain = first.isascii() and first.isalnum()
    # One object for all names: so neighbours in a list are compared faster.
    return intern(first.lower() if plain else fold_words(name)[:2])


@lru_cache
def initial(text: str) -> tuple[str, str]:
    """Return the first letter of a name as a piece of an address and as a title.

    Accents and case do not count. Digits share a group, and so do all letters outside
    the Latin alphabet, since an address holds ASCII only.
    """
    return _letter_group(fold_words(text)[:1])


@lru_cache
def initials(text: str) -> tuple[str, str]:
    """Return the range of first letters that a name is in: ``("a-e", "A-E")``."""
    name, title = initial(text)
    return _letters(name, "") or (name, title)


@lru_cache
def second_letters(text: str) -> tuple[str, str]:
    """Return the range of second letters likewise: ``("a-e", "Sa-Se")``."""
    name, title = second_letter(text)
    return _letters(name, title[:1]) or (name, title)


@lru_cache
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


def _letters(letter: str, before: str) -> tuple[str, str] | None:
    """Return the range that a letter is in; None for all that is no ASCII letter."""
    for range_ in _RANGES:
        first, last = range_
        if first <= letter <= last and len(letter) == 1:
            shown = (
                f"{before}{one}" if before else one.upper() for one in (first, last)
            )
            return f"{first}-{last}", "\N{EN DASH}".join(shown)
    return None
