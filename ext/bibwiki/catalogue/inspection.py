"""What ``bibwiki inspect --json`` prints: the catalogue's works as plain values.

The form is the interface ``bibwiki/inspect/1``; its JSON Schema stands beside this
module and :func:`read_schema` gives it.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibwiki.catalogue.catalogue import Catalogue, CataloguedWork, Credit
    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.diagnostic import Diagnostic

    Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

SCHEMA = "bibwiki/inspect/1"


def inspect(catalogue: Catalogue, diagnostics: Iterable[Diagnostic]) -> dict[str, Json]:
    """Return all works in file order and all diagnostics in the order of their lines.

    Texts that are not known are empty; None stands only where a name has no literal
    form or no person. The result can be written as JSON as it is.
    """
    return {
        "schema": SCHEMA,
        "works": [_work(work) for work in catalogue.works.values()],
        "diagnostics": [_diagnostic(one) for one in _in_line_order(diagnostics)],
    }


def read_schema() -> str:
    """Return the JSON Schema of the form, as text."""
    schema = files("bibwiki.catalogue").joinpath("inspect.schema.json")
    return schema.read_text(encoding="utf-8")


def _work(work: CataloguedWork) -> dict[str, Json]:
    one = work.work
    entry = one.entry
    return {
        "key": work.key,
        "keys": list(work.keys),
        "entry_type": entry.entry_type,
        "work_type": one.work_type.value,
        "file": entry.location.path,
        "line": entry.location.line,
        "title": one.title,
        "creators": [_creator(credit) for credit in work.credits],
        "others": one.others,
        "date": one.date.iso if one.date else "",
        "venue": one.venue.name if one.venue else "",
        "publisher": one.publisher,
        "pages": one.pages,
        "identifiers": {each.scheme: each.value for each in one.identifiers},
        "topics": list(work.topics),
        "fields": dict(entry.fields),
        "entries": [_entry(each) for each in work.entries],
    }


def _creator(credit: Credit) -> dict[str, Json]:
    name = credit.contribution.name
    return {
        "role": credit.contribution.role.value,
        "given": name.given,
        "family": name.family,
        "particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
        "person": credit.person,
        "rule": credit.rule,
    }


def _entry(entry: Entry) -> dict[str, Json]:
    return {
        "key": entry.key,
        "entry_type": entry.entry_type,
        "file": entry.location.path,
        "line": entry.location.line,
        "kept": entry.kept,
        "fields": dict(entry.fields),
    }


def _in_line_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Put each file's diagnostics together, files in the order of first appearance."""
    found = list(diagnostics)
    files_: dict[str, int] = {}
    for one in found:
        files_.setdefault(one.location.path, len(files_))
    return sorted(
        found,
        key=lambda one: (
            files_[one.location.path],
            one.location.line,
            one.location.column,
        ),
    )


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Json]:
    location = diagnostic.location
    return {
        "file": location.path,
        "line": location.line,
        "column": location.column,
        "code": diagnostic.problem.value,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
    }
