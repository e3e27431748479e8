"""Measures clean and incremental builds: ``make bench``.

Every build is a process of its own, with one worker, so that the numbers are those of
the work and not of the machine's cores; one more clean build uses every core.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checks import WrongResultError, check_bibliography, check_wiki
from collection import Collection, make_collection
from measure import Cost, measure
from projects import page_path, write_bibliography, write_empty, write_wiki
from report import Row, format_report, write_report
from stopwatch import RESULT

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 10_000)
ADDITION = "All this was seen again a year later."
PERFORMANCE = Path(__file__).parents[2] / "docs" / "develop" / "performance.md"


@dataclass(frozen=True, slots=True)
class Project:
    """One project in its own folder, built again and again."""

    name: str
    folder: Path
    collection: Collection
    check: Callable[[Path, Collection], int]

    @property
    def source(self) -> Path:
        """Where its pages are."""
        return self.folder / "source"

    @property
    def output(self) -> Path:
        """Where its HTML pages go."""
        return self.folder / "html"

    def row(self, build: str, jobs: str = "1") -> Row:
        """Build, check what came out, and return what it cost."""
        cost = self._build(jobs)
        pages = self.check(self.output, self.collection)
        stopwatch = self.folder / "doctrees" / RESULT
        written = float(stopwatch.read_text(encoding="utf-8"))
        row = Row(self.name, len(self.collection.works), build, pages, cost, written)
        _say(f"{self.name}, {row.works:,} works, {build}: {cost.cpu:.1f} s CPU")
        return row

    def forget(self) -> None:
        """Remove everything built, but keep the folders."""
        for folder in (self.output, self.folder / "doctrees"):
            folder.rename(folder.with_name(f"{folder.name}-before"))

    def _build(self, jobs: str) -> Cost:
        command: list[str | Path] = [sys.executable, "-m", "sphinx", "-W", "-q"]
        command += ["-j", jobs, "-b", "html", "-d", self.folder / "doctrees"]
        command += [self.source, self.output]
        return measure(command, self.folder, self.folder / "log.txt")


def measure_wiki(folder: Path, size: int) -> list[Row]:
    """Measure clean and incremental builds of a wiki."""
    collection = make_collection(size)
    project = Project("bibwiki", folder, collection, check_wiki)
    write_wiki(project.source, collection)
    rows = [project.row("clean"), project.row("no-op")]
    _touch_page(project)
    rows.append(project.row("one page touched"))
    _check_touch(project)
    _edit_entry(project)
    rows.append(project.row("one entry edited"))
    _check_edit(project)
    project.forget()
    rows.append(project.row("clean, every core", jobs="auto"))
    return rows


def measure_bibliography(folder: Path, size: int) -> list[Row]:
    """Measure the same entries and citations with sphinxcontrib-bibtex alone."""
    collection = make_collection(size)
    name = "sphinxcontrib-bibtex"
    project = Project(name, folder, collection, check_bibliography)
    write_bibliography(project.source, collection)
    rows = [project.row("clean"), project.row("no-op")]
    _touch_page(project)
    rows.append(project.row("one page touched"))
    _check_touch(project)
    _edit_entry(project)
    rows.append(project.row("one entry edited"))
    return rows


def measure_empty(folder: Path) -> list[Row]:
    """Measure a wiki without works: what it costs to start at all."""
    project = Project("empty wiki", folder, Collection((), (), ()), _count_pages)
    write_empty(project.source)
    return [project.row("clean"), project.row("no-op")]


def _count_pages(output: Path, _collection: Collection) -> int:
    return sum(1 for _ in output.rglob("*.html"))


def _touch_page(project: Project) -> None:
    """Add a sentence to a page; what it cites stays the same."""
    with page_path(project.source, 7).open("a", encoding="utf-8") as page:
        page.write(f"\n{ADDITION}\n")


def _check_touch(project: Project) -> None:
    page = page_path(project.output, 7).with_suffix(".html")
    if ADDITION not in page.read_text(encoding="utf-8"):
        message = f"{page.name} lacks the sentence that was added"
        raise WrongResultError(message)


def _edit_entry(project: Project) -> None:
    """Give a work that a page cites another title."""
    path = project.source / "works.bib"
    text = path.read_text(encoding="utf-8")
    before, found, after = text.partition(f"@article{{{_edited_key(project)},")
    after = after.replace("title = {", "title = {Revisited: ", 1)
    path.write_text(before + found + after, encoding="utf-8")


def _edited_key(project: Project) -> str:
    return project.collection.citations[3][5]


def _check_edit(project: Project) -> None:
    page = project.output / "works" / f"{_edited_key(project)}.html"
    if "Revisited: " not in page.read_text(encoding="utf-8"):
        message = f"{page.name} still shows the title from before the edit"
        raise WrongResultError(message)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--write",
        action="store_true",
        help="put the table into docs/develop/performance.md as well",
    )
    parser.add_argument(
        "--sizes",
        nargs="*",
        type=int,
        default=SIZES,
        metavar="N",
        help="400 or more works; the bibliography alone gets the fewest",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bibwiki-bench-") as name:
        folder = Path(name)
        rows = measure_empty(folder / "empty")
        for size in options.sizes:
            rows += measure_wiki(folder / f"wiki-{size}", size)
        rows += measure_bibliography(folder / "alone", min(options.sizes))
    report = format_report(rows)
    sys.stdout.write(f"{report}\n")
    if options.write:
        write_report(PERFORMANCE, report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
