"""A clone builds with one command, and a second run installs nothing again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from environment import run, succeed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.packaging


@pytest.fixture
def makefile_alone(repository: Path, tmp_path: Path) -> Path:
    """A folder in which nothing but the Makefile decides what happens."""
    shutil.copy2(repository / "Makefile", tmp_path)
    return tmp_path


def _command(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_clone_builds_and_builds_again(checkout: Path) -> None:
    first = succeed(["make", "html"], checkout)

    page = checkout / "docs" / "_build" / "html" / "index.html"
    assert page.is_file()
    assert first.splitlines()[-1] == f"Open {page}"
    assert "Installing" in first
    assert "WARNING" not in first.partition("Running Sphinx")[2]

    second = succeed(["make", "html"], checkout)

    assert "Installing" not in second
    assert second.splitlines()[-1] == f"Open {page}"
    assert "updating environment: 0 added, 0 changed, 0 removed" in second


def test_failed_build_fails_again(makefile_alone: Path) -> None:
    stamp = makefile_alone / ".venv" / "docs.stamp"
    doctrees = makefile_alone / "docs" / "_build" / "doctrees"
    for folder in (doctrees, makefile_alone / "tests", stamp.parent / "bin"):
        folder.mkdir(parents=True)
    for name in ("pyproject.toml", "constraints.txt", "docs/requirements.txt"):
        (makefile_alone / name).touch()
    stamp.touch()
    _command(stamp.parent / "bin", "python", "exit 2")

    outcome = run(["make", "html"], makefile_alone)

    assert outcome.status != 0
    assert not doctrees.exists(), "the next run would not repeat the warnings"


def test_old_python_is_named(makefile_alone: Path) -> None:
    for name in ("pyproject.toml", "constraints.txt", "docs/requirements.txt"):
        path = makefile_alone / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    old = _command(makefile_alone, "python3.8", "exit 1")

    outcome = run(["make", f"PYTHON={old}", "html"], makefile_alone)

    assert outcome.status != 0
    assert "bibwiki needs Python 3.11 or newer" in outcome.output
    assert not (makefile_alone / ".venv").exists()


def test_ci_runs_what_a_person_runs(repository: Path) -> None:
    script = (repository / ".ci" / "run").read_text(encoding="utf-8")

    assert script.splitlines()[-1] == "exec make test"


def test_help_names_every_command(makefile_alone: Path) -> None:
    printed = succeed(["make"], makefile_alone)

    for command in ("html", "test", "serve", "bench", "clean"):
        assert f"make {command} " in printed
