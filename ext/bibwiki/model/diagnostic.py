"""Problems as values: what is wrong, how bad it is, and where.

The core never raises for bad input; it returns these. Turning them into Sphinx warnings
or into lines on a terminal is the business of the adaptors.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem costs the reader of the wiki."""

    ERROR = "error"
    """Something was lost or could not be resolved."""
    WARNING = "warning"
    """Everything was kept, but somebody should look."""
    INFO = "info"
    """Worth knowing; nothing needs to be done."""


class Problem(StrEnum):
    """Every kind of problem that bibwiki reports.

    The value is the stable code: the subtype of the Sphinx warning ``bibwiki.<code>``
    and the ``code`` of ``bibwiki inspect --json``. Each docstring is printed in the
    reference, so it says what happened, what bibwiki did, and what to do.
    """

    UNREADABLE_FILE = "unreadable-file"
    """The file could not be opened. It counts as empty. Correct the path."""
    ENCODING = "encoding"
    """Bytes that are no UTF-8. They were read as Windows-1252. Save as UTF-8."""
    CONTROL_CHARACTERS = "control-characters"
    """The file holds control characters. They were read as spaces. Remove them."""
    DAMAGED_ENTRY = "damaged-entry"
    """The entry's syntax is broken. What could be read was kept. Mend the entry."""
    STRAY_TEXT = "stray-text"
    """Text between entries looks like fields, but BibTeX ignores it. Its ``@`` may be
    missing, or somebody switched the entry off."""
    MISSING_KEY = "missing-key"
    """The entry has no citation key. A stable key was made up. Give it one."""
    DUPLICATE_KEY = "duplicate-key"
    """Two entries share a key. The first one counts. Rename or remove the other."""
    DUPLICATE_FIELD = "duplicate-field"
    """A field stands twice in an entry. The first one counts. Remove the other."""
    UNDEFINED_MACRO = "undefined-macro"
    """A value names a macro without ``@string``. Its name was taken as the text."""
    OVERSIZED_MACRO = "oversized-macro"
    """Macros that use each other grow beyond all bounds. Their text was cut."""
    MISSING_DELIMITERS = "missing-delimiters"
    """A value has neither braces nor quotes. It was taken as text. Add braces."""
    UNKNOWN_ENTRY_TYPE = "unknown-entry-type"
    """No work type is known for the entry type. The work is shown as miscellaneous."""
    MISSING_TITLE = "missing-title"
    """The entry has no title. Its citation key is shown instead."""
    INVALID_NAME = "invalid-name"
    """A name could not be split into parts. It was kept whole. Check its commas."""
    INVALID_DATE = "invalid-date"
    """A date could not be understood. What could be (often the year) was kept."""
    INVALID_IDENTIFIER = "invalid-identifier"
    """A DOI, arXiv id or the like has no valid form. It is shown, but not linked."""
    UNSAFE_URL = "unsafe-url"
    """A link is not http, https, mailto or ftp. It is not shown as a link."""
    MISSING_CROSSREF = "missing-crossref"
    """``crossref`` or ``xdata`` names no entry, or itself. Nothing was inherited."""
    UNKNOWN_RELATED_WORK = "unknown-related-work"
    """``related``, ``supports`` or a like field names a key that no entry has."""
    UNKNOWN_PERSON_ID = "unknown-person-id"
    """A name annotation gives a person id that no page declares."""
    AMBIGUOUS_NAME = "ambiguous-name"
    """A name fits several people. It was not merged. Declare an id or an alias."""
    INVALID_FRONT_MATTER = "invalid-front-matter"
    """The ``bibwiki`` front matter breaks its schema. The wrong key was ignored."""
    DUPLICATE_ID = "duplicate-id"
    """Two pages declare the same id. The first one counts. Rename the other."""
    AMBIGUOUS_ALIAS = "ambiguous-alias"
    """Two pages declare the same name. The first one counts. Remove it from one."""
    UNKNOWN_KEY = "unknown-key"
    """A citation names a key that no entry has. The key is shown as written."""
    MALFORMED_CITATION = "malformed-citation"
    """A citation role's text is no list of keys. It is shown as written."""
    UNRESOLVED_LINK = "unresolved-link"
    """A wiki link or role names nothing that the wiki has. Its text is shown."""
    INVALID_QUERY = "invalid-query"
    """A list directive's query is wrong. The message says where. No list is shown."""
    UNRESOLVED_NAME = "unresolved-name"
    """Front matter names a topic, organization or work that is nowhere described."""
    MISSING_FIELD = "missing-field"
    """The entry lacks a field that its type requires in biblatex. Add what is known."""
    POSSIBLE_DUPLICATE = "possible-duplicate"
    """Two entries seem to be one work. Declare it, or see ``bibwiki merge``."""
    SUSPECTED_PERSON = "suspected-person"
    """Two people seem to be one. They were not merged. Declare an alias if they are."""
    INVALID_CONFIGURATION = "invalid-configuration"
    """A configuration value has the wrong type. The default was taken."""


_ERRORS = frozenset({
    Problem.UNREADABLE_FILE,
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


@dataclass(frozen=True, slots=True, order=True)
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


@dataclass(frozen=True, slots=True)
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
