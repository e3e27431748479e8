"""The ``bibwiki`` command: finds the subcommand and runs it.

What a subcommand does stands in its module in :mod:`bibwiki_tools.commands`; to add
one, write the module and name it in ``COMMANDS``.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Protocol

from bibwiki.version import VERSION
from bibwiki_tools.arguments import HelpFormatter
from bibwiki_tools.commands import (
    check,
    duplicates,
    explain,
    init,
    inspect,
    merge,
    new,
    who,
)
from bibwiki_tools.output import CommandError, remark, use_utf8

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki_tools.arguments import Subparsers

EXIT_REFUSED = 2
"""The command could not do what was asked; argparse uses the same status."""


class Command(Protocol):
    """What every module in :mod:`bibwiki_tools.commands` offers."""

    def register(self, subparsers: Subparsers) -> None:
        """Add the subcommand with its arguments, and set its ``run`` as default."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; return the exit status, or raise :class:`CommandError`."""


COMMANDS: tuple[Command, ...] = (
    inspect,
    check,
    duplicates,
    merge,
    who,
    explain,
    init,
    new,
)
"""In the order of the help text."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="bibwiki",
        description="Inspect BibTeX files, start a research wiki and write its pages. "
        "The wiki itself is built by sphinx-build.",
        epilog="'bibwiki COMMAND --help' describes one command.",
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"bibwiki {VERSION}")
    subparsers = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", required=True
    )
    for command in COMMANDS:
        command.register(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    Args:
        argv: The arguments without the program's name; those of the process if None.

    Raises:
        SystemExit: From argparse, with 0 after ``--help`` and ``--version`` and with 2
            when the arguments are wrong.
    """
    use_utf8()
    args = build_parser().parse_args(argv)
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except CommandError as error:
        remark(str(error))
        return EXIT_REFUSED
    except BrokenPipeError:
        # The reader (`head`, a closed pager) has enough. Python flushes once more at
        # exit and would complain there, so give it somewhere to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
