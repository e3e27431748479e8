r"""Formulas as plain text: ``x^2 \ge 2`` is read as ``x² ≥ 2``.

Pages show formulas as math; this is what titles are sorted and searched by, and what
stands where only text can. A formula that cannot be written on one line of Unicode
(fractions of sums, matrices, commands nobody knows) has no plain text: whoever asks
shows its source.
"""

# ruff: noqa: RUF001 - look-alikes are what LaTeX commands stand for

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.model.latex.table import SYMBOLS, more_symbols

if TYPE_CHECKING:
    from collections.abc import Mapping

_LENGTH_LIMIT = 300
"""Characters; a longer formula is no part of a sentence any more."""
_DEPTH_LIMIT = 8
_READS_AS_IT_STANDS = re.compile(r"[A-Za-z0-9.,:;+\-=()<>/%!\[\]| ]*")
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)(?P<gap>\s*)|\\(?P<sign>.)|(?P<blank>\s+)|(?P<other>.)",
    re.DOTALL,
)
_RAISED = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW∘′*",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ°′*",
)
_LOWERED = str.maketrans(
    "0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
)
_DOUBLE_STRUCK = str.maketrans("CEHNPQRZ", "ℂ𝔼ℍℕℙℚℝℤ")
_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "overline": "\u0305", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "breve": "\u0306", "vec": "\u20d7",
}  # fmt: skip
_TRANSPARENT = frozenset({
    "text", "textrm", "textit", "textbf", "texttt", "textsf", "mathrm", "mathbf",
    "mathit", "mathsf", "mathtt", "mathcal", "mathscr", "mathfrak", "boldsymbol", "bm",
    "operatorname", "mbox", "hbox", "rm", "bf", "it", "cal", "displaystyle",
    "ensuremath", "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr",
    "limits", "nolimits",
})  # fmt: skip
"""Commands that change how their argument looks, not what it says."""
_FUNCTIONS = frozenset({
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "deg", "det", "dim",
    "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "ln", "log", "max", "min", "Pr",
    "sin", "sinh", "sup", "tan", "tanh",
})  # fmt: skip
_SIGNS: Mapping[str, str] = {
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "to": "→",
    "epsilon": "ε", "varepsilon": "ε", "phi": "φ", "varphi": "φ", "ell": "ℓ",
    "ldots": "…", "dots": "…", "cdots": "⋯", "cdot": "·", "times": "×", "circ": "∘",
    "prime": "′", "star": "⋆", "ast": "∗", "mid": "|", "colon": ":", "sim": "∼",
    "lbrace": "{", "rbrace": "}", "langle": "⟨", "rangle": "⟩", "quad": " ",
    "qquad": " ", "mu": "μ", "degree": "°", "infty": "∞", "neg": "¬", "lnot": "¬",
}  # fmt: skip
_SPACES = {",": " ", ";": " ", ":": " ", " ": " ", "!": "", "/": ""}


class _NotPlainError(Exception):
    """The formula needs more than a line of Unicode."""


@lru_cache(maxsize=4096)
def plain_formula(source: str) -> str | None:
    """Return a formula as a line of Unicode; None where that would not be readable.

    Args:
        source: TeX without its dollar signs.
    """
    if _READS_AS_IT_STANDS.fullmatch(source):
        return " ".join(source.split())
    if len(source) > _LENGTH_LIMIT:
        return None
    try:
        reading = _Reading(source)
        text = reading.group(0)
    except _NotPlainError:
        return None
    return unicodedata.normalize("NFC", " ".join(text.split()))


class _Reading:
    """One pass over the tokens of a formula."""

    def __init__(self, source: str) -> None:
        self._tokens = list(_TOKEN.finditer(source))
        self._next = 0

    def group(self, depth: int) -> str:
        """Read up to the closing brace of the group, or to the end."""
        if depth > _DEPTH_LIMIT:
            raise _NotPlainError
        shown: list[str] = []
        while self._next < len(self._tokens):
            if self._tokens[self._next][0] == "}":
                if depth == 0:
                    raise _NotPlainError
                self._next += 1
                return "".join(shown)
            shown.append(self._one(depth))
        if depth:
            raise _NotPlainError
        return "".join(shown)

    def _one(self, depth: int) -> str:
        """Read one token with the arguments that belong to it."""
        token = self._tokens[self._next]
        self._next += 1
        if token["word"]:
            return self._command(token["word"], token["gap"], depth)
        if token["sign"]:
            return _sign(token["sign"])
        return " " if token["blank"] else self._character(token[0], depth)

    def _character(self, text: str, depth: int) -> str:
        if text == "{":
            return self.group(depth + 1)
        if text in "^_":
            return _shifted(self._argument(depth), _RAISED if text == "^" else _LOWERED)
        if text in "&$#":
            raise _NotPlainError
        return {"'": "′", "~": " "}.get(text, text)

    def _argument(self, depth: int) -> str:
        """Read what follows a command: a group or one token."""
        while self._next < len(self._tokens) and self._tokens[self._next]["blank"]:
            self._next += 1
        if self._next >= len(self._tokens) or self._tokens[self._next][0] == "}":
            raise _NotPlainError
        return self._one(depth).strip()

    def _command(self, name: str, gap: str, depth: int) -> str:
        if name in _TRANSPARENT:
            return ""
        if name in _FUNCTIONS:
            return f"{name} " if gap else name
        if name in _ACCENTS:
            return _accented(self._argument(depth), _ACCENTS[name])
        if name in _ARGUMENT_READERS:
            return _ARGUMENT_READERS[name](self._argument(depth))
        if name in _FRACTIONS:
            return f"{_word(self._argument(depth))}/{_word(self._argument(depth))}"
        text = _SIGNS.get(name) or SYMBOLS.get(name) or more_symbols().get(name, "")
        if not text or (text.isspace() and name not in _SIGNS):
            raise _NotPlainError
        # Space behind a letter only ends the command's name; around a relation it
        # is how people write.
        return text if text.isalpha() or not gap else f"{text} "


def _sign(sign: str) -> str:
    if sign in _SPACES:
        return _SPACES[sign]
    if sign in "{}%$#&_":
        return sign
    if sign == "|":
        return "‖"
    raise _NotPlainError


def _shifted(text: str, table: dict[int, int]) -> str:
    if text and all(ord(letter) in table for letter in text):
        return text.translate(table)
    raise _NotPlainError


def _accented(text: str, mark: str) -> str:
    if len(text) != 1:
        raise _NotPlainError
    return text + mark


def _root(text: str) -> str:
    if text.startswith("["):
        raise _NotPlainError
    return f"√{text}" if len(text) == 1 or text.isdecimal() else f"√({text})"


def _word(text: str) -> str:
    if not text.isalnum():
        raise _NotPlainError
    return text


def _double_struck(text: str) -> str:
    return text.translate(_DOUBLE_STRUCK)


_ARGUMENT_READERS = {"sqrt": _root, "mathbb": _double_struck}
_FRACTIONS = frozenset({"frac", "tfrac", "dfrac"})
