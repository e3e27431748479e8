"""Writes the Sphinx projects that are measured."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from collection import LATEX, Collection, format_files, format_page, venue_name

CONF = """\
import os
import sys

sys.path.insert(0, os.path.dirname(__file__))

project = "Bench"
extensions = ["myst_parser", "{extension}", "stopwatch"]
bibtex_bibfiles = {files!r}
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

PERSON = """\
# {given} {family}

```{{bibliography}}
:filter: author % "{pattern}"
:keyprefix: p{number}-
:labelprefix: P{number}-
```
"""

PROLIFIC = 100
"""People who get a list of their works in the project made the usual way."""


def write_wiki(folder: Path, collection: Collection) -> None:
    """Write a wiki over a collection."""
    _write(folder, "bibwiki", "bibwiki", INDEX, collection)


def write_bibliography(folder: Path, collection: Collection) -> None:
    """Write what sphinxcontrib-bibtex alone offers: one page that lists every work."""
    _write(folder, "sphinxcontrib.bibtex", "pydata_sphinx_theme", INDEX, collection)
    (folder / "works.md").write_text(BIBLIOGRAPHY, encoding="utf-8")


def write_usual(folder: Path, collection: Collection) -> None:
    """Write what people do without bibwiki: a generated source page for each work.

    And a filtered list for each of the most prolific people.
    """
    write_bibliography(folder, collection)
    index = INDEX.replace("*\n", "*\n*/index\n")
    (folder / "index.md").write_text(index, encoding="utf-8")
    works = folder / "works"
    works.mkdir()
    (works / "index.md").write_text(INDEX.replace("Bench", "All works"), "utf-8")
    for work in collection.works:
        names = ", ".join(" ".join(collection.people[one]) for one in work.authors)
        title = work.title.replace("{", "").replace("}", "")
        page = (
            f"# {title}\n\n{names}. {venue_name(work.venue)}, {work.year}. "
            f"{{cite:p}}`{work.key}`\n\n## Abstract\n\n{work.abstract}\n"
        )
        (works / f"{work.key}.md").write_text(page, encoding="utf-8")
    people = folder / "people"
    people.mkdir()
    (people / "index.md").write_text(INDEX.replace("Bench", "People"), "utf-8")
    for number in most_prolific(collection):
        given, family = collection.people[number]
        page = PERSON.format(
            given=given,
            family=family,
            number=number,
            pattern=_pattern(f"{family}, {given}"),
        )
        (people / f"person-{number}.md").write_text(page, encoding="utf-8")


def _pattern(name: str) -> str:
    """Return what matches a name as letters or as LaTeX; filters see the file's text.

    Without a backslash, which the filter's own quotes would take.
    """
    signs = {
        letter: "".join(sign if sign.isalpha() else "." for sign in latex)
        for letter, latex in LATEX.items()
    }
    return "".join(
        f"(?:{letter}|{signs[letter]})" if letter in signs else letter
        for letter in name
    )


def most_prolific(collection: Collection) -> list[int]:
    """Return the numbers of the people with most works, those with the most first."""
    counts = Counter(one for work in collection.works for one in work.authors)
    return sorted(counts, key=lambda one: (-counts[one], one))[:PROLIFIC]


def write_empty(folder: Path) -> None:
    """Write a wiki without a work and with one page: the cost of starting."""
    _write(folder, "bibwiki", "bibwiki", "# Bench\n", Collection((), (), ()))


def page_path(folder: Path, number: int) -> Path:
    """Return the file of a hand-written page."""
    return folder / f"reading-{number:03}.md"


def _write(
    folder: Path, extension: str, theme: str, index: str, collection: Collection
) -> None:
    folder.mkdir(parents=True)
    texts = format_files(collection)
    conf = CONF.format(extension=extension, theme=theme, files=list(texts))
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    shutil.copy(Path(__file__).with_name("stopwatch.py"), folder)
    (folder / "index.md").write_text(index, encoding="utf-8")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    for number, keys in enumerate(collection.citations):
        page = format_page(number, keys)
        page_path(folder, number).write_text(page, encoding="utf-8")
