"""What changed and when: works, the state of claims and questions, checked pages.

Nothing here comes from a clock or from the dates of files. A change has the date that
an entry or a page's front matter gives it, and without one it is not told. What a work
says of others' claims changes their state on the day on which it appeared.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.dates import parse_date
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Relation
from bibwiki.pages.claim_lists import STANCES
from bibwiki.pages.items import Link
from bibwiki.pages.links import ThingPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.date import PartialDate
    from bibwiki.model.notes.note import Note
    from bibwiki.pages.context import PageContext


class ChangeKind(StrEnum):
    """What happened; the value is a piece of an address."""

    ADDED = "added"
    CHANGED = "changed"
    CLAIMS = "claims"
    QUESTIONS = "questions"
    CHECKED = "checked"

    __hash__ = str.__hash__  # Enum's own is a function of Python's

    @property
    def label(self) -> str:
        """What such changes are called, e.g. ``Works added``."""
        return _LABELS[self]

    @property
    def place(self) -> int:
        """Where such changes stand among those of one day."""
        return list(ChangeKind).index(self)


_LABELS = {
    ChangeKind.ADDED: "Works added",
    ChangeKind.CHANGED: "Entries changed",
    ChangeKind.CLAIMS: "Supported or contested",
    ChangeKind.QUESTIONS: "Questions judged",
    ChangeKind.CHECKED: "Pages checked",
}
_OF_WORKS = frozenset({Relation.CORRECTS, Relation.RETRACTS})
"""What changes the state of a work, whether or not it is known to claim anything."""
CHANGES = "changes"
"""The pagename of the page of all changes."""
HAS_CHANGES = "has changes"
"""What is derived for the whole wiki where reading is noted."""
_WITH_NOTES = (Kind.PERSON, Kind.TOPIC, Kind.ORGANIZATION, Kind.VENUE, Kind.EVENT)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one thing."""

    date: PartialDate
    """As precise as it is known."""
    kind: ChangeKind
    target: Target
    """What changed."""
    words: str
    """What happened to it, e.g. ``added`` or ``disputed by Babbage 1840``."""
    anchor: str = ""
    """The section of its page that says more; empty for the page."""
    cause: str = ""
    """What tells it from other changes of the thing's section: the relation and the
    primary key of the work that changed it, or the question and the day."""

    @property
    def id(self) -> str:
        """A text that no other change has, and that says all that this one says."""
        thing = f"{self.target.kind} {self.target.id}"
        parts = (self.date.iso, self.kind, thing, self.cause, self.anchor, self.words)
        return "\0".join(parts)


def all_changes(context: PageContext) -> tuple[Change, ...]:
    """Return all changes with a date, newest first; of a day, as the kinds stand."""
    found = sorted(dict.fromkeys(_found(context)), key=lambda one: one.kind.place)
    return newest_first(found)


def has_changes(context: PageContext) -> bool:
    """Tell whether any change has a date."""
    return context.recorder.derive(
        HAS_CHANGES, "", lambda: any(map(bool, _found(context))), is_compared=True
    )


def _found(context: PageContext) -> Iterator[Change]:
    """Yield all changes with a date, in no order."""
    yield from _changes_of_notes(context)
    for work in context.catalogue.works.values():
        yield from changes_of_entry(work)
    for key in context.catalogue.related:
        yield from changes_of_claims(context, key)


def newest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Put changes in the order of their dates; those of one day stay as they are."""
    return tuple(sorted(changes, key=lambda one: one.date.sort_key, reverse=True))


def changes_of_entry(catalogued: CataloguedWork) -> Iterator[Change]:
    """Yield when a work was added, and its entry changed and checked."""
    target = Target(Kind.WORK, catalogued.key)
    work = catalogued.work
    if work.added:
        yield Change(work.added, ChangeKind.ADDED, target, "added")
    if work.changed:
        yield Change(work.changed, ChangeKind.CHANGED, target, "entry changed")
    if work.checked:
        yield Change(work.checked, ChangeKind.CHECKED, target, "entry checked")


def changes_of_claims(context: PageContext, key: str) -> Iterator[Change]:
    """Yield what others changed in the state of a work and of its claims."""
    for other in context.catalogue.related.get(key, ()):
        if other.inverse:
            yield from _change_of_claims(context, key, other.relation, other.key)


def changes_of_others_claims(context: PageContext, key: str) -> Iterator[Change]:
    """Yield what a work changed in the state of others and of their claims."""
    for other in context.catalogue.related.get(key, ()):
        if not other.inverse:
            yield from _change_of_claims(context, other.key, other.relation, key)


def _change_of_claims(
    context: PageContext, key: str, relation: Relation, by: str
) -> Iterator[Change]:
    """Yield the change that one work made in the state of another, if it made one."""
    is_of_work = relation in _OF_WORKS
    if not is_of_work and relation not in STANCES:
        return
    if not is_of_work and not context.catalogue.works[key].work.claims:
        return
    other = context.catalogue.works[by].work
    date = other.date or other.added
    if date is not None:
        words = f"{relation.inverse_label} {citation_label(other)}"
        anchor = "relations" if is_of_work else "claims"
        target = Target(Kind.WORK, key)
        cause = f"{relation.value} {by}"
        yield Change(date, ChangeKind.CLAIMS, target, words, anchor, cause)


def changes_of_questions(note: Note, target: Target) -> Iterator[Change]:
    """Yield when the state of a topic's questions was judged.

    Args:
        note: What the topic's page declares.
        target: The topic.
    """
    for question in note.questions:
        date = parse_date(question.judged)
        if date is not None:
            words = f"\N{LEFT DOUBLE QUOTATION MARK}{question.text}"
            words += f"\N{RIGHT DOUBLE QUOTATION MARK} judged {question.state}"
            cause = f"{question.text} {date.iso}"
            yield Change(date, ChangeKind.QUESTIONS, target, words, "questions", cause)


def _changes_of_notes(context: PageContext) -> Iterator[Change]:
    """Yield when hand-written pages were checked and questions judged."""
    for target, note in _notes(context):
        if context.document(target) != note.docname:
            continue
        yield from changes_of_questions(note, target)
        date = parse_date(note.checked)
        if date is not None:
            yield Change(date, ChangeKind.CHECKED, target, "page checked")


def _notes(context: PageContext) -> Iterator[tuple[Target, Note]]:
    for kind in _WITH_NOTES:
        for thing in context.catalogue.things(kind).values():
            if thing.note is not None:
                yield Target(kind, thing.id), thing.note
    for work in context.catalogue.works.values():
        if work.note is not None:
            yield Target(Kind.WORK, work.key), work.note


def change_link(context: PageContext, change: Change) -> Link:
    """Return a link to where the thing's page says more of a change."""
    place = ThingPlace(change.target, change.anchor)
    return Link(context.name_of(change.target), place)


by_date = attrgetter("date")
"""Gives the date of a change, for grouping."""
by_kind = attrgetter("kind")
"""Gives what happened, likewise."""
