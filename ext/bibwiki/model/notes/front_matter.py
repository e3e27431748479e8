"""The ``bibwiki`` block in the front matter of hand-written pages.

It is parsed by our own reading of the YAML, not taken from Sphinx's metadata: that
loses the line numbers and reads nested texts as markup. The same values may come from
the ``wiki:page`` directive of a reStructuredText document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from bibwiki.model.creator_ids import parse_orcid, parse_ror
from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.notes.declared_values import DeclaredValues
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.model.notes.schema import find_faults
from bibwiki.model.notes.yaml_values import (
    Construction,
    TooManyValuesError,
    compose_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.model.notes.schema import PathPart

_BLOCK = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
_OPENING = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n|[ \t]+.*\r?\n)*?bibwiki[ \t]*:"
)
_KEY = re.compile(r"^[\"']?bibwiki[\"']?[ \t]*:", re.MULTILINE)


def read_note(
    text: str, docname: str, path: str, *, first_line: int = 1
) -> tuple[Note | None, tuple[Diagnostic, ...]]:
    """Read what a page declares.

    Args:
        text: The whole source of a Markdown document.
        docname: Its path below the documents' folder, without suffix.
        path: What diagnostics call the file.
        first_line: The line of the file that the text begins with.

    Returns:
        The note, and what is wrong with the block. None if the page has no block, or
        one that cannot be read or names no kind.
    """
    block = _BLOCK.match(text)
    if block is None:
        return None, _unclosed(text, Location(path, first_line))
    if _KEY.search(block[1]) is None:
        return None, ()
    construction = Construction(path, first_line + 1)
    try:
        node = compose_value(block[1], "bibwiki")
        if node is None:
            return None, ()
        values = construction.value(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = construction.location(mark) if mark else Location(path, first_line)
        what = error.problem or error.context
        message = f"the front matter is no YAML: {what}"
        return None, (Diagnostic(Problem.INVALID_FRONT_MATTER, message, where),)
    except (yaml.YAMLError, TooManyValuesError, RecursionError) as error:
        what = str(error) or "nested too deeply"
        message = f"the front matter cannot be read: {what}"
        where = Location(path, first_line)
        return None, (Diagnostic(Problem.INVALID_FRONT_MATTER, message, where),)
    note, diagnostics = note_from_mapping(values, docname, construction.place)
    return note, (*construction.repeats, *diagnostics)


def _unclosed(text: str, place: Location) -> tuple[Diagnostic, ...]:
    """Report front matter of ours that never ends; Markdown takes it for text."""
    if _OPENING.match(text) is None:
        return ()
    message = "the front matter is never closed; end it with a line of ---"
    return (Diagnostic(Problem.INVALID_FRONT_MATTER, message, place),)


def note_from_mapping(
    values: object, docname: str, place: Callable[[tuple[PathPart, ...]], Location]
) -> tuple[Note | None, tuple[Diagnostic, ...]]:
    """Build a note from the values of the block, wherever they come from.

    Args:
        values: The mapping, as JSON has it.
        docname: The page's path below the documents' folder, without suffix.
        place: Gives the location of a value: keys and list indexes from the top.

    Returns:
        The note without what is wrong (None if no valid kind is left), and what that
        is.
    """
    sound, faults = find_faults(values)
    declared = DeclaredValues(sound, place)
    declared.diagnostics += (
        Diagnostic(Problem.INVALID_FRONT_MATTER, fault.message, place(fault.path))
        for fault in faults
    )
    kind = declared.text("kind")
    if not kind:
        return None, tuple(declared.diagnostics)
    note = _note(declared, Kind(kind), docname, place(()))
    declared.diagnostics.sort(key=lambda each: each.location)
    return note, tuple(declared.diagnostics)


def _note(
    declared: DeclaredValues, kind: Kind, docname: str, location: Location
) -> Note:
    identifier = declared.text("id") or _default_id(docname)
    return Note(
        kind=kind,
        id=identifier,
        name=declared.text("name") or identifier,
        docname=docname,
        location=location,
        also=declared.texts("also"),
        hidden_names=declared.texts("hidden-names"),
        also_id=declared.texts("also-id"),
        affiliations=declared.affiliations(),
        advisors=declared.advisors(),
        links=declared.links(),
        topics=declared.texts("topics"),
        orcid=declared.identifier("orcid", parse_orcid),
        checked=declared.text("checked"),
        curation=declared.text("curation"),
        topic_kind=declared.text("topic-kind") or "concept",
        broader=declared.texts("broader"),
        see_also=declared.texts("see-also"),
        questions=declared.questions(),
        organization_kind=declared.text("organization-kind"),
        place=declared.text("place"),
        parents=declared.texts("parent"),
        ror=declared.identifier("ror", parse_ror),
        draft=declared.switch("draft"),
    )


def _default_id(docname: str) -> str:
    """Return the file's name; for ``index``, the folder's."""
    parts = docname.split("/")
    return parts[-2] if len(parts) > 1 and parts[-1] == "index" else parts[-1]
