"""The kinds of things that have a page, and how one of them is named."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a page is about. The value is the ``kind`` of the front matter."""

    WORK = "work"
    PERSON = "person"
    TOPIC = "topic"
    ORGANIZATION = "organization"
    VENUE = "venue"
    EVENT = "event"
    YEAR = "year"

    __hash__ = str.__hash__  # Enum's own is a function of Python's

    @property
    def folder(self) -> str:
        """The folder of this kind's standard addresses: an interface, never changed."""
        return _FOLDERS[self]

    @property
    def label(self) -> str:
        """The word shown to readers, capitalised."""
        return self.value.capitalize()


_FOLDERS = {
    Kind.WORK: "works",
    Kind.PERSON: "people",
    Kind.TOPIC: "topics",
    Kind.ORGANIZATION: "organizations",
    Kind.VENUE: "venues",
    Kind.EVENT: "events",
    Kind.YEAR: "years",
}


class Target(NamedTuple):
    """One thing of the wiki: its kind and its id within that kind.

    The id of a work is its primary citation key; of a year, its digits. A tuple, which
    is hashed and compared faster than other values: targets are keys of large mappings.
    """

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id}"
