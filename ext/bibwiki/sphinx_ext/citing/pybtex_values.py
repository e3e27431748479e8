"""Names and texts as pybtex can read them: no value of a file may end a build.

pybtex decodes LaTeX and looks for braces itself, and raises where it cannot.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.database import Person as PybtexPerson
from pybtex.richtext import Text
from typing_extensions import override

from bibwiki.model.identifiers import safe_url
from bibwiki.model.latex.text import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.model.names.name import Name

_PLAIN_NAME = re.compile(r"(?:[^\W_]|[., ])+")
"""Letters, digits, dots, commas: nothing that means something in LaTeX."""
_BRACES = re.compile("[{}]")
_DEPTH = 50
_ESCAPED_BRACES = re.compile(r"\\[{}]")
_TRIED_LENGTH = 10_000
"""Longer values, in characters, become plain text: no reference shows so much."""
_URL_COMMAND = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")


class _SplitPerson(PybtexPerson):  # type: ignore[misc] # pybtex is not typed
    """A person of names that are split already; pybtex parses even those it is given.

    That took half of the time of making an entry.
    """

    def __init__(
        self,
        last: list[str],
        first: Sequence[str] = (),
        prelast: Sequence[str] = (),
        lineage: Sequence[str] = (),
    ) -> None:
        self.last_names = last
        self.first_names = list(first)
        self.middle_names: list[str] = []
        self.prelast_names = list(prelast)
        self.lineage_names = list(lineage)


class _PlainPerson(_SplitPerson):
    """A person of names without LaTeX, which styles need not look for in them.

    They do so for every name of every citation; it took a third of the time of writing
    a citation.
    """

    @property
    @override
    def rich_first_names(self) -> list[Text]:
        return list(map(Text, self.first_names))

    @property
    @override
    def rich_prelast_names(self) -> list[Text]:
        return list(map(Text, self.prelast_names))

    @property
    @override
    def rich_last_names(self) -> list[Text]:
        return list(map(Text, self.last_names))

    @property
    @override
    def rich_lineage_names(self) -> list[Text]:
        return list(map(Text, self.lineage_names))


def pybtex_person(name: Name) -> PybtexPerson:
    """Return a name of ours; made of its parts, since parsing it again could fail."""
    is_plain = _PLAIN_NAME.fullmatch(name.display) is not None
    kind, text = (_PlainPerson, str) if is_plain else (_SplitPerson, as_latex)
    if name.literal is not None:
        return kind([text(name.literal)])
    return kind(
        text(name.family).split(),
        text(name.given).split(),
        text(name.particle).split(),
        text(name.suffix).split(),
    )


def safe_text(value: str) -> str:
    """Return a field that pybtex can read: balanced braces, no unsafe address."""
    value = _URL_COMMAND.sub(
        lambda m: m[0] if safe_url(m[1]) is not None else m[1], value
    )
    if "\\" not in value and "%" not in value:
        return value if _is_balanced(value) else _BRACES.sub("", value)
    # The styles decode before they look at braces: an escaped one becomes a brace, a
    # percent sign hides what follows, a backslash at the end cannot be decoded.
    is_short = len(value) <= _TRIED_LENGTH
    if is_short and _is_balanced(_ESCAPED_BRACES.sub("", value)) and _is_read(value):
        return value
    return as_latex(decode(value))


def _is_read(value: str) -> bool:
    """Whether pybtex can read a value."""
    try:
        Text.from_latex(value)
    except Exception:  # noqa: BLE001 - whatever it is, the build must not die of it
        return False
    return True


def _is_balanced(text: str) -> bool:
    """Whether braces balance, and are not nested too deeply for pybtex's recursion."""
    depth = 0
    for brace in _BRACES.findall(text):
        depth += 1 if brace == "{" else -1
        if not 0 <= depth <= _DEPTH:
            return False
    return depth == 0


def as_latex(text: str) -> str:
    """Return plain text so that the styles, which decode it, show it as it is."""
    return _BRACES.sub("", text).replace("\\", "").replace("%", r"\%")
