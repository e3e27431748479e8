"""What LaTeX text consists of besides plain characters."""

from __future__ import annotations

import re

from bibwiki.model.latex.html_markup import ENTITY, TAGS

TOKEN = re.compile(
    r"""\\(?P<word>[A-Za-z]+)\*?(?P<gap>[ \t\n]*)
    | \\(?P<sign>[^A-Za-z])
    | (?P<brace>[{}])
    | (?P<math>\$\$?)
    | (?P<entity>"""
    + ENTITY
    + r""")
    | </?(?P<tag>"""
    + TAGS
    + r""")(?:\s+[a-zA-Z:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*/?>
    | (?P<text>---?|``|''|[~]|\?`|!`)
    """,
    re.VERBOSE,
)
"""A command, a sign behind a backslash, a brace, math, an entity, a tag, a ligature."""
TOKEN_START = re.compile(r"[\\{}$&<~`'?!-]")
"""What a token begins with."""
LIGATURES = {
    "--": "\u2013", "---": "\u2014", "``": "\u201c", "''": "\u201d",
    "~": " ", "?`": "\u00bf", "!`": "\u00a1",
}  # fmt: skip
"""Maps signs that TeX joins to what it prints for them."""
