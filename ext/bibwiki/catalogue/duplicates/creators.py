"""How alike the creators of two entries are, as they are written.

Entries are compared before it is known who their creators are, and by spellings of very
different care: initials, ``and others``, lists cut short, parts in the wrong order.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words
from bibwiki.model.names.name import Name
from bibwiki.model.values import value
from bibwiki.model.work import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.model.work import Work

_UMLAUT = re.compile(r"(?<=[aou])e")
_ROLES = (Role.AUTHOR, Role.EDITOR)
_MOST = 60
"""Creators that are looked at; more prove nothing more."""


class Agreement(Enum):
    """How the creators of two entries stand to each other."""

    SAME = "same creators"
    PARTLY = "some creators in common"
    UNKNOWN = "creators are missing"
    DIFFERENT = "different creators"


@value(frozen=True, slots=True)
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
    for role in _ROLES:
        forms = tuple(form for form in map(_form, _names(work, role)) if form.family)
        if forms:
            return forms
    return ()


def first_families(works: Iterable[Work]) -> Iterator[str]:
    """Yield the family name of the first of each work's :func:`creator_forms`.

    Empty for a work without creators.
    """
    family_of = cache(lambda name: intern(_family(_turned(name))))  # for these works
    for work in works:
        first = work.contributions[0] if work.contributions else None
        found = family_of(first.name) if first and first.role is Role.AUTHOR else ""
        if not found:  # few works
            names = (name for role in _ROLES for name in _names(work, role))
            found = next(filter(None, map(family_of, names)), "")
        yield found


def _names(work: Work, role: Role) -> Iterator[Name]:
    names = (one.name for one in work.contributions if one.role is role)
    return islice(names, _MOST)


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
@lru_cache(maxsize=1 << 14)
def _form(name: Name) -> CreatorForm:
    name = _turned(name)
    family = _family(name)
    if name.literal is not None:
        return CreatorForm(family, "", frozenset(family.split()))
    given = fold_words(name.given).split() if fold_words(name.family) else []
    words = frozenset(word for word in (*given, *family.split()) if len(word) > 1)
    return CreatorForm(family, "".join(word[0] for word in given), words)


def _turned(name: Name) -> Name:
    """Turn ``Rao UK`` round, as PubMed writes it."""
    if len(name.family) < 4 and name.family.isupper() and not name.given.isupper():
        return Name(name.family, name.given, literal=name.literal)
    return name


def _family(name: Name) -> str:
    """Fold a family name, or what else there is of a name."""
    if name.literal is not None:
        return fold_words(name.literal)
    # Mueller is Müller; that Bauer becomes Baur on both sides does no harm.
    return _UMLAUT.sub("", fold_words(name.family)) or fold_words(name.given)


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
