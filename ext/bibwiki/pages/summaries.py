"""One sentence on what the catalogue holds about a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.blocks import Paragraph
from bibwiki.pages.counts import years_of
from bibwiki.pages.items import Link
from bibwiki.pages.wording import counted, year_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.pages.context import PageContext


def summary_paragraph(name: str, summary: str) -> Paragraph:
    """Return a sentence of ours with the name in it set apart.

    Browsers take the direction of a paragraph from its first letter, and pass over what
    is set apart: a sentence in English stays one after an Arabic name.
    """
    before, found, after = summary.partition(name)
    spans = (before, Link(found) if found else "", after)
    return Paragraph(tuple(span for span in spans if span))


def works_summary(
    context: PageContext, name: str, keys: Sequence[str], people: int
) -> str:
    """Say how many works and people a thing has here and from when, with its name."""
    if not keys:
        return f"{name}: no works are recorded here yet."
    works = len(keys)
    years = year_range(years_of(context, keys))
    by = f" by {counted(people, 'person')}" if people else ""
    when = f", {years}" if years else ""
    return f"{name}: {counted(works, 'work')}{by} recorded here{when}."
