"""The words of texts for the full-text index.

``static/bibwiki/words.js`` cuts queries alike; a browser test compares the two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAME_LETTERS = str.maketrans(
    {"ی": "ي", "ک": "ك", "ـ": "", "\u0653": "", "\u0654": "", "\u0655": "", "&": " "}
)
"""Letters that Persian and Arabic keyboards write differently; what is no letter."""
_ASCII = {code: fold_words(f"a{chr(code)}a")[1:-1] or None for code in range(128)}
_ASCII[ord("&")] = " "
"""What each sign of ASCII becomes between letters; None where it is left out."""
# Han, kana, hangul: written without spaces, so every pair of signs is a word.
_SIGNS = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003134f"
)
_RUNS = re.compile(f"[{_SIGNS}]+|[^{_SIGNS}]+")
_HAS_SIGNS = re.compile(f"[{_SIGNS}]")


def index_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text in their order, with repeats."""
    text = text.replace("&", " ") if text.isascii() else text.translate(_SAME_LETTERS)
    return _cut(split_words(text) or fold_words(text).split())


def distinct_words(text: str) -> set[str]:
    """Return what :func:`index_words` yields, each word once."""
    if text.isascii():
        words = set(text.translate(_ASCII).split())
    else:
        # Most words of most texts are ASCII, and those are folded in a tenth of the
        # time.
        pieces = text.split()
        other = " ".join([piece for piece in pieces if not piece.isascii()])
        words = set(_cut(split_words(other.translate(_SAME_LETTERS))))
        plain = " ".join([piece for piece in pieces if piece.isascii()])
        words.update(plain.translate(_ASCII).split())
    return words or set(index_words(text) if text else ())


def _cut(words: Iterable[str]) -> Iterator[str]:
    """Yield words, and pairs of signs of those without spaces in between."""
    for word in words:
        if word.isascii() or not _HAS_SIGNS.search(word):
            yield word
        else:
            yield from _pairs(word)


@lru_cache(maxsize=4096)
def _pairs(word: str) -> tuple[str, ...]:
    found: list[str] = []
    for run in _RUNS.findall(word):
        if len(run) < 2 or not _HAS_SIGNS.match(run):
            found.append(run)
        else:
            found += (run[n : n + 2] for n in range(len(run) - 1))
    return tuple(found)
