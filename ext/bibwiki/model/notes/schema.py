"""The published JSON Schema of the front matter, and checking values against it."""

from __future__ import annotations

import json
from copy import deepcopy
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

PathPart: TypeAlias = str | int
"""A key of a mapping or an index of a list."""

_GONE = object()


class Fault(NamedTuple):
    """One value that breaks the schema."""

    path: tuple[PathPart, ...]
    """Keys and indexes from the top to the value, or to the wrong key."""
    message: str


@cache
def load_schema() -> dict[str, Any]:
    """Return the schema of the ``bibwiki`` block; do not change it."""
    text = (
        files("bibwiki.model").joinpath("front_matter.schema.json").read_text("utf-8")
    )
    schema: dict[str, Any] = json.loads(text)
    return schema


@cache
def _validator() -> Draft202012Validator:
    # Loading it takes a sixth of the time of loading bibwiki, and many wikis have no
    # front matter.
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - see above

    return Draft202012Validator(load_schema())


def find_faults(values: object) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Check the block's values.

    Returns:
        The values without what is wrong, and each fault with the place it stands at.
    """
    if not isinstance(values, dict):
        return {}, (Fault((), '"bibwiki" holds no mapping of keys to values'),)
    sound: dict[str, Any] = {"": deepcopy(values)}
    faults: list[Fault] = []
    for error in _validator().iter_errors(values):
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            container = _find(sound[""], path)
            for key in _unknown_keys(error):
                faults.append(Fault((*path, key), _unknown_key_message(error, key)))
                if isinstance(container, dict):
                    container.pop(key, None)
        else:
            name = ".".join(map(str, path)) or "bibwiki"
            faults.append(Fault(path, f"{name}: {_explain(error)}; ignored"))
            _remove(sound[""], path)
    faults.sort(key=lambda fault: [str(part) for part in fault.path])
    cleaned = _without_gaps(sound[""])
    return cleaned if isinstance(cleaned, dict) else {}, tuple(faults)


def _find(values: Any, path: tuple[PathPart, ...]) -> Any:  # noqa: ANN401 - JSON
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _remove(values: Any, path: tuple[PathPart, ...]) -> None:  # noqa: ANN401 - JSON
    """Mark a value as gone, so that the indexes of its neighbours stay."""
    container = _find(values, path[:-1])
    if path and isinstance(container, dict | list):
        container[path[-1]] = _GONE  # type: ignore[index] # the path fits the container


def _without_gaps(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {k: _without_gaps(v) for k, v in value.items() if v is not _GONE}
    if isinstance(value, list):
        return [_without_gaps(item) for item in value if item is not _GONE]
    return value


def _allowed_keys(error: ValidationError) -> list[str]:
    schema: Any = error.schema
    return list(schema.get("properties", {}))


def _unknown_keys(error: ValidationError) -> list[str]:
    instance: Any = error.instance
    allowed = _allowed_keys(error)
    return [str(key) for key in instance if key not in allowed]


def _unknown_key_message(error: ValidationError, key: str) -> str:
    allowed = _allowed_keys(error)
    nearest = get_close_matches(key, allowed, n=1)
    hint = (
        f'did you mean "{nearest[0]}"?' if nearest else f"known: {', '.join(allowed)}"
    )
    return f'"{key}" is no key here; {hint}'


def _explain(error: ValidationError) -> str:
    """Say in a few words what is wrong with a value."""
    instance: Any = error.instance
    wanted: Any = error.validator_value
    value = json.dumps(instance, ensure_ascii=False, default=str)[:80]
    match error.validator:
        case "enum":
            return f"{value} is none of {', '.join(map(str, wanted))}"
        case "required":
            missing = [key for key in wanted if key not in instance]
            return f"{', '.join(missing)} is missing"
        case "anyOf":
            return f"{value} is not a text or a list of texts"
        case "type":
            words = _TYPE_WORDS.get(wanted) if isinstance(wanted, str) else None
            return f"{value} is not {words or 'a text'}"
        case "pattern":
            return f"{value} is no date such as 2026-11-20"
        case _:
            return error.message[:200]


_TYPE_WORDS = {
    "array": "a list", "object": "a mapping", "boolean": "true or false",
}  # fmt: skip
