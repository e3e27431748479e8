"""Names that differ in how words are joined, or in how an umlaut is spelt.

``Jian-Yun Nie``, ``Jianyun Nie`` and ``Jian Yun Nie``; ``Amal Al-Saif`` and ``Amal
Alsaif``; ``Jörg Krämer`` and ``Joerg Kraemer``. Initials are never joined to words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bibwiki.catalogue.identity.attribution import Identity
    from bibwiki.model.names.name import Name

_TRANSLITERATIONS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
    "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa",
})  # fmt: skip


def same_spellings(
    keys: Mapping[Identity, Iterable[str]],
) -> Iterator[list[Identity]]:
    """Yield the identities whose names are one but for joined words and umlauts.

    Args:
        keys: Maps identities to their folded names, with umlauts spelt in both ways.
    """
    groups: dict[str, dict[Identity, None]] = {}
    for identity, folded in keys.items():
        for key in folded:
            groups.setdefault(joined_words(key), {})[identity] = None
    for group in groups.values():
        if len(group) > 1:
            yield list(group)


def transliterated(name: Name) -> str | None:
    """Return the folded name with umlauts spelt out; None where it has none."""
    text = name.display
    if text.isascii() or (spelt := text.translate(_TRANSLITERATIONS)) == text:
        return None
    return fold_words(spelt)


def joined_words(key: str) -> str:
    """Join the words of a folded name; initials stay words of their own."""
    parts: list[str] = []
    open_ = False
    for word in key.split():
        if len(word) > 1 and open_:
            parts[-1] += word
        else:
            parts.append(word)
        open_ = len(word) > 1
    return " ".join(parts)
