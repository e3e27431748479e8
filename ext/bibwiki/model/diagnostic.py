"""Problems as values: what is wrong, how bad it is, and where.

The core never raises for bad input; it returns these. Turning them into Sphinx warnings
or into lines on a terminal is the business of the adaptors.
"""

from __future__ import annotations

from enum import StrEnum

from bibwiki.model.problem import Problem
from bibwiki.model.values import value

__all__ = ["Diagnostic", "Location", "Problem", "Severity", "severity_of"]


class Severity(StrEnum):
    """How much a problem costs the reader of the wiki."""

    ERROR = "error"
    """Something was lost or could not be resolved."""
    WARNING = "warning"
    """Everything was kept, but somebody should look."""
    INFO = "info"
    """Worth knowing; nothing needs to be done."""


_ERRORS = frozenset({
    Problem.UNREADABLE_FILE,
    Problem.FOREIGN_FORMAT,
    Problem.DAMAGED_ENTRY,
    Problem.DUPLICATE_KEY,
    Problem.DUPLICATE_ID,
    Problem.MISSING_CROSSREF,
    Problem.UNKNOWN_KEY,
    Problem.MALFORMED_CITATION,
    Problem.UNRESOLVED_LINK,
    Problem.INVALID_QUERY,
})  # fmt: skip
_INFOS = frozenset({
    Problem.NAME_OR_LIST,
    Problem.UNKNOWN_ENTRY_TYPE,
    Problem.MISSING_FIELD,
    Problem.POSSIBLE_DUPLICATE,
    Problem.SUSPECTED_PERSON,
})  # fmt: skip


def severity_of(problem: Problem) -> Severity:
    """Return how bad every problem of this kind is."""
    if problem in _ERRORS:
        return Severity.ERROR
    return Severity.INFO if problem in _INFOS else Severity.WARNING


@value(frozen=True, slots=True, order=True)
class Location:
    """A place in a file."""

    path: str
    """The file as it was given to the reader, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@value(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place."""

    problem: Problem
    message: str
    """A lower-case sentence that quotes what it is about and says what to do."""
    location: Location

    @property
    def severity(self) -> Severity:
        """How bad it is; fixed by the kind of problem."""
        return severity_of(self.problem)
