"""A small invented wiki to run the commands in, and a way to run them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bibwiki_tools.cli import main

REFERENCES = r"""
@article{example2019abacus,
  author = {Example, Ada M. and Muster, Ben and {Institute of Imagination}},
  title = {The Imaginary Abacus},
  journal = {Journal of Invented Results},
  year = {2019},
  keywords = {invented numbers, abaci},
}
@inproceedings{muster2021sorting,
  author = {Muster, Ben and Example, A.},
  title = {Sorting {Invented} Numbers \& Colours},
  booktitle = {Proceedings of the Imaginary Conference},
  publisher = {Castle Press},
  year = {2021},
  keywords = {invented numbers},
  extends = {example2019abacus},
}
@book{vale2023atlas,
  editor = {Vale, Zo{\"e}},
  title = {An Atlas of Nowhere},
  publisher = {Castle Press},
  year = {2023},
  keywords = {maps},
}
@misc{muster2023count,
  author = {Muster, Ben and Vale, Zo{\"e} and Example, Ada M.},
  title = {Counting to Seven},
  year = {2023},
  keywords = {invented numbers, abaci},
}
"""

PAGE = """\
---
bibwiki:
  kind: person
  id: ben
  name: Ben Muster
  also: [B. Muster]
  affiliations: [{organization: Castle Press}]
---

# Ben Muster
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What running the command gave."""

    status: int
    out: str
    err: str


class Command:
    """Runs ``bibwiki`` in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Outcome:
        self._capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else -1
        return Outcome(status, *self._capsys.readouterr())


@pytest.fixture
def bibwiki(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command."""
    return Command(capsys)


@pytest.fixture
def environment() -> dict[str, str]:
    """An environment whose Python has the packages that this one has."""
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    return {**os.environ, "PYTHONPATH": path}


@pytest.fixture
def wiki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a wiki with four works and one page, as the current folder."""
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib/references.bib").write_text(REFERENCES, encoding="utf-8")
    (tmp_path / "docs/people").mkdir(parents=True)
    (tmp_path / "docs/conf.py").write_text("raise SystemExit('never executed')\n")
    (tmp_path / "docs/people/ben.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
