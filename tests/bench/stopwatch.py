"""A Sphinx extension for measured wikis: how long the catalogue pages took.

Handlers of ``html-collect-pages`` return iterables that Sphinx runs through in the
order of their priorities; so the first and the last of them enclose all others.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

RESULT = "stopwatch.txt"
"""File in the doctree folder that holds the seconds of CPU time."""

FIRST, LAST = 1, 999


def setup(app: Sphinx) -> dict[str, bool]:
    """Start before the first catalogue page and stop after the last."""
    app.connect("html-collect-pages", _start, priority=FIRST)
    app.connect("html-collect-pages", _stop, priority=LAST)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _start(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    _write(app, _seconds())
    yield from ()


def _stop(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    started = float(Path(app.doctreedir, RESULT).read_text(encoding="utf-8"))
    _write(app, _seconds() - started)
    yield from ()


def _seconds() -> float:
    """Return the CPU time of this process and of all that it has waited for."""
    return sum(os.times()[:4])


def _write(app: Sphinx, seconds: float) -> None:
    Path(app.doctreedir, RESULT).write_text(str(seconds), encoding="utf-8")
