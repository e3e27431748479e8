"""``bibwiki explain``: says what the code of a problem means."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Problem, severity_of
from bibwiki_tools.arguments import add_command
from bibwiki_tools.explanations import explanation_of, problem_of
from bibwiki_tools.output import say

if TYPE_CHECKING:
    import argparse

    from bibwiki_tools.arguments import Subparsers

_HEADS = ("What goes wrong", "What bibwiki does", "What to do", "Example")


def register(subparsers: Subparsers) -> None:
    """Add ``explain`` to the command line."""
    parser = add_command(
        subparsers,
        "explain",
        "say what the code of a problem means",
        "Say what a problem means, what bibwiki did about it and what to do. Without a "
        "code, list all of them.",
    )
    parser.add_argument(
        "codes",
        metavar="CODE",
        nargs="*",
        help="a code as bibwiki check or a build prints it, e.g. duplicate-key",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the explanations, or the codes."""
    problems = [problem_of(code) for code in args.codes]
    if not problems:
        for problem in Problem:
            say(f"{problem.value}  ({severity_of(problem)})")
    for number, problem in enumerate(problems):
        if number:
            say()
        say(f"{problem.value} ({severity_of(problem)})")
        for head, text in zip(_HEADS, explanation_of(problem), strict=True):
            for line in textwrap.wrap(f"{head}: {text}", 79, subsequent_indent="  "):
                say(line)
    return 0
