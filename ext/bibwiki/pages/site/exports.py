"""The bibliography as files: all of it, and that of hand-written people and topics.

The ``.bib`` files hold every entry, versions too, with the wiki's own fields (claims,
summaries, relations): other programs skip fields they do not know, and bibwiki reads
the same wiki out of them again. What points to somebody's machine is left out.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.formats.csl import csl_line
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.items import Link
from bibwiki.pages.links import FilePlace
from bibwiki.pages.page_view import Action
from bibwiki.pages.site.pieces import joined, pieces_of_works
from bibwiki.pages.site.site_file import SiteFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork, Thing
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.pieces import Piece

ALL_BIBTEX = "exports/works.bib"
ALL_CSL = "exports/works.json"
EXPORTED_KINDS = (Kind.PERSON, Kind.TOPIC)
"""Kinds whose hand-written things have files of their own."""


_KEPT = 5_000
"""Works whose BibTeX is kept for further files: most are the works of several."""


def export_path(context: PageContext, target: Target) -> str | None:
    """Return the ``.bib`` file of a thing; None where it has none."""
    if target.kind not in EXPORTED_KINDS or not context.has_document(target):
        return None
    slug = context.slug(target)
    return f"exports/{target.kind.folder}/{slug}.bib"


def export_actions(context: PageContext, target: Target) -> tuple[Action, ...]:
    """Return the link to a thing's ``.bib`` file, if it has one."""
    path = export_path(context, target)
    if path is None:
        return ()
    return (Action(Link("Download BibTeX", FilePlace(path))),)


def all_export_actions() -> tuple[Action, ...]:
    """Return the links to the files of the whole wiki."""
    return (
        Action(Link("Download BibTeX", FilePlace(ALL_BIBTEX))),
        Action(Link("Download CSL-JSON", FilePlace(ALL_CSL))),
    )


def exported_things(context: PageContext) -> Iterator[tuple[Target, Thing]]:
    """Yield the people and topics that have files of their own, in catalogue order."""
    for kind in EXPORTED_KINDS:
        for thing in context.catalogue.things(kind).values():
            target = Target(kind, thing.id)
            if context.has_document(target):
                yield target, thing


def export_files(context: PageContext) -> Iterator[SiteFile]:
    """Yield the files of the whole wiki, then those of its people and topics."""
    for whole, pieces in (
        (ALL_BIBTEX, partial(_bibtex_pieces, context)),
        (ALL_CSL, partial(_csl_pieces, context)),
    ):
        yield SiteFile(whole, partial(_whole, pieces), pieces=pieces)
    formatted = lru_cache(_KEPT)(_formatted)
    for target, _ in exported_things(context):
        path = export_path(context, target)
        if path is not None:
            yield SiteFile(path, partial(_bibtex, context, formatted, target))


def _bibtex(
    context: PageContext,
    formatted: Callable[[_Record], str],
    target: Target,
) -> str:
    """Return the entries of a thing's works in BibTeX.

    Args:
        context: The catalogue.
        formatted: Gives the BibTeX of a work's entries.
        target: A person or a topic.
    """
    works = context.catalogue.works
    keys = context.catalogue.things(target.kind)[target.id].works
    # Each work is looked up in any case: so it is known that this file shows it.
    return "\n".join([formatted(_Record(works[key])) for key in keys])


def _formatted(record: _Record) -> str:
    return "\n".join(
        [
            format_bibtex(entry, own_fields=True)
            for entry in record.work.entries
            if entry.kept
        ]
    )


class _Record:
    """A work, known again by its primary key: records are slow to hash."""

    __slots__ = ("work",)

    def __init__(self, work: CataloguedWork) -> None:
        self.work = work

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Record) and self.work.key == other.work.key

    def __hash__(self) -> int:
        return hash(self.work.key)


def _bibtex_pieces(context: PageContext) -> Iterator[Piece]:
    return pieces_of_works(context, lambda work: _formatted(_Record(work)))


def _csl_pieces(context: PageContext) -> Iterator[Piece]:
    return pieces_of_works(
        context,
        lambda work: csl_line(work.work),
        begin="[\n",
        between=",\n",
        end="\n]\n",
    )


def _whole(pieces: Callable[[], Iterator[Piece]]) -> str:
    return joined(pieces())
