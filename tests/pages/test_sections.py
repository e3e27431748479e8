from __future__ import annotations

import pytest

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note, Question
from bibwiki.pages.blocks import Empty, Paragraph
from bibwiki.pages.sections import arrange_sections, section_titles


def note_of(kind: Kind, *questions: Question) -> Note:
    return Note(kind, "a", "A", "a", Location("a.md"), questions=questions)


@pytest.mark.parametrize("kind", Kind)
def test_section_ids_of_a_kind_are_unique(kind: Kind) -> None:
    ids = [id_ for id_, _ in section_titles(note_of(kind, Question("Why?")))]

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("kind", Kind)
def test_documents_get_every_section_of_their_kind(kind: Kind) -> None:
    sections = arrange_sections(kind, {}, complete=True)
    titles = section_titles(note_of(kind))

    assert tuple((one.id, one.title) for one in sections) == titles
    assert all(isinstance(one.blocks[0], Empty) for one in sections)


def test_documents_get_a_section_for_what_they_declare_themselves() -> None:
    blocks = {"questions": (Paragraph(("Why?",)),)}
    sections = arrange_sections(Kind.TOPIC, blocks, complete=True)
    titles = section_titles(note_of(Kind.TOPIC, Question("Why?")))

    assert titles[0] == ("questions", "Questions")
    assert tuple((one.id, one.title) for one in sections) == titles


def test_catalogue_pages_leave_out_empty_optional_sections() -> None:
    blocks = {"topics": (Paragraph(("text",)),), "venues": ()}

    sections = arrange_sections(Kind.PERSON, blocks, complete=False)

    assert [one.id for one in sections] == ["works", "topics", "coauthors", "mentions"]
