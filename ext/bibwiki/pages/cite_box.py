"""The cite box: a work in every form in which people take it along.

BibTeX stands open, all others behind a line each, so that the box works without
JavaScript. The wiki's own fields (claims, summaries) and abstracts are left out: what
is pasted into somebody's paper is the reference alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.formats.apa import format_apa
from bibwiki.model.formats.csl import format_csl
from bibwiki.model.formats.dialects import biblatex_entry, bibtex_entry
from bibwiki.model.formats.ieee import format_ieee
from bibwiki.model.formats.ris import format_ris
from bibwiki.model.interpret import interpret
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import CodeBlock, Fold, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


LEAD_NOTE = 100
"""Letters of a note that stands in the lead of a page, e.g. an award. Longer ones tell
of the entry and stand beside it."""


def cite_blocks(context: PageContext, catalogued: CataloguedWork) -> Iterator[Block]:
    """Yield the work ready to copy in each format, then its other versions."""
    slug = context.slug(Target(Kind.WORK, catalogued.key))
    primary, *others = catalogued.entries
    yield CodeBlock(_bibtex(primary), "BibTeX", f"{slug}.bib")
    work = catalogued.work
    if len(work.note) > LEAD_NOTE:
        yield Paragraph(("Note of the entry: ", work.note))
    for label, text, filename in (
        ("APA", f"{format_apa(work)}\n", f"{slug}-apa.txt"),
        ("IEEE", f"{format_ieee(work)}\n", f"{slug}-ieee.txt"),
        ("BibLaTeX", _biblatex(primary), f"{slug}-biblatex.bib"),
        ("RIS", format_ris(work, abstract=False), f"{slug}.ris"),
        ("CSL-JSON", format_csl(work), f"{slug}.json"),
    ):
        yield Fold(label, (CodeBlock(text, label, filename),))
    versions = [entry for entry in others if entry.kept]
    if versions:
        codes = tuple(
            CodeBlock(_bibtex(entry), "BibTeX", f"{slug}-{number}.bib")
            for number, entry in enumerate(versions, 2)
        )
        title = f"Other versions: {'; '.join(map(_version_label, versions))}"
        yield Fold(title, codes)


def _bibtex(entry: Entry) -> str:
    return format_bibtex(bibtex_entry(entry), abstract=False)


def _biblatex(entry: Entry) -> str:
    return format_bibtex(biblatex_entry(entry), abstract=False)


def _version_label(entry: Entry) -> str:
    """Say what another version is, e.g. ``Preprint 2020, arXiv 2001.00001``."""
    work, _ = interpret(entry)
    words = [work.work_type.label, str(work.year or work.date_text)]
    label = " ".join(word for word in words if word)
    where = work.venue.name if work.venue else ""
    if work.identifiers:
        where = f"{work.identifiers[0].label} {work.identifiers[0].value}"
    return f"{label}, {where}" if where else label
