"""Writes the measured numbers as a table in Markdown."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from collection import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from measure import Cost

BEGIN = "% bench: begin"
END = "% bench: end"


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


def format_report(rows: list[Row]) -> str:
    """Return the table, what it was measured with, and what follows from it."""
    lines = [
        "| Project | Works | Build | HTML pages | CPU (s) | Wall (s) | Peak (MiB) |",
        "| --- | ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row.project} | {row.works:,} | {row.build} | {row.pages:,} "
        f"| {row.cost.cpu:.1f} | {row.cost.wall:.1f} | {row.cost.peak:.0f} |"
        for row in rows
    ]
    python = platform.python_version()
    lines += ["", f"Measured by `make bench` with Python {python},"]
    names = ("Sphinx", "myst-parser", "sphinxcontrib-bibtex")
    lines += [f"{name} {version(name)}," for name in names]
    lines += [f"on {platform.system()} with {os.cpu_count()} cores."]
    return "\n".join(lines + _growth(rows))


def _growth(rows: list[Row]) -> list[str]:
    """Say what a page costs when there are many: with linear growth the same."""
    clean = [row for row in rows if row.build == "clean" and row.project == "bibwiki"]
    if len(clean) < 2:
        return []
    small, large = clean[0], clean[-1]
    each = (large.cost.cpu - small.cost.cpu) / (large.pages - small.pages)
    writing = large.written / (large.pages - PAGES)
    return [
        f"From {small.works:,} to {large.works:,} works, each further page of a clean",
        f"build takes {each * 1000:.2f} ms of CPU time, its share of reading BibTeX",
        "and of assembling the catalogue included.",
        f"Of these, {writing * 1000:.2f} ms go into making and writing the page.",
    ]


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
