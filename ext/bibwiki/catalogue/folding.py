"""Foldings of text: which spellings count as the same, and ids made from names.

Nothing here knows what a text names; people, topics and keys all fold alike.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bibwiki.model.names.name import Name

# Letters that Unicode does not decompose, as library catalogues file them.
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "\u0131": "i", "þ": "th", "æ": "ae", "œ": "oe", "&": " and ",
}  # fmt: skip
# Apostrophes vanish: O'Brien is OBrien, whichever sign is used.
_APOSTROPHES = "'`\u2019\u2018\u02bc\u02bb\u02b9\u2032"
_SPACING_ACUTE = "\u00b4"
"""Also used as an apostrophe, but decomposition would make a space of it."""
_KEPT_SIGNS = "+#"
"""The signs that tell C, C# and C++ apart."""
# Accents and the optional vowel points of Hebrew and Arabic. Other combining marks
# (Indic vowels, the voicing marks of kana) make different letters and stay.
_ACCENT = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u064b-\u0652\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd"})


class _Signs(dict[int, str]):
    """What each character of decomposed text in lower case becomes; fills itself."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_sign(chr(code))
        return folded


def _folded_sign(char: str) -> str:
    if char in _LETTERS:
        return _LETTERS[char]
    if char in _APOSTROPHES or _ACCENT.match(char):
        return ""
    category = unicodedata.category(char)
    if char.isalnum() or char in _KEPT_SIGNS or category in {"Cn", "Co"}:
        return char
    if category == "Cf":  # zero-width joiners, direction marks
        return ""
    return char if category[0] == "M" else " "


_SIGNS = _Signs()
# The same for ASCII: a plain table lets ``translate`` take its fast path, if it has
# single signs, and None for what is left out.
_ASCII = {code: _folded_sign(chr(code)) or None for code in range(128)}


def fold(text: str) -> str:
    """Return the spelling under which a name is looked up.

    Case, accents, hyphens, dots, ties, apostrophes and space do not count, nor does
    the order of a name written family name first: ``Lovelace, Ada`` and
    ``Ada  Lovelace`` are one. Letters of different scripts that look alike stay
    different. The result is empty only for blank or invisible text, and folds to
    itself.
    """
    text = _letters(text)
    if "," in text:
        text = _reading_order(text)
    return _words(text) or _spaced(text)


def fold_words(text: str) -> str:
    """Return the folded words of a text in the order in which they stand."""
    text = _letters(text)
    return _words(text) or _spaced(text)


def split_words(text: str) -> list[str]:
    """Return the folded words of a text one by one.

    None for a text of signs alone, which :func:`fold_words` returns as it is. A word
    is folded by itself: which words stand around it does not matter.
    """
    return _split(_letters(text))


def name_key(name: Name) -> str:
    """Return the normalised full name: equal for two spellings of one name.

    The parts are known here, so commas inside them do not turn the name round.
    With the usual suffixes it equals :func:`fold` of the name's reading and inverted
    forms.
    """
    if name.literal is not None:
        return fold(name.literal)
    parts = (name.given, name.particle, name.family, name.suffix)
    return fold_words(" ".join(part for part in parts if part))


def kebab(text: str) -> str:
    """Return an id for a name: folded words joined by hyphens, e.g. ``ada-lovelace``.

    ASCII for names in Latin letters; letters of other scripts are kept. Empty where
    the text holds neither letters nor digits.
    """
    words = _words(_letters(text))
    for sign in _KEPT_SIGNS:
        words = words.replace(sign, " ")
    return "-".join(words.split())


def _letters(text: str) -> str:
    """Lower the case and take accents off their letters; punctuation stays."""
    if text.isascii():
        return text.lower()
    # Decomposing first and again afterwards: some compatibility characters decompose
    # into capitals, and some case foldings into letters with marks.
    text = unicodedata.normalize("NFKD", text.replace(_SPACING_ACUTE, "'")).casefold()
    return unicodedata.normalize("NFKD", text)


def _words(text: str) -> str:
    return " ".join(_split(text))


def _split(text: str) -> list[str]:
    if text.isascii():
        return text.replace("&", _LETTERS["&"]).translate(_ASCII).split()
    return unicodedata.normalize("NFC", text.translate(_SIGNS)).split()


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _reading_order(text: str) -> str:
    """Turn ``family, given`` and ``family, suffix, given`` round.

    Other texts with several commas are titles or lists: left alone.
    """
    parts = [part for part in text.split(",") if _words(part)]
    if len(parts) == 2 and _words(parts[1]) not in _SUFFIXES:
        return f"{parts[1]} {parts[0]}"
    if len(parts) == 3 and _words(parts[1]) in _SUFFIXES:
        return f"{parts[2]} {parts[0]} {parts[1]}"
    return text
