"""Where a document mentions a work, a person or another thing of the wiki.

Mentions are collected while documents are read and cannot know the catalogue then; they
hold what was written. What they mean is looked up when pages are made.
"""

from __future__ import annotations

from bibwiki.model.values import value


@value(frozen=True, slots=True)
class SentencePart:
    """A run of a sentence: plain text, or a citation that is shown by its label."""

    text: str = ""
    """Empty for a citation."""
    keys: tuple[str, ...] = ()
    """The citation keys where this part is a citation."""
    own: bool = False
    """This part is the mention itself: shown emphasised."""
    link: tuple[str, str] | None = None
    """For a link without words of its own: the kind (or ``any``) and what is named.
    ``text`` is what was written; a reader sees the thing's name. Of a link to a page or
    a section, ``doc`` or ``ref`` and what it leads to."""


@value(frozen=True, slots=True)
class Mention:
    """One place in one document that names something of the wiki."""

    docname: str
    page_title: str
    section_title: str
    """The nearest heading above; empty in the page's lead."""
    anchor: str
    """The id of the place itself, unique in the document."""
    line: int
    sentence: tuple[SentencePart, ...]
    """The sentence around the place, in reading order."""
    kind: str
    """``cite`` for citations, else the kind as written, or ``any`` for wiki links."""
    names: tuple[str, ...]
    """What was written: citation keys, or one id or name."""
    titles: tuple[tuple[SentencePart, ...], ...] = ()
    """The page's and the section's title in parts, where one of them cites or links
    without words of its own; empty elsewhere."""
    path: str = ""
    """The file that the line counts in, where the document includes it; else empty."""
