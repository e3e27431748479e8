"""Values of YAML, and where in the file each stands.

Only lists, mappings and texts are known; nothing in the YAML can make other objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import yaml

from bibwiki.model.diagnostic import Diagnostic, Location, Problem

if TYPE_CHECKING:
    from bibwiki.model.notes.schema import PathPart

Value: TypeAlias = "str | bool | list[Value] | dict[str, Value] | None"

_BOOLEANS = {"true": True, "false": False}
_NULLS = ("", "~", "null")
_DEPTH_LIMIT = 20
_NODE_LIMIT = 5_000
"""More values than any page declares: aliases that multiply themselves."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_ENDS_OF_YAML = str.maketrans("\x85\u2028\u2029", "   ")
"""YAML 1.1 ends lines here too, editors do not; their line numbers are meant."""


class TooManyValuesError(ValueError):
    """The YAML would grow beyond all bounds."""


def compose_value(text: str, key: str) -> yaml.Node | None:
    """Return the value of a key of the mapping that a YAML text is.

    None if the text is no mapping or has no such key.

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    root = yaml.compose(text.translate(_LINE_ENDS_OF_YAML), Loader=_LOADER)
    if not isinstance(root, yaml.MappingNode):
        return None
    for key_node, value in root.value:
        if isinstance(key_node, yaml.ScalarNode) and key_node.value == key:
            found: yaml.Node = value
            return found
    return None


class Construction:
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
            raise TooManyValuesError("too many values, or nested too deeply")
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
