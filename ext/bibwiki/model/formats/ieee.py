"""References in IEEE style, the numeric style of the cite box, as plain text.

After the IEEE Reference Style Guide for Authors (2024). Plain text has no italics;
titles keep their capitals; journals are not abbreviated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.formats.reference_parts import (
    commas,
    dashed,
    family_of,
    initials,
    is_several,
    main_names,
    names_in_role,
    sentence,
)
from bibwiki.model.web_address import best_url, identifier_value
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

W = WorkType
_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.",
    "Nov.", "Dec.",
)  # fmt: skip
_WHOLE = frozenset({
    W.BOOK, W.PROCEEDINGS, W.DATASET, W.SOFTWARE, W.VIDEO, W.AUDIO, W.MISC,
})  # fmt: skip
"""Types whose title stands by itself and not in quotation marks."""
_HELD = frozenset({W.PAPER, W.CHAPTER})
"""Parts of a book."""
_YEARLY = frozenset({W.BOOK, W.CHAPTER, W.PAPER, W.PROCEEDINGS, W.THESIS})
"""Types whose references tell no month."""
_OPEN, _CLOSE = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
_LONGEST = 6
"""Up to so many names are all written out."""


def format_ieee(work: Work, number: int = 1) -> str:
    """Return a work's reference in IEEE style: one line of plain text.

    Args:
        work: The work.
        number: The number in the list of references.
    """
    names, label = main_names(work)
    who = _names(names, others=work.others)
    if who and label:
        label = "Eds." if label == "Ed." and len(names) > 1 else label
        who += f", {label}"
    end = commas((*_place(work), _date(work), *_identifier(work)))
    if work.work_type in _WHOLE:
        text = " ".join(filter(None, (_before(who), sentence(work.title))))
        text = f"{text} {end}" if end else text
    else:
        mark = "" if work.title[-1] in "?!" else "," if end else "."
        quoted = f"{_OPEN}{work.title}{mark}{_CLOSE}"
        text = " ".join(filter(None, (_before(who), quoted, end)))
    if end:
        text = sentence(text)
    return f"[{number}] {text}{_online(work)}"


def _before(who: str) -> str:
    return f"{who}," if who else ""


def _names(names: Sequence[Name], *, others: bool) -> str:
    shown = [_in_order(name) for name in names]
    if shown and (others or len(shown) > _LONGEST):
        first = shown if len(shown) <= _LONGEST else shown[:1]
        return f"{', '.join(first)} et al."
    if len(shown) < 3:
        return " and ".join(shown)
    return f"{', '.join(shown[:-1])}, and {shown[-1]}"


def _in_order(name: Name) -> str:
    if name.literal is not None:
        return name.literal
    short = initials(name.given)
    if short and name.family and not (name.particle or name.suffix):
        return f"{short} {name.family}"  # most names
    return " ".join(filter(None, (short, family_of(name), name.suffix)))


def _place(work: Work) -> tuple[str, ...]:
    """Return what holds or published the work, in the order of the guide."""
    kind = work.work_type
    venue = work.venue.name if work.venue else ""
    volume = f"vol. {work.volume}" if work.volume else ""
    pages = ""
    if work.pages:
        pages = f"{'pp.' if is_several(work.pages) else 'p.'} {dashed(work.pages)}"
    if venue and kind in _HELD:
        return (f"in {venue}", volume, _editors(work), work.publisher, pages)
    number = f"no. {work.number}" if work.number else ""
    if kind is W.THESIS:
        return ("Thesis", work.publisher)
    if kind is W.REPORT:
        rep = f"Rep. {work.number}" if work.number else ""
        return (work.publisher, rep)
    if kind is W.PREPRINT and not venue:
        arxiv = identifier_value(work, "arxiv")
        return (f"arXiv:{arxiv}" if arxiv else work.publisher,)
    if kind in _WHOLE:
        return (volume, work.publisher or venue)
    return (venue or work.publisher, volume, number, pages)


def _editors(work: Work) -> str:
    names = names_in_role(work, Role.EDITOR)
    if not names or not names_in_role(work, Role.AUTHOR):
        return ""
    return f"{_names(names, others=False)}, {'Eds.' if len(names) > 1 else 'Ed.'}"


def _date(work: Work) -> str:
    if work.date is None:
        return work.date_text
    month = _MONTHS[work.date.month - 1] if work.date.month else ""
    if month and work.work_type in _YEARLY:
        month = ""
    day = f" {work.date.day}" if month and work.date.day else ""
    if day:
        return f"{month}{day}, {work.date.year}"
    return f"{month} {work.date.year}".strip()


def _identifier(work: Work) -> tuple[str, ...]:
    doi = identifier_value(work, "doi")
    return (f"doi: {doi}",) if doi else ()


def _online(work: Work) -> str:
    """Return where to find it, for a work without a DOI."""
    url = "" if identifier_value(work, "doi") else best_url(work)
    return f" [Online]. Available: {url}" if url else ""
