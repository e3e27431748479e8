"""The command line as a whole."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bibwiki.version import VERSION
from bibwiki_tools.cli import COMMANDS, build_parser

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command


def test_version_is_printed(bibwiki: Command) -> None:
    outcome = bibwiki("--version")

    assert (outcome.status, outcome.out) == (0, f"bibwiki {VERSION}\n")


def test_help_names_every_command(bibwiki: Command) -> None:
    outcome = bibwiki("--help")

    assert outcome.status == 0
    for command in COMMANDS:
        name = command.__name__.rpartition(".")[2]
        assert re.search(rf"^    {name}\s", outcome.out, re.MULTILINE)


@pytest.mark.parametrize(
    "command", [one.__name__.rpartition(".")[2] for one in COMMANDS]
)
def test_each_command_explains_itself(bibwiki: Command, command: str) -> None:
    outcome = bibwiki(command, "--help")

    assert outcome.status == 0
    assert outcome.out.startswith(f"usage: bibwiki {command}")
    assert len(outcome.out.splitlines()) > 5


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="none"),
        pytest.param(["polish"], id="unknown command"),
        pytest.param(["inspect"], id="no file"),
        pytest.param(["--ver"], id="abbreviated option"),
        pytest.param(["new", "planet", "Mars"], id="unknown kind"),
    ],
)
def test_wrong_arguments_are_refused(bibwiki: Command, arguments: list[str]) -> None:
    outcome = bibwiki(*arguments)

    assert outcome.status == 2
    assert outcome.out == ""
    assert "usage: bibwiki" in outcome.err


def test_help_does_not_depend_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    narrow = build_parser().format_help()
    monkeypatch.setenv("COLUMNS", "200")

    assert build_parser().format_help() == narrow


def test_reader_that_has_enough_is_no_error(
    wiki: Path, environment: dict[str, str]
) -> None:
    entry = "@misc{{k{0}, title = {{Title {0}}}}}\n"
    text = "".join(entry.format(number) for number in range(2000))
    (wiki / "many.bib").write_text(text)
    arguments = ["-m", "bibwiki_tools", "inspect", "--json", "many.bib"]

    with subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaints = process.stderr.read()

    assert complaints == b""
    assert process.returncode == 0
