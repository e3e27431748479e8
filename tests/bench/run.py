"""Measures builds of any size, reading alone, and other ways: ``make bench``.

Every build is a process of its own. After each, what it made is counted.
"""

from __future__ import annotations

import argparse
import compileall
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import bibwiki
from checks import (
    WrongResultError,
    check_bibliography,
    check_usual,
    check_wiki,
    expect_people,
)
from collection import Collection, format_files, make_collection
from duplicates import measure_duplicates
from hugo_site import write_hugo_site
from identity import measure_identity
from invented_pairs import make_pairs
from measure import TooSlowError, measure
from mentions import MadeAnthology, make_anthology, make_large_anthology
from projects import (
    page_path,
    write_bibliography,
    write_empty,
    write_usual,
    write_wiki,
)
from report import (
    Comparison,
    Judgement,
    Reading,
    Results,
    Row,
    format_report,
    write_report,
)
from stopwatch import RESULT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (1_000, 10_000, 30_000, 100_000)
ALONE_UP_TO = 10_000
"""Larger projects are built with every core only: one after the other takes long."""
READINGS = (10_000, 88_000)
USUAL_SIZE = 2_000
USUAL_PAGES = 200
USUAL_CITATIONS = 10
USUAL_MOST = 900
"""Seconds after which the usual way is given up."""
HUGO_SIZE = 10_000
ADDITION = "All this was seen again a year later."
HERE = Path(__file__).parent
PERFORMANCE = HERE.parents[1] / "docs" / "develop" / "performance.md"


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

    @property
    def doctrees(self) -> Path:
        """Where Sphinx keeps what it read."""
        return self.folder / "doctrees"

    def row(
        self,
        build: str,
        jobs: str = "auto",
        most: float | None = None,
        above: Project | None = None,
    ) -> Row:
        """Build, check what came out, and return what it cost.

        Args:
            build: What was done before, e.g. ``no-op``.
            jobs: What Sphinx's ``-j`` is given.
            most: Seconds after which the build is given up.
            above: A project built before, which has not changed. It is built again
                first: the speed of a machine changes within a run.
        """
        start = above.row("no-op").cost.wall if above else None
        command: list[str | Path] = [sys.executable, "-m", "sphinx", "-q"]
        command += ["-j", jobs, "-b", "html", "-d", self.doctrees]
        command += [self.source, self.output]
        cost = measure(command, self.folder, self.folder / "log.txt", most)
        row = Row(
            self.name,
            len(self.collection.works),
            build,
            self.check(self.output, self.collection),
            cost,
            float((self.doctrees / RESULT).read_text(encoding="utf-8")),
            (self.doctrees / "environment.pickle").stat().st_size / 2**20,
            start,
        )
        _say(
            f"{self.name}, {row.works:,} works, {build}: {cost.wall:.1f} s, "
            f"{cost.cpu:.1f} s CPU, {cost.peak:.0f} MiB"
        )
        return row

    def forget(self) -> None:
        """Remove everything built."""
        shutil.rmtree(self.output)
        shutil.rmtree(self.doctrees)


def measure_wiki(folder: Path, size: int, empty: Project) -> list[Row]:
    """Measure clean and incremental builds of a wiki."""
    collection = make_collection(size)
    project = Project("bibwiki", folder, collection, check_wiki)
    write_wiki(project.source, collection)
    rows = []
    if size <= ALONE_UP_TO:
        rows.append(project.row("clean, one worker", jobs="1"))
        project.forget()
    rows += [project.row("clean"), project.row("no-op", above=empty)]
    _touch_page(project)
    rows.append(project.row("one page touched", above=empty))
    _check_touch(project)
    _edit_entry(project)
    rows.append(project.row("one entry edited", above=empty))
    _check_edit(project)
    return rows


def measure_bibliography(folder: Path, size: int) -> list[Row]:
    """Measure the same entries and citations with sphinxcontrib-bibtex alone."""
    collection = make_collection(size)
    name = "sphinxcontrib-bibtex"
    project = Project(name, folder, collection, check_bibliography)
    write_bibliography(project.source, collection)
    rows = [project.row("clean"), project.row("no-op")]
    _edit_entry(project)
    rows.append(project.row("one entry edited"))
    return rows


def empty_wiki(folder: Path) -> Project:
    """Write a wiki without works, which shows what it costs to start at all.

    First of all bibwiki is compiled to bytecode, as pip does when it installs.
    """
    compileall.compile_dir(Path(bibwiki.__file__).parent, quiet=1)
    project = Project("empty wiki", folder, Collection((), (), ()), _count_pages)
    write_empty(project.source)
    return project


def measure_reading(folder: Path, size: int) -> Reading:
    """Measure reading entries into works and people, without Sphinx and pages."""
    folder.mkdir(parents=True)
    collection = make_collection(size)
    for name, text in format_files(collection).items():
        (folder / name).write_text(text, encoding="utf-8")
    log = folder / "log.txt"
    cost = measure([sys.executable, HERE / "reading.py", folder], folder, log)
    found = json.loads(log.read_text(encoding="utf-8"))
    if found["works"] != size:
        message = f"reading {size} works found {found}"
        raise WrongResultError(message)
    expect_people(found["people"], len(collection.people))
    _say(f"reading {size:,}: {found['cpu']:.1f} s CPU, {cost.peak:.0f} MiB")
    return Reading(size, found["people"], found["cpu"], cost.peak)


def judge() -> list[Judgement]:
    """Measure how well people and duplicates are found, beside plain rules."""
    pairs = measure_duplicates(make_pairs())
    anthologies = (make_anthology(), make_large_anthology())
    return [
        *(
            Judgement(f"people, {made.mentions:,} names", *found)
            for made in anthologies
            for found in _judged_people(made)
        ),
        *(
            Judgement("duplicates", rule, one.precision, one.recall)
            for rule, one in zip(("bibwiki", "equal fields"), pairs, strict=True)
        ),
    ]


def _judged_people(made: MadeAnthology) -> Iterator[tuple[str, float, float]]:
    for rule, one in zip(
        ("bibwiki", "equal names"), measure_identity(made), strict=True
    ):
        yield rule, one.precision, one.recall


def compare_usual(folder: Path) -> Comparison:
    """Measure a project made the usual way beside a wiki over the same."""
    collection = make_collection(
        USUAL_SIZE, pages=USUAL_PAGES, citations=USUAL_CITATIONS
    )
    wiki = Project("bibwiki", folder / "wiki", collection, check_wiki)
    write_wiki(wiki.source, collection)
    ours = wiki.row("clean")
    usual = Project("the usual way", folder / "usual", collection, check_usual)
    write_usual(usual.source, collection)
    try:
        theirs: Row | None = usual.row("clean", most=USUAL_MOST)
    except TooSlowError as error:
        _say(f"the usual way: {error}")
        theirs = None
    return Comparison(
        ours.works,
        (ours.pages, ours.cost.wall),
        (theirs.pages, theirs.cost.wall) if theirs else (0, USUAL_MOST),
        bounded=theirs is None,
    )


def compare_hugo(folder: Path, wiki: Project, wall: float) -> Comparison | None:
    """Measure Hugo on the pages of a built wiki; None where it is not installed."""
    beside = Path(sys.executable).with_name("hugo")
    hugo = str(beside) if beside.is_file() else shutil.which("hugo")
    if hugo is None:
        _say("Hugo is not installed (tests/bench/requirements.txt): not compared")
        return None
    pages = write_hugo_site(folder, wiki.output)
    command: list[str | Path] = [hugo, "--quiet", "--source", folder]
    cost = measure(command, folder, folder / "log.txt")
    built = _count_pages(folder / "public", wiki.collection)
    if built < pages:
        message = f"Hugo built {built} pages of {pages}"
        raise WrongResultError(message)
    _say(f"Hugo, {pages:,} pages: {cost.wall:.1f} s, {cost.cpu:.1f} s CPU")
    works = len(wiki.collection.works)
    return Comparison(works, (pages, wall), (built, cost.wall), bounded=False)


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
    for path in sorted(project.source.glob("*.bib")):
        text = path.read_text(encoding="utf-8")
        before, found, after = text.partition(f"@article{{{_edited_key(project)},")
        if found:
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
    sys.stderr.flush()


def run(folder: Path, sizes: list[int], *, others: bool) -> Results:
    """Measure everything that is asked for, the small things first.

    Args:
        folder: An empty folder; what is built is removed as soon as it was measured.
        sizes: Numbers of works, 400 or more.
        others: Measure reading alone and other programs too.
    """
    empty = empty_wiki(folder / "empty")
    results = Results([empty.row("clean"), empty.row("no-op")])
    if others:
        results.readings = [
            measure_reading(folder / f"bib-{size}", size) for size in READINGS
        ]
        results.judgements = judge()
        results.rows += measure_bibliography(folder / "alone", min(SIZES))
        results.usual = compare_usual(folder / "side-by-side")
        shutil.rmtree(folder / "side-by-side")
    for size in sorted(sizes):
        here = folder / f"wiki-{size}"
        results.rows += measure_wiki(here, size, empty)
        if others and size == HUGO_SIZE:
            clean = results.find(size, "clean")
            wiki = Project("bibwiki", here, make_collection(size), check_wiki)
            wall = clean.cost.wall if clean else 0.0
            results.hugo = compare_hugo(folder / "hugo", wiki, wall)
        shutil.rmtree(here)
    return results


def main() -> int:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--write",
        action="store_true",
        help="put the tables into docs/develop/performance.md as well",
    )
    parser.add_argument(
        "--sizes",
        nargs="+",
        type=int,
        default=SIZES,
        metavar="N",
        help="numbers of works, each 400 or more",
    )
    parser.add_argument(
        "--wiki-only",
        action="store_true",
        help="leave out reading alone and other programs",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bibwiki-bench-") as name:
        results = run(Path(name), options.sizes, others=not options.wiki_only)
    report = format_report(results)
    sys.stdout.write(f"{report}\n")
    if options.write:
        write_report(PERFORMANCE, report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
