"""Small wikis that tests write, build, edit and build again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx.application import Sphinx
from sphinx.util.console import strip_escape_sequences
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONF = """
project = "Test"
extensions = ["myst_parser", "bibwiki"]
bibtex_bibfiles = ["works.bib"]
html_theme = "basic"
# pydata-sphinx-theme appends to the default, which all builds of a process share.
templates_path = []
"""

WORKS = r"""
@article{example2019sorting,
  author = {Example, Ada and M{\"u}ller, Jo},
  author+an = {1=equal; 2=equal},
  title = {Sorting {Small} Lists},
  journaltitle = {Journal of Invented Results},
  date = {2019-05},
  doi = {10.5555/sorting},
  keywords = {sorting, invented-topic},
  annotation = {Lists of ten items are sorted.},
  claim = {Ten items are sorted in 3 steps.},
}

@inproceedings{muller2021merging,
  author = {M{\"u}ller, Jo and Third, Person},
  title = {Merging Large Lists},
  booktitle = {Conference on Invented Things},
  year = {2021},
  keywords = {sorting, merging},
  extends = {example2019sorting},
}
"""

PERSON = """\
---
bibwiki:
  kind: person
  name: Ada Example
  also: [A. Example]
---
# Ada Example

She sorts lists {cite:p}`example2019sorting`.
Later others merged them.
"""

INDEX = """\
# A wiki

Welcome. Sorting was solved {cite:p}`example2019sorting`. Then [[Ada Example]] rested.

## Merging

It followed {cite:t}`muller2021merging` closely.

```{toctree}
:hidden:

people/ada-example
```
"""

WIKI = {
    "conf.py": CONF,
    "works.bib": WORKS,
    "index.md": INDEX,
    "people/ada-example.md": PERSON,
}
"""A small wiki that builds without a warning; maps paths to texts."""


@dataclass
class Built:
    """What one build left."""

    app: Sphinx
    warnings: list[str]
    """The lines of warning output, without colours."""

    @property
    def outdir(self) -> Path:
        return Path(self.app.outdir)

    def text(self, name: str) -> str:
        return (self.outdir / name).read_text(encoding="utf-8")

    def has(self, name: str) -> bool:
        return (self.outdir / name).is_file()

    def tree(self) -> dict[str, bytes]:
        """Map the path of each file of the output to its content.

        Sphinx's record of the configuration, and the one before, are no output.
        """
        return {
            path.relative_to(self.outdir).as_posix(): path.read_bytes()
            for path in sorted(self.outdir.rglob("*"))
            if path.is_file() and not path.name.startswith(".buildinfo")
        }


@dataclass
class Project:
    """A Sphinx project in a folder of its own."""

    root: Path

    def write(self, files: Mapping[str, str]) -> Project:
        for name, text in files.items():
            path = self.root / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.root / "docs" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def build(
        self,
        builder: str = "html",
        *,
        out: str = "out",
        jobs: int = 1,
        files: Sequence[Path] = (),
        **config: object,
    ) -> Built:
        """Build in this process; ``out`` names the output and doctree folders.

        ``files`` are named on the command line: only they are written.
        """
        docs = self.root / "docs"
        warnings = StringIO()
        with patch_docutils(docs), docutils_namespace():
            app = Sphinx(
                docs,
                docs,
                self.root / out / builder,
                self.root / out / "doctrees",
                builder,
                confoverrides=config,
                status=StringIO(),
                warning=warnings,
                parallel=jobs,
            )
            app.build(filenames=list(files))
        lines = strip_escape_sequences(warnings.getvalue()).splitlines()
        return Built(app, [line for line in lines if line.strip()])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    return Project(tmp_path)


@pytest.fixture
def wiki(project: Project) -> Project:
    """A small wiki that builds without a warning."""
    return project.write(WIKI)


class Processes:
    """Notes in a file which process does something: this one or another."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._here = os.getpid()
        path.touch()

    def note(self) -> None:
        """Note the process in which this is called."""
        with self._path.open("a") as file:
            file.write("here\n" if os.getpid() == self._here else "another\n")

    @property
    def noted(self) -> list[str]:
        """``here`` or ``another`` for each time."""
        return self._path.read_text().split()


@pytest.fixture
def noting(tmp_path: Path) -> Processes:
    """Return what notes processes; nothing is noted yet."""
    return Processes(tmp_path / "processes")
