"""What written references are put together from, in any style: initials, joined parts.

Words are taken as the entry has them: no title is put into another case, since nothing
tells a proper noun from another word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.model.work import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

_HYPHENS = re.compile(r"[-\N{HYPHEN}]")
_SEVERAL = re.compile(r"[-,;+]|\bf+\b")
_FIRST_ROLES = (
    (Role.AUTHOR, ""),
    (Role.EDITOR, "Ed."),
    (Role.TRANSLATOR, "Trans."),
)
"""Roles that a reference can begin with, and what it says of them."""


# Every name is needed in two styles, and most people have several works.
@lru_cache(16_384)
def initials(given: str) -> str:
    """Return given names as initials: ``Ada M.`` is ``A. M.``, ``Jean-Luc`` ``J.-L.``.

    A name in a script without capitals stays whole: its first letter is no initial.
    """
    return " ".join(
        "-".join(_initial(part) for part in _HYPHENS.split(word) if part)
        for word in given.split()
    )


def _initial(word: str) -> str:
    letter = word[0]
    if letter.upper() == letter.lower() or (len(word) > 1 and word.endswith(".")):
        return word
    return f"{letter.upper()}."


def family_of(name: Name) -> str:
    """Return the family name with its particle."""
    if not name.particle:
        return name.family
    return f"{name.particle} {name.family}" if name.family else name.particle


def names_in_role(work: Work, role: Role) -> tuple[Name, ...]:
    """Return the names of a work's creators in one role, in order."""
    return tuple([one.name for one in work.contributions if one.role is role])


def main_names(work: Work) -> tuple[tuple[Name, ...], str]:
    """Return who a reference begins with, and what they did.

    Authors, else editors, else translators; the second is ``Ed.``, ``Trans.`` or empty.
    """
    for role, label in _FIRST_ROLES:
        names = names_in_role(work, role)
        if names:
            return names, label
    return (), ""


def dashed(pages: str) -> str:
    """Return pages with the dash that print uses."""
    return pages.replace("-", "\N{EN DASH}")


def is_several(pages: str) -> bool:
    """Tell whether pages are more than one."""
    return _SEVERAL.search(pages) is not None


def commas(parts: Sequence[str]) -> str:
    """Join the parts that are not empty by commas."""
    return ", ".join(filter(None, parts))


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = text.strip()
    return text if not text or text[-1] in ".?!\N{HORIZONTAL ELLIPSIS}" else f"{text}."
