"""One script of the full-text index."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One script of the index."""

    name: str
    """E.g. ``terms-li.js``."""
    text: str | None
    """None for a file that is left as it is."""


def index_file(name: str, value: object) -> IndexFile:
    """Return the script that hands a value to the search page by a name."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return IndexFile(f"{name}.js", f'bibwikiSearch("{name}",{written});\n')
