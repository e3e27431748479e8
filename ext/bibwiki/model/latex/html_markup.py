r"""HTML in field values: entities and tags, as publishers export them.

CrossRef, and whatever asks it, hands titles out as HTML, sometimes with its signs
spelt in TeX: ``{\textless}i{\textgreater}`` and ``{\&}amp$\mathsemicolon$``.
"""

from __future__ import annotations

import re
from html.entities import html5

ENTITY = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}[0-9]{0,2});"
"""The pattern of an entity; fit for verbose patterns."""
TAGS = (
    r"(?i:i|b|em|strong|sub|sup|sc|scp|tt|u|italic|bold|span|p|br|div|li|ul|ol"
    r"|inline-formula|tex-math|(?:jats|mml):[a-z-]+)"
)
"""The pattern of the names of tags that are no text."""
TAG_STYLES = {
    "i": "emphasis", "em": "emphasis", "italic": "emphasis", "jats:italic": "emphasis",
    "b": "strong", "strong": "strong", "bold": "strong", "jats:bold": "strong",
    "sub": "subscript", "jats:sub": "subscript",
    "sup": "superscript", "jats:sup": "superscript",
    "sc": "smallcaps", "scp": "smallcaps", "jats:sc": "smallcaps", "tt": "code",
}  # fmt: skip
"""Maps a tag to the look of what stands in it."""
PARAGRAPHS = frozenset({
    "p", "br", "div", "li", "ul", "ol", "jats:p", "jats:title", "jats:sec", "jats:list",
    "jats:list-item",
})  # fmt: skip
"""The tags that part words."""

_ENTITY = re.compile(ENTITY)
_LESS = r"(?:\{?\\textless[ ]*(?:\{\})?\}?|\{?\$<\$\}?|&lt;)"
_GREATER = r"(?:\{?\\textgreater[ ]*(?:\{\})?\}?|\{?\$>\$\}?|&gt;)"
_NAME = "(i|b|em|strong|sub|sup|scp|italic|bold|span)"
_HIDDEN_PAIR = re.compile(
    rf"{_LESS}{_NAME}{_GREATER}(.{{0,200}}?){_LESS}/\1{_GREATER}", re.DOTALL
)
"""A tag and its end: one alone may be what the text is about."""
_HIDDEN_PARAGRAPH = re.compile(rf"{_LESS}/?(?:p|br ?/?){_GREATER}")
_HIDDEN_ENTITY = re.compile(
    r"(?:\{\\&\}|\\&)([A-Za-z]{2,8})(?:\$\\mathsemicolon\$|(?<=amp);)"
)


def character(entity: str) -> str:
    """Return what an entity stands for; the entity itself if nobody knows it."""
    name = entity[1:]
    if name.startswith("#"):
        digits = name[1:-1]
        code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        is_text = 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000
        return chr(code) if is_text else entity
    return html5.get(name, entity)


def with_characters(text: str) -> str:
    """Put characters for all entities of a text."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda entity: character(entity[0]), text)


def without_disguise(text: str) -> str:
    """Write tags and entities plainly whose signs are spelt in TeX or as entities."""
    if "\\&" in text:
        text = _HIDDEN_ENTITY.sub(r"&\1;", text)
    if "\\textless" in text or "$<$" in text or "&lt;" in text:
        text = _HIDDEN_PAIR.sub(r"<\1>\2</\1>", text)
        text = _HIDDEN_PARAGRAPH.sub("<p>", text)
    return text
