"""Splitting a ``.bib`` file into blocks.

bibtexparser splits; every block that it refuses, and every one that looks as if it had
been split wrongly, is read again by :class:`~bibwiki.model.repair.BlockScanner`, and so
is the text between blocks where it holds an ``@``. Known gaps of bibtexparser 2.1 that
this covers: ``@article`` with a line break before its brace, types with hyphens,
missing commas (it joins the fields), surplus braces (it drops the rest), an ``@word{``
at the start of a line inside a value (it ends the entry).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import bibtexparser.splitter
from bibtexparser import model as parsed

from bibwiki.model.damaged_value import RESUMED_FIELD
from bibwiki.model.repair import BLOCK_START, BlockScanner, Damage, RawBlock, RawField
from bibwiki.model.values import parse_value

if TYPE_CHECKING:
    from collections.abc import Iterator

# Its warnings say, without a file, what our diagnostics say with one; and the core does
# not log.
bibtexparser.splitter.logger.disabled = True

_SOUND_NAME = re.compile(r"[^\W\d][\w.:+/-]*")
_SURPLUS_CLOSER = re.compile(r"\s*+[})]")


def split_blocks(text: str) -> Iterator[RawBlock]:
    r"""Yield every entry and ``@string`` of a file, in file order.

    Comments, preambles and the text between blocks are left out.

    Args:
        text: The whole file, with ``\n`` as its only line end.
    """
    yield from _Splitting(text).blocks()


class _Splitting:
    """One pass over one file."""

    __slots__ = ("_position", "_scanner", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        """All text before this has been dealt with."""
        self._scanner: BlockScanner | None = None

    def blocks(self) -> Iterator[RawBlock]:
        seen = 0
        split = _split(self._text)
        split.reverse()
        while split:
            # Let go of each block: a large file's blocks take as much as all the rest.
            block = split.pop()
            raw = block.raw or ""
            if isinstance(block, parsed.ImplicitComment) or not raw:
                continue
            start = self._text.find(raw, seen)
            seen = start + 1
            if start < self._position:
                continue
            yield from self._scan(self._position, start)
            if start < self._position:
                continue
            sound = self._sound_block(block, start, raw)
            if sound is not None:
                self._position = sound.end
                yield sound
            elif isinstance(block, parsed.ExplicitComment | parsed.Preamble):
                self._position = start + len(raw)
            else:
                yield from self._scan(start, start + 1)
        yield from self._scan(self._position, len(self._text))

    def _sound_block(
        self, block: parsed.Block, start: int, raw: str
    ) -> RawBlock | None:
        """Take a block as bibtexparser read it, if nothing about it is doubtful."""
        end = start + len(raw)
        inner = block
        while isinstance(inner, parsed.ParsingFailedBlock) and inner.ignore_error_block:
            inner = inner.ignore_error_block
        if isinstance(inner, parsed.String):
            macro = _sound_field(inner.key, inner.value, start)
            fields = [macro] if macro else []
            return RawBlock(start, end, "string", fields=fields) if macro else None
        if not isinstance(inner, parsed.Entry) or self._is_followed_by_its_rest(end):
            return None
        key = inner.key
        if not key or not inner.entry_type or "\n" in key or "@" in key:
            return None
        fields = []
        for each in inner.fields:
            field = _sound_field(each.key, each.value, start)
            if field is None:
                return None
            fields.append(field)
        return RawBlock(start, end, inner.entry_type, raw, key, fields)

    def _is_followed_by_its_rest(self, end: int) -> bool:
        """Whether a surplus brace seems to have ended the entry too early."""
        found = RESUMED_FIELD.match(self._text, end)
        return found is not None or _SURPLUS_CLOSER.match(self._text, end) is not None

    def _scan(self, start: int, end: int) -> Iterator[RawBlock]:
        """Read the blocks that begin between two places with the tolerant scanner."""
        position = start
        while position < end:
            found = BLOCK_START.search(self._text, position)
            if found is None or found.start() >= end:
                break
            if self._scanner is None:
                self._scanner = BlockScanner(self._text)
            position = found.start() + 1
            if found[1].lower() in ("comment", "preamble"):
                position = self._scanner.skip_group(found)
                continue
            block = self._scanner.read_block(found)
            if block is not None:
                position = max(block.end, position)
                yield block
            else:
                fragment = self._text[found.start() : found.start() + 20]
                message = f'"{fragment.splitlines()[0]}" begins no entry'
                damage = Damage(message, found.start())
                yield RawBlock(found.start(), position, "", damages=[damage])
        self._position = max(position, end)


def _sound_field(name: str, value: str, position: int) -> RawField | None:
    parsed_value = parse_value(value)
    if parsed_value is None or not _SOUND_NAME.fullmatch(name):
        return None
    return RawField(name, parsed_value, position)


def _split(text: str) -> list[parsed.Block]:
    """Let bibtexparser split; a text on which it fails has no sound block."""
    try:
        return bibtexparser.splitter.Splitter(text).split().blocks
    except Exception:  # noqa: BLE001 - reading never stops: our scanner takes the text
        return []
