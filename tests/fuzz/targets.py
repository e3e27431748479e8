"""What must hold for any bytes: each target takes bytes and asserts.

The fuzzer (``run.py``) looks for bytes that break a target, and ``test_findings.py``
gives each target what was found so far. Nothing here needs the fuzzer.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.inspection import inspect
from bibwiki.catalogue.query.evaluation import select_people, select_works
from bibwiki.catalogue.query.parser import parse_query
from bibwiki.catalogue.query.terms import Query
from bibwiki.model.bibtex.encoding import (
    decode_bytes,
    replace_controls,
    unify_line_ends,
)
from bibwiki.model.bibtex.entry import BibFile, Entry
from bibwiki.model.bibtex.fields import FIELD_GROUPS
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.dates import read_date, read_year_month
from bibwiki.model.diagnostic import Location
from bibwiki.model.formats.apa import format_apa
from bibwiki.model.formats.csl import format_csl
from bibwiki.model.formats.ieee import format_ieee
from bibwiki.model.formats.ris import format_ris
from bibwiki.model.interpret import interpret, interpret_all
from bibwiki.model.latex.text import decode
from bibwiki.model.names.name_list import split_name_list
from bibwiki.model.names.parse import parse_name
from bibwiki.model.notes.front_matter import read_note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bibwiki.model.diagnostic import Diagnostic

_PATH = "fuzzed.bib"
_MAY_BE_ENCODED_TWICE = re.compile(r"[\xc2-\xf4][^\x00-\x7f]")
_FIELDS = tuple(
    name for group in FIELD_GROUPS for names, _ in group.fields for name in names
)
_TYPES = ("article", "inproceedings", "book", "thesis", "online", "misc", "gizmo")


def bibliography(content: bytes) -> None:
    """Reading, interpreting and inspecting a file never raises and loses no place."""
    text, encoding = decode_bytes(content, _PATH)
    file = parse_bibtex(text, _PATH)
    _check_entries(file)
    entries, inherited = inherit_fields([file])
    works, interpreted = interpret_all(entries)
    repeats = [entry for entry in entries if not entry.kept]
    catalogue, assembled = assemble(works, repeats, [])
    found = (*encoding, *file.diagnostics, *inherited, *interpreted, *assembled)
    _check_places(found, text)
    json.loads(json.dumps(inspect(catalogue, found), ensure_ascii=False))
    assert [work.entry.key for work in works] == [e.key for e in entries if e.kept]


def _check_entries(file: BibFile) -> None:
    """Every entry has a key, and what is written of it reads back as the same."""
    kept = [entry.key for entry in file.entries if entry.kept]
    assert len(kept) == len(set(kept))
    for entry in file.entries:
        assert entry.key
        assert entry.entry_type
        written = format_bibtex(entry, own_fields=True, private_fields=True)
        if _MAY_BE_ENCODED_TWICE.search(written):
            continue  # what was left as it is is reported again
        again = parse_bibtex(written, _PATH)
        assert not again.diagnostics
        [one] = again.entries
        assert format_bibtex(one, own_fields=True, private_fields=True) == written


def _text(content: bytes) -> str:
    """Decode bytes into what fields can hold: reading leaves no control characters."""
    return replace_controls(content.decode("utf-8", "replace"))[0]


def _check_places(found: Iterable[Diagnostic], text: str) -> None:
    lines = text.count("\n") + 1
    for one in found:
        assert one.location.path == _PATH
        assert 1 <= one.location.line <= lines
        assert one.location.column >= 1
        assert one.message


def fields(content: bytes) -> None:
    """Any values of the known fields make a work that every format can write."""
    numbers, _, rest = content.partition(b"\0")
    values = map(_text, rest.split(b"\0"))
    given = {
        _FIELDS[number % len(_FIELDS)]: value
        for number, value in zip(numbers[1:], values, strict=False)
    }
    entry_type = _TYPES[(numbers or b"\0")[0] % len(_TYPES)]
    work, _ = interpret(Entry("key", entry_type, given, Location(_PATH)))
    for text in (work.title, *(each.name.display for each in work.contributions)):
        assert "\n" not in text
    for link in work.links:
        assert link.url.startswith(("http://", "https://", "ftp://", "mailto:"))
    format_apa(work)
    format_ieee(work)
    format_ris(work)
    json.loads(format_csl(work))


def front_matter(content: bytes) -> None:
    """Reading what a page declares never raises and names lines of the page."""
    block = unify_line_ends(content.decode("utf-8", "replace"))
    text = f"---\nbibwiki:\n{block}"
    for page in (text, f"{text}\n---\n\nText.\n"):
        note, found = read_note(page, "people/ada", _PATH)
        _check_places(found, page)
        if note is not None:
            assert note.id
            assemble([], [], [note])


def latex(content: bytes) -> None:
    """Decoding gives one line of text without control characters, whatever comes in."""
    decoded = decode(_text(content))
    assert decoded == decoded.strip()
    assert "\n" not in decoded


def names(content: bytes) -> None:
    """Every list of names splits, and a name with letters has a part."""
    for one in split_name_list(_text(content)).names:
        name, _ = parse_name(one)
        parts = (name.literal, name.family, name.given, name.particle)
        assert any(parts) or not decode(one).strip(" ,~")


def dates(content: bytes) -> None:
    """Every text is a date, or a problem."""
    text = content.decode("utf-8", "replace")
    year, _, rest = text.partition("\0")
    month, _, day = rest.partition("\0")
    for found in (read_date(text), read_year_month(year, month, day)):
        if found.date is not None:
            assert found.date.iso


def query(content: bytes) -> None:
    """Every text is a query that can be run, or a problem with a place in the text."""
    text = content.decode("utf-8", "replace")
    parsed = parse_query(text)
    if isinstance(parsed, Query):
        catalogue, _ = assemble([], [], [])
        select_works(catalogue, parsed)
        select_people(catalogue, parsed)
    else:
        assert 1 <= parsed.position <= len(text) + 1
        assert parsed.message


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (bibliography, fields, front_matter, latex, names, dates, query)
}
"""Maps the name of each target to it."""
