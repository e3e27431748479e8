"""Slugs: the file names of pages, and new ids; safe, unique, readable and stable.

A slug never leaves its folder, never collides on a file system that ignores case, and
needs no quoting in a URL.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import kebab

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 100
"""Characters; with folder, suffix and temporary names far below every limit."""
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_NOT_ASCII_WORD = re.compile(r"[^A-Za-z0-9]+")
# Names that a folder of pages needs itself, and those that Windows keeps for devices
# whatever their suffix.
_RESERVED = frozenset(
    ["index", "by", "map", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)


def assign_slugs(ids: Iterable[str]) -> dict[str, str]:
    """Give every id of one folder its slug.

    A safe id is its own slug. Any other gets a readable form of it, ``-`` and six hex
    digits of its hash. Of ids that are equal under case folding the first keeps the
    plain slug.

    Args:
        ids: The ids of one kind, without repeats, in an order that lasts.
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    rest = []
    for id_ in ids:
        if is_safe(id_) and id_.lower() not in taken:
            slugs[id_] = id_
            taken.add(id_.lower())
        else:
            rest.append(id_)
    for id_ in rest:
        slugs[id_] = _hashed(id_, taken)
        taken.add(slugs[id_])
    return slugs


def is_safe(text: str) -> bool:
    """Tell whether a text can be a file name and part of a URL as it stands."""
    return (
        len(text) <= _LONGEST
        and _SAFE.fullmatch(text) is not None
        and text.lower().partition(".")[0] not in _RESERVED
    )


class IdMaker:
    """Hands out ids of one kind; a base that is taken gets ``-2``, ``-3`` and so on."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {id_.lower() for id_ in taken}
        self._next: dict[str, int] = {}

    def make(self, base: str) -> str:
        """Return an id that differs, case aside, from all ids taken or made before."""
        number = self._next.get(base, 1)
        while True:
            id_ = base if number == 1 else f"{base}-{number}"
            number += 1
            if id_.lower() not in self._taken:
                self._next[base] = number
                self._taken.add(id_.lower())
                return id_


def _hashed(id_: str, taken: set[str]) -> str:
    """Return a lower-case slug with as many hex digits, six at least, as needed."""
    # Lone surrogates can stand in text that was decoded leniently.
    digest = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()
    # Only the start is read: an id can be as long as a hostile file makes it.
    readable = _NOT_ASCII_WORD.sub("-", kebab(id_[: 2 * _LONGEST]))
    readable = readable.strip("-")[:_LONGEST].rstrip("-")
    prefix = f"{readable}-" if readable else "x-"
    digits = 6
    while prefix + digest[:digits] in taken:
        digits += 1
    return prefix + digest[:digits]
