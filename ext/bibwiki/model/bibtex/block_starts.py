"""How blocks begin, in damaged files too."""

from __future__ import annotations

import re

from bibwiki.model.bibtex.field_bounds import FIELD_START

_TYPE = (
    r'@\s*+([^\s@{}(),="#%]*+'
    r'(?:[ \t]++[A-Za-z]++(?=\s*+[{(]\s*+[^\s{}(),="]++\s*+,))?+)'
)
"""The ``@`` and the type, which may be two words before ``{key,``."""
HEADER = re.compile(rf"{_TYPE}\s*+[{{(]")
"""The ``@``, type and opening delimiter of a block."""
BLOCK_START = re.compile(
    rf'(?:(?<![\w.])|(?=@\w++\{{[^\s{{}}(),="]++,\s*+{FIELD_START.pattern}))'
    rf"{HEADER.pattern}"
)
"""The ``@``, type and opening delimiter of a block; no e-mail address."""

UNOPENED_ENTRY = re.compile(
    r"^[ \t]*+(?P<at>@)(?P<start>[A-Za-z]++[ ]?[^\s,{}()=\"@]*+)[ \t]*+(?=,\s*+"
    rf"{FIELD_START.pattern})",
    re.MULTILINE,
)
"""A type, a key and a field where only the opening brace is missing."""

PLAUSIBLE_START = re.compile(
    r"(?:^|[})])[ \t]*+(?P<at>@)(?i:(?:comment|string|preamble)\s*+[{(]|"
    r"\s*+[\w-]*+\s*+[{(]\s*+"
    r'(?:[^,={}"\n]*+,|[\w:.+-]++\s*+=|[^,={}"\n\s]++\s*+\n))',
    re.MULTILINE,
)
"""The start of a block that could not stand inside a value."""
