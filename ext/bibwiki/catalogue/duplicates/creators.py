"""How alike the creators of two entries are, as they are written.

Entries are compared before it is known who their creators are, and by spellings of very
different care: initials, ``and others``, lists cut short, parts in the wrong order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words
from bibwiki.model.names.name import Name
from bibwiki.model.work import Role

if TYPE_CHECKING:
    from bibwiki.model.work import Work

_UMLAUT = re.compile(r"(?<=[aou])e")
_MOST = 60
"""Creators that are looked at; more prove nothing more."""


class Agreement(Enum):
    """How the creators of two entries stand to each other."""

    SAME = "same creators"
    PARTLY = "some creators in common"
    UNKNOWN = "creators are missing"
    DIFFERENT = "different creators"


@dataclass(frozen=True, slots=True)
class CreatorForm:
    """One creator made ready to be compared."""

    family: str
    """Without particle and suffix; the whole of a literal name."""
    initials: str
    """Of the given names, in order; empty where they are missing."""
    words: frozenset[str]
    """Every word of the name that is no initial."""


def creator_forms(work: Work) -> tuple[CreatorForm, ...]:
    """Return the authors of a work, or its editors where it has no authors."""
    for role in (Role.AUTHOR, Role.EDITOR):
        names = [one.name for one in work.contributions if one.role is role]
        forms = tuple(form for form in map(_form, names[:_MOST]) if form.family)
        if forms:
            return forms
    return ()


def compare_creators(
    one: tuple[CreatorForm, ...],
    other: tuple[CreatorForm, ...],
    *,
    cut: bool,
) -> Agreement:
    """Tell how alike the creators of two entries are.

    Args:
        one: Those of one entry, in order.
        other: Those of the other.
        cut: Whether one of the lists ends with ``and others``.
    """
    if not one or not other:
        return Agreement.UNKNOWN
    if len(one) > len(other):
        one, other = other, one
    remaining = list(other)
    matched = 0
    for creator in one:
        found = next((each for each in remaining if _alike(creator, each)), None)
        if found is not None:
            remaining.remove(found)
            matched += 1
    first = _alike(one[0], other[0])
    if matched == len(one) and (not remaining or (cut and first)):
        return Agreement.SAME
    # A list cut short without saying so, or a name misspelt among several.
    if (first and matched == len(one)) or (matched >= 2 and 2 * matched >= len(other)):
        return Agreement.PARTLY
    return Agreement.DIFFERENT


# People write many works: each spelling of a name is folded once.
@lru_cache(maxsize=1 << 16)
def _form(name: Name) -> CreatorForm:
    if name.literal is not None:
        whole = fold_words(name.literal)
        return CreatorForm(whole, "", frozenset(whole.split()))
    if len(name.family) < 4 and name.family.isupper() and not name.given.isupper():
        name = Name(given=name.family, family=name.given)  # ``Rao UK``, as in PubMed
    given = fold_words(name.given).split()
    # Mueller is Müller; that Bauer becomes Baur on both sides does no harm.
    family = _UMLAUT.sub("", fold_words(name.family))
    if not family:
        family, given = " ".join(given), []
    words = frozenset(word for word in (*given, *family.split()) if len(word) > 1)
    return CreatorForm(family, "".join(word[0] for word in given), words)


def _alike(one: CreatorForm, other: CreatorForm) -> bool:
    if one.family == other.family:
        return _compatible(one.initials, other.initials)
    if len(one.words) > 1 and one.words == other.words:  # parts in another order
        return True
    # A particle or one of two family names that one of the spellings lacks.
    shared = set(one.family.split()) & set(other.family.split())
    return bool(shared) and one.initials[:1] == other.initials[:1] != ""


def _compatible(one: str, other: str) -> bool:
    """Tell whether two rows of initials can be one person's."""
    return not one or not other or one[0] == other[0]
