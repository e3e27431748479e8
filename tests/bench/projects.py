"""Writes the Sphinx projects that are measured."""

from __future__ import annotations

import shutil
from pathlib import Path

from collection import Collection, format_entries, format_page

CONF = """\
import os
import sys

sys.path.insert(0, os.path.dirname(__file__))

project = "Bench"
extensions = ["myst_parser", "{extension}", "stopwatch"]
bibtex_bibfiles = ["works.bib"]
bibtex_reference_style = "author_year"
html_theme = "{theme}"
html_copy_source = False
"""

INDEX = """\
# Bench

```{toctree}
:glob:

*
```
"""

BIBLIOGRAPHY = """\
# Works

```{bibliography}
:all:
```
"""


def write_wiki(folder: Path, collection: Collection) -> None:
    """Write a wiki over a collection."""
    conf = CONF.format(extension="bibwiki", theme="bibwiki")
    _write(folder, conf, INDEX, collection)


def write_bibliography(folder: Path, collection: Collection) -> None:
    """Write what sphinxcontrib-bibtex alone offers: one page that lists every work."""
    conf = CONF.format(extension="sphinxcontrib.bibtex", theme="pydata_sphinx_theme")
    _write(folder, conf, INDEX, collection)
    (folder / "works.md").write_text(BIBLIOGRAPHY, encoding="utf-8")


def write_empty(folder: Path) -> None:
    """Write a wiki without a work and with one page: the cost of starting."""
    conf = CONF.format(extension="bibwiki", theme="bibwiki")
    _write(folder, conf, "# Bench\n", Collection((), (), ()))


def page_path(folder: Path, number: int) -> Path:
    """Return the file of a hand-written page."""
    return folder / f"reading-{number:02}.md"


def _write(folder: Path, conf: str, index: str, collection: Collection) -> None:
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    shutil.copy(Path(__file__).with_name("stopwatch.py"), folder)
    (folder / "index.md").write_text(index, encoding="utf-8")
    entries = format_entries(collection)
    (folder / "works.bib").write_text(entries, encoding="utf-8")
    for number, keys in enumerate(collection.citations):
        page = format_page(number, keys)
        page_path(folder, number).write_text(page, encoding="utf-8")
