"""``bibwiki check``: says everything that is wrong with files and pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.pairs import duplicate_diagnostics, find_duplicates
from bibwiki.catalogue.identity.hidden_names import hide_in_messages
from bibwiki.catalogue.identity.suggestions import (
    suggest_people,
    suggestion_diagnostics,
)
from bibwiki.catalogue.identity.unresolved_names import unresolved_names
from bibwiki.catalogue.required_fields import missing_field_diagnostics
from bibwiki.model.capping import Sort, cap_problems
from bibwiki.pages.wording import counted
from bibwiki_tools.arguments import add_command
from bibwiki_tools.collection import read_collection
from bibwiki_tools.explanations import problem_of
from bibwiki_tools.findings import (
    Finding,
    finding_of,
    join_findings,
    read_baseline,
    read_report,
    without_known,
    write_baseline,
)
from bibwiki_tools.output import say, say_json
from bibwiki_tools.project import find_files
from bibwiki_tools.settings import codes_switched_off

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from bibwiki_tools.arguments import Subparsers
    from bibwiki_tools.project import ProjectFiles

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
"""Maps severities to GitHub's."""


def register(subparsers: Subparsers) -> None:
    """Add ``check`` to the command line."""
    parser = add_command(
        subparsers,
        "check",
        "say everything that is wrong",
        "Say everything that is wrong with BibTeX files and the front matter of pages, "
        "in the order of files and lines: damage, unresolved names, missing fields, "
        "likely duplicates and people who may be one. The exit status is 1 when there "
        "are errors (with --strict also warnings), and 0 otherwise.",
    )
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help=".bib files, pages, and folders of them (default: bib/ and docs/)",
    )
    parser.add_argument(
        "--format",
        choices=["text", "json", "github"],
        default="text",
        help="text for people and editors, json in the form bibwiki/check/1, or "
        "github for annotations of a pull request (default: text)",
    )
    parser.add_argument(
        "--build",
        metavar="DIR",
        type=Path,
        help="add what the last build reported: citations and links in the text of "
        "pages; DIR is its doctree folder",
    )
    _add_choices(parser)
    parser.set_defaults(run=run)


def _add_choices(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose which problems are printed and which fail."""
    parser.add_argument(
        "--off",
        metavar="CODE",
        action="append",
        default=[],
        help="leave out problems with this code; may be repeated; pyproject.toml may "
        "list codes too, as off of [tool.bibwiki.check]",
    )
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        type=Path,
        help="leave out the problems that FILE lists",
    )
    parser.add_argument(
        "--write-baseline",
        metavar="FILE",
        type=Path,
        help="write all problems to FILE, to be known from now on, and exit with 0",
    )
    parser.add_argument(
        "--strict", action="store_true", help="exit with 1 also for warnings"
    )
    parser.add_argument(
        "--max-per-code",
        metavar="N",
        type=int,
        default=0,
        help="print at most N problems of one code for each file, and one that sums up "
        "the others; the exit status still counts all (default: all)",
    )


def run(args: argparse.Namespace) -> int:
    """Print the problems."""
    off = {problem_of(code).value for code in (*args.off, *codes_switched_off())}
    known = read_baseline(args.baseline) if args.baseline else Counter()
    built = read_report(args.build) if args.build else ()
    files = find_files(args.paths)
    paths = [path.as_posix() for path in files.bib_files]
    findings = join_findings(check_files(files), built, paths)
    findings = tuple(one for one in findings if one.code not in off)
    if args.write_baseline:
        write_baseline(args.write_baseline, findings)
        say(f"wrote {counted(len(findings), 'problem')} to {args.write_baseline}")
        return 0
    findings = without_known(findings, known)
    shown = cap_problems(
        findings,
        args.max_per_code,
        sort_of=lambda one: Sort(one.file, one.code, one.line),
        with_message=lambda one, message: one._replace(message=message),
    )
    counts = Counter(one.severity for one in findings)
    _PRINTERS[args.format](shown, counts)
    failing = {"error", "warning"} if args.strict else {"error"}
    return int(any(one.severity in failing for one in findings))


def check_files(files: ProjectFiles) -> tuple[Finding, ...]:
    """Find everything that files and front matter say is wrong."""
    collection = read_collection(files.bib_files, files.pages)
    catalogue = collection.catalogue
    found = (
        *collection.diagnostics,
        *unresolved_names(catalogue),
        *missing_field_diagnostics(collection.works),
        *duplicate_diagnostics(find_duplicates(collection.works, catalogue)),
        *suggestion_diagnostics(catalogue, suggest_people(catalogue)),
    )
    return tuple(map(finding_of, hide_in_messages(found, collection.hidden)))


def _print_text(findings: Sequence[Finding], counts: Counter[str]) -> None:
    for one in findings:
        say(f"{one.file}:{one.line}: {one.severity} {one.code} {one.message}")
    parts = [counted(counts[name], name) for name in ("error", "warning")]
    say(f"{', '.join(parts)}, {counts['info']:,} for information")


def _print_json(findings: Sequence[Finding], counts: Counter[str]) -> None:
    say_json({
        "schema": "bibwiki/check/1",
        "counts": {name: counts[name] for name in _LEVELS},
        "diagnostics": [one._asdict() for one in findings],
    })  # fmt: skip


def _print_github(findings: Sequence[Finding], _counts: Counter[str]) -> None:
    """Print workflow commands; GitHub documents what has to be escaped in them."""
    for one in findings:
        level = _LEVELS.get(one.severity, "warning")
        place = f"file={_property(one.file)},line={one.line},col={one.column}"
        title = _property(f"bibwiki {one.code}")
        say(f"::{level} {place},title={title}::{_escaped(one.message)}")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


_PRINTERS = {"text": _print_text, "json": _print_json, "github": _print_github}
