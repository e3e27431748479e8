"""The closed set of work types."""

from __future__ import annotations

from enum import StrEnum


class WorkType(StrEnum):
    """What sort of publication a work is; the words are close to CSL's types."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    PAPER = "paper"
    """A contribution to a conference or workshop."""
    PROCEEDINGS = "proceedings"
    THESIS = "thesis"
    REPORT = "report"
    PREPRINT = "preprint"
    MANUSCRIPT = "manuscript"
    PATENT = "patent"
    DATASET = "dataset"
    SOFTWARE = "software"
    TALK = "talk"
    VIDEO = "video"
    AUDIO = "audio"
    """A podcast or another sound recording."""
    WEBPAGE = "webpage"
    POST = "post"
    """A post on a blog, forum or social network."""
    PRESS = "press"
    """A piece of journalism."""
    MISC = "misc"

    __hash__ = str.__hash__  # Enum's own is a function of Python's

    @property
    def label(self) -> str:
        """The words shown to readers, e.g. ``Conference paper``."""
        return _LABELS[self]


_LABELS = {one: one.value.capitalize() for one in WorkType} | {
    WorkType.CHAPTER: "Book chapter",
    WorkType.PAPER: "Conference paper",
    WorkType.WEBPAGE: "Web page",
    WorkType.AUDIO: "Audio",
    WorkType.PRESS: "Press piece",
    WorkType.MISC: "Other",
}
