"""The only place that logs: problems become Sphinx warnings with a stable subtype.

A warning is ``bibwiki.<code>``, so ``suppress_warnings`` can silence one kind, and its
location is always given.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx.util.logging import getLogger  # noqa: TID251 - the one allowed place

from bibwiki.model.capping import Sort, cap_problems
from bibwiki.model.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bibwiki.model.diagnostic import Diagnostic

REPORT_NAME = "bibwiki-report.json"
"""The file in the doctree directory that keeps what the last build reported."""

_LOGGER = getLogger("bibwiki")


def report(diagnostic: Diagnostic) -> None:
    """Report a problem at its file and line.

    Problems that are merely worth knowing are logged as information: they never fail a
    build with ``-W``.
    """
    location = str(diagnostic.location)
    if diagnostic.severity is Severity.INFO:
        _LOGGER.info("%s: %s", location, diagnostic.message)
        return
    _LOGGER.warning(
        "%s",
        diagnostic.message,
        type="bibwiki",
        subtype=diagnostic.problem,
        location=location,
    )


def report_all(diagnostics: Iterable[Diagnostic], most: int) -> None:
    """Report problems; of each code in each file only so many (0: all)."""
    shown = cap_problems(
        diagnostics,
        most,
        sort_of=lambda one: Sort(one.location.path, one.problem, one.location.line),
        with_message=lambda one, message: replace(one, message=message),
    )
    for diagnostic in shown:
        report(diagnostic)


def write_report(diagnostics: Iterable[Diagnostic], folder: Path) -> None:
    """Leave all problems of a build where tools find them without Sphinx.

    The form is that of ``bibwiki inspect --json``, as ``bibwiki/report/1``.
    """
    found = [
        {
            "file": diagnostic.location.path,
            "line": diagnostic.location.line,
            "column": diagnostic.location.column,
            "code": diagnostic.problem.value,
            "severity": diagnostic.severity.value,
            "message": diagnostic.message,
        }
        for diagnostic in diagnostics
    ]
    written = {"schema": "bibwiki/report/1", "diagnostics": found}
    text = json.dumps(written, ensure_ascii=False, indent=1)
    (folder / REPORT_NAME).write_text(text, encoding="utf-8")


def say(message: str, *arguments: object) -> None:
    """Tell the person at the terminal how the build goes on."""
    _LOGGER.info(message, *arguments)
