"""Works as RIS: the tagged lines that most reference managers import.

After the RIS format specification (Research Information Systems, 2001 and 2011); where
the two differ, as EndNote and Zotero read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.web_address import best_url, identifier_value
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bibwiki.model.date import PartialDate
    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

W = WorkType
RIS_TYPES: Mapping[WorkType, str] = {
    W.ARTICLE: "JOUR", W.BOOK: "BOOK", W.CHAPTER: "CHAP", W.PAPER: "CPAPER",
    W.PROCEEDINGS: "CONF", W.THESIS: "THES", W.REPORT: "RPRT", W.PREPRINT: "UNPB",
    W.MANUSCRIPT: "MANSCPT", W.PATENT: "PAT", W.DATASET: "DATA", W.SOFTWARE: "COMP",
    W.TALK: "SLIDE", W.VIDEO: "VIDEO", W.AUDIO: "SOUND", W.WEBPAGE: "ELEC",
    W.POST: "BLOG", W.PRESS: "NEWS", W.MISC: "GEN",
}  # fmt: skip
"""Maps each work type to RIS's."""
_ROLES = {
    Role.AUTHOR: "AU",
    Role.EDITOR: "ED",
    Role.TRANSLATOR: "A4",
    Role.ADVISOR: "A3",
}


def format_ris(work: Work, *, abstract: bool = True) -> str:
    """Return a work as one RIS record; it ends with ``ER`` and a line break.

    Args:
        work: The work.
        abstract: Leave the abstract in.
    """
    tagged = [one for one in _tags(work) if one[1]]
    if abstract and work.abstract:
        tagged.append(("AB", work.abstract))
    # No space is printable but " ": most texts need no cutting.
    said = f" {' '.join([text for _, text in tagged])} "
    if "  " in said or not said.isprintable():
        tagged = [(tag, " ".join(text.split())) for tag, text in tagged]
    lines = [f"{tag}  - {text}" for tag, text in tagged]
    return "\n".join([f"TY  - {RIS_TYPES[work.work_type]}", *lines, "ER  - ", ""])


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    """Yield tags and texts; the caller leaves out the empty ones."""
    yield "ID", work.key
    for contribution in work.contributions:
        yield _ROLES[contribution.role], _ris_name(contribution.name)
    yield "TI", work.title
    if work.venue:
        yield "JO" if work.work_type is W.ARTICLE else "T2", work.venue.name
        yield "J2", work.venue.short
    if work.date is not None:
        yield "PY", f"{work.date.year:04d}"
        yield "DA", _ris_date(work.date)
    else:
        yield "PY", work.date_text
    yield "VL", work.volume
    yield "IS", work.number
    start, _, end = work.pages.partition("-")
    yield "SP", start
    yield "EP", end
    yield "PB", work.publisher
    yield "DO", identifier_value(work, "doi")
    for scheme in ("isbn", "issn"):
        yield "SN", identifier_value(work, scheme)
    yield "UR", best_url(work)
    for link in work.links:
        if link.label == "PDF":
            yield "L1", link.url
    for keyword in work.keywords:
        yield "KW", keyword
    yield "N1", work.note


def _ris_name(name: Name) -> str:
    """Return ``Family, Given, Suffix``: RIS puts the suffix last."""
    if name.literal is not None:
        return name.literal
    if name.given and name.family and not (name.particle or name.suffix):
        return f"{name.family}, {name.given}"  # most names
    family = " ".join(filter(None, (name.particle, name.family)))
    if name.suffix:
        return f"{family}, {name.given}, {name.suffix}"
    return ", ".join(filter(None, (family, name.given)))


def _ris_date(date: PartialDate) -> str:
    """Return ``YYYY/MM/DD/``, as precise as the date is known."""
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.day else ""
    return f"{date.year:04d}/{month}/{day}/"
