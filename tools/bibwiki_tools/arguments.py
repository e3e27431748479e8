"""What the subcommands share about their arguments."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # argparse has no public name for it.
    Subparsers: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001


class HelpFormatter(argparse.HelpFormatter):
    """Help that is equally wide everywhere: the reference prints it too."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=79)


def add_command(
    subparsers: Subparsers, name: str, summary: str, description: str
) -> argparse.ArgumentParser:
    """Add a subcommand and return its parser.

    Args:
        subparsers: Those of the ``bibwiki`` command.
        name: What is typed.
        summary: Its line in the help of ``bibwiki`` itself.
        description: The text of its own help; paragraphs are filled.
    """
    return subparsers.add_parser(
        name,
        help=summary,
        description=description,
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
