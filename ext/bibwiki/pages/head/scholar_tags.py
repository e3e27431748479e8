"""Highwire's ``citation_*`` names for the page of a work.

After Google Scholar's inclusion guidelines for webmasters and what Zotero reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.date import PartialDate
    from bibwiki.model.work import Work

W = WorkType
_VENUES = {
    W.PAPER: "citation_conference_title",
    W.CHAPTER: "citation_inbook_title",
}
"""Where a work of these types appeared; of all others, a journal."""
_PUBLISHERS = {
    W.THESIS: "citation_dissertation_institution",
    W.REPORT: "citation_technical_report_institution",
}
_ROLES = {Role.AUTHOR: "citation_author", Role.EDITOR: "citation_editor"}
_IDENTIFIERS = {
    "doi": "citation_doi",
    "arxiv": "citation_arxiv_id",
    "isbn": "citation_isbn",
    "issn": "citation_issn",
    "pmid": "citation_pmid",
}


def scholar_tags(catalogued: CataloguedWork) -> tuple[tuple[str, str], ...]:
    """Return names and contents in a fixed order; none is empty."""
    return tuple([tag for tag in _tags(catalogued.work) if tag[1]])


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    kind = work.work_type
    yield "citation_title", work.title
    for contribution in work.contributions:
        role = _ROLES.get(contribution.role)
        if role is not None:
            yield role, contribution.name.inverted
    if work.date is not None:
        yield "citation_publication_date", _slashed(work.date)
    if work.venue:
        yield _VENUES.get(kind, "citation_journal_title"), work.venue.name
    yield _PUBLISHERS.get(kind, "citation_publisher"), work.publisher
    yield "citation_volume", work.volume
    is_report = kind is W.REPORT
    yield (
        "citation_technical_report_number" if is_report else "citation_issue",
        (work.number),
    )
    first, _, last = work.pages.partition("-")
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    for identifier in work.identifiers:
        if identifier.scheme in _IDENTIFIERS:
            yield _IDENTIFIERS[identifier.scheme], identifier.value
    for link in work.links:
        if link.label == "PDF":
            yield "citation_pdf_url", link.url
    for keyword in work.keywords:
        yield "citation_keywords", keyword


def _slashed(date: PartialDate) -> str:
    """Return ``2021/05/12``, as precise as the date is known."""
    return date.iso.replace("-", "/") if date.year >= 0 else str(date.year)
