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

if TYPE_CHECKING:
    from bibwiki.catalogue.identity.mention import Mention, SentencePart
    from bibwiki.pages.context import PageContext
    from bibwiki.sphinx_ext.reading.texts import ReadText

# What a citation that was left out leaves behind.
_BEFORE_STOP = re.compile(r" (?=[.,;:!?)])")


def mention_as_read(context: PageContext, mention: Mention) -> Mention:
    """Return a mention whose sentence and titles name things as the page does."""
    if mention.titles:
        page, section = (_title(context, parts) for parts in mention.titles)
        mention = replace(mention, page_title=page, section_title=section, titles=())
    if not any(part.link for part in mention.sentence):
        return mention
    return replace(mention, sentence=parts_as_read(context, mention.sentence))


def parts_as_read(
    context: PageContext, parts: tuple[SentencePart, ...]
) -> tuple[SentencePart, ...]:
    """Return a sentence with the names of things for links without words."""
    return tuple(
        replace(part, text=_name(context, *part.link) or part.text)
        if part.link is not None
        else part
        for part in parts
    )


def text_as_read(context: PageContext, read: ReadText) -> PageText:
    """Return what a page says, as plain text."""
    lines = (_line(context, parts) for parts in read.paragraphs)
    return PageText(_line(context, read.title), "\n".join(filter(None, lines)))


def _line(context: PageContext, parts: tuple[SentencePart, ...]) -> str:
    text = "".join(part.text for part in parts_as_read(context, parts))
    return _BEFORE_STOP.sub("", " ".join(text.split()))


def _title(context: PageContext, parts: tuple[SentencePart, ...]) -> str:
    """Return a heading as plain text, citations in it by their labels."""
    return "".join(
        f"[{'; '.join(_label(context, key) for key in part.keys)}]"
        if part.keys
        else part.text
        for part in parts_as_read(context, parts)
    )


def _label(context: PageContext, key: str) -> str:
    catalogue = context.catalogue
    primary = catalogue.key_to_work.get(key)
    return key if primary is None else citation_label(catalogue.works[primary].work)


def _name(context: PageContext, kind: str, name: str) -> str | None:
    target = resolve(context.catalogue, name, None if kind == "any" else Kind(kind))
    return None if target is None else context.name_of(target)
