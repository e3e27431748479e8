"""Rows that the infoboxes of several kinds share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.counts import years_of
from bibwiki.pages.items import Fact, Link
from bibwiki.pages.links import ThingPlace, WebPlace
from bibwiki.pages.provenance import checked_day
from bibwiki.pages.thing_links import year_link
from bibwiki.pages.wording import capitalized, counted, date_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.model.notes.kind import Target
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Work
    from bibwiki.pages.context import PageContext

NOT_RECORDED = "not recorded"
"""Stands in rows that matter even when nothing is known."""


def mention_fact(
    context: PageContext, target: Target, section: str = "mentions"
) -> Iterator[Fact]:
    """Yield on how many pages a thing is mentioned, with a link to the list."""
    pages = {mention.docname for mention in context.mentions_of(target)}
    if pages:
        label = "Cited on" if section == "cited-in" else "Mentioned on"
        text = counted(len(pages), "page")
        yield Fact(label, (Link(text, ThingPlace(target, section)),))


def year_facts(context: PageContext, keys: Sequence[str]) -> Iterator[Fact]:
    """Yield the years of the first and the newest of some works."""
    years = sorted(set(years_of(context, keys)))
    if years:
        yield Fact("First work", (year_link(context, years[0]),))
    if len(years) > 1:
        yield Fact("Newest work", (year_link(context, years[-1]),))


def note_facts(note: Note | None, work: Work | None = None) -> Iterator[Fact]:
    """Yield the links that a page declares and when its facts were checked.

    Args:
        note: What the page declares.
        work: On the page of a work, that work: its entry may say when, too.
    """
    for label, url in note.links if note else ():
        shown = label.replace("-", " ")
        yield Fact(capitalized(shown), (Link(_shown(url), WebPlace(url)),))
    day = checked_day(note, work)
    if day:
        yield Fact("Checked", (date_words(day),))


def _shown(url: str) -> str:
    """Return an address as readers write it: no scheme, no slash at the end."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")
