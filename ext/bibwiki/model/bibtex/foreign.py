"""Files that are named like a bibliography and hold something else."""

from __future__ import annotations

import re

_START = 2_000
"""How many characters are looked at."""
_BINARY = (
    ("%PDF-", "a PDF"),
    ("PK\x03\x04", "a ZIP archive, as of Word"),
    ("\x1f\u2039", "a file compressed by gzip"),
    ("\u2030PNG", "a picture"),
    ("\xff\xd8\xff", "a picture"),
    ("GIF8", "a picture"),
    ("SQLite format 3", "a database"),
    ("\x7fELF", "a program"),
)
"""How such files begin where their bytes are read as Windows-1252."""
_TEXT = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"(?:[^\n]*\n){0,20}TY {2}-", "RIS"),
        (r"(?:[^\n]*\n){0,5}PMID *-", "PubMed's own format"),
        (r"%0 [A-Z]", "EndNote's own format"),
        (r"FN .*\nVR ", "the own format of the Web of Science"),
        (r"[\[{]\s*[\[{\"]", "JSON"),
        (r"(?:---\s+)?references:", "CSL in YAML"),
        (r"<(?:!doctype html|html|head|body)\b", "a web page"),
        (r"<[?!a-z]", "XML"),
    )
)


def binary_format(text: str) -> str | None:
    """Name the kind of a file that is no text; None for text."""
    return next((name for start, name in _BINARY if text.startswith(start)), None)


def text_format(text: str) -> str | None:
    """Name the format of a file without entries; None where it is not known."""
    start = text[:_START].lstrip()
    return next((name for pattern, name in _TEXT if pattern.match(start)), None)
