"""Who answers for the facts of an entry or a page, as it says itself."""

from __future__ import annotations

from enum import StrEnum


class Curation(StrEnum):
    """Who answers for the facts; the value is what front matter and fields say."""

    VERIFIED = "verified"
    """A person has checked them."""
    IMPORTED = "imported"
    """A program took them in, or checked them, and no person has."""
    NEEDS_CHECK = "needs-check"
    """Somebody doubts them."""

    __hash__ = str.__hash__  # Enum's own is a function of Python's

    @property
    def label(self) -> str:
        """What readers see, e.g. ``machine-imported``."""
        return _LABELS[self]


_LABELS = {
    Curation.VERIFIED: "verified",
    Curation.IMPORTED: "machine-imported",
    Curation.NEEDS_CHECK: "needs check",
}
CURATIONS = {one.value: one for one in Curation}
"""By what front matter and fields say."""
CURATION_FIELDS = frozenset({"curation", "checked"})
"""The fields of an entry that say so."""


def curation_of(said: str, checked: object) -> Curation | None:
    """Return who answers for facts: a person, where only the day of a check is said.

    Args:
        said: ``curation`` as written; empty for nothing said.
        checked: The day of the last check; anything false for none.
    """
    if said:
        return CURATIONS.get(said)
    return Curation.VERIFIED if checked else None
