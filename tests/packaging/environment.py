"""Fresh places to try an installation in: environments and copies of the tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import venv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INHERITED = ("PYTHON", "MAKE", "MFLAGS", "VIRTUAL_ENV", "PIP_CONSTRAINT", "PIP_BUILD")
"""Beginnings of the variables that would make a fresh place depend on this one."""

COMPLAINT = re.compile(r"\b(?:WARNING|ERROR|CRITICAL|error):")
LINES = 30

TIMEOUT = 540
"""Seconds after which a command counts as hanging."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended."""

    status: int
    output: str
    """What it wrote to standard output and standard error, in the order written."""

    def gist(self) -> str:
        """Return the complaints in the output, and how it ended."""
        lines = self.output.splitlines()
        complaints = [line for line in lines if COMPLAINT.search(line)]
        return "\n".join([*complaints[:LINES], "...", *lines[-LINES:]])


def run(
    command: list[str | Path],
    folder: Path,
    variables: Mapping[str, str] | None = None,
) -> Outcome:
    """Run a command in a folder, with nothing of this environment but its PATH."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean_variables() | dict(variables or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    return Outcome(done.returncode, done.stdout)


def succeed(
    command: list[str | Path],
    folder: Path,
    variables: Mapping[str, str] | None = None,
) -> str:
    """Run a command as :func:`run` does, fail unless it succeeds, return its output."""
    outcome = run(command, folder, variables)
    if outcome.status != 0:
        shown = " ".join(str(part) for part in command)
        pytest.fail(f"{shown}\nended with {outcome.status}:\n{outcome.gist()}")
    return outcome.output


def clean_variables() -> dict[str, str]:
    """Return the environment variables without those that point back here."""
    variables = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(INHERITED)
    }
    return variables | {"NO_COLOR": "1"}


def create_environment(folder: Path) -> Path:
    """Make an empty virtual environment and return its Python."""
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


def copy_tracked_files(repository: Path, folder: Path) -> Path:
    """Copy what a clone would hold, in its state on disk, and return the copy."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - the git that the user has
        cwd=repository,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode("utf-8").split("\0"):
        source = repository / name
        if name and source.is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return folder
