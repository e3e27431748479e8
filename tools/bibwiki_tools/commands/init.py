"""``bibwiki init``: starts a wiki."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki_tools.arguments import add_command
from bibwiki_tools.origin import own_requirement
from bibwiki_tools.output import CommandError, say
from bibwiki_tools.texts import render, template_tree, write_new_files

if TYPE_CHECKING:
    import argparse

    from bibwiki_tools.arguments import Subparsers


def register(subparsers: Subparsers) -> None:
    """Add ``init`` to the command line."""
    parser = add_command(
        subparsers,
        "init",
        "start a wiki in a folder",
        "Write a small wiki that builds at once: settings for Sphinx and for Read the "
        "Docs, a Makefile, a BibTeX file with two invented entries, and a page for one "
        "person and one topic. No existing file is changed.",
    )
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        default=".",
        type=Path,
        help="where; made if it does not exist (default: the current folder)",
    )
    parser.add_argument(
        "--title",
        help="the wiki's name (default: made from the name of the folder)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the wiki and say how it is built."""
    folder: Path = args.folder
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"{folder} is a file; name a folder")
    requirement = own_requirement()
    values = {
        "title": " ".join((args.title or title_for(folder)).split()),
        # The guide tells of a search that inflects words.
        "requirement": requirement.with_extra("pagefind"),
        "local": requirement.local,
    }
    texts = {
        path: render(template, values)
        for path, template in template_tree("wiki").items()
    }
    write_new_files(folder, texts)
    for path in texts:
        say(f"wrote {folder / path}")
    say(f"Build it:  {_build_command(folder)}")
    return 0


def title_for(folder: Path) -> str:
    """Return a title made from a folder's name, e.g. ``Number wiki``."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").split()
    title = " ".join(words)
    return title[:1].upper() + title[1:] or "Research wiki"


def _build_command(folder: Path) -> str:
    """Return what to type here to build the wiki with this very Python."""
    command = "make html"
    active = shutil.which("python3")
    # Not resolved: the python3 of a virtual environment is a link to the system's.
    if active is None or Path(active).parent != Path(sys.executable).parent:
        command += f" PYTHON={shlex.quote(sys.executable)}"
    if folder.resolve() == Path.cwd():
        return command
    return f"cd {shlex.quote(os.fspath(folder))} && {command}"
