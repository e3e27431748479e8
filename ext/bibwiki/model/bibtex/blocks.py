"""Splitting a ``.bib`` file into blocks.

Entries without any doubt are read by :mod:`~bibwiki.model.bibtex.sound_entries`.
bibtexparser splits the rest; every block that it refuses, and every one that looks as
if it had been split wrongly, is read again by
:class:`~bibwiki.model.bibtex.repair.BlockScanner`, and so is the text between blocks
where it holds an ``@``. Known gaps of bibtexparser 2.1 that this covers: ``@article``
with a line break before its brace, types with hyphens, missing commas (it joins the
fields), surplus braces (it drops the rest), an ``@word{`` at the start of a line
inside a value (it ends the entry).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import bibtexparser.splitter
from bibtexparser import model as parsed

from bibwiki.model.bibtex.block_starts import BLOCK_START, UNOPENED_ENTRY
from bibwiki.model.bibtex.field_bounds import (
    FIELD_START,
    RESUMED_FIELD,
    RESUMED_VALUE,
)
from bibwiki.model.bibtex.raw_block import Damage, RawBlock, RawField
from bibwiki.model.bibtex.repair import BlockScanner
from bibwiki.model.bibtex.sound_entries import (
    BLOCK_AT_LINE_START,
    BLOCK_MARK,
    read_sound_entry,
)
from bibwiki.model.bibtex.values import parse_value
from bibwiki.model.diagnostic import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# Its warnings say, without a file, what our diagnostics say with one; and the core does
# not log.
bibtexparser.splitter.logger.disabled = True

_SKIPPED = (parsed.ExplicitComment, parsed.Preamble)
_NO_ENTRIES = (*_SKIPPED, parsed.String)
# bibtexparser takes every type that begins like this for it, ``@commentary`` too.
_NO_ENTRY = re.compile(r"@(?:comment|preamble|string)\s*+[{(]", re.IGNORECASE)
_SOUND_NAME = re.compile(r"[^\W\d][\w.:+/-]*")
_STRAY_FIELD = re.compile(
    rf"(?:^|[,{{{{])[ \t]*+({FIELD_START.pattern})\s*+[\"{{]", re.MULTILINE
)
_UNFINISHED = re.compile(
    r"^[ \t]*+(?P<at>@)(?!comment)[A-Za-z]++\s*+\Z", re.MULTILINE | re.IGNORECASE
)
_NEAR = 200
"""How far before the end of a file to look, in characters."""
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
        doubtful: int | None = None
        """Where text begins that bibtexparser has to look at."""
        mark = BLOCK_MARK.search(self._text)
        while mark is not None:
            start = mark.start("at")
            entry = read_sound_entry(self._text, start)
            if entry is not None:
                if doubtful is not None:
                    yield from self._take_split(doubtful, start)
                    doubtful = None
                yield from self._take_entry(entry)
                mark = BLOCK_MARK.search(self._text, entry.end)
                continue
            if doubtful is None:
                doubtful = start
            mark = BLOCK_AT_LINE_START.search(self._text, mark.end())
        if doubtful is not None:
            yield from self._take_split(doubtful, len(self._text))
        yield from self._scan(self._position, len(self._text))
        # Most files end with a line break; what stands there is soon looked at.
        tail = max(len(self._text) - _NEAR, 0)
        unfinished = _UNFINISHED.search(self._text, tail)
        if unfinished is not None:
            message = "the file ends inside an entry"
            damage = Damage(message, unfinished.start("at"))
            yield RawBlock(damage.position, len(self._text), "", damages=[damage])

    def _take_entry(self, entry: RawBlock) -> Iterator[RawBlock]:
        """Yield a sound entry, and what stands before it."""
        start = entry.start
        if not self._text[self._position : start].isspace():
            if start < self._position:
                return
            yield from self._scan(self._position, start)
            if start < self._position:
                return
        if self._is_followed_by_its_rest(entry.end):
            yield from self._scan(start, start + 1)
        else:
            self._position = entry.end
            yield entry

    def _take_split(self, start: int, end: int) -> Iterator[RawBlock]:
        """Yield the blocks of a part of the text as bibtexparser splits it."""
        seen = start
        for block in map(_itself, _split(self._text[start:end])):
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
            is_misread = isinstance(block, _NO_ENTRIES) and not _NO_ENTRY.match(raw)
            sound = None if is_misread else self._sound_block(block, start, raw)
            if sound is not None:
                self._position = sound.end
                yield sound
            elif isinstance(block, _SKIPPED) and not is_misread:
                self._position = start + len(raw)
            else:
                yield from self._scan(start, start + 1)

    def _sound_block(
        self, block: parsed.Block, start: int, raw: str
    ) -> RawBlock | None:
        """Take a block as bibtexparser read it, if nothing about it is doubtful."""
        end = start + len(raw)
        if isinstance(block, parsed.String):
            macro = _sound_field(block.key, block.value, start)
            fields = [macro] if macro else []
            return RawBlock(start, end, "string", fields=fields) if macro else None
        if not isinstance(block, parsed.Entry) or self._is_followed_by_its_rest(end):
            return None
        key = block.key
        if not key or not block.entry_type or "\n" in key or "@" in key:
            return None
        fields = []
        for each in block.fields:
            field = _sound_field(each.key, each.value, start)
            if field is None:
                return None
            fields.append(field)
        return RawBlock(start, end, block.entry_type, raw, key, fields)

    def _is_followed_by_its_rest(self, end: int) -> bool:
        """Whether a surplus brace seems to have ended the entry too early."""
        rests = (RESUMED_FIELD, _SURPLUS_CLOSER, RESUMED_VALUE)
        return any(rest.match(self._text, end) for rest in rests)

    def _scan(self, start: int, end: int) -> Iterator[RawBlock]:
        """Read the blocks that begin between two places with the tolerant scanner."""
        position = start
        found = BLOCK_START.search(self._text, position)
        while position < end:
            if found is not None and found.start() < position:
                found = BLOCK_START.search(self._text, position)
            next_start = end if found is None else min(found.start(), end)
            block = self._between(position, next_start)
            if block is None and found is not None and found.start() < end:
                block = self._read(found)
            if block is None:
                break
            position = max(block.end, block.start + 1)
            yield block
        self._position = max(position, end)

    def _read(self, found: re.Match[str]) -> RawBlock:
        """Read one block; a comment or what is none gives a block without key."""
        scanner = self._scanner_of_all()
        start = found.start()
        if found[1].lower() in ("comment", "preamble"):
            return scanner.skip_group(found)
        block = scanner.read_block(found)
        if block is not None:
            return block
        fragment = self._text[start : start + 20].splitlines()[0]
        damage = Damage(f'"{fragment}" begins no entry', start)
        return RawBlock(start, start + 1, "", damages=[damage])

    def _between(self, start: int, end: int) -> RawBlock | None:
        """Look for what is lost in the text between two blocks."""
        if self._text.find("=", start, end) < 0:
            return None
        lost: RawBlock | None = None
        for found in UNOPENED_ENTRY.finditer(self._text, start, end):
            lost = self._scanner_of_all().read_unopened(found)
            if lost is not None:
                break
        stray = _STRAY_FIELD.search(self._text, start, lost.start if lost else end)
        if stray is None:
            return lost
        message = f'"{stray[1]}" stands outside any entry; is an "@" missing?'
        damage = Damage(message, stray.start(1), Problem.STRAY_TEXT)
        stray_end = lost.start if lost else end
        return RawBlock(start, stray_end, "", damages=[damage])

    def _scanner_of_all(self) -> BlockScanner:
        """Return the scanner of the whole text; sound files never need it."""
        if self._scanner is None:
            self._scanner = BlockScanner(self._text)
        return self._scanner


def _itself(block: parsed.Block) -> parsed.Block:
    """Return what a block is, whatever bibtexparser minds about it: repeats, say."""
    while isinstance(block, parsed.ParsingFailedBlock) and block.ignore_error_block:
        block = block.ignore_error_block
    return block


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
