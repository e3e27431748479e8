"""``bibwiki who``: explains whose a name is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki_tools.arguments import add_command
from bibwiki_tools.collection import read_collection
from bibwiki_tools.identities import explain_name
from bibwiki_tools.output import remark, say
from bibwiki_tools.project import PAGES_FOLDER, find_files

if TYPE_CHECKING:
    import argparse

    from bibwiki_tools.arguments import Subparsers


def register(subparsers: Subparsers) -> None:
    """Add ``who`` to the command line."""
    parser = add_command(
        subparsers,
        "who",
        "explain whose a name is",
        "Say which person a name is taken for, by which rule on each work, who else "
        "could be meant, and why they were not merged.",
    )
    parser.add_argument("name", metavar="NAME", help="a name as written, or an id")
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="a .bib file, or a folder (default: bib/ and docs/)",
    )
    parser.add_argument(
        "--pages",
        metavar="DIR",
        type=Path,
        help="the folder of hand-written pages (default: docs/, if FILE is not given)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the explanation."""
    files = find_files(args.files)
    pages = list(files.pages)
    if args.pages is not None:
        pages = [page for page in pages if page != PAGES_FOLDER]
        pages.append(args.pages)
    collection = read_collection(files.bib_files, pages)
    for problem in collection.unreadable:
        remark(problem.message)
    for line in explain_name(collection.catalogue, args.name):
        say(line)
    return 2 if collection.unreadable else 0
