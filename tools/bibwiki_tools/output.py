"""The only module that writes to the terminal.

Results go to standard output, so that they can be piped; remarks and refusals go to
standard error.
"""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that change the terminal or the order of the text around them:
controls, formats (among them the bidirectional ones), surrogates, line separators."""


class CommandError(Exception):
    """A command cannot do what was asked; the message says why and what to do."""


def use_utf8() -> None:
    r"""Make both streams UTF-8 whatever the locale says.

    What has no UTF-8 form (half of a surrogate pair in a file's name) is written as
    ``\udc80``, which is a valid escape in JSON too.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str = "") -> None:
    """Write one line of the result, with what a terminal would obey made visible."""
    sys.stdout.write(f"{visible(line)}\n")


def say_patch(line: str) -> None:
    """Write one line of a patch: tabs stay, or it could not be applied."""
    sys.stdout.write("\t".join(map(visible, line.split("\t"))) + "\n")


def say_json(value: Mapping[str, object]) -> None:
    """Write the result as indented JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def remark(line: str) -> None:
    """Write one line that is not part of the result."""
    sys.stderr.write(f"bibwiki: {visible(line)}\n")


def visible(text: str) -> str:
    r"""Return the text with control and format characters as ``\x1b`` or ``\u202e``.

    Names and titles come from strangers' files: they must neither steer a terminal nor
    look like something that they are not.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        ascii(char)[1:-1] if unicodedata.category(char) in _HIDDEN else char
        for char in text
    )
