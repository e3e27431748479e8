"""``bibwiki merge``: proposes how duplicates are joined."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki_tools.arguments import add_command
from bibwiki_tools.collection import read_collection
from bibwiki_tools.entry_edits import unified_diff
from bibwiki_tools.merging import file_changes, plan_merge
from bibwiki_tools.output import CommandError, remark, say_patch
from bibwiki_tools.project import find_files

if TYPE_CHECKING:
    import argparse

    from bibwiki_tools.arguments import Subparsers


def register(subparsers: Subparsers) -> None:
    """Add ``merge`` to the command line."""
    parser = add_command(
        subparsers,
        "merge",
        "propose how duplicates are joined",
        "Print a patch that joins the entries which bibwiki duplicates lists as the "
        "same work or versions of one. They declare each other by related and "
        "relatedtype = {version}; an entry that says nothing more than another is "
        "removed, and its key goes to ids of the other. Read the patch: nothing is "
        "changed without --write.",
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="a .bib file, or a folder of them (default: bib/ and docs/)",
    )
    parser.add_argument(
        "--write", action="store_true", help="change the files, and print the patch"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the patch, and apply it if asked to."""
    collection = read_collection(find_files(args.files).bib_files)
    for problem in collection.unreadable:
        raise CommandError(problem.message)
    plan = plan_merge(collection)
    for change in list(file_changes(collection, plan)):
        for line in unified_diff(change.path, change.text, change.edits):
            say_patch(line)
        if args.write:
            Path(change.path).write_bytes(change.written)
    for line in plan.remarks:
        remark(line)
    return 0
