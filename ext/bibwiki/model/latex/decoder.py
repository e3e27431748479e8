r"""One pass over LaTeX text: runs of Unicode text with the same look.

Groups and styles are kept on a list, not on Python's stack, so that no nesting is too
deep; only accents and quotations look into their argument first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bibwiki.model.bibtex.values import find_closing_brace
from bibwiki.model.latex.html_markup import (
    PARAGRAPHS,
    TAG_STYLES,
    character,
    with_characters,
)
from bibwiki.model.latex.marked_text import Inline
from bibwiki.model.latex.table import (
    ACCENTS,
    ARGUMENT_STYLES,
    DECLARATIONS,
    HIDDEN_ARGUMENT,
    SYMBOLS,
    compose,
    more_symbols,
)
from bibwiki.model.latex.tokens import LIGATURES, TOKEN, TOKEN_START

_NO_BRACES = str.maketrans("", "", "{}")
_OPTION = re.compile(r"\[[^\[\]{}]*\](?=\{)")
_VERBATIM = re.compile(r"\\verb\*?([^\sA-Za-z*{}])(.*?)\1")
_LENGTH = re.compile(
    r"\\(?:[hvm]skip|m?kern)\s*-?[\d.]+\s*(?:pt|pc|in|cm|mm|bp|dd|cc|sp|em|ex|mu)\b\s?"
)
"""A skip by a fixed length, which leaves no trace (TeXbook, chapter 10)."""
_ARGUMENT_READERS = frozenset({"url", "href", "enquote", "ensuremath"})
_MATH_PAIRS = {"(": r"\)", "[": r"\]"}
_MATH_LIMIT = 5_000
"""A dollar sign whose partner is further away is a dollar sign."""
_MATH_SIGN = re.compile(r"[\\^_]")
"""What math has and prices have not."""
_DEPTH_LIMIT = 8
"""Accents on accents deeper than this keep their letters only."""


@dataclass(slots=True)
class Decoder:
    """One pass over one text."""

    text: str
    depth: int
    """How many accents this text stands under."""
    runs: list[Inline] = field(default_factory=list)
    styles: list[str] = field(default_factory=lambda: [""])
    """The style of each open group, innermost last."""
    next_style: str | None = None
    """What a command gives to the group that opens next."""
    url: str = ""
    url_level: int = 0

    def decode(self) -> list[Inline]:
        """Decode all of the text."""
        position = 0
        while True:
            token = self._next_token(position)
            if token is None:
                self._emit(self.text[position:])
                return self.runs
            self._emit(self.text[position : token.start()])
            position = self._handle(token)

    def _next_token(self, position: int) -> re.Match[str] | None:
        """Find the next token; trying the pattern at every letter takes far longer."""
        while (start := TOKEN_START.search(self.text, position)) is not None:
            token = TOKEN.match(self.text, start.start())
            if token is not None:
                return token
            position = start.end()
        return None

    def _emit(self, text: str, style: str | None = None) -> None:
        if text:
            style = self.styles[-1] if style is None else style
            self.runs.append(Inline(text, style, self.url))

    def _emit_math(self, source: str) -> None:
        source = source.strip()
        self._emit(with_characters(source), "math")

    def _handle(self, token: re.Match[str]) -> int:
        """Deal with one token; return where to go on."""
        kind = token.lastgroup
        if kind == "brace":
            self._brace(token[0])
        elif kind in ("word", "gap"):
            return self._command(token)
        elif kind == "sign":
            return self._sign(token)
        elif kind == "math":
            return self._math(token)
        elif kind == "entity":
            self._emit(character(token[0]))
        elif kind == "tag":
            self._tag(token)
        else:
            self._emit(LIGATURES[token[0]])
        return token.end()

    def _brace(self, brace: str) -> None:
        if brace == "{":
            style = self.styles[-1] if self.next_style is None else self.next_style
            self.styles.append(style)
        elif len(self.styles) > 1:
            self.styles.pop()
            if len(self.styles) <= self.url_level:
                self.url, self.url_level = "", 0
        self.next_style = None

    def _tag(self, token: re.Match[str]) -> None:
        name = token["tag"].lower()
        style = TAG_STYLES.get(name)
        if name in PARAGRAPHS:
            self._emit(" ")
        elif style is not None:
            # Tags stand beside TeX groups, so they change the innermost group's style.
            self.styles[-1] = "" if token[0].startswith("</") else style

    def _sign(self, token: re.Match[str]) -> int:
        sign = token["sign"]
        if sign in ACCENTS:
            return self._accent(ACCENTS[sign], token.end())
        if sign in _MATH_PAIRS:
            start = token.end()
            closing = self.text.find(_MATH_PAIRS[sign], start, start + _MATH_LIMIT)
            if closing > 0:
                self._emit_math(self.text[start:closing])
                return closing + 2
        if sign == "&":
            # Publishers escape the ampersand of their own entities.
            entity = TOKEN.match(self.text, token.start() + 1)
            if entity and entity.lastgroup == "entity":
                self._emit(character(entity[0]))
                return entity.end()
        self._emit(SYMBOLS.get(sign, sign))
        return token.end()

    def _math(self, token: re.Match[str]) -> int:
        """Keep math; a lone dollar sign, or one before a price, is a character."""
        start = token.end()
        closing = self._closing_dollar(token[0], start)
        if closing is None:
            self._emit(token[0])
            return start
        self._emit_math(self.text[start:closing])
        return closing + len(token[0])

    def _closing_dollar(self, mark: str, start: int) -> int | None:
        text = self.text
        if len(mark) == 1 and text[start : start + 1].isspace():
            return None
        closing = text.find(mark, start, start + _MATH_LIMIT)
        while closing > 0 and text[closing - 1] == "\\":
            closing = text.find(mark, closing + 1, start + _MATH_LIMIT)
        if closing < 0 or closing == start:
            return None
        if len(mark) == 1 and text[closing - 1].isspace():
            return None
        is_price = text[closing + len(mark) :][:1].isdecimal()
        if is_price and _MATH_SIGN.search(text, start, closing) is None:
            return None
        return closing

    def _command(self, token: re.Match[str]) -> int:
        name = token["word"]
        if name in ACCENTS:
            return self._accent(ACCENTS[name], token.end())
        if name in SYMBOLS:
            self._emit(SYMBOLS[name])
        elif name in ARGUMENT_STYLES:
            self.next_style = ARGUMENT_STYLES[name] or None
        elif name in DECLARATIONS:
            self.styles[-1] = DECLARATIONS[name] or self.styles[-1]
        elif name == "verb" and (verbatim := _VERBATIM.match(self.text, token.start())):
            self._emit(verbatim[2], "code")
            return verbatim.end()
        elif length := _LENGTH.match(self.text, token.start()):
            return length.end()
        else:
            option = _OPTION.match(self.text, token.end())
            start = option.end() if option else token.end()
            if self.text.startswith("{", start):
                return self._command_with_argument(name, start)
            # A word behind a backslash that nobody knows is text: C:\Users.
            self._emit(more_symbols().get(name) or token[0])
        return token.end()

    def _command_with_argument(self, name: str, start: int) -> int:
        if name not in _ARGUMENT_READERS and name not in HIDDEN_ARGUMENT:
            return start  # the argument is text like any other
        argument, end = self._argument(start)
        if name == "url":
            self.runs.append(Inline(argument, self.styles[-1], argument))
        elif name == "href":
            self.url = argument
            self.url_level = len(self.styles)
        elif name == "enquote":
            self._emit("“")
            self.runs.extend(self._nested(argument))
            self._emit("”")
        elif name == "ensuremath":
            self._emit_math(argument)
        return end

    def _argument(self, start: int) -> tuple[str, int]:
        """Return the raw text of the group at ``start`` and where it ends."""
        closing = find_closing_brace(self.text, start, len(self.text))
        if closing is None:
            return self.text[start + 1 :], len(self.text)
        return self.text[start + 1 : closing], closing + 1

    def _nested(self, text: str) -> list[Inline]:
        if self.depth >= _DEPTH_LIMIT:
            return [Inline(text.translate(_NO_BRACES))]
        return Decoder(text, self.depth + 1).decode()

    def _accent(self, mark: str, start: int) -> int:
        """Put a combining mark on the next letter or group."""
        text = self.text
        while text[start : start + 1].isspace():
            start += 1
        if text.startswith("{", start):
            if self.depth >= _DEPTH_LIMIT:
                return start
            argument, end = self._argument(start)
        elif text.startswith("\\", start):
            token = TOKEN.match(text, start)
            end = token.start("gap") if token and token["word"] else start + 2
            end = max(end, start + 1)
            argument = text[start:end]
            if text[start + 1 : end] in ACCENTS:
                return start  # an accent on an accent: too rare to nest without braces
        else:
            argument, end = text[start : start + 1], start + 1
        letters = "".join(run.text for run in self._nested(argument))
        self._emit(compose(letters, mark))
        return end
