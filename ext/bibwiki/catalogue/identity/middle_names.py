"""Names that only lack a middle name or its initial: ``Ada Lovelace``, ``Ada K.``.

Full given and family names must be equal; initials alone never suffice. A hyphen makes
one given name of two words: ``Jean-Luc`` is not ``Jean`` with a middle name.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.catalogue.folding import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bibwiki.catalogue.identity.attribution import Identity
    from bibwiki.model.names.name import Name

_FullName: TypeAlias = tuple[tuple[str, ...], str]
"""Folded given names, and the folded rest."""
_HYPHEN = re.compile("(?<=\\w{2})[-\u2010\u2011](?=\\w{2})")
_MOST_FORMS = 4
"""More forms of one given and family name than this are taken for several people."""


def same_but_middle_names(names: Mapping[Identity, Name]) -> Iterator[list[Identity]]:
    """Yield the identities that may be one, were it not for middle names.

    All identities with one first given name and one family name must be compatible
    with each other (``Ada`` with ``Ada K.`` with ``Ada King``): otherwise nobody knows
    whom the shortest means.

    Args:
        names: Maps identities to the longest of their names.
    """
    full = _full_names(names)
    buckets: dict[tuple[str, str], list[Identity]] = {}
    for identity, (given, family) in full.items():
        buckets.setdefault((given[0], family), []).append(identity)
    for bucket in buckets.values():
        if 1 < len(bucket) <= _MOST_FORMS and all(
            _compatible(full[one][0][1:], full[other][0][1:])
            for one, other in combinations(bucket, 2)
        ):
            yield bucket


def _full_names(names: Mapping[Identity, Name]) -> dict[Identity, _FullName]:
    """Split names into folded words; names that start with an initial are left out."""
    full: dict[Identity, _FullName] = {}
    for identity, name in names.items():
        given = tuple(fold_words(_HYPHEN.sub("", name.given)).split())
        if given and len(given[0]) > 1:
            family = f"{name.particle} {name.family} {name.suffix}"
            full[identity] = (given, fold_words(family))
    return full


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two sequences of middle names can be one person's."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(
        a == b or (1 in {len(a), len(b)} and a[0] == b[0])
        for a, b in zip(one, other, strict=True)
    )
