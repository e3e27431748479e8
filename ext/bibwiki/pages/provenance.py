"""The last line of a page: where its facts come from, and who answers for them."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from bibwiki.model.curation import Curation, curation_of
from bibwiki.model.dates import parse_date
from bibwiki.pages.items import Badge
from bibwiki.pages.wording import date_words, enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.date import PartialDate
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Work
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Link, Span

_STYLES = {
    Curation.VERIFIED: "ok",
    Curation.IMPORTED: "",
    Curation.NEEDS_CHECK: "alert",
}


def curation_badge(note: Note | None, work: Work | None = None) -> tuple[Badge, ...]:
    """Return the badge that says who answers for a page's facts; none if nobody does.

    Args:
        note: What the thing's page declares, which counts before the entry.
        work: The work, on the page of one.
    """
    curation, _ = _curation(note, work)
    return (Badge(curation.label, _STYLES[curation]),) if curation else ()


def needs_check(note: Note | None, work: Work | None = None) -> bool:
    """Tell whether somebody doubts a page's facts, likewise."""
    return _curation(note, work)[0] is Curation.NEEDS_CHECK


def checked_day(note: Note | None, work: Work | None = None) -> PartialDate | None:
    """Return the day of the last check, likewise."""
    return _curation(note, work)[1]


def _curation(
    note: Note | None, work: Work | None
) -> tuple[Curation | None, PartialDate | None]:
    if note is not None:
        curation = curation_of(note.curation, note.checked)
        if curation is not None:
            return curation, parse_date(note.checked)
    return (work.curation, work.checked) if work is not None else (None, None)


def work_provenance(
    context: PageContext, catalogued: CataloguedWork
) -> tuple[Span, ...]:
    """Return the last line of a work's page: its entries, its notes, their history."""
    work = catalogued.work
    files = [
        (path, [entry.key for entry in entries])
        for path, entries in groupby(
            catalogued.entries, key=lambda entry: entry.location.path
        )
    ]
    named = [f"{_entries(keys)} in {_file_name(path)}" for path, keys in files]
    source = f"Source: {enumeration(named)}"
    note = catalogued.note
    paths = [context.sources.files.get(path, "") for path, _ in files]
    if note is not None:
        source += f"; notes in {_document(note)}"
        paths.append(_document(note))
    links = _links(context, paths)
    return (source, *_said(note, work), *_recorded(work), *links)


def thing_provenance(context: PageContext, note: Note | None) -> tuple[Span, ...]:
    """Return the last line of the page of any other thing.

    Args:
        context: The catalogue.
        note: What its hand-written page declares; None where there is no such page.
    """
    if note is None:
        return ("Made by bibwiki from the entries of the works; not written by hand.",)
    path = _document(note)
    source = f"Source: {path}; lists from the entries of works"
    return (source, *_said(note, None), *_links(context, [path]))


def _entries(keys: list[str]) -> str:
    keys = list(dict.fromkeys(keys))
    return f"{'entry' if len(keys) == 1 else 'entries'} {enumeration(keys)}"


@lru_cache  # there are few files
def _file_name(path: str) -> str:
    """Return a file as pages name it; outside of the project, its bare name."""
    pure = PurePath(path)
    return pure.name if pure.is_absolute() or ".." in pure.parts else path


def _document(note: Note) -> str:
    """Return the path of a page's file, with its suffix."""
    name = PurePath(note.docname).name
    file = PurePath(note.location.path).name
    return f"{note.docname}{file.removeprefix(name) if file != name else ''}"


def _said(note: Note | None, work: Work | None) -> Iterator[str]:
    """Yield who answers for the facts."""
    curation, day = _curation(note, work)
    on_day = f" on {date_words(day)}" if day else ""
    if curation is Curation.VERIFIED:
        yield f"checked by a person{on_day}"
    elif curation is Curation.IMPORTED:
        yield (
            f"imported and checked by a program{on_day}"
            if day
            else ("imported by a program, not checked by a person")
        )
    elif curation is Curation.NEEDS_CHECK:
        yield f"last checked{on_day}, needs another check" if day else "needs a check"


def _recorded(work: Work) -> Iterator[str]:
    """Yield when the entry was added and last changed, as its fields say."""
    days = (("added", work.added), ("changed", work.changed))
    known = [f"{word} {date_words(day)}" for word, day in days if day]
    if known:
        yield f"entry {enumeration(known)}"


def _links(context: PageContext, paths: list[str]) -> list[Link]:
    """Return links to edit the files and to their history."""
    known = list(dict.fromkeys(filter(None, paths)))
    several = len(known) > 1
    return [
        link
        for path in known
        for link in context.sources.links(path, path.removeprefix("../") * several)
    ]
