"""The words of texts for the full-text index.

``static/bibwiki/words.js`` cuts queries alike; a browser test compares the two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME_LETTERS = str.maketrans(
    {"ی": "ي", "ک": "ك", "ـ": "", "\u0653": "", "\u0654": "", "\u0655": "", "&": " "}
)
"""Letters that Persian and Arabic keyboards write differently; what is no letter."""
# Han, kana, hangul: written without spaces, so every pair of signs is a word.
_SIGNS = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003134f"
)
_RUNS = re.compile(f"[{_SIGNS}]+|[^{_SIGNS}]+")
_HAS_SIGNS = re.compile(f"[{_SIGNS}]")


def index_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text in their order, with repeats."""
    if text.isascii():
        yield from fold_words(text.replace("&", " ")).split()
        return
    for word in fold_words(text.translate(_SAME_LETTERS)).split():
        if _HAS_SIGNS.search(word):
            yield from _pairs(word)
        else:
            yield word


@lru_cache(maxsize=4096)
def _pairs(word: str) -> tuple[str, ...]:
    found: list[str] = []
    for run in _RUNS.findall(word):
        if len(run) < 2 or not _HAS_SIGNS.match(run):
            found.append(run)
        else:
            found += (run[n : n + 2] for n in range(len(run) - 1))
    return tuple(found)
