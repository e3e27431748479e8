"""What counts in a title: the number of a part, volume, year or release.

``Kettles, Part I`` and ``Kettles, Part II`` are two works.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL_WORDS = frozenset({
    "a", "an", "the", "of", "on", "for", "in", "to", "and", "with", "by", "from",
    "via", "at", "as", "is", "or", "le", "la", "les", "de", "des", "du", "der", "die",
    "das", "den", "ein", "eine", "und", "el", "los", "las", "y", "il", "lo", "e",
})  # fmt: skip
"""Words that many titles share; ``a`` after ``part`` counts no more than they do."""
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_COUNTED = frozenset({
    "part", "volume", "vol", "book", "chapter", "no", "number", "paper", "teil", "band",
    "partie", "parte", "tome", "report", "version", "edition", "lecture", "round",
})  # fmt: skip
"""After these words a Roman or spelt-out number tells works apart."""
_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        ("one first", "two second", "three third", "four fourth", "five fifth",
         "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth"), 1
    )
    for word in words.split()
}  # fmt: skip


def numbers_of(words: Sequence[str], main_length: int) -> tuple[str, ...]:
    """Return what counts: digits anywhere, other numbers where they count parts.

    Args:
        words: Those of a title, folded, in order.
        main_length: So many of them stand before the subtitle.

    Returns:
        Sorted; Roman and spelt-out numbers in digits.
    """
    found = []
    counted = False
    ends = {len(words) - 1, min(main_length, len(words)) - 1} - {-1, 0}
    # Most titles hold nothing that counts, unless they end with it.
    few = _COUNTED.isdisjoint(words) and "".join(words).isalpha()
    for place in ends if few else range(len(words)):
        word = words[place]
        number = _NUMBER_WORDS.get(word)
        if not word.isalpha() and any(sign.isdigit() for sign in word):
            found.append(word.removesuffix("st").removesuffix("nd").removesuffix("th"))
        elif (counted or place in ends) and _ROMAN.fullmatch(word):
            found.append(str(_roman(word)))
        elif number and (counted or not _COUNTED.isdisjoint(words[place + 1 :][:1])):
            found.append(number)
        elif counted and len(word) == 1 and word not in SMALL_WORDS:
            found.append(word)
        counted = word in _COUNTED
    return tuple(sorted(found))


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[sign] for sign in word]
    return sum(
        -value if value < max(values[place:]) else value
        for place, value in enumerate(values)
    )
