"""Writes the measured numbers as tables in Markdown."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from collection import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from measure import Cost

BEGIN = "% bench: begin"
END = "% bench: end"
TARGETS = {
    1_000: (6, 1, 2, 300),
    10_000: (25, 2, 4, 700),
    100_000: (240, 10, 20, 3000),
}
"""Maps a number of works to seconds of a clean build, seconds above an empty project of
a build without changes and after an edit, and to MB of memory."""
READING_TARGETS = {10_000: "3 s", 88_000: "40 s, 1,500 MB"}
MB_PER_MIB = 2**20 / 1e6


@dataclass(frozen=True, slots=True)
class Row:
    """One measured build."""

    project: str
    works: int
    build: str
    """What was done before it, e.g. ``one entry edited``."""
    pages: int
    """HTML files in the output."""
    cost: Cost
    written: float
    """Seconds of CPU time from the first catalogue page to the last."""
    environment: float
    """MiB of Sphinx's pickled environment."""
    start: float | None = None
    """Seconds by the clock that the empty wiki, unchanged, took just before; None where
    it was not built."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Entries read into works whose people are resolved."""

    works: int
    people: int
    cpu: float
    """Seconds."""
    peak: float
    """MiB."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ours and another way side by side, clean builds of the same content."""

    works: int
    ours: tuple[int, float]
    """HTML pages and seconds by the clock."""
    theirs: tuple[int, float]
    bounded: bool
    """Theirs was stopped: it takes longer than is said here."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How well something is told apart, beside a plain rule."""

    what: str
    rule: str
    precision: float
    recall: float


@dataclass(slots=True)
class Results:
    """Everything that one run measured."""

    rows: list[Row]
    readings: list[Reading] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    usual: Comparison | None = None
    hugo: Comparison | None = None

    def find(self, works: int, build: str, project: str = "bibwiki") -> Row | None:
        """Return a measured build of a wiki; None where it was not measured."""
        wanted = (project, works, build)
        found = [r for r in self.rows if (r.project, r.works, r.build) == wanted]
        return found[0] if found else None

    def sizes(self) -> list[int]:
        """Return the numbers of works of the measured wikis, the smallest first."""
        return sorted({row.works for row in self.rows if row.project == "bibwiki"})


def format_report(results: Results) -> str:
    """Return the tables and what they were measured with."""
    lines = [
        *_targets(results),
        *_builds(results.rows),
        *_growth(results),
        *_readings(results.readings),
        *_comparisons(results),
        *_judgements(results.judgements),
        f"Measured by `make bench` with Python {platform.python_version()},",
    ]
    names = ("Sphinx", "myst-parser", "sphinxcontrib-bibtex")
    lines += [f"{name} {version(name)}," for name in names]
    lines += [f"on {platform.system()} with {os.cpu_count()} cores."]
    return "\n".join(lines)


def _table(heads: str, rows: list[str]) -> list[str]:
    """Return a table with its first column flush left and all others right."""
    columns = heads.count("|")
    rule = "| --- |" + " ---: |" * columns
    return [f"| {heads} |", rule, *(f"| {row} |" for row in rows), ""]


def _targets(results: Results) -> Iterator[str]:
    """Yield what is wanted beside what was measured."""
    rows = []
    for works, (clean, no_op, edit, memory) in TARGETS.items():
        found = results.find(works, "clean")
        same = results.find(works, "no-op")
        edited = results.find(works, "one entry edited")
        if not (found and same and edited):
            continue
        peak = max(r.cost.peak for r in (found, same, edited)) * MB_PER_MIB
        size = max(r.environment for r in (found, same, edited)) * MB_PER_MIB
        rows.append(
            f"{works:,} | {found.cost.wall:.1f} s of {clean} s "
            f"| {same.cost.wall - (same.start or 0):.1f} s of {no_op} s "
            f"| {edited.cost.wall - (edited.start or 0):.1f} s of {edit} s "
            f"| {peak:,.0f} MB of {memory:,} MB | {size:,.0f} MB of 300 MB"
        )
    if rows:
        yield "Measured, of what is wanted; seconds by the clock, with every core:"
        yield ""
        yield from _table(
            "Works | Clean build | No-op, above an empty project "
            "| One entry edited, above an empty project | Memory | Environment",
            rows,
        )


def _builds(rows: list[Row]) -> Iterator[str]:
    yield "All builds:"
    yield ""
    yield from _table(
        "Project | Works | Build | HTML pages | CPU (s) | Wall (s) "
        "| The empty wiki just before (s) | Peak (MiB)",
        [
            f"{row.project} | {row.works:,} | {row.build} | {row.pages:,} "
            f"| {row.cost.cpu:.1f} | {row.cost.wall:.1f} "
            f"| {'' if row.start is None else f'{row.start:.1f}'} "
            f"| {row.cost.peak:.0f}"
            for row in rows
        ],
    )


def _growth(results: Results) -> Iterator[str]:
    """Yield how costs grow from size to size: by the power 1 where they are linear."""
    sizes = results.sizes()
    rows = []
    for small, large in pairwise(sizes):
        cells = [f"{small:,} to {large:,}"]
        for build in ("clean", "no-op", "one entry edited"):
            first, second = results.find(small, build), results.find(large, build)
            if first and second:
                cells.append(_power(first.cost.cpu, second.cost.cpu, first, second))
                if build == "clean":
                    peaks = first.cost.peak, second.cost.peak
                    cells.append(_power(*peaks, first, second))
        rows.append(" | ".join(cells))
    if rows:
        yield "The power of the number of works by which costs grow; 1 is linear:"
        yield ""
        heads = (
            "Works | CPU, clean | Memory, clean | CPU, no-op | CPU, one entry edited"
        )
        yield from _table(heads, rows)
    yield from _page_cost(results)


def _power(before: float, after: float, small: Row, large: Row) -> str:
    return f"{log(after / before) / log(large.works / small.works):.2f}"


def _page_cost(results: Results) -> Iterator[str]:
    """Yield what a catalogue page costs in the mean, at each size."""
    found = []
    for works in results.sizes():
        row = results.find(works, "clean, one worker") or results.find(works, "clean")
        if row is not None:
            each = row.written / (row.pages - PAGES) * 1000
            found.append(f"{each:.2f} ms at {works:,} works")
    yield "A catalogue page takes in the mean, of CPU time, search records, feeds and"
    yield f"exports included: {', '.join(found)}."
    yield ""


def _readings(readings: list[Reading]) -> Iterator[str]:
    if not readings:
        return
    yield "Reading `.bib` files into works with their people, without pages:"
    yield ""
    yield from _table(
        "Works | People | CPU (s) | Peak (MB) | Wanted",
        [
            f"{one.works:,} | {one.people:,} | {one.cpu:.1f} "
            f"| {one.peak * MB_PER_MIB:,.0f} | {READING_TARGETS.get(one.works, '')}"
            for one in readings
        ],
    )


def _comparisons(results: Results) -> Iterator[str]:
    rows = []
    for name, one in (("The usual way", results.usual), ("Hugo", results.hugo)):
        if one is not None:
            more = "more than " if one.bounded else ""
            (pages, seconds), (their_pages, theirs) = one.ours, one.theirs
            rows.append(
                f"{name} | {one.works:,} | {their_pages or 'not finished'} "
                f"| {more}{theirs:.1f} | {pages:,} | {seconds:.1f} "
                f"| {more}{theirs / seconds:.1f}"
            )
    if rows:
        yield "Clean builds side by side, in seconds by the clock:"
        yield ""
        yield from _table(
            "Other | Works | Its pages | Its seconds | Pages of bibwiki "
            "| Seconds of bibwiki | Times as long as bibwiki",
            rows,
        )


def _judgements(judgements: list[Judgement]) -> Iterator[str]:
    if not judgements:
        return
    yield "How well people, and entries of one work, are told apart on invented data:"
    yield ""
    yield from _table(
        "What | Rule | Precision | Recall",
        [
            f"{one.what} | {one.rule} | {one.precision:.3f} | {one.recall:.3f}"
            for one in judgements
        ],
    )


def write_report(page: Path, report: str) -> None:
    """Put the report between the markers of a documentation page."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        message = f"{page} has no lines {BEGIN} and {END} to stand between"
        raise ValueError(message)
    new = f"{before}{BEGIN}\n\n{report}\n\n{END}{after}"
    page.write_text(new, encoding="utf-8")
