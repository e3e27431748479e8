"""A tolerant scanner for single BibTeX blocks.

It reads what the block splitter refuses or gets wrong: unclosed and surplus delimiters,
missing commas, equals signs, keys and types, junk between fields. It never fails: what
it cannot read it skips, and says so.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from bibwiki.model.bibtex.block_starts import HEADER, PLAUSIBLE_START
from bibwiki.model.bibtex.damaged_value import read_value
from bibwiki.model.bibtex.field_bounds import RESUMED_FIELD, Extent, skip_blank
from bibwiki.model.bibtex.field_names import read_field_name
from bibwiki.model.bibtex.raw_block import Damage, RawBlock, RawField
from bibwiki.model.bibtex.values import find_closing_brace
from bibwiki.model.entry_types import WORK_TYPES

_KEY = re.compile(r"(?:[^,={}\n]|(?<=[^\s{])\{[^\s,={}]*+\}(?=[^\s{,]*+,))*+")
_ACCENT_FIRST = re.compile(
    r"\{\\[^\s,={}]{1,4}\}[^\s,={}]+(?:\{[^\s,={}]*\}[^\s,={}]*)*+(?=,)"
)
"""``{\\'o}sullivan2018,``: keys that Google Scholar makes begin with an accent."""
_JUNK = re.compile(r"[^,{}()\n]++")


class BlockScanner:
    r"""Reads blocks out of one text.

    Args:
        text: The whole file, with ``\n`` as its only line end.
    """

    __slots__ = ("_open_group", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._open_group = False
        """A comment is never closed: look no more for the far end of others."""
        self._starts = [found.start("at") for found in PLAUSIBLE_START.finditer(text)]

    def read_block(self, header: re.Match[str]) -> RawBlock | None:
        """Read the block that begins with a match of ``BLOCK_START``.

        Returns:
            The block, or None if nothing there can be one.
        """
        block = self._read(header, self._extent(header))
        if block is not None and block.damages and self._is_open(block):
            # One value may have swallowed the fields behind it: read again, warily.
            extent = self._extent(header)
            extent.cut_swallowed = True
            other = self._read(header, extent)
            if other is not None and len(other.fields) > len(block.fields):
                block = other
        return block

    def read_unopened(self, found: re.Match[str]) -> RawBlock | None:
        """Read an entry without opening brace: a match of ``UNOPENED_ENTRY``.

        Returns:
            The entry, or None if it does not begin with a known entry type.
        """
        entry_type, _, key = found["start"].partition(" ")
        if not key:
            word = entry_type.lower()
            lengths = (n for n in range(len(word), 2, -1) if word[:n] in WORK_TYPES)
            length = next(lengths, 0)
            entry_type, key = entry_type[:length], entry_type[length:]
        if entry_type.lower() not in WORK_TYPES or not key.strip():
            return None
        block = RawBlock(found.start("at"), found.end("start"), entry_type.lower())
        block.key = key.strip().lstrip("[<")
        block.damages.append(Damage("no brace behind the entry type", block.start))
        extent = self._extent_from(block.end, "}")
        return self._read_fields(block, block.end, extent)

    def skip_group(self, header: re.Match[str]) -> RawBlock:
        """Find where a ``@comment`` or ``@preamble`` ends; it is not read."""
        block = RawBlock(header.start(), header.end(), "comment")
        near_limit = self._extent(header).limit
        if header[0][-1] == "(":
            # Brackets in prose seldom balance: this comment ends before any entry.
            found = self._text.find(")", header.end(), near_limit)
            block.end = header.end() if found < 0 else found + 1
            return block
        limit = near_limit if self._open_group else len(self._text)
        closing = find_closing_brace(self._text, header.end() - 1, limit)
        if closing is not None and closing > near_limit:
            # An entry inside is switched off, unless the braces before it are amiss.
            inner = self._text[header.end() : near_limit]
            closing = closing if inner.count("{") == inner.count("}") else None
        if closing is None:
            self._open_group = True
            message = f'"@{header[1]}" is never closed; what follows is read'
            block.damages.append(Damage(message, block.start))
        else:
            block.end = closing + 1
        return block

    def _extent(self, header: re.Match[str]) -> Extent:
        return self._extent_from(header.end(), "}" if header[0][-1] == "{" else ")")

    def _extent_from(self, position: int, closer: str) -> Extent:
        index = bisect_right(self._starts, position)
        length = len(self._text)
        following = [*self._starts[index : index + 2], length, length]
        return Extent(following[0], following[1], closer)

    def _is_open(self, block: RawBlock) -> bool:
        return self._text[block.end - 1 : block.end] not in ("}", ")")

    def _read(self, header: re.Match[str], extent: Extent) -> RawBlock | None:
        block = RawBlock(header.start(), header.end(), header[1].lower())
        position = header.end()
        if block.entry_type != "string":
            position = self._read_key(block, position, extent)
            if position < 0:
                return None
        return self._read_fields(block, position, extent)

    def _read_fields(self, block: RawBlock, position: int, extent: Extent) -> RawBlock:
        while position < extent.limit:
            following = self._read_field(block, position, extent)
            if following < 0:
                return block
            position = following
        block.end = extent.limit
        block.damages.append(Damage("the entry is never closed", block.start))
        return block

    def _read_key(self, block: RawBlock, start: int, extent: Extent) -> int:
        """Read up to the first field; return where it begins, or -1 for no block."""
        text = self._text
        start = skip_blank(text, start, extent.limit)
        accent = _ACCENT_FIRST.match(text, start, extent.limit)
        braced = text.startswith("{", start) and not accent
        while braced and text.startswith("{", start) and start < extent.limit:
            start += 1
        if braced:
            block.damages.append(Damage("a brace before the key", start - 1))
        if HEADER.match(text, start):
            return -1
        found = accent or _KEY.match(text, start, extent.limit)
        end = found.end() if found else start
        words = text[start:end].split()
        mark = text[end : end + 1]
        if mark == "=" and words:
            # The last word names the first field; what stands before it is the key.
            end = text.rindex(words[-1], start, end)
            words.pop()
        elif not block.entry_type and (mark != "," or not words or "@" in words[0]):
            return -1
        if words and mark not in (",", "}", extent.closer):
            block.damages.append(Damage("no comma behind the key", start))
        block.key = " ".join(words).removesuffix(extent.closer)
        if mark != ",":
            block.key = block.key.removesuffix(";")
        if block.key and extent.closer == ")" and ")" in text[start:end]:
            return text.index(")", start, end)
        return end + 1 if braced and mark == "}" else end

    def _read_field(self, block: RawBlock, start: int, extent: Extent) -> int:
        """Read one field or skip what is none; return where to go on, -1 at the end."""
        text = self._text
        position = skip_blank(text, start, extent.limit)
        mark = text[position : position + 1] if position < extent.limit else ""
        if mark == ",":
            following = skip_blank(text, position + 1, extent.limit)
            if text.startswith(",", following) and following < extent.limit:
                block.damages.append(Damage("a comma without a field", following))
            return following
        if mark == ";":
            block.damages.append(Damage("a semicolon instead of a comma", position))
            return position + 1
        if mark in ("}", ")"):
            return self._close(block, position, extent)
        if not mark or (mark == "@" and HEADER.match(text, position)):
            extent.limit = min(extent.limit, position)
            return position
        named = read_field_name(text, position, extent.limit, block.damages)
        if named is None:
            return self._skip_junk(block, position, extent)
        name, value_start = named
        value = read_value(text, value_start, extent)
        block.fields.append(RawField(name, value.value, position))
        if value.damage:
            message = f'field "{name}": {value.damage}'
            block.damages.append(Damage(message, position))
        following = skip_blank(text, value.end, extent.limit)
        joined = following < extent.limit and text[following] not in ",;})"
        if joined and not value.damage:
            message = f'no comma behind the field "{name}"'
            block.damages.append(Damage(message, value.end))
        return max(following, position + 1)

    def _skip_junk(self, block: RawBlock, start: int, extent: Extent) -> int:
        text = self._text
        if text[start] == "{" and not extent.unclosed:
            closing = find_closing_brace(text, start, extent.limit)
            extent.unclosed = closing is None
            end = start + 1 if closing is None else closing + 1
        else:
            found = _JUNK.match(text, start, extent.limit)
            end = found.end() if found else start + 1
        if not block.damages or not block.damages[-1].message.startswith("not a field"):
            message = f'not a field: "{text[start:end].strip()[:60]}"'
            block.damages.append(Damage(message, start))
        return end

    def _close(self, block: RawBlock, position: int, extent: Extent) -> int:
        """Decide whether a closing delimiter ends the entry; -1 if it does."""
        text = self._text
        resumed = RESUMED_FIELD.match(text, position + 1, extent.limit)
        wrong = text[position] != extent.closer
        if resumed or (
            wrong and skip_blank(text, position + 1, extent.limit) < extent.limit
        ):
            message = f'a surplus "{text[position]}"'
            block.damages.append(Damage(message, position))
            return position + 1
        if wrong:
            message = (
                f'"{text[position]}" closes the entry instead of "{extent.closer}"'
            )
            block.damages.append(Damage(message, position))
        block.end = position + 1
        following = skip_blank(text, block.end, extent.limit)
        if text.startswith("}", following) and following < extent.limit:
            block.damages.append(Damage('a surplus "}"', following))
            block.end = following + 1
        return -1
