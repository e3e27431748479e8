"""Which fields an entry lacks, after the table of required fields in biblatex's manual.

A title is not asked for here: its lack is reported while reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Diagnostic, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bibwiki.model.work import Work

_AUTHOR = ("author",)
_EDITOR = ("editor",)
_ANYBODY = ("author", "editor")
_DATE = ("date", "year", "eventdate", "pubstate")
_JOURNAL = ("journaltitle", "journal", "eprint", "arxivid", "arxiv")
_BOOK = ("booktitle", "crossref")
_INSTITUTION = ("institution", "school", "organization", "publisher")
_PLACE = ("url", "doi", "eprint", "howpublished", "link", "arxiv", "arxivid", "handle")

REQUIRED_FIELDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article": (_AUTHOR, _JOURNAL, _DATE),
    "book": (_ANYBODY, _DATE),
    "mvbook": (_ANYBODY, _DATE),
    "booklet": (_ANYBODY, _DATE),
    "collection": (_EDITOR, _DATE),
    "inbook": (_AUTHOR, (*_BOOK, "chapter", "pages"), _DATE),
    "incollection": (_AUTHOR, _BOOK, _DATE),
    "inproceedings": (_AUTHOR, _BOOK, _DATE),
    "conference": (_AUTHOR, _BOOK, _DATE),
    "manual": ((*_ANYBODY, "organization"), _DATE),
    "online": ((*_ANYBODY, "organization"), _DATE, _PLACE),
    "patent": (_AUTHOR, ("number",), _DATE),
    "periodical": (_EDITOR, _DATE),
    "proceedings": (_DATE,),
    "report": (_AUTHOR, _INSTITUTION, _DATE),
    "techreport": (_AUTHOR, _INSTITUTION, _DATE),
    "thesis": (_AUTHOR, _INSTITUTION, _DATE),
    "phdthesis": (_AUTHOR, _INSTITUTION, _DATE),
    "mastersthesis": (_AUTHOR, _INSTITUTION, _DATE),
    "unpublished": (_AUTHOR, _DATE),
    "dataset": (_ANYBODY, _DATE),
    "software": (_ANYBODY, _DATE),
}
"""Maps an entry type to what it must have; of each group one field suffices, and the
first is the one to name. Types that are not listed may lack anything."""


def missing_fields(work: Work) -> tuple[str, ...]:
    """Return the fields that an entry's type requires and the entry lacks."""
    fields = work.entry.fields
    groups = REQUIRED_FIELDS.get(work.entry.entry_type, ())
    return tuple([group[0] for group in groups if not _is_any_given(fields, group)])


def _is_any_given(fields: Mapping[str, str], names: Iterable[str]) -> bool:
    for name in names:  # of every work: any() takes three times as long
        text = fields.get(name)
        if text and not text.isspace():
            return True
    return False


def missing_field_diagnostics(works: Iterable[Work]) -> tuple[Diagnostic, ...]:
    """Return one problem for each entry that lacks fields, in the order given."""
    found = []
    for work in works:
        if missing := missing_fields(work):
            message = (
                f"{work.key!r} lacks {' and '.join(missing)}, which biblatex requires "
                f"for @{work.entry.entry_type}"
            )
            problem = Problem.MISSING_FIELD
            found.append(Diagnostic(problem, message, work.entry.location))
    return tuple(found)
