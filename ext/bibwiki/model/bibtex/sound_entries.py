r"""Entries about which nothing is doubtful, each field read by one pattern.

Nearly all entries of nearly all files are ``@type{key, name = value, ...}`` with values
in braces or quotes, a number or a macro's name. What these patterns match is what
bibtexparser finds there, in a fifth of its time; whatever else a file holds is left to
it: concatenations, deep nesting, comments, brackets for braces, anything damaged.
"""

from __future__ import annotations

import re

from bibwiki.model.bibtex.raw_block import RawBlock, RawField
from bibwiki.model.bibtex.values import Term

_MARK = r"@\w*+[ \t]*+(?=[{(])"
BLOCK_MARK = re.compile(f"(?P<at>{_MARK})")
"""What bibtexparser takes for the start of a block, outside of any."""
BLOCK_AT_LINE_START = re.compile(rf"^[^\S\n]*+(?P<at>{_MARK})", re.MULTILINE)
"""The same where bibtexparser gives up what is open: there a block begins for certain,
and what stands before and behind it can be read by itself."""

_NESTED = 3
"""How deep braces may stand in a value."""


def _value(closer: str) -> str:
    r"""Return the pattern of a value's text with balanced braces.

    A brace or quote behind a backslash is a character, as in :mod:`values`. Every part
    is possessive: nothing is looked at twice.

    Args:
        closer: A quote if it would end the value, else empty.
    """
    text = rf"[^{{}}\\@{closer}]++|\\++[{{}}{closer}]?+|@(?!{_MARK[1:]})"
    inner = text
    for _ in range(_NESTED):
        inner = rf"{text}|\{{(?:{inner})*+\}}"
    return f"(?:{inner})*+"


_HEADER = re.compile(
    r'@(?!comment|preamble|string)(\w++)[ \t]*+\{\s*+([^\s@{}",=\\]++)\s*+,',
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\s*+([^\W\d][\w.:+/-]*+)\s*+=\s*+"
    rf'(?:\{{({_value("")})\}}|"({_value(chr(34))})"|([0-9]++)|'
    r"([A-Za-z_][\w:.+/'-]*+))\s*+([,}])"
)
_END = re.compile(r"\s*+\}")


def read_sound_entry(text: str, start: int) -> RawBlock | None:
    """Read the entry whose ``@`` stands at ``start``; None where it may be doubtful.

    The time is that of looking at the entry once, whether it is sound or not.
    """
    header = _HEADER.match(text, start)
    if header is None:
        return None
    fields: list[RawField] = []
    position = header.end()
    mark: str | None = ","
    while mark == ",":
        found = _FIELD.match(text, position)
        if found is None:
            found = _END.match(text, position)
            if found is None:
                return None
            position = found.end()
            break
        name, braced, quoted, number, macro, mark = found.groups()
        literal = braced if braced is not None else quoted or number
        if macro is not None:
            fields.append(RawField(name, (Term(macro, macro=True),), start))
        else:
            fields.append(RawField(name, literal or "", start))
        position = found.end()
    raw = text[start:position]
    return RawBlock(start, position, header[1].lower(), raw, header[2], fields)
