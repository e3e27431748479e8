"""What of an entry is compared when duplicates are looked for."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.creators import CreatorForm, creator_forms
from bibwiki.catalogue.duplicates.places import PlaceForm, is_meeting, place_form
from bibwiki.catalogue.duplicates.titles import TitleForm, title_form
from bibwiki.model.values import value
from bibwiki.model.work_type import WorkType as W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.model.work import Work

_PREPRINT_DOI = re.compile(
    r"10\.(?:48550|2139/ssrn|1101/(?:\d{4}\.|\d{6})|31234|31219|31235|26434|20944|21203|"
    r"5281/zenodo|36227|22541|3386/w|33774|14293/s2199)",
    re.IGNORECASE,
)
"""Where archives of preprints register: such a DOI contradicts no publisher's."""
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_ARXIV_VERSION = re.compile(r"v\d+$")
_ADDRESS = re.compile(r"^https?://(?:www\.)?|/+$|#.*$")


class Form(StrEnum):
    """What sort of thing an entry is, as coarse as versions are told apart."""

    PREPRINT = "preprint"
    JOURNAL = "journal"
    MEETING = "meeting"
    BOOK = "book"
    CHAPTER = "chapter"
    THESIS = "thesis"
    REPORT = "report"
    WEB = "web"
    TALK = "talk"
    OTHER = "other"
    """Data, software, patents."""
    OPEN = "open"
    """``@misc`` and ``@online``: anything."""


_FORMS: Mapping[W, Form] = {
    W.PREPRINT: Form.PREPRINT, W.MANUSCRIPT: Form.PREPRINT, W.ARTICLE: Form.JOURNAL,
    W.PAPER: Form.MEETING, W.BOOK: Form.BOOK, W.PROCEEDINGS: Form.BOOK,
    W.CHAPTER: Form.CHAPTER, W.THESIS: Form.THESIS, W.REPORT: Form.REPORT,
    W.POST: Form.WEB, W.PRESS: Form.WEB, W.TALK: Form.TALK, W.VIDEO: Form.TALK,
    W.AUDIO: Form.TALK, W.MISC: Form.OPEN, W.WEBPAGE: Form.OPEN,
}  # fmt: skip


@value(frozen=True, slots=True)
class EntryFacts:
    """One entry made ready to be compared with others."""

    key: str
    title: TitleForm
    creators: tuple[CreatorForm, ...]
    others: bool
    """The list of creators says that it is cut."""
    year: int | None
    form: Form
    place: PlaceForm
    identifiers: Mapping[str, str]
    """As :func:`identifiers_of` returns them."""
    preprint_doi: bool
    """The DOI is an archive's."""
    address: str
    """As :func:`address_of` returns it."""


def entry_facts(work: Work) -> EntryFacts:
    """Fold everything of an entry that is compared."""
    identifiers = identifiers_of(work)
    return EntryFacts(
        work.key,
        title_form(work.title),
        creator_forms(work),
        work.others,
        work.year,
        _form(work, identifiers),
        place_form(work),
        identifiers,
        bool(_PREPRINT_DOI.match(identifiers.get("doi", ""))),
        address_of(work),
    )


def identifiers_of(work: Work) -> dict[str, str]:
    """Map the schemes of identifiers to their normal values in lower case.

    arXiv numbers are without version, and there is no DOI that only repeats one.
    """
    identifiers = {one.scheme: one.value.lower() for one in work.identifiers}
    if found := _ARXIV_DOI.fullmatch(identifiers.get("doi", "")):
        identifiers.setdefault("arxiv", found[1])
        del identifiers["doi"]
    if "arxiv" in identifiers:
        identifiers["arxiv"] = _ARXIV_VERSION.sub("", identifiers["arxiv"])
    return identifiers


def address_of(work: Work) -> str:
    """Return the URL without scheme; empty for one that resolves a DOI."""
    for link in work.links:
        if link.label == "URL":
            address = _ADDRESS.sub("", link.url)
            if "/" in address and "doi.org" not in address:
                return address
    return ""


def _form(work: Work, identifiers: Mapping[str, str]) -> Form:
    form = _FORMS.get(work.work_type, Form.OTHER)
    if "arxiv" in identifiers and work.venue is None and "doi" not in identifiers:
        loose = form in {Form.OPEN, Form.JOURNAL, Form.WEB}
        return Form.PREPRINT if loose else form
    return Form.MEETING if is_meeting(work) else form
