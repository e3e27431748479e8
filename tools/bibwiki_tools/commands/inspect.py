"""``bibwiki inspect``: shows what bibwiki sees in BibTeX files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.catalogue.inspection import inspect
from bibwiki_tools.arguments import add_command
from bibwiki_tools.collection import read_collection
from bibwiki_tools.output import CommandError, say, say_json
from bibwiki_tools.summary import summarise

if TYPE_CHECKING:
    import argparse

    from bibwiki_tools.arguments import Subparsers


def register(subparsers: Subparsers) -> None:
    """Add ``inspect`` to the command line."""
    parser = add_command(
        subparsers,
        "inspect",
        "show what bibwiki sees in BibTeX files",
        "Read BibTeX files and show the works, people and topics that they make, and "
        "every problem with its file and line. The exit status is 0 when every file "
        "could be opened, whatever is wrong inside, and 2 otherwise.",
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a .bib file"
    )
    parser.add_argument(
        "--pages",
        metavar="DIR",
        type=Path,
        help="also read the people, names and topics declared in the pages below DIR",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print everything as JSON, in the form bibwiki/inspect/1",
    )
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        default=20,
        help="without --json: show so many works, people and topics, or all with 0 "
        "(default: 20)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the summary or the JSON."""
    if args.pages is not None and not args.pages.is_dir():
        raise CommandError(f"{args.pages} is no folder of pages")
    collection = read_collection(args.files, args.pages)
    if args.json:
        say_json(inspect(collection.catalogue, collection.diagnostics))
    else:
        for line in summarise(collection, max(args.limit, 0)):
            say(line)
    return 2 if collection.unreadable else 0
