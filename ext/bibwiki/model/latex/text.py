r"""LaTeX in field values to Unicode.

Everyday accents, symbols and commands come from :mod:`bibwiki.model.latex.table`;
pylatexenc's symbol table knows the rest. Unknown commands keep their content, braces
that protect case vanish, HTML entities that publishers export are decoded once. Math is
read as Unicode where one line can show it (``$x^2$`` is ``x²``), else it stays source.
Addresses (``url``, ``doi``, ``file``) must never go through here: a percent sign or a
tilde is part of them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bibwiki.model.identifiers import safe_url
from bibwiki.model.latex.decoder import Decoder
from bibwiki.model.latex.html_markup import without_disguise
from bibwiki.model.latex.marked_text import Inline, MarkedText

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Inline", "decode", "decode_inline", "read_text"]

_BLANKS = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_QUOTED = re.compile(r"(?<![\\`\w])`((?:\\.|[^`'\\]){1,300})'(?!['\w])", re.DOTALL)
"""A pair of single quotes; an apostrophe stands behind or inside a word."""
_SINGLE_QUOTES = "\N{LEFT SINGLE QUOTATION MARK}\\1\N{RIGHT SINGLE QUOTATION MARK}"
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SHIFTED = re.compile(r"[0-9+\-=()]+")


def decode(text: str) -> str:
    """Return the plain text that a reader sees.

    White space is collapsed. Digits that LaTeX raises or lowers become Unicode ones.
    """
    if not text:
        return text
    if _is_plain(text):
        return _without_braces(text)
    plain = "".join(_plain(each) for each in Decoder(_prepared(text), 0).decode())
    return _tidy(plain)


def read_text(text: str) -> str:
    """Return the plain text, with its markup where it has any.

    Addresses that are unsafe to link to are left out of the markup; their text stays.

    Returns:
        A plain string for most texts, a
        :class:`~bibwiki.model.latex.marked_text.MarkedText` for the others.
    """
    if not text:
        return text
    if _is_plain(text):
        return _without_braces(text)
    decoded = Decoder(_prepared(text), 0).decode()
    plain = _tidy("".join(map(_plain, decoded)))
    if not plain or not any(run.style or run.url for run in decoded):
        return plain
    runs = [
        run._replace(url=safe_url(run.url) or "") if run.url else run
        for run in _merged(decoded)
    ]
    runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
    runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return MarkedText(plain, tuple(run for run in runs if run.text))


def decode_inline(text: str) -> tuple[Inline, ...]:
    """Return the text as runs of one look each; addresses are unchecked.

    Joining their plain texts gives :func:`decode`, but for raised and lowered digits
    and for white space where runs meet.
    """
    if _is_plain(text):
        plain = _without_braces(text)
        return (Inline(plain),) if plain else ()
    return _merged(Decoder(_prepared(text), 0).decode())


def _merged(decoded: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join neighbours of one look; leave out what is empty."""
    runs: list[Inline] = []
    for run in decoded:
        if runs and runs[-1][1:] == run[1:] and run.style != "math":
            runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
        else:
            runs.append(run)
    runs = [run._replace(text=_composed(_without_controls(run.text))) for run in runs]
    return tuple(run for run in runs if run.text)


def _is_plain(text: str) -> bool:
    """Whether only braces may have to go; much faster than a search by a pattern."""
    # No control character, line break or exotic space is printable. Written out, since
    # a loop over the signs takes twice as long for a word or two.
    return text.isprintable() and not (
        "\\" in text or "~" in text or "$" in text or "&" in text or "<" in text
        or "`" in text or "--" in text or "''" in text or "  " in text
    )  # fmt: skip


def _without_braces(text: str) -> str:
    if "{" in text or "}" in text:
        text = text.replace("{", "").replace("}", "")
    return _composed(text.strip())


def _prepared(text: str) -> str:
    text = without_disguise(text)
    return _QUOTED.sub(_SINGLE_QUOTES, text) if "`" in text else text


def _plain(run: Inline) -> str:
    if run.style == "superscript" and _SHIFTED.fullmatch(run.text):
        return run.text.translate(_RAISED)
    if run.style == "subscript" and _SHIFTED.fullmatch(run.text):
        return run.text.translate(_LOWERED)
    return run.plain


def _tidy(text: str) -> str:
    return _composed(_without_controls(text).strip())


def _without_controls(text: str) -> str:
    """Put one space for each run of blanks, and leave out control characters."""
    if text.isprintable() and "  " not in text:
        return text
    return _BLANKS.sub(" ", _CONTROLS.sub("", text))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
