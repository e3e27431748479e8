"""Reading the name of a field and its equals sign, however damaged."""

from __future__ import annotations

import re

from bibwiki.model.bibtex.raw_block import Damage

_NAME = re.compile(r'([^\s=,{}"#%()@]*[^\s=,{}"#%()@:])\s*+=(?![=>])')
_ODD_NAME = re.compile(
    r'(?P<open>["{])?(?P<name>[^\W\d][\w+.-]*+)(?(open)["}])\s*+'
    r'(?::?=[=>]?|:(?=\s*+["{\w]))'
)
"""A name in delimiters, or with what is nearly an equals sign."""
_LOOSE_NAME = re.compile(r'([^=,{}"\n@]*[^=,{}"\n@\s])[ \t]*=')
_NAME_WITHOUT_EQUALS = re.compile(
    r'([A-Za-z][\w+:.-]*+)(?:\s*+(?=["{])|\s++(?=\d++\s*+[,})]))'
)
_WORD = re.compile(r"[\w-]+")
_NEAR = 200
"""How far to look back, in characters, for the comma before a field."""


def read_field_name(
    text: str, start: int, limit: int, damages: list[Damage]
) -> tuple[str, int] | None:
    """Read a field's name.

    Args:
        text: The whole file.
        start: Where the name should begin.
        limit: Where the entry ends at the latest.
        damages: What is wrong with the name is added to them.

    Returns:
        The name and where its value begins; None if no name stands there.
    """
    found = _NAME.match(text, start, limit)
    if found:
        return found[1], found.end()
    found = _ODD_NAME.match(text, start, limit)
    if found:
        message = f'"{found[0].strip()}" is no field name with an equals sign'
        damages.append(Damage(message, start))
        return found["name"], found.end()
    found = _LOOSE_NAME.match(text, start, limit)
    if found:
        words = found[1].split()
        before = text[max(start - _NEAR, 0) : start].rstrip()
        # Behind a comma it is a name of several words, elsewhere junk and a name.
        is_name = before.endswith(",") and all(map(_WORD.fullmatch, words))
        name = "-".join(words) if is_name else words[-1]
        message = f'"{found[1][:60]}" is no field name; read as "{name}"'
        damages.append(Damage(message, start))
        return name, found.end()
    found = _NAME_WITHOUT_EQUALS.match(text, start, limit)
    if found:
        message = f'no equals sign behind the field "{found[1]}"'
        damages.append(Damage(message, start))
        return found[1], found.end()
    return None
