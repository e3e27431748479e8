"""The portions of a ``.bib`` file, named by digests of what they say.

How a file is split can be kept: then its text is only needed where a portion is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.encoding import decode_bytes, replace_controls
from bibwiki.model.portions import defines_macros, split_portions
from bibwiki.sphinx_ext import caches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Piece:
    """What is known of a portion without its text."""

    digest: str
    """Of its text."""
    lines: int
    """How many line ends it has."""


class SplitFile:
    """One file, and the pieces that it is read in."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        try:
            self._content = path.read_bytes()
        except (OSError, ValueError):
            self._content = b""
        self.digest = blake2b(self._content, digest_size=16).hexdigest()

    @cached_property
    def texts(self) -> list[str]:
        """The texts of its portions; none where it has to be read at once."""
        text, problems = decode_bytes(self._content, "")
        return [] if problems or replace_controls(text)[1] else split_portions(text)

    def split(self) -> tuple[bool, tuple[Piece, ...]]:
        """Return whether others may depend on it, and its pieces."""
        pieces = (Piece(_text_digest(one), one.count("\n")) for one in self.texts)
        return not self.texts or defines_macros(self.texts[0]), tuple(pieces)


def _text_digest(text: str) -> str:
    content = text.encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=16).hexdigest()


@dataclass(frozen=True)
class Part:
    """A portion to be read, and all that it depends on."""

    file: SplitFile
    number: int
    piece: Piece
    above: int
    """Lines of the file above it; they decide nothing but places."""
    macros: Mapping[str, str]

    @property
    def text(self) -> str:
        """What it says; asked for where that is not known."""
        return self.file.texts[self.number]

    @cached_property
    def digest(self) -> str:
        """Names what reading it gives."""
        return caches.digest(
            self.piece.digest,
            self.file.name,
            sorted(self.macros.items()),
            caches.code_digest(),
        )


def parts_of(
    file: SplitFile, pieces: Iterable[Piece], macros: Mapping[str, str]
) -> list[Part]:
    """Return what the portions of a file depend on."""
    parts: list[Part] = []
    above = 0
    for number, piece in enumerate(pieces):
        parts.append(Part(file, number, piece, above, macros))
        above += piece.lines
    return parts
