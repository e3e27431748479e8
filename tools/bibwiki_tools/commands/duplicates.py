"""``bibwiki duplicates``: lists entries that seem to be one work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.pairs import duplicates_as_json, find_duplicates
from bibwiki.pages.wording import counted
from bibwiki_tools.arguments import add_command
from bibwiki_tools.collection import read_collection
from bibwiki_tools.output import remark, say, say_json
from bibwiki_tools.project import find_files

if TYPE_CHECKING:
    import argparse

    from bibwiki_tools.arguments import Subparsers


def register(subparsers: Subparsers) -> None:
    """Add ``duplicates`` to the command line."""
    parser = add_command(
        subparsers,
        "duplicates",
        "list entries that seem to be one work",
        "List pairs of entries that seem to be the same work, versions of one work "
        "(preprint and publication) or closely related (conference paper and journal "
        "article), with a score and the reasons. What the entries declare of each "
        "other is not listed. Nothing is changed.",
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="a .bib file, or a folder of them (default: bib/ and docs/)",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print the pairs as JSON, in the form bibwiki/duplicates/1",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the pairs."""
    collection = read_collection(find_files(args.files).bib_files)
    pairs = find_duplicates(collection.works, collection.catalogue)
    if args.json:
        say_json(duplicates_as_json(pairs))
    else:
        for pair in pairs:
            judgement = pair.judgement
            say(f"{pair.first.entry.location}: {pair.first.key}")
            say(f"{pair.second.entry.location}: {pair.second.key}")
            say(f"  {judgement.kind} ({judgement.score:.2f}): {pair.reason}")
        say(counted(len(pairs), "pair"))
    for problem in collection.unreadable:
        remark(problem.message)
    return 2 if collection.unreadable else 0
