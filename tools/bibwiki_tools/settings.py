"""What ``pyproject.toml`` says about the checks of a project."""

from __future__ import annotations

import tomllib
from pathlib import Path

from bibwiki_tools.output import CommandError

SETTINGS_FILE = Path("pyproject.toml")
"""In the current folder, as `bib/` and `docs/` are."""


def codes_switched_off() -> tuple[str, ...]:
    """Return the codes under ``off`` of the table ``[tool.bibwiki.check]``.

    Raises:
        CommandError: The file cannot be read, or ``off`` is no list of texts.
    """
    try:
        text = SETTINGS_FILE.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"cannot read {SETTINGS_FILE}: {error}") from error
    try:
        found: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CommandError(f"{SETTINGS_FILE} is no TOML: {error}") from error
    for name in ("tool", "bibwiki", "check", "off"):
        found = found.get(name) if isinstance(found, dict) else None
    if found is None:
        return ()
    if isinstance(found, list) and all(isinstance(code, str) for code in found):
        return tuple(found)
    raise CommandError(
        f"{SETTINGS_FILE}: off of [tool.bibwiki.check] is no list of codes, such as "
        'off = ["missing-field"]'
    )
