"""References in APA style, as plain text.

After the Publication Manual of the American Psychological Association, 7th edition
(2020), chapters 9 and 10. Plain text has no italics; titles keep their capitals.
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
    from collections.abc import Mapping, Sequence

    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

W = WorkType
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
_DAY_TYPES = frozenset({
    W.WEBPAGE, W.POST, W.PRESS, W.TALK, W.VIDEO, W.AUDIO, W.PAPER, W.MISC,
})  # fmt: skip
"""Types whose references tell month and day (9.13)."""
_DESCRIPTIONS: Mapping[WorkType, str] = {
    W.DATASET: "Data set", W.SOFTWARE: "Computer software", W.VIDEO: "Video",
    W.AUDIO: "Audio", W.TALK: "Presentation", W.POST: "Post", W.PAPER: "",
    W.MANUSCRIPT: "Unpublished manuscript",
}  # fmt: skip
_NUMBERED = frozenset({W.REPORT, W.PATENT})
_HELD = frozenset({W.CHAPTER, W.PAPER})
"""Parts of a book."""
_WHOLE = frozenset({W.BOOK, W.PROCEEDINGS, W.REPORT})
"""Types that are published and not part of something."""
_LONGEST = 20
"""Up to so many names are all written out (9.8)."""


def format_apa(work: Work) -> str:
    """Return a work's reference in APA style: one line of plain text."""
    names, label = main_names(work)
    who = _names(names, others=work.others)
    if who and label:
        who += (
            f" ({label[:-1]}s.)" if len(names) > 1 and label == "Ed." else f" ({label})"
        )
    title = sentence(_title(work))
    date = f"({_date(work)})."
    # Without creators the title moves to their place (9.12).
    start = [sentence(who), date, title] if who else [title, date]
    source = sentence(_source(work, shown=names))
    return " ".join(filter(None, (*start, source, best_url(work))))


def _names(names: Sequence[Name], *, others: bool) -> str:
    shown = [_inverted(name) for name in names]
    if others and shown:
        return f"{', '.join(shown[: _LONGEST - 1])}, et al."
    if len(shown) > _LONGEST:
        return f"{', '.join(shown[: _LONGEST - 1])}, . . . {shown[-1]}"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])}, & {shown[-1]}"


def _inverted(name: Name) -> str:
    if name.literal is not None:
        return name.literal
    short = initials(name.given)
    if short and name.family and not (name.particle or name.suffix):
        return f"{name.family}, {short}"  # most names
    return commas((family_of(name), short, name.suffix))


def _in_order(name: Name) -> str:
    if name.literal is not None:
        return name.literal
    words = (initials(name.given), family_of(name))
    return commas((" ".join(filter(None, words)), name.suffix))


def _date(work: Work) -> str:
    if work.date is None:
        return work.date_text or "n.d."
    text = str(work.date.year)
    if work.date.month and work.work_type in _DAY_TYPES:
        text += f", {_MONTHS[work.date.month - 1]}"
        if work.date.day:
            text += f" {work.date.day}"
    return text


def _title(work: Work) -> str:
    kind = work.work_type
    title = work.title
    if work.number and kind in _NUMBERED:
        word = "No." if work.number[:1].isdigit() else ""
        title += f" ({word} {work.number})".replace("( ", "(")
    arxiv = identifier_value(work, "arxiv")
    if kind is W.PREPRINT and arxiv:
        title += f" (arXiv:{arxiv})"
    if kind is W.THESIS:
        return f"{title} [{commas(('Thesis', work.publisher))}]"
    described = _DESCRIPTIONS.get(kind, "")
    return f"{title} [{described}]" if described else title


def _source(work: Work, shown: Sequence[Name]) -> str:
    """Return what holds or published the work.

    Args:
        work: The work.
        shown: Names that the reference begins with, not to be repeated as editors.
    """
    kind = work.work_type
    venue = work.venue.name if work.venue else ""
    if kind is W.THESIS:
        return ""
    if venue and kind in _HELD:
        return _held(work, venue, shown)
    if venue and venue != work.title and kind not in _WHOLE:
        issue = f"({work.number})" if work.number else ""
        return commas((venue, work.volume + issue, dashed(work.pages)))
    if kind is W.PREPRINT and not work.publisher:
        return "arXiv" if identifier_value(work, "arxiv") else ""
    return work.publisher


def _held(work: Work, venue: str, shown: Sequence[Name]) -> str:
    """Return ``In A. Editor (Ed.), Book (pp. 1-9). Publisher`` for a part of a book."""
    editors = [] if shown == (found := names_in_role(work, Role.EDITOR)) else found
    words = [_in_order(name) for name in editors]
    label = "Eds." if len(words) > 1 else "Ed."
    if len(words) > 1:
        words[-2:] = [f"{words[-2]} & {words[-1]}"]
    by = f"{', '.join(words)} ({label}), " if words else ""
    pages = ""
    if work.pages:
        word = "pp." if is_several(work.pages) else "p."
        pages = f"{word} {dashed(work.pages)}"
    volume = f"Vol. {work.volume}" if work.volume else ""
    place = commas((volume, pages))
    held = f"In {by}{venue}" + (f" ({place})" if place else "")
    return f"{sentence(held)} {work.publisher}" if work.publisher else held
