"""Works as CSL-JSON: what citation processors and reference managers read.

After the Citation Style Language's input schema ``csl-data.json`` (CSL 1.0.2).
"""

from __future__ import annotations

from json.encoder import encode_basestring as _text
from typing import TYPE_CHECKING

from bibwiki.model.latex.marked_text import MarkedText
from bibwiki.model.web_address import best_url, identifier_value
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.model.date import PartialDate
    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

W = WorkType
CSL_TYPES: Mapping[WorkType, str] = {
    W.ARTICLE: "article-journal", W.BOOK: "book", W.CHAPTER: "chapter",
    W.PAPER: "paper-conference", W.PROCEEDINGS: "book", W.THESIS: "thesis",
    W.REPORT: "report", W.PREPRINT: "article", W.MANUSCRIPT: "manuscript",
    W.PATENT: "patent", W.DATASET: "dataset", W.SOFTWARE: "software",
    W.TALK: "speech", W.VIDEO: "motion_picture", W.AUDIO: "broadcast",
    W.WEBPAGE: "webpage", W.POST: "post-weblog", W.PRESS: "article-newspaper",
    W.MISC: "document",
}  # fmt: skip
"""Maps each work type to CSL's."""
_ROLES = {
    Role.AUTHOR: "author",
    Role.EDITOR: "editor",
    Role.TRANSLATOR: "translator",
    Role.ADVISOR: "contributor",
}
_IDENTIFIERS = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
}
_MARKUP: Mapping[str, tuple[str, str]] = {
    "emphasis": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "smallcaps": ('<span style="font-variant:small-caps;">', "</span>"),
}
_NUMBERED = frozenset({W.REPORT, W.PATENT, W.PREPRINT, W.THESIS})
"""Types of which a number is the work's own, not that of an issue."""


def format_csl(work: Work) -> str:
    """Return a work as CSL-JSON text: a list of one item, its abstract left out."""
    members = ",\n  ".join(_members(work))
    return f"[{{\n  {members}\n}}]\n"


def csl_line(work: Work) -> str:
    """Return a work as one item of CSL-JSON with its abstract, in one line."""
    members = _members(work)
    if work.abstract:
        members.append(f'"abstract": {_text(work.abstract)}')
    return f"{{{', '.join(members)}}}"


def _members(work: Work) -> list[str]:
    """Return what an item says but for the abstract: names and values as JSON.

    Put together here: finding out the types of values takes an encoder longer than
    writing them. The citation key is the item's id.
    """
    members = [
        f'"id": {_text(work.key)}',
        f'"type": "{CSL_TYPES[work.work_type]}"',
        f'"title": {_text(_rich_text(work.title))}',
    ]
    creators: dict[str, list[str]] = {}
    for contribution in work.contributions:
        role = _ROLES[contribution.role]
        if role not in creators:
            creators[role] = []
        creators[role].append(_name(contribution.name))
    members += [f'"{role}": [{", ".join(names)}]' for role, names in creators.items()]
    if work.date is not None:
        members.append(f'"issued": {{"date-parts": [[{_date_parts(work.date)}]]}}')
    elif work.date_text:
        members.append(f'"issued": {{"literal": {_text(work.date_text)}}}')
    texts = _texts(work).items()
    members += [f'"{name}": {_text(text)}' for name, text in texts if text]
    return members


def _texts(work: Work) -> dict[str, str]:
    """Return the variables that are plain text, empty ones too."""
    kind = work.work_type
    arxiv = identifier_value(work, "arxiv")
    is_preprint = kind is W.PREPRINT
    texts = {
        "container-title": work.venue.name if work.venue else "",
        "container-title-short": work.venue.short if work.venue else "",
        "publisher": work.publisher or ("arXiv" if is_preprint and arxiv else ""),
        "event": work.event,
        "volume": work.volume,
        "number" if kind in _NUMBERED else "issue": work.number,
        "page": work.pages,
        "genre": "preprint" if is_preprint else "",
        **{
            _IDENTIFIERS[identifier.scheme]: identifier.value
            for identifier in work.identifiers
            if identifier.scheme in _IDENTIFIERS
        },
        "URL": best_url(work),
        "keyword": ", ".join(work.keywords),
        "note": work.note,
    }
    if is_preprint and arxiv and not work.number:
        texts["number"] = f"arXiv:{arxiv}"
    return texts


def _rich_text(text: str) -> str:
    """Return a text in the markup that CSL allows in titles (citeproc-js, CSL-JSON)."""
    if not isinstance(text, MarkedText):
        return text
    return "".join(
        f"{_MARKUP[run.style][0]}{run.plain}{_MARKUP[run.style][1]}"
        if run.style in _MARKUP
        else run.plain
        for run in text.runs
    )


def _name(name: Name) -> str:
    if name.literal is not None:
        return f'{{"literal": {_text(name.literal)}}}'
    if name.given and name.family and not (name.particle or name.suffix):
        family, given = _text(name.family), _text(name.given)
        return f'{{"family": {family}, "given": {given}}}'  # most names
    parts = (
        ("family", name.family),
        ("given", name.given),
        ("non-dropping-particle", name.particle),
        ("suffix", name.suffix),
    )
    said = [f'"{part}": {_text(text)}' for part, text in parts if text]
    return f"{{{', '.join(said)}}}"


def _date_parts(date: PartialDate) -> str:
    parts = (date.year, date.month, date.day)
    return ", ".join([str(part) for part in parts if part is not None])
