"""What says that two entries are two works, whatever else agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.entry_facts import Form
from bibwiki.catalogue.duplicates.places import same_pages, same_venue

if TYPE_CHECKING:
    from collections.abc import Collection

    from bibwiki.catalogue.duplicates.entry_facts import EntryFacts

_YEARLY = frozenset({Form.REPORT, Form.WEB, Form.TALK, Form.OTHER})
"""Forms of which the same title comes again year after year."""
_NUMBERED = frozenset({Form.REPORT, Form.OTHER})
"""Forms that are numbered one by one: ``HL-21`` and ``HL-35`` are two reports."""
_LONGEST_WAY = 5
"""Years between a preprint or conference paper and what became of it."""


def is_contradicted(
    one: EntryFacts, other: EntryFacts, shared: Collection[str], *, same: bool
) -> bool:
    """Tell whether something says that two entries are two works.

    Args:
        one: An entry.
        other: Another one.
        shared: The schemes of the identifiers that both have.
        same: Whether they would be one publication, not versions or related works.
    """
    if differ(one.identifiers.get("arxiv"), other.identifiers.get("arxiv")):
        return "doi" not in shared
    gap = years_between(one, other)
    if not same:
        return gap > _LONGEST_WAY
    if differ(one.place.edition, other.place.edition):
        return True
    if shared:
        return False
    return _other_edition(one, other, gap) or _other_place(one, other)


def _other_edition(one: EntryFacts, other: EntryFacts, gap: int) -> bool:
    """Tell whether a later year seems to be that of a new edition or issue."""
    if Form.BOOK in {one.form, other.form} and gap > 1:
        return True
    if one.form is other.form and one.form in _YEARLY and gap > 0:
        return True
    if gap > 0 and differ(one.place.meeting, other.place.meeting):
        return True
    if gap > 0 and differ(one.identifiers.get("doi"), other.identifiers.get("doi")):
        return not (one.preprint_doi or other.preprint_doi)
    editions = {one.place.edition, other.place.edition}
    return len(editions) > 1 and editions != {"", "1"} and gap > 0


def _other_place(one: EntryFacts, other: EntryFacts) -> bool:
    """Tell whether two publications stand in different places of one venue."""
    if one.form is other.form and one.form in _NUMBERED:
        numbers = (one.place.number, other.place.number)
        if differ(*numbers) and not numbers[0].endswith(numbers[1]):
            return not numbers[1].endswith(numbers[0])
    pages = same_pages(one.place, other.place)
    if pages is False:
        doubtful = one.title.is_short or one.title.is_generic
        return doubtful or differ(
            one.identifiers.get("doi"), other.identifiers.get("doi")
        )
    if pages is None and differ(one.place.volume, other.place.volume):
        return same_venue(one.place, other.place) is not False
    return False


def differ(one: str | None, other: str | None) -> bool:
    """Tell whether two values are both given and not the same."""
    return bool(one and other and one != other)


def years_between(one: EntryFacts, other: EntryFacts) -> int:
    """Return the years between two entries; 0 where one has no year."""
    if one.year is None or other.year is None:
        return 0
    return abs(one.year - other.year)
