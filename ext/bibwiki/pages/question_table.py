"""What is asked about a topic: each question with the works that say most, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.dates import parse_date
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import Table
from bibwiki.pages.items import Link
from bibwiki.pages.thing_links import joined, thing_link
from bibwiki.pages.wording import date_words

if TYPE_CHECKING:
    from bibwiki.model.notes.note import Note, Question
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span

_HEADS = ("Question", "Best evidence", "State")


def question_table(context: PageContext, note: Note | None) -> tuple[Block, ...]:
    """Return the questions that a topic's page declares; nothing for none."""
    if note is None or not note.questions:
        return ()
    rows = tuple(_row(context, question) for question in note.questions)
    return (Table("Questions about this topic", _HEADS, rows),)


def _row(context: PageContext, question: Question) -> tuple[tuple[Span, ...], ...]:
    evidence = joined((_work_link(context, key) for key in question.evidence), "; ")
    return ((question.text,), evidence or ("none recorded",), (_state(question),))


def _state(question: Question) -> str:
    """Return the state and when it was judged, e.g. ``open (20 November 2026)``."""
    day = parse_date(question.judged)
    return f"{question.state} ({date_words(day)})" if day else question.state


def _work_link(context: PageContext, key: str) -> Link:
    primary = context.catalogue.key_to_work.get(key)
    if primary is None:
        return Link(key)
    label = citation_label(context.catalogue.works[primary].work)
    return thing_link(context, Kind.WORK, primary, label)
