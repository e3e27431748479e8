"""Fills in the templates of new files, and writes these files without loss.

A name can hold anything; the filters ``python``, ``yaml`` and ``markdown`` make sure
that it stays a name in the language of the file around it.
"""

from __future__ import annotations

import json
import re
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from bibwiki_tools.output import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

SUFFIX = ".jinja"
_DOT = "dot-"
"""Stands for the dot of a hidden file: tools that pack a distribution skip these."""
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#$~^&])")


def render(template: str, values: Mapping[str, object]) -> str:
    """Return a template of this package, filled in.

    Args:
        template: Its path below ``templates/`` without ``.jinja``.
        values: Everything that it asks for; what is missing is an error.
    """
    return _environment().get_template(template + SUFFIX).render(values)


def template_tree(folder: str) -> dict[str, str]:
    """Map the files that a folder of templates makes to their templates.

    Returns:
        Relative path of the file to write -> name of the template, sorted by path.
    """
    root = files("bibwiki_tools").joinpath("templates", folder)
    tree = {
        name.replace(_DOT, "."): f"{folder}/{name}" for name in _template_names(root)
    }
    return dict(sorted(tree.items()))


def write_new_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files that do not exist yet; none is written if one of them exists.

    Args:
        folder: Made if it does not exist, with the folders inside.
        texts: Relative path -> text.

    Raises:
        CommandError: A file exists already, or the folder cannot be written to.
    """
    existing = [path for path in texts if _exists(folder / path)]
    if existing:
        raise CommandError(
            f"{', '.join(str(folder / path) for path in existing)} "
            f"exist{'s' * (len(existing) == 1)} already; nothing was written"
        )
    try:
        for path, text in texts.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            # "x" refuses a file that came to be in the meantime.
            with target.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}") from error


def markdown_text(text: str) -> str:
    """Return a text that MyST shows as it is, without markup, on one line.

    Two opening brackets are set apart: wiki links cannot be escaped. At the start of a
    line the text may still be taken for a list.
    """
    one_line = " ".join(text.split())
    while "[[" in one_line:
        one_line = one_line.replace("[[", "[ [")
    return _MARKUP.sub(r"\\\1", one_line)


def yaml_value(value: object) -> str:
    """Return a value in YAML's flow style, on one line."""
    text = yaml.safe_dump(
        value,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
    )
    return text.removesuffix("\n").removesuffix("\n...")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("bibwiki_tools"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - no HTML; each language has its filter
    )
    # A JSON string is a Python string too, in the quotes that formatters like.
    environment.filters["python"] = partial(json.dumps, ensure_ascii=False)
    environment.filters["yaml"] = yaml_value
    environment.filters["markdown"] = markdown_text
    return environment


def _template_names(folder: Traversable, prefix: str = "") -> Iterable[str]:
    for child in folder.iterdir():
        if child.is_dir():
            yield from _template_names(child, f"{prefix}{child.name}/")
        elif child.name.endswith(SUFFIX):
            yield prefix + child.name.removesuffix(SUFFIX)


def _exists(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:  # e.g. a part of the path is a file; said when writing
        return False
