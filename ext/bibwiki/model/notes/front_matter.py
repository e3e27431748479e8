"""The ``bibwiki`` block in the front matter of hand-written pages.

It is parsed by our own reading of the YAML, not taken from Sphinx's metadata: that
loses the line numbers and reads nested texts as markup. The same values may come from
the ``wiki:page`` directive of a reStructuredText document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import yaml

from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.identifiers import parse_orcid, safe_url
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Affiliation, Note
from bibwiki.model.notes.schema import PathPart, find_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value: TypeAlias = "str | bool | list[Value] | dict[str, Value] | None"

_BLOCK = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
_OPENING = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n|[ \t]+.*\r?\n)*?bibwiki[ \t]*:"
)
_KEY = re.compile(r"^[\"']?bibwiki[\"']?[ \t]*:", re.MULTILINE)
_BOOLEANS = {"true": True, "false": False}
_NULLS = ("", "~", "null")
_DEPTH_LIMIT = 20
_NODE_LIMIT = 5_000
"""More values than any page declares: aliases that multiply themselves."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooManyValuesError(ValueError):
    """The YAML would grow beyond all bounds."""


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
    construction = _Construction(path, first_line + 1)
    try:
        node = _bibwiki_node(yaml.compose(block[1], Loader=_LOADER))
        if node is None:
            return None, ()
        values = construction.value(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = construction.location(mark) if mark else Location(path, first_line)
        what = error.problem or error.context
        message = f"the front matter is no YAML: {what}"
        return None, (Diagnostic(Problem.INVALID_FRONT_MATTER, message, where),)
    except (yaml.YAMLError, _TooManyValuesError, RecursionError) as error:
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


def _bibwiki_node(root: yaml.Node | None) -> yaml.Node | None:
    if not isinstance(root, yaml.MappingNode):
        return None
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and key.value == "bibwiki":
            found: yaml.Node = value
            return found
    return None


class _Construction:
    """Turns YAML nodes into values and remembers where each stands.

    Texts that YAML 1.1 takes for dates, numbers or switches (``no``) stay texts.
    """

    def __init__(self, path: str, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._places: dict[tuple[PathPart, ...], Location] = {}
        self.repeats: list[Diagnostic] = []
        """Keys that stand twice in one mapping; the first counts."""

    def location(self, mark: yaml.Mark) -> Location:
        """Return where a mark of the YAML stands in the file."""
        return Location(self._path, mark.line + self._first_line, mark.column + 1)

    def place(self, keys: tuple[PathPart, ...]) -> Location:
        """Return where a value or its key stands."""
        return self._places.get(keys, Location(self._path, self._first_line))

    def value(self, node: yaml.Node, keys: tuple[PathPart, ...]) -> Value:
        """Construct a node's value; note the places of all that it holds."""
        self._places.setdefault(keys, self.location(node.start_mark))
        if len(self._places) > _NODE_LIMIT or len(keys) > _DEPTH_LIMIT:
            raise _TooManyValuesError("too many values, or nested too deeply")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, keys)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.value(item, (*keys, index))
                for index, item in enumerate(node.value)
            ]
        text = str(node.value)
        if not isinstance(node, yaml.ScalarNode) or node.style:
            return text
        if text.lower() in _BOOLEANS:
            return _BOOLEANS[text.lower()]
        return None if text.lower() in _NULLS else text

    def _mapping(
        self, node: yaml.MappingNode, keys: tuple[PathPart, ...]
    ) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in result:
                message = f"{key!r} stands twice; the first counts"
                place = self.location(key_node.start_mark)
                problem = Problem.INVALID_FRONT_MATTER
                self.repeats.append(Diagnostic(problem, message, place))
            self._places.setdefault((*keys, key), self.location(key_node.start_mark))
            result.setdefault(key, self.value(value_node, (*keys, key)))
        return result


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
