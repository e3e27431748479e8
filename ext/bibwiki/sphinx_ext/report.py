"""The only place that logs: problems become Sphinx warnings with a stable subtype.

A warning is ``bibwiki.<code>``, so ``suppress_warnings`` can silence one kind, and its
location is always given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.logging import getLogger  # noqa: TID251 - the one allowed place

from bibwiki.model.diagnostic import Severity, severity_of

if TYPE_CHECKING:
    from docutils import nodes

    from bibwiki.model.diagnostic import Diagnostic, Problem

_LOGGER = getLogger("bibwiki")


def report(diagnostic: Diagnostic) -> None:
    """Report a problem that the core found, at its file and line.

    Problems that are merely worth knowing are logged as information: they never fail a
    build with ``-W``.
    """
    location = f"{diagnostic.location.path}:{diagnostic.location.line}"
    if diagnostic.severity is Severity.INFO:
        _LOGGER.info("%s: %s", location, diagnostic.message)
        return
    report_problem(diagnostic.problem, diagnostic.message, location)


def report_problem(
    problem: Problem, message: str, location: str | tuple[str, int] | nodes.Node
) -> None:
    """Report a problem found while reading a document.

    Args:
        problem: The kind; its value becomes the subtype.
        message: A lower-case sentence that says what to do.
        location: ``path:line``, a docname with a line, or a node.
    """
    if severity_of(problem) is Severity.INFO:
        _LOGGER.info("%s", message, location=location)
        return
    _LOGGER.warning("%s", message, type="bibwiki", subtype=problem, location=location)


def say(message: str, *arguments: object) -> None:
    """Tell the person at the terminal how the build goes on."""
    _LOGGER.info(message, *arguments)
