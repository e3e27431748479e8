"""Problems as the checker handles them: from files, from a build, in a baseline.

A build may know codes that this version does not, so a finding holds plain texts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from bibwiki_tools.output import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bibwiki.model.diagnostic import Diagnostic

REPORT_NAME = "bibwiki-report.json"
"""The file that a build leaves in its doctree directory."""
BASELINE_SCHEMA = "bibwiki/baseline/1"
_LINE = re.compile(r"((?:\.bib|\.md|\.rst):|\blines? )\d+")
"""A line number that a message gives."""
_Known: TypeAlias = tuple[str, str, str]
_V = TypeVar("_V")


class Finding(NamedTuple):
    """One problem; the fields are those of ``bibwiki inspect --json``."""

    file: str
    line: int
    column: int
    code: str
    severity: str
    message: str

    @property
    def known_by(self) -> _Known:
        """What stays the same when lines are added above it."""
        return (self.file, self.code, _LINE.sub(r"\1", self.message))


def finding_of(diagnostic: Diagnostic) -> Finding:
    """Return a diagnostic as a finding."""
    location = diagnostic.location
    return Finding(
        location.path,
        location.line,
        location.column,
        diagnostic.problem.value,
        diagnostic.severity.value,
        diagnostic.message,
    )


def read_report(folder: Path) -> tuple[Finding, ...]:
    """Read what the last build reported.

    Raises:
        CommandError: The folder has no report, or none in the form that is known.
    """
    path = folder / REPORT_NAME
    value = _read_json(
        path, f"build the wiki first, and name its doctree folder: {path}"
    )
    found = value.get("diagnostics")
    if value.get("schema") != "bibwiki/report/1" or not isinstance(found, list):
        raise CommandError(f"{path} is no report of the form bibwiki/report/1")
    return tuple(_finding(one, path) for one in found)


def read_baseline(path: Path) -> Counter[_Known]:
    """Read the problems that are known, with how often each is.

    Raises:
        CommandError: The file cannot be read, or is no baseline.
    """
    value = _read_json(path, f"write a baseline first, by --write-baseline {path}")
    known = value.get("known")
    if value.get("schema") != BASELINE_SCHEMA or not isinstance(known, list):
        raise CommandError(f"{path} is no baseline of the form {BASELINE_SCHEMA}")
    counts: Counter[_Known] = Counter()
    for one in known:
        key = (_text(one, "file"), _text(one, "code"), _text(one, "message"))
        counts[key] += _value(one, "count", 1)
    return counts


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write down the problems that are known from now on, sorted, without lines."""
    counts = Counter(one.known_by for one in findings)
    known = [
        {"file": file, "code": code, "message": message, "count": count}
        for (file, code, message), count in sorted(counts.items())
    ]
    value = {"schema": BASELINE_SCHEMA, "known": known}
    text = json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")


def without_known(
    findings: Iterable[Finding], known: Counter[_Known]
) -> tuple[Finding, ...]:
    """Leave out the problems of a baseline; each as often as it stands there."""
    left = Counter(known)
    new = []
    for one in findings:
        if left[one.known_by] > 0:
            left[one.known_by] -= 1
        else:
            new.append(one)
    return tuple(new)


def join_findings(
    own: Sequence[Finding], built: Iterable[Finding], paths: Sequence[str]
) -> tuple[Finding, ...]:
    """Add what only the build knows, and sort all by file and line.

    Args:
        own: Those of the files.
        built: Those of the build; where one says the same it is left out.
        paths: The files in the order in which they are checked; others follow by name.
    """
    seen = {_same(one) for one in own}
    joined = [*own, *(one for one in built if _same(one) not in seen)]
    position = {path: number for number, path in reversed(list(enumerate(paths)))}
    joined.sort(
        key=lambda one: (
            position.get(one.file, len(position)),
            one.file,
            one.line,
            one.column,
        )
    )
    return tuple(joined)


def _same(one: Finding) -> tuple[str, int, str, str]:
    # The build may name files from another folder.
    return (PurePath(one.file).name, one.line, one.code, one.message)


def _finding(value: object, path: Path) -> Finding:
    severity = _text(value, "severity") or "warning"
    file = Path(_text(value, "file") or path.as_posix())
    if file.is_absolute() and file.is_relative_to(Path.cwd()):
        file = file.relative_to(Path.cwd())
    return Finding(
        file.as_posix(),
        _value(value, "line", 1),
        _value(value, "column", 1),
        _text(value, "code"),
        severity,
        _text(value, "message"),
    )


def _text(mapping: object, name: str) -> str:
    return _value(mapping, name, "")


def _value(mapping: object, name: str, default: _V) -> _V:
    found = mapping.get(name) if isinstance(mapping, dict) else None
    return found if isinstance(found, type(default)) else default


def _read_json(path: Path, advice: str) -> dict[str, object]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(
            f"cannot open {path} ({error.strerror}); {advice}"
        ) from error
    except ValueError as error:
        raise CommandError(f"{path} is no JSON: {error}") from error
    return value if isinstance(value, dict) else {}
