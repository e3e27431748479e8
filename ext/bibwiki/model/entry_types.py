"""Which work type an entry is: by its type, then by what its fields say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Mapping

W = WorkType
WORK_TYPES: Mapping[str, WorkType] = {
    # BibTeX and biblatex
    "article": W.ARTICLE, "suppperiodical": W.ARTICLE, "review": W.ARTICLE,
    "book": W.BOOK, "mvbook": W.BOOK, "booklet": W.BOOK, "collection": W.BOOK,
    "mvcollection": W.BOOK, "reference": W.BOOK, "mvreference": W.BOOK,
    "periodical": W.BOOK, "commentary": W.BOOK,
    "inbook": W.CHAPTER, "bookinbook": W.CHAPTER, "suppbook": W.CHAPTER,
    "incollection": W.CHAPTER, "suppcollection": W.CHAPTER, "inreference": W.CHAPTER,
    "inproceedings": W.PAPER, "conference": W.PAPER,
    "proceedings": W.PROCEEDINGS, "mvproceedings": W.PROCEEDINGS,
    "thesis": W.THESIS, "phdthesis": W.THESIS, "mastersthesis": W.THESIS,
    "report": W.REPORT, "techreport": W.REPORT, "manual": W.REPORT,
    "standard": W.REPORT, "legislation": W.REPORT, "jurisdiction": W.REPORT,
    "legal": W.REPORT, "patent": W.PATENT,
    "unpublished": W.MANUSCRIPT, "letter": W.MANUSCRIPT,
    "dataset": W.DATASET, "software": W.SOFTWARE,
    "online": W.WEBPAGE, "electronic": W.WEBPAGE, "www": W.WEBPAGE,
    "video": W.VIDEO, "movie": W.VIDEO, "audio": W.AUDIO, "music": W.AUDIO,
    "performance": W.TALK, "misc": W.MISC, "artwork": W.MISC, "image": W.MISC,
    "set": W.MISC, "bibnote": W.MISC,
    # written by other tools and by hand
    "paper": W.PAPER, "conferencepaper": W.PAPER, "poster": W.TALK,
    "journal": W.ARTICLE, "journalarticle": W.ARTICLE, "chapter": W.CHAPTER,
    "bookchapter": W.CHAPTER, "bachelorsthesis": W.THESIS, "bachelorthesis": W.THESIS,
    "masterthesis": W.THESIS, "dissertation": W.THESIS, "habilitation": W.THESIS,
    "technicalreport": W.REPORT, "whitepaper": W.REPORT, "preprint": W.PREPRINT,
    "talk": W.TALK, "presentation": W.TALK, "lecture": W.TALK, "slides": W.TALK,
    "podcast": W.AUDIO, "film": W.VIDEO, "broadcast": W.VIDEO,
    "data": W.DATASET, "code": W.SOFTWARE, "program": W.SOFTWARE,
    "softwareversion": W.SOFTWARE, "softwaremodule": W.SOFTWARE,
    "codefragment": W.SOFTWARE,
    "webpage": W.WEBPAGE, "website": W.WEBPAGE, "web": W.WEBPAGE,
    "internet": W.WEBPAGE, "url": W.WEBPAGE,
    "post": W.POST, "blog": W.POST, "blogpost": W.POST, "thread": W.POST,
    "tweet": W.POST, "forum": W.POST,
    "newspaper": W.PRESS, "newsarticle": W.PRESS, "news": W.PRESS, "press": W.PRESS,
    "magazine": W.PRESS, "interview": W.PRESS,
    "manuscript": W.MANUSCRIPT, "draft": W.MANUSCRIPT, "hidden": W.MISC,
    "workingpaper": W.MANUSCRIPT, "arxiv": W.PREPRINT, "keynote": W.TALK,
    "speech": W.TALK, "tutorial": W.TALK, "statute": W.REPORT, "bill": W.REPORT,
    "repository": W.SOFTWARE, "package": W.SOFTWARE,
    **dict.fromkeys((f"custom{letter}" for letter in "abcdef"), W.MISC),
}  # fmt: skip
"""Maps an entry type in lower case to the work type it has if no field says more."""

_SUBTYPES: Mapping[str, WorkType] = {
    "post": W.POST, "blog": W.POST, "thread": W.POST, "forum": W.POST, "tweet": W.POST,
    "press": W.PRESS, "newspaper": W.PRESS, "magazine": W.PRESS, "news": W.PRESS,
    "interview": W.PRESS, "talk": W.TALK, "lecture": W.TALK, "keynote": W.TALK,
    "panel": W.TALK, "poster": W.TALK, "podcast": W.AUDIO, "video": W.VIDEO,
    "preprint": W.PREPRINT, "dataset": W.DATASET, "software": W.SOFTWARE,
    "thesis": W.THESIS, "report": W.REPORT, "webpage": W.WEBPAGE,
}  # fmt: skip
"""Maps biblatex's ``entrysubtype`` to a work type."""

_WORDS = (
    (W.PREPRINT, r"pre-?print|ar[xX]iv|biorxiv|medrxiv|ssrn|e-?print"),
    (W.TALK, r"talk|presentation|lecture|keynote|seminar|panel|slides|poster|tutorial"),
    (W.AUDIO, r"podcast|radio|audio|recording"),
    (W.VIDEO, r"video|youtube|film|movie|documentary"),
    (W.DATASET, r"data ?sets?|data set"),
    (W.SOFTWARE, r"software|computer program|source code|code repository|github"),
    (W.POST, r"blog(?: ?post)?|post|(?:twitter |forum )?thread|tweet|newsletter"),
    (W.PRESS, r"newspaper|magazine|press release|interview|op-?ed"),
    (W.THESIS, r"(?:ph\.?d|master'?s|bachelor'?s|doctoral)? ?(?:thesis|dissertation)"),
    (W.REPORT, r"(?:technical |white ?)?(?:report|paper)|manual|memo(?:randum)?"),
    (W.MANUSCRIPT, r"manuscript|unpublished|in preparation|working paper|draft"),
    (W.WEBPAGE, r"web ?(?:site|page)|online|homepage"),
)
_PATTERNS = tuple(
    (work_type, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for work_type, words in _WORDS
)
_SIGNS = re.compile(r"[\W_\d]+")
_ARCHIVES = re.compile(
    r"arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|osf", re.IGNORECASE
)
_PREPRINT_JOURNAL = re.compile(
    r"^\W*(?:arxiv|corr$|corr\b.*\babs\b|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn\b|"
    r"research ?square|eprint arxiv|.*\barxiv (?:e-?prints?|preprint))",
    re.IGNORECASE,
)
_VENUE_FIELDS = ("journal", "journaltitle", "booktitle")
_DESCRIPTIONS = ("howpublished", "type", "titleaddon", "note", "eventtype")


def work_type_of(entry_type: str, fields: Mapping[str, str]) -> WorkType | None:
    """Return what sort of work an entry is about.

    Args:
        entry_type: In lower case.
        fields: The entry's fields.

    Returns:
        The work type; None if the entry type is unknown and no field helps.
    """
    subtype = _SUBTYPES.get(fields.get("entrysubtype", "").strip().lower())
    if subtype is not None:
        return subtype
    known = WORK_TYPES.get(entry_type) or WORK_TYPES.get(_SIGNS.sub("", entry_type))
    if known is W.ARTICLE:
        return W.PREPRINT if _is_preprint_article(fields) else known
    if known in (None, W.MISC, W.MANUSCRIPT, W.WEBPAGE):
        return _by_fields(known, fields) or known
    return known


@lru_cache(maxsize=4096)
def is_preprint_journal(journal: str) -> bool:
    """Whether a ``journal`` field only says that the work is a preprint."""
    return _PREPRINT_JOURNAL.match(journal) is not None


def _is_preprint_article(fields: Mapping[str, str]) -> bool:
    journal = fields.get("journal") or fields.get("journaltitle") or ""
    if journal:
        return is_preprint_journal(journal)
    return "eprint" in fields and "volume" not in fields


def _by_fields(known: WorkType | None, fields: Mapping[str, str]) -> WorkType | None:
    """Look closer at the entry types that say little."""
    archive = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    if fields.get("eprint") and (not archive or _ARCHIVES.search(archive)):
        return W.PREPRINT
    described = _by_words(fields)
    if known is W.WEBPAGE:
        return described if described in (W.POST, W.PRESS, W.PREPRINT) else None
    return described or _by_presence(known, fields)


def _by_presence(known: WorkType | None, fields: Mapping[str, str]) -> WorkType | None:
    """Judge by which fields there are."""
    names = (*_VENUE_FIELDS, "publisher")
    if any(is_preprint_journal(fields.get(name, "")) for name in names):
        return W.PREPRINT
    if fields.get("eventtitle"):
        return W.TALK
    if known is None and any(fields.get(name) for name in _VENUE_FIELDS):
        return W.PAPER if fields.get("booktitle") else W.ARTICLE
    howpublished = fields.get("howpublished", "")
    is_page = known is W.MISC and ("http" in howpublished or "\\url" in howpublished)
    return W.WEBPAGE if is_page else None


def _by_words(fields: Mapping[str, str]) -> WorkType | None:
    for name in _DESCRIPTIONS:
        text = fields.get(name, "")
        # A long note is prose, in which any of the words may turn up.
        if text and len(text) <= 60 and "://" not in text:
            for work_type, pattern in _PATTERNS:
                if pattern.search(text):
                    return work_type
    return None
