"""One sentence on what the catalogue holds about a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.counts import people_of, years_of
from bibwiki.pages.wording import counted, year_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.pages.context import PageContext


def works_summary(context: PageContext, name: str, keys: Sequence[str]) -> str:
    """Say how many works and people a thing has here and from when, with its name."""
    if not keys:
        return f"{name}: no works are recorded here yet."
    works, people = len(keys), len(people_of(context, keys))
    years = year_range(years_of(context, keys))
    by = f" by {counted(people, 'person')}" if people else ""
    when = f", {years}" if years else ""
    return f"{name}: {counted(works, 'work')}{by} recorded here{when}."
