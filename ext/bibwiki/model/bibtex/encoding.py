"""Bytes of a ``.bib`` file to text, whatever wrote them.

UTF-8 is what a bibliography should be; byte order marks, UTF-16, the encoding header
that JabRef writes and single bytes of Windows-1252 in a UTF-8 file are understood. Only
the bad bytes are read differently, the rest of the file stays as it is.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.foreign import binary_format
from bibwiki.model.diagnostic import Diagnostic, Location, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

_REPORTED_LINES = 10
"""A file with more bad lines is surely in another encoding: one report is enough."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER_LENGTH = 1000
_ENCODING_HEADER = re.compile(
    rb"^%\s*(?:!\w+\s+)?encoding\s*[:=]\s*([\w-]+)", re.IGNORECASE | re.MULTILINE
)
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")
_BAD_BYTE = re.compile("[\udc80-\udcff]")
_BAD_BYTES = re.compile("[\udc80-\udcff]+")
_LINE_ENDS = re.compile("\r\n?")
_HARMLESS = b"\n\t" + bytes(range(0x20, 0x7F))
"""The characters of ASCII that control nothing."""
_HIDING_CHARACTERS = "\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_HIDING = re.compile(f"[{_HIDING_CHARACTERS}]")
_CONTROLS = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff{_HIDING_CHARACTERS}]"
)


def decode_bytes(content: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Decode a whole file.

    Args:
        content: The file's bytes.
        path: What diagnostics name the file.

    Returns:
        The text with ``\n`` as its only line end and without byte order mark, and what
        was wrong, in line order. Nothing is ever left out of the text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            text, diagnostics = _decode_as(content[len(mark) :], encoding, path)
            return unify_line_ends(text), diagnostics
    encoding = _utf16_without_mark(content) or "utf-8"
    text, diagnostics = _decode_as(content, encoding, path)
    return unify_line_ends(text).removeprefix("\ufeff"), diagnostics


def unify_line_ends(text: str) -> str:
    r"""Return the text with ``\n`` as its only line end."""
    return _LINE_ENDS.sub("\n", text) if "\r" in text else text


def replace_controls(text: str) -> tuple[str, tuple[int, ...]]:
    """Put a space for every control character, and leave out what hides or turns text.

    Control characters mean nothing in a bibliography and are not allowed in XML, which
    feeds are written in. Characters without width and those that turn the direction of
    what follows make one name or address look like another; scripts that need joiners
    or direction marks keep theirs.

    Returns:
        The text with as many lines, and where the characters stood.
    """
    # What can be printed controls and hides nothing; much faster than the pattern.
    # Nearly all is ASCII, which bytes are rid of many times as fast as texts.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS)
    if rest.decode("utf-8", "surrogatepass").isprintable():
        return text, ()
    positions = tuple(found.start() for found in _CONTROLS.finditer(text))
    if positions:
        text = _CONTROLS.sub(" ", _HIDING.sub("", text))
    return text, positions


def _utf16_without_mark(content: bytes) -> str | None:
    """Recognise UTF-16 by the zero bytes that nearly all its Latin letters have."""
    start = content[:_HEADER_LENGTH]
    if len(start) >= 4 and len(content) % 2 == 0:
        half = len(start) // 2
        if start[1::2].count(0) > 0.7 * half and start[::2].count(0) < 0.1 * half:
            return "utf-16-le"
        if start[::2].count(0) > 0.7 * half and start[1::2].count(0) < 0.1 * half:
            return "utf-16-be"
    return None


def _decode_as(
    content: bytes, encoding: str, path: str
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode strictly if possible, else as declared, else byte by byte."""
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            text = content.decode(encoding, "replace")
            message = f"bytes that are no {encoding.upper()} ({error.reason})"
            before = unify_line_ends(content[: error.start].decode(encoding, "replace"))
            where = Location(path, before.count("\n") + 1)
            return text, (Diagnostic(Problem.ENCODING, message, where),)
    declared = _declared_encoding(content)
    if declared is not None:
        message = (
            f"the file is in {declared}, as its first lines say; save it as UTF-8, "
            "which every tool reads"
        )
        diagnostic = Diagnostic(Problem.ENCODING, message, Location(path))
        return content.decode(declared, "replace"), (diagnostic,)
    return _decode_bad_bytes(content, path)


def _declared_encoding(content: bytes) -> str | None:
    """Return the encoding of a header such as ``% Encoding: Cp1252``, if it fits."""
    header = _ENCODING_HEADER.search(content[:_HEADER_LENGTH])
    if header is None:
        return None
    try:
        # Raises LookupError for unknown names and for codecs that are no encodings.
        codec = codecs.lookup(header[1].decode("ascii", "replace"))
        content.decode(codec.name)
    except (LookupError, UnicodeError):
        return None
    return codec.name if codec.name != "utf-8" else None


def _decode_bad_bytes(content: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode lines as UTF-8 and bytes that do not fit as Windows-1252.

    Line by line, since files are joined from several sources. Where the bad bytes of a
    line are as many as the letters beyond ASCII that do fit, the fitting ones are
    accidents: the whole line is Windows-1252.
    """
    if binary_format(as_text := content.decode("cp1252", "replace")) is not None:
        return as_text, ()  # who reads the text will say so
    if b"\r" in content and b"\n" not in content:
        return _decode_classic_mac(content, path)
    lines = content.split(b"\n")
    decoded: list[str] = []
    read_as: dict[int, str] = {}
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8", "surrogateescape")
        if (bad := _BAD_BYTES.search(text)) is not None:
            if len(_BAD_BYTE.findall(text)) >= len(_BEYOND_ASCII.findall(text)):
                text = line.decode("ascii", "surrogateescape")
                bad = _BAD_BYTES.search(text) or bad
            read_as[number] = _as_windows_1252(bad)
            text = _BAD_BYTES.sub(_as_windows_1252, text)
        decoded.append(text)
    return "\n".join(decoded), _bad_line_diagnostics(read_as, path)


def _decode_classic_mac(
    content: bytes, path: str
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode a file whose lines end as on Macs before 2001, and no UTF-8."""
    text = content.decode("utf-8", "surrogateescape")
    places = [found.start() for found in _BAD_BYTES.finditer(text)]
    text = _BAD_BYTES.sub(
        lambda bad: bad[0].encode("utf-8", "surrogateescape").decode("mac-roman"), text
    )
    message = "bytes that are no UTF-8 were read as Mac Roman; save as UTF-8"
    where = Location(path, text.count("\r", 0, places[0]) + 1)
    return text, (Diagnostic(Problem.ENCODING, message, where),)


def _bad_line_diagnostics(
    read_as: Mapping[int, str], path: str
) -> tuple[Diagnostic, ...]:
    """Report the lines that are no UTF-8, or their number where they are many."""
    if len(read_as) > _REPORTED_LINES:
        message = (
            f"{len(read_as)} lines are no UTF-8; read as Windows-1252; save as UTF-8"
        )
        where = Location(path, next(iter(read_as)))
        return (Diagnostic(Problem.ENCODING, message, where),)
    return tuple(
        Diagnostic(
            Problem.ENCODING,
            f'a byte that is no UTF-8 was read as "{characters[:20]}"; save as UTF-8',
            Location(path, line),
        )
        for line, characters in read_as.items()
    )


def _as_windows_1252(bad: re.Match[str]) -> str:
    return bad[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
