r"""What LaTeX commands stand for: the everyday ones by hand, the rest by pylatexenc."""

# ruff: noqa: RUF001 - look-alikes are what LaTeX commands stand for

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    "u": "\u0306", ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b",
    "v": "\u030c", "G": "\u030f", "C": "\u030f", "f": "\u0311", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331", "h": "\u0309",
    "t": "\u0361\u0361",  # doubled: spans two letters
    "textcommabelow": "\u0326", "textogonekcentered": "\u0328",
}  # fmt: skip
"""Maps an accent command to its combining mark."""

SYMBOLS: Mapping[str, str] = {
    # signs behind a backslash
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}",
    " ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", ":": " ", "!": "", "/": "",
    "-": "", "@": "", "\\": " ", "|": "‖", "(": "", ")": "", "[": "", "]": "",
    "*": "", "+": "",
    # letters
    "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ", "ae": "æ",
    "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "eth": "ð", "thorn": "þ", "Thorn": "Þ", "Dbar": "Đ", "dbar": "đ",
    "ij": "ĳ", "IJ": "Ĳ", "polhk": "\u0328",
    "cprime": "\u02b9", "cdprime": "\u02ba", "cyrchar": "",
    # punctuation
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–",
    "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„",
    "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»",
    "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "flqq": "«", "frqq": "»", "glqq": "„", "grqq": "“",
    "lq": "‘", "rq": "’",
    "og": "« ", "fg": " »", "textquotesingle": "'", "textquotedbl": '"',
    "textquestiondown": "¿", "textexclamdown": "¡", "textbullet": "•",
    "textperiodcentered": "·", "textbackslash": "\\", "textbar": "|",
    "textless": "<", "textgreater": ">", "textunderscore": "_", "textdollar": "$",
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}",
    "textpercent": "%", "textnumbersign": "#", "textampersand": "&", "slash": "/",
    "backslash": "\\", "colon": ":", "hyp": "-", "textcolon": ":",
    # signs
    "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "EUR": "€", "textyen": "¥",
    "textregistered": "®", "texttrademark": "™", "dag": "†", "ddag": "‡",
    "textdegree": "°", "degree": "°", "textmu": "µ", "textordfeminine": "ª",
    "textordmasculine": "º", "texttimes": "×", "textonehalf": "½",
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX",
    "XeTeX": "XeTeX", "textlangle": "⟨", "textrangle": "⟩",
    # spaces and what leaves no trace
    "quad": " ", "qquad": " ", "enspace": " ", "thinspace": " ", "space": " ",
    "nobreakspace": " ", "newline": " ", "par": " ", "linebreak": " ",
    "protect": "", "relax": "", "noindent": "", "allowbreak": "", "xspace": "",
    "unskip": "", "ignorespaces": "", "bgroup": "", "egroup": "", "newblock": "",
    "textnormal": "", "nolinebreak": "", "break": " ", "penalty": "",
    "textcompwordmark": "",
    "item": " ", "hfill": " ", "sloppy": "", "bibrangedash": "–",
    # marks that stand alone, for accents without a letter
    "\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0304": "¯",
    "\u0308": "¨", "\u0327": "¸",
}  # fmt: skip
"""Maps a command without argument, or a mark that has no letter, to its text."""

ARGUMENT_STYLES: Mapping[str, str] = {
    "emph": "emphasis", "textit": "emphasis", "textsl": "emphasis",
    "mkbibemph": "emphasis", "mkbibitalic": "emphasis", "textbf": "strong",
    "mkbibbold": "strong", "textsc": "smallcaps", "texttt": "code",
    "textsuperscript": "superscript", "textsup": "superscript",
    "mkbibsuperscript": "superscript", "textsubscript": "subscript",
    "textsub": "subscript", "mkbibsubscript": "subscript",
    "textrm": "", "textsf": "", "textup": "", "textmd": "", "mbox": "", "hbox": "",
    "text": "", "underline": "", "uline": "", "fbox": "", "MakeUppercase": "",
    "MakeLowercase": "", "uppercase": "", "lowercase": "", "NoCaseChange": "",
    "ce": "", "operatorname": "", "mathrm": "", "mathbf": "",
    "mathit": "", "mathcal": "", "textquote": "",
}  # fmt: skip
"""Maps a command to the style of the argument that follows; empty: none."""

DECLARATIONS: Mapping[str, str] = {
    "em": "emphasis", "it": "emphasis", "itshape": "emphasis", "sl": "emphasis",
    "slshape": "emphasis", "bf": "strong", "bfseries": "strong", "sc": "smallcaps",
    "scshape": "smallcaps", "tt": "code", "ttfamily": "code",
    "rm": "", "rmfamily": "", "sf": "", "sffamily": "", "normalfont": "", "upshape": "",
    "mdseries": "", "tiny": "", "scriptsize": "", "footnotesize": "", "small": "",
    "normalsize": "", "large": "", "Large": "", "LARGE": "", "huge": "", "Huge": "",
    "selectfont": "", "boldmath": "", "cal": "", "mathstrut": "",
}  # fmt: skip
"""Maps a font switch to the style of the rest of its group; empty: no change."""

HIDDEN_ARGUMENT = frozenset({
    "noopsort", "SortNoop", "sortnoop", "noop", "NOOP", "vspace", "hspace", "label",
    "phantom", "selectlanguage", "begin", "end", "textcolor", "color", "colorbox",
    "foreignlanguage", "fontsize", "raisebox", "texorpdfstring", "footnote", "thanks",
    "footnotemark", "fontencoding", "fontfamily", "fontseries", "fontshape",
    "CJKfamily",
})  # fmt: skip
"""Commands whose first argument is no part of the text: it serves sorting or layout, or
stands at the foot of a page."""


@cache
def more_symbols() -> Mapping[str, str]:
    """Return pylatexenc's symbols, loaded when a text first needs them."""
    # Costs 30 ms and is seldom needed.
    from pylatexenc.latex2text import (  # type: ignore[import-untyped] # noqa: PLC0415
        get_default_latex_context_db,
    )

    found: dict[str, str] = {}
    for macro in get_default_latex_context_db().iter_macro_specs():
        text = macro.simplify_repl
        # \today is the day of the build, which nothing may show.
        if isinstance(text, str) and "%" not in text and macro.macroname != "today":
            found.setdefault(macro.macroname, text)
    # textgreek's letters in text: \\textalpha.
    greek = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi"
    greek += " omikron pi rho varsigma sigma tau upsilon phi chi psi omega"
    for number, letter in enumerate(greek.split()):
        found.setdefault(f"text{letter}", chr(0x3B1 + number))
        found.setdefault(f"text{letter.capitalize()}", chr(0x391 + number))
    return found


def compose(letters: str, mark: str) -> str:
    """Put the mark on the first letter; a mark without a letter stands alone."""
    if not letters.strip():
        return letters + SYMBOLS.get(mark, "")
    # LaTeX wants the dotless letters below accents, Unicode the dotted ones.
    first = {"ı": "i", "ȷ": "j"}.get(letters[0], letters[0])
    if len(mark) == 2:  # a tie spans two letters
        return letters[:1] + mark[0] + letters[1:]
    return unicodedata.normalize("NFC", first + mark) + letters[1:]
