"""The name under which a person is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold, name_key
from bibwiki.model.names.name import Name

if TYPE_CHECKING:
    from collections.abc import Mapping


def fullest(names: Mapping[Name, int]) -> Name:
    """Return the name with the longest given part, then the most frequent one.

    Among equals, one with accents: plain letters are what gets lost.
    """
    if len(names) == 1:
        return next(iter(names))
    return max(
        names,
        key=lambda name: (
            len(name_key(name)),
            not name.display.isascii(),
            names[name],
        ),
    )


def split_display_name(text: str) -> Name:
    """Split a name that a page declares in plain text.

    The family name is what stands before a comma, else the last word together with
    the words in lower case before it (BibTeX *von*).
    """
    family, comma, given = text.partition(",")
    if comma and given.strip():
        if fold(given) in {"jr", "sr", "ii", "iii", "iv"}:
            return replace(split_display_name(family), suffix=given.strip())
        return Name(given=given.strip(), family=family.strip())
    words = text.split()
    if len(words) < 2:
        return Name(family=text.strip())
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return Name(
        given=" ".join(words[:start]),
        particle=" ".join(words[start:-1]),
        family=words[-1],
    )
