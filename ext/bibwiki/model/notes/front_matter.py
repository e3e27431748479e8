"""The ``bibwiki`` block in the front matter of hand-written pages.

It is parsed by our own reading of the YAML, not taken from Sphinx's metadata: that
loses the line numbers and reads nested texts as markup. The same values may come from
the ``wiki:page`` directive of a reStructuredText document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.identifiers import parse_orcid, safe_url
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Affiliation, Note
from bibwiki.model.notes.schema import find_faults
from bibwiki.model.notes.yaml_values import (
    Construction,
    TooManyValuesError,
    compose_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    diagnostics = [
        Diagnostic(Problem.INVALID_FRONT_MATTER, fault.message, place(fault.path))
        for fault in faults
    ]
    kind = sound.get("kind")
    if not isinstance(kind, str):
        return None, tuple(diagnostics)
    identifier = str(sound.get("id", "")) or _default_id(docname)
    note = Note(
        kind=Kind(kind),
        id=identifier,
        name=" ".join(str(sound.get("name", identifier)).split()),
        docname=docname,
        location=place(()),
        also=_texts(sound, "also"),
        hidden_names=_texts(sound, "hidden-names"),
        also_id=_texts(sound, "also-id"),
        affiliations=_affiliations(sound),
        links=_links(sound, place, diagnostics),
        topics=_texts(sound, "topics"),
        orcid=_orcid(sound, place, diagnostics),
        checked=str(sound.get("checked", "")),
        topic_kind=str(sound.get("topic-kind", "concept")),
        broader=_texts(sound, "broader"),
        see_also=_texts(sound, "see-also"),
        draft=sound.get("draft") is True,
    )
    diagnostics.sort(key=lambda each: each.location)
    return note, tuple(diagnostics)


def _default_id(docname: str) -> str:
    """Return the file's name; for ``index``, the folder's."""
    parts = docname.split("/")
    return parts[-2] if len(parts) > 1 and parts[-1] == "index" else parts[-1]


def _texts(values: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Return a list of texts, each once; a single text counts as a list."""
    found = values.get(key, ())
    items = found if isinstance(found, list) else [found] if found else []
    return tuple(dict.fromkeys(" ".join(str(item).split()) for item in items))


def _affiliations(values: Mapping[str, object]) -> tuple[Affiliation, ...]:
    found = values.get("affiliations")
    if not isinstance(found, list):
        return ()
    return tuple(
        Affiliation(
            organization=str(each["organization"]),
            role=str(each.get("role", "")),
            start=str(each.get("from", "")),
            end=str(each.get("to", "")),
            as_of=str(each.get("as-of", "")),
            source=str(each.get("source", "")),
        )
        for each in found
    )


def _links(
    values: Mapping[str, object],
    place: Callable[[tuple[PathPart, ...]], Location],
    diagnostics: list[Diagnostic],
) -> tuple[tuple[str, str], ...]:
    found = values.get("links")
    if not isinstance(found, dict):
        return ()
    links: list[tuple[str, str]] = []
    for label, text in found.items():
        url = safe_url(str(text))
        if url is not None:
            links.append((label, url))
            continue
        message = f'links: "{text}" is no http, https, mailto or ftp address'
        where = place(("links", label))
        diagnostics.append(Diagnostic(Problem.UNSAFE_URL, message, where))
    return tuple(links)


def _orcid(
    values: Mapping[str, object],
    place: Callable[[tuple[PathPart, ...]], Location],
    diagnostics: list[Diagnostic],
) -> str:
    text = str(values.get("orcid", ""))
    orcid = parse_orcid(text)
    if text and orcid is None:
        message = f'orcid: "{text}" is none: its check digit does not fit'
        where = place(("orcid",))
        diagnostics.append(Diagnostic(Problem.INVALID_IDENTIFIER, message, where))
    return orcid or ""
