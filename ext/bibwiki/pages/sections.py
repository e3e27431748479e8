"""Which sections the pages of each kind have: ids, titles, and what empty ones say.

Ids are part of addresses and never change. A document gets all sections of its kind,
because what others say of its subject is not known while it is read, apart from those
that show what its own front matter says; a catalogue page leaves out those that are
optional and empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import Empty
from bibwiki.pages.page_view import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bibwiki.model.notes.note import Note
    from bibwiki.pages.blocks import Block


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """What is fixed about one section of a kind of page."""

    id: str
    title: str
    empty: str
    """What the section says when there is nothing, and how to add it."""
    always: bool = False
    """Shown on catalogue pages even when it is empty."""
    declared: Callable[[Note], object] | None = None
    """Gives what of the page's own front matter the section shows; where that is
    nothing, a document does not have the section."""


_MENTIONS = SectionPlan(
    "mentions",
    "Mentioned in",
    "No page mentions this yet. Link to it from a page and the place is listed here.",
    always=True,
)
_TOPICS = SectionPlan(
    "topics", "Topics", "No topics are recorded yet. Add keywords to its works."
)
_VENUES = SectionPlan("venues", "Venues", "No venue is recorded yet.")
_CLAIMS = SectionPlan(
    "claims",
    "Main claims",
    "No claim is recorded yet. Add a claim field to one of the works.",
)
_WORKS = SectionPlan(
    "works",
    "Works",
    "No works are recorded yet. Add one to a BibTeX file.",
    always=True,
)
_PEOPLE = SectionPlan("people", "People", "No people are linked yet.", always=True)

_PLANS: Mapping[Kind, tuple[SectionPlan, ...]] = {
    Kind.WORK: (
        SectionPlan(
            "abstract", "Abstract", "No abstract is recorded yet. Add it to the entry."
        ),
        SectionPlan(
            "claims",
            "Claims",
            "No claim is recorded yet. Add a claim field to the entry.",
        ),
        SectionPlan(
            "evidence",
            "Evidence for",
            "No topic names this work as evidence for a question, and no claim is "
            "recorded that it supports or disputes.",
        ),
        SectionPlan("cite", "Cite", "No entry is recorded.", always=True),
        SectionPlan(
            "relations",
            "Relations to other works",
            "No relation to another work is recorded yet.",
        ),
        SectionPlan(
            "related",
            "Related works",
            "No work shares a topic or a creator with this one yet.",
        ),
        SectionPlan(
            "same-venue-year",
            "Same venue and year",
            "No other work of this venue and year is recorded.",
        ),
        SectionPlan(
            "cited-in",
            "Cited in",
            "No page cites this work yet. Cite it and the sentence is shown here.",
            always=True,
        ),
    ),
    Kind.PERSON: (
        _WORKS,
        _CLAIMS,
        _TOPICS,
        SectionPlan(
            "coauthors", "Coauthors", "No coauthors are recorded yet.", always=True
        ),
        SectionPlan(
            "advising",
            "Advisors and students",
            "No advisor or student is recorded yet. Add advisors to the page's front "
            "matter, or an advisor field to a thesis.",
        ),
        _VENUES,
        SectionPlan(
            "affiliations",
            "Affiliations",
            "No affiliation is recorded yet. Add it to the page's front matter.",
        ),
        _MENTIONS,
        SectionPlan("names", "Names", "No name is recorded on a work yet."),
    ),
    Kind.TOPIC: (
        SectionPlan("questions", "Questions", "", declared=attrgetter("questions")),
        _WORKS,
        _CLAIMS,
        _PEOPLE,
        SectionPlan(
            "neighbours",
            "Neighbouring topics",
            "No other topic shares a work with this one yet.",
        ),
        _VENUES,
        _MENTIONS,
    ),
    Kind.ORGANIZATION: (
        _PEOPLE,
        _TOPICS,
        _WORKS,
        SectionPlan(
            "partners",
            "Partners",
            "No work was written together with another organization yet.",
        ),
        SectionPlan(
            "parts",
            "Parts of it",
            "No organization is recorded as part of this one. Name this one as parent "
            "on its page.",
        ),
        _MENTIONS,
    ),
    Kind.VENUE: (
        SectionPlan("years", "Years", "No year is recorded yet."),
        _TOPICS,
        _PEOPLE,
        _WORKS,
        _MENTIONS,
    ),
    Kind.EVENT: (_WORKS, _PEOPLE, _TOPICS, _MENTIONS),
    Kind.YEAR: (
        SectionPlan(
            "works", "Works", "Nothing is recorded for this year.", always=True
        ),
        _TOPICS,
        SectionPlan(
            "new-topics",
            "First seen this year",
            "No topic appears for the first time in this year.",
        ),
        SectionPlan(
            "claims",
            "Supported or contested",
            "No work of this year says anything of a claim.",
        ),
    ),
}


def section_titles(note: Note) -> tuple[tuple[str, str], ...]:
    """Return id and title of every section that a document gets."""
    return tuple(
        (plan.id, plan.title)
        for plan in _PLANS[note.kind]
        if plan.declared is None or plan.declared(note)
    )


def arrange_sections(
    kind: Kind, blocks: Mapping[str, tuple[Block, ...]], *, complete: bool
) -> tuple[Section, ...]:
    """Put blocks into the sections of a kind, in the kind's order.

    Args:
        kind: What the page is about.
        blocks: Maps a section's id to what it shows; missing means nothing.
        complete: Give every section of the kind, as documents need; without it, empty
            optional sections are left out.
    """
    sections = []
    for plan in _PLANS[kind]:
        shown = blocks.get(plan.id, ())
        if shown:
            sections.append(Section(plan.id, plan.title, shown))
        elif (complete and plan.declared is None) or plan.always:
            sections.append(Section(plan.id, plan.title, (Empty(plan.empty),)))
    return tuple(sections)
