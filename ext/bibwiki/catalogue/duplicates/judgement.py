"""Whether two entries are one work, its versions, or related works: with reasons.

What speaks for it is added up; what cannot be one work is refused whatever else
agrees. The weights were set by hand so that no single sign is enough: neither a DOI
(publishers give one to a whole volume) nor a title.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.contradictions import (
    differ,
    is_contradicted,
    years_between,
)
from bibwiki.catalogue.duplicates.creators import Agreement, compare_creators
from bibwiki.catalogue.duplicates.entry_facts import Form
from bibwiki.catalogue.duplicates.places import have_one_name, same_pages, same_venue
from bibwiki.catalogue.duplicates.titles import Likeness, compare_titles

if TYPE_CHECKING:
    from bibwiki.catalogue.duplicates.entry_facts import EntryFacts

THRESHOLD = 0.745
"""The least score of a pair that is shown; between the steps of the weights."""
_HIGHEST = 0.99
_TITLES = {
    Likeness.EQUAL: 0.5,
    Likeness.SMALL_WORDS: 0.45,
    Likeness.SPELLING: 0.4,
    Likeness.SUBTITLE: 0.4,
    Likeness.OVERLAP: 0.15,
    Likeness.DIFFERENT: 0.0,
}
_CLOSE = frozenset({Likeness.EQUAL, Likeness.SMALL_WORDS, Likeness.SPELLING})
_CREATORS = {
    Agreement.SAME: 0.3,
    Agreement.PARTLY: 0.25,
    Agreement.UNKNOWN: 0.05,
    Agreement.DIFFERENT: -0.3,
}
_SHARED = {"arxiv": 0.4, "pmid": 0.3, "doi": 0.25, "isbn": 0.2}
_LABELS = {"arxiv": "arXiv id", "pmid": "PubMed id", "doi": "DOI", "isbn": "ISBN"}
_PUBLISHED = frozenset({
    Form.JOURNAL, Form.MEETING, Form.CHAPTER, Form.BOOK, Form.THESIS, Form.REPORT,
})  # fmt: skip


class PairKind(StrEnum):
    """How two entries stand to each other."""

    SAME = "same"
    """Two records of one publication."""
    VERSION = "version"
    """A preprint or report and what was published of it."""
    RELATED = "related"
    """Works of their own with one content, such as conference and journal article."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two entries have to do with each other."""

    kind: PairKind
    score: float
    """From 0 to 0.99; 0.75 and more is shown."""
    reasons: tuple[str, ...]


def judge(one: EntryFacts, other: EntryFacts) -> Judgement | None:
    """Compare two entries; None where they are different works, or nobody knows."""
    likeness = compare_titles(one.title, other.title)
    agreement = compare_creators(
        one.creators, other.creators, cut=one.others or other.others
    )
    if likeness is Likeness.OPPOSED:
        # A cut title loses its numbers; two works do not stand on the same pages.
        if agreement is not Agreement.SAME or not _same_printed_pages(one, other):
            return None
        likeness = Likeness.DIFFERENT
    shared = _shared_identifiers(one, other)
    if _hopeless(likeness, agreement, shared):
        return None
    kind = _kind(one, other, shared)
    if kind is None or is_contradicted(one, other, shared, same=kind is PairKind.SAME):
        return None
    if kind is PairKind.RELATED and (
        likeness not in _CLOSE or agreement not in {Agreement.SAME, Agreement.PARTLY}
    ):
        return None
    parts = [
        (_title_weight(one, other, likeness), likeness.value),
        (_CREATORS[agreement], agreement.value),
        _year_part(one, other, kind),
        *((_SHARED.get(name, 0.2), f"same {_label(name)}") for name in shared),
        _place_part(one, other),
        _doubt_part(one, other, kind),
    ]
    score = min(_HIGHEST, round(sum(weight for weight, _ in parts), 2))
    if score < THRESHOLD:
        return None
    return Judgement(kind, score, tuple(reason for _, reason in parts if reason))


def _label(name: str) -> str:
    return _LABELS.get(name, name)


def _shared_identifiers(one: EntryFacts, other: EntryFacts) -> tuple[str, ...]:
    shared = [
        scheme
        for scheme in _SHARED
        if one.identifiers.get(scheme, "") == other.identifiers.get(scheme) != ""
    ]
    if "isbn" in shared and not one.form is other.form is Form.BOOK:
        shared.remove("isbn")  # that of the book in which both stand
    if one.address and one.address == other.address and "doi" not in shared:
        shared.append("address")
    return tuple(shared)


def _hopeless(
    likeness: Likeness, agreement: Agreement, shared: tuple[str, ...]
) -> bool:
    """Tell cheaply what most candidates are: different."""
    if agreement is Agreement.DIFFERENT:
        return likeness is not Likeness.EQUAL or not shared
    return likeness is Likeness.DIFFERENT and not shared


def _kind(
    one: EntryFacts, other: EntryFacts, shared: tuple[str, ...]
) -> PairKind | None:
    forms = {one.form, other.form}
    titles = {one.title.form, other.title.form}
    if len(titles) > 1 and "short" in titles:
        return PairKind.RELATED
    if len(forms) == 1 or Form.OPEN in forms:
        return _kind_of_like(one, other, shared, changed=len(titles) > 1)
    if _are_versions(forms):
        return PairKind.VERSION
    certain = "doi" in shared or same_pages(one.place, other.place) is True
    if forms <= {Form.JOURNAL, Form.MEETING, Form.CHAPTER}:
        # The Conference on Tides is not the Journal of Tides.
        known = have_one_name(one.place, other.place)
        lecture_notes = Form.JOURNAL not in forms and one.year == other.year
        same = certain or known or lecture_notes
        return PairKind.SAME if same else PairKind.RELATED
    if forms == {Form.BOOK, Form.CHAPTER}:
        return PairKind.SAME if "doi" in shared else None
    return PairKind.SAME if certain and "doi" in shared else PairKind.RELATED


def _are_versions(forms: set[Form]) -> bool:
    if Form.PREPRINT in forms:
        return bool(forms & _PUBLISHED)
    return Form.REPORT in forms and bool(
        forms & (_PUBLISHED - {Form.THESIS}) - {Form.REPORT}
    )


def _kind_of_like(
    one: EntryFacts, other: EntryFacts, shared: tuple[str, ...], *, changed: bool
) -> PairKind:
    """Return how two entries of one form stand to each other."""
    archived = "doi" not in shared and one.preprint_doi != other.preprint_doi
    if changed or (
        archived and "doi" in one.identifiers and "doi" in other.identifiers
    ):
        return PairKind.VERSION
    if one.form is other.form is Form.MEETING and not shared:
        elsewhere = same_venue(one.place, other.place) is False
        workshop = one.place.workshop != other.place.workshop
        if elsewhere and (workshop or one.year != other.year):
            return PairKind.RELATED
    return PairKind.SAME


def _title_weight(one: EntryFacts, other: EntryFacts, likeness: Likeness) -> float:
    if one.title.is_generic or other.title.is_generic:
        return min(0.15, _TITLES[likeness])
    if one.title.is_short or other.title.is_short:
        return _TITLES[likeness] - 0.1 if likeness in _CLOSE else _TITLES[likeness]
    return _TITLES[likeness]


def _year_part(one: EntryFacts, other: EntryFacts, kind: PairKind) -> tuple[float, str]:
    if one.year is None or other.year is None:
        return 0.0, ""
    gap = years_between(one, other)
    if gap == 0:
        return 0.1, "same year"
    reason = f"{gap} year{'s' if gap > 1 else ''} apart"
    if gap == 1 or (gap == 2 and kind is not PairKind.SAME):
        return 0.05, reason
    return (-0.1 if kind is PairKind.SAME else 0.0), reason


def _same_printed_pages(one: EntryFacts, other: EntryFacts) -> bool:
    volumes = {one.place.volume, other.place.volume}
    return (
        len(volumes) == 1
        and "" not in volumes
        and same_pages(one.place, other.place) is True
        and same_venue(one.place, other.place) is True
    )


def _place_part(one: EntryFacts, other: EntryFacts) -> tuple[float, str]:
    venue = same_venue(one.place, other.place)
    page = one.place.first_page == other.place.first_page != ""
    volume = one.place.volume == other.place.volume != ""
    if venue and page and volume:
        return 0.25, "same volume and page"
    if same_pages(one.place, other.place):
        return 0.1, "same pages"
    return (0.05, "same venue") if venue else (0.0, "")


def _doubt_part(
    one: EntryFacts, other: EntryFacts, kind: PairKind
) -> tuple[float, str]:
    """Return what speaks against it, without refuting it."""
    if kind is PairKind.RELATED:
        return -0.05, "published in different forms"
    if kind is PairKind.VERSION:
        return 0.0, f"{one.form} and {other.form}" if one.form != other.form else ""
    doubts = differ(one.identifiers.get("doi"), other.identifiers.get("doi"))
    if doubts and not (one.preprint_doi or other.preprint_doi):
        return -0.1, "different DOIs"
    if same_pages(one.place, other.place) is False:
        return -0.1, "different pages"
    return 0.0, ""
