"""Sentences and headings as a reader sees them: names for links, labels for citations.

While documents are read, only keys and ids are known; this runs when everything is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.resolution import resolve
from bibwiki.catalogue.labels import citation_label
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.site.search.documents import PageText
from bibwiki.sphinx_ext.reading.titles import DOCUMENT, SECTION

if TYPE_CHECKING:
    from bibwiki.catalogue.identity.mention import Mention, SentencePart
    from bibwiki.pages.context import PageContext
    from bibwiki.sphinx_ext.reading.texts import ReadText
    from bibwiki.sphinx_ext.reading.titles import LinkTitles

# What a citation that was left out leaves behind.
_BEFORE_STOP = re.compile(r" (?=[.,;:!?)])")


class AsRead:
    """Gives texts as readers see them, once everything is read."""

    def __init__(self, context: PageContext, titles: LinkTitles) -> None:
        """Take what things of the wiki, documents and sections are called.

        Args:
            context: The catalogue.
            titles: The titles of documents and sections.
        """
        self._context = context
        self._titles = titles

    def mention(self, mention: Mention) -> Mention:
        """Return a mention whose sentence and titles name things as the page does."""
        if mention.titles:
            page, section = map(self._title, mention.titles)
            mention = replace(
                mention, page_title=page, section_title=section, titles=()
            )
        if not any(part.link for part in mention.sentence):
            return mention
        return replace(mention, sentence=self.parts(mention.sentence))

    def parts(self, parts: tuple[SentencePart, ...]) -> tuple[SentencePart, ...]:
        """Return a sentence with names and titles for links without words."""
        return tuple(
            replace(part, text=self._name(*part.link) or part.text)
            if part.link is not None
            else part
            for part in parts
        )

    def text(self, read: ReadText) -> PageText:
        """Return what a page says, as plain text."""
        lines = map(self._line, read.paragraphs)
        return PageText(self._line(read.title), "\n".join(filter(None, lines)))

    def _line(self, parts: tuple[SentencePart, ...]) -> str:
        text = "".join(part.text for part in self.parts(parts))
        return _BEFORE_STOP.sub("", " ".join(text.split()))

    def _title(self, parts: tuple[SentencePart, ...]) -> str:
        """Return a heading as plain text, citations in it by their labels."""
        return "".join(
            f"[{'; '.join(map(self._label, part.keys))}]" if part.keys else part.text
            for part in self.parts(parts)
        )

    def _label(self, key: str) -> str:
        catalogue = self._context.catalogue
        primary = catalogue.key_to_work.get(key)
        return key if primary is None else citation_label(catalogue.works[primary].work)

    def _name(self, kind: str, name: str) -> str | None:
        if kind in {DOCUMENT, SECTION}:
            return self._titles(kind, name)
        catalogue = self._context.catalogue
        target = resolve(catalogue, name, None if kind == "any" else Kind(kind))
        return None if target is None else self._context.name_of(target)
