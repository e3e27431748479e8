"""From the blocks of a file to its entries.

Macros are expanded, repeats found, missing keys made up, and every damage is reported
where it stands.
"""

from __future__ import annotations

import hashlib
import re
import sys
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.blocks import split_blocks
from bibwiki.model.bibtex.double_encoding import undo_double_encoding
from bibwiki.model.bibtex.encoding import replace_controls
from bibwiki.model.bibtex.entry import BibFile, Entry
from bibwiki.model.bibtex.foreign import binary_format, text_format
from bibwiki.model.bibtex.macros import MacroTable
from bibwiki.model.bibtex.raw_block import Damage
from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.garbage import pause_collection
from bibwiki.model.places import Places, find_field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.model.bibtex.raw_block import RawBlock

_MACRO_NAME = re.compile(r"[A-Za-z_][\w:.+/'-]*")
_FRAGMENT_GAP = 80
_BLANK = re.compile(r"\s+")


class Reading:
    """One file on its way from blocks to entries."""

    __slots__ = (
        "_binary",
        "_diagnostics",
        "_fragment_end",
        "_macros",
        "_path",
        "_places",
        "_seen",
        "_text",
    )

    def __init__(
        self, text: str, path: str, macros: Mapping[str, str], above: int = 0
    ) -> None:
        """Take a text and what to call its file, the macros known, the lines above."""
        self._binary = binary_format(text)
        self._text, controls = replace_controls(text)
        self._path = path
        self._macros = MacroTable(macros)
        self._places = Places(self._text, path, above)
        self._seen: dict[str, Location] = {}
        self._diagnostics: list[Diagnostic] = []
        self._fragment_end = -1
        if controls:
            message = (
                f"{len(controls)} control characters, or such as hide or turn text, "
                "were left out"
            )
            place = Places(text, path, above).at(controls[0])
            diagnostic = Diagnostic(Problem.CONTROL_CHARACTERS, message, place)
            self._diagnostics.append(diagnostic)

    def read(self) -> BibFile:
        """Return the entries of the file, and what is wrong with it."""
        with pause_collection():
            return self._read()

    def _read(self) -> BibFile:
        if self._binary:
            message = f"the file is {self._binary} and no BibTeX: export it as BibTeX"
            place = Location(self._path)
            found = Diagnostic(Problem.FOREIGN_FORMAT, message, place)
            return BibFile(self._path, (), (found,), self._macros.expansions())
        blocks = []
        for block in split_blocks(self._text):
            if block.entry_type == "string":
                self._define(block)
            elif block.key or block.fields:
                blocks.append(block)
            elif block.entry_type != "comment" or block.damages:
                self._report_fragment(block)
        if not blocks and (looks_like := text_format(self._text)):
            message = f"no entry is in the file, which looks like {looks_like}"
            self._report(Problem.FOREIGN_FORMAT, f"{message}: export it as BibTeX", 0)
        entries = tuple(map(self._entry, blocks))
        macros = self._macros.expansions()
        for name, position in self._macros.undefined:
            message = f'@string: nothing defines the macro "{name}"; taken as text'
            self._report(Problem.UNDEFINED_MACRO, message, position)
        for position in dict.fromkeys(self._macros.cut_short):
            message = "a macro grows too long here; its text was cut"
            self._report(Problem.OVERSIZED_MACRO, message, position)
        self._diagnostics.sort(key=lambda each: each.location)
        return BibFile(self._path, entries, tuple(self._diagnostics), macros)

    def _report(self, problem: Problem, message: str, position: int) -> None:
        where = self._places.at(position)
        self._diagnostics.append(Diagnostic(problem, message, where))

    def _report_fragment(self, block: RawBlock) -> None:
        """Report what only looks like an entry; one report for a run of them."""
        end = self._fragment_end
        is_near = end >= 0 and block.start - end <= _FRAGMENT_GAP
        is_run = is_near and not self._text[end : block.start].strip("@{}() \t\n")
        self._fragment_end = block.end
        if not is_run:
            empty = Damage("an entry without key and fields", block.start)
            for damage in block.damages or [empty]:
                self._report(damage.problem, damage.message, damage.position)

    def _define(self, block: RawBlock) -> None:
        for field in block.fields:
            self._macros.define(field.name, field.value, field.position)
        for damage in block.damages:
            message = f"@string: {damage.message}"
            self._report(Problem.DAMAGED_ENTRY, message, damage.position)

    def _entry(self, block: RawBlock) -> Entry:
        raw = block.raw or self._text[block.start : block.end].rstrip()
        key = _BLANK.sub(" ", block.key)
        if not key:
            key = _made_up_key(raw)
            message = f'the entry has no citation key; "{key}" was made up: give it one'
            self._report(Problem.MISSING_KEY, message, block.start)
        if not block.entry_type:
            message = f'the entry "{key}" has no type; read as "misc"'
            self._report(Problem.DAMAGED_ENTRY, message, block.start)
        for damage in block.damages:
            message = f'in the entry "{key}": {damage.message}'
            self._report(Problem.DAMAGED_ENTRY, message, damage.position)
        return Entry(
            key=key,
            entry_type="".join(block.entry_type.split()) or "misc",
            fields=self._fields(key, block),
            location=self._places.at(block.start),
            raw=raw,
            kept=self._is_first(key, block.start),
        )

    def _is_first(self, key: str, position: int) -> bool:
        """Note the key; report a repeat."""
        first = self._seen.get(key)
        if first is None:
            self._seen[key] = self._places.at(position)
            return True
        message = (
            f'the citation key "{key}" stands already in line {first.line}; '
            "the first entry counts: rename or remove this one"
        )
        self._report(Problem.DUPLICATE_KEY, message, position)
        return False

    def _fields(self, key: str, block: RawBlock) -> dict[str, str]:
        fields: dict[str, str] = {}
        positions: list[int] = []
        for number, (raw_name, value, position) in enumerate(block.fields):
            name = sys.intern(raw_name.lower())  # most entries have the same
            unknown: tuple[str, ...] = ()
            if isinstance(value, str):
                text = value
            else:
                text, unknown = self._macros.expand(value, position)
            if not unknown and name not in fields and text.isascii():
                fields[name] = text
                continue
            once, doubt = undo_double_encoding(text)
            if unknown or doubt or once != text or name in fields:
                positions = positions or self._field_positions(block)
            for word in unknown:
                self._report_unknown(key, name, word, positions[number])
            if name in fields:
                message = (
                    f'the field "{name}" of "{key}" stands twice; '
                    "the first one counts: remove the other"
                )
                self._report(Problem.DUPLICATE_FIELD, message, positions[number])
            elif doubt or once != text:
                done = "left as it is" if doubt else "put right"
                message = (
                    f'the field "{name}" of "{key}" was encoded as UTF-8 twice, and '
                    f"was {done}: correct it"
                )
                self._report(Problem.DOUBLE_ENCODING, message, positions[number])
            fields.setdefault(name, once)
        return fields

    def _field_positions(self, block: RawBlock) -> list[int]:
        """Find where each field stands; a sound block only knows its own place."""
        positions = [field.position for field in block.fields]
        if block.start not in positions:
            return positions
        reached = block.start
        for number, field in enumerate(block.fields):
            found = find_field(self._text, field.name, reached, block.end)
            reached = reached if found is None else found
            positions[number] = reached
        return positions

    def _report_unknown(self, key: str, name: str, word: str, position: int) -> None:
        if _MACRO_NAME.fullmatch(word):
            problem = Problem.UNDEFINED_MACRO
            message = (
                f'the field "{name}" of "{key}" uses the macro "{word}", which no '
                "@string defines; taken as text"
            )
        else:
            problem = Problem.MISSING_DELIMITERS
            message = (
                f'the value "{word[:60]}" of the field "{name}" of "{key}" has neither '
                "braces nor quotes; taken as text"
            )
        self._report(problem, message, position)


def _made_up_key(raw: str) -> str:
    """Make a key from what the entry says, so that it lasts while the entry does."""
    content = _BLANK.sub(" ", raw).encode("utf-8", "backslashreplace")
    return f"unnamed-{hashlib.sha256(content).hexdigest()[:8]}"
