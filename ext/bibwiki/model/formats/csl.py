"""Works as CSL-JSON: what citation processors and reference managers read.

After the Citation Style Language's input schema ``csl-data.json`` (CSL 1.0.2).
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from bibwiki.model.latex.marked_text import MarkedText
from bibwiki.model.web_address import best_url, identifier_value
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_encode = json.JSONEncoder(ensure_ascii=False).encode
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


def csl_item(work: Work, *, abstract: bool = True) -> dict[str, Any]:
    """Return a work as one item of CSL-JSON; values are text, lists and mappings.

    Args:
        work: The work; its citation key is the item's id.
        abstract: Leave the abstract in.
    """
    item: dict[str, Any] = {"id": work.key, "type": CSL_TYPES[work.work_type]}
    item["title"] = _rich_text(work.title)
    for contribution in work.contributions:
        names = item.setdefault(_ROLES[contribution.role], [])
        names.append(_csl_name(contribution.name))
    issued = _issued(work)
    if issued:
        item["issued"] = issued
    item.update((name, text) for name, text in _texts(work).items() if text)
    if abstract and work.abstract:
        item["abstract"] = work.abstract
    return item


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


def format_csl(work: Work) -> str:
    """Return a work as CSL-JSON text: a list of one item, its abstract left out."""
    item = csl_item(work, abstract=False)
    lines = (f"  {_json(name)}: {_json(value)}" for name, value in item.items())
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def _json(value: object) -> str:
    """Return JSON; most values are texts, which need no encoder that finds that out."""
    return encode_basestring(value) if type(value) is str else _encode(value)


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


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal is not None:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _issued(work: Work) -> dict[str, Any]:
    if work.date is None:
        return {"literal": work.date_text} if work.date_text else {}
    parts = (work.date.year, work.date.month, work.date.day)
    return {"date-parts": [[part for part in parts if part is not None]]}
