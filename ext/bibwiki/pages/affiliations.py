"""Where a person works and worked, as their page declares it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.catalogue.labels import citation_label
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.items import Fact, Link
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.page_facts import NOT_RECORDED
from bibwiki.pages.thing_links import thing_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.model.notes.note import Affiliation
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span


@dataclass(frozen=True, slots=True)
class Membership:
    """An affiliation seen from the organization."""

    affiliation: Affiliation
    remark: str
    """What the person does there and when, e.g. ``Professor, since 2019``."""


def affiliations_with(
    context: PageContext, person: str, organization: str
) -> tuple[Membership, ...]:
    """Return a person's affiliations with one organization, in declared order."""
    note = context.catalogue.people[person].note
    return tuple(
        Membership(affiliation, _remark(affiliation))
        for affiliation in (note.affiliations if note else ())
        if _organization_id(context, affiliation.organization) == organization
    )


def affiliation_spans(context: PageContext, person: Person) -> tuple[Span, ...]:
    """Return a person's present affiliation in a line, e.g. ``Professor, The Lab``.

    Where all have ended, the last one, with when that was. Empty where the page
    declares none.
    """
    present = _present(person)
    if present:
        return tuple(_post(context, present[0]))
    past = _newest_first(person, lambda one: one.end)
    if not past:
        return ()
    return ("formerly ", *_post(context, past[0]), f" ({_period(past[0])})")


def _post(context: PageContext, affiliation: Affiliation) -> Iterator[Span]:
    if affiliation.role:
        yield f"{affiliation.role}, "
    yield _organization_link(context, affiliation.organization)


def _present(person: Person) -> list[Affiliation]:
    """Return the affiliations that have no end, the newest first."""
    return [one for one in _newest_first(person, lambda one: one.start) if not one.end]


def _newest_first(
    person: Person, when: Callable[[Affiliation], str]
) -> list[Affiliation]:
    """Return affiliations by a date, those without one last, else as declared."""
    affiliations = person.note.affiliations if person.note else ()
    return sorted(affiliations, key=when, reverse=True)


def affiliation_facts(context: PageContext, person: Person) -> tuple[Fact, ...]:
    """Return the affiliations that have no end, the newest first, for the infobox.

    What tells people of one name apart has a row even if it is not known.
    """
    present = _present(person)
    if not present:
        return (Fact("Affiliation", (NOT_RECORDED,)),)
    return tuple(
        Fact("Affiliation", tuple(_fact_spans(context, affiliation)))
        for affiliation in present
    )


def affiliation_history(context: PageContext, person: Person) -> tuple[Fact, ...]:
    """Return all affiliations with their time, role and source, in declared order."""
    affiliations = person.note.affiliations if person.note else ()
    return tuple(
        Fact(_period(affiliation), tuple(_history_spans(context, affiliation)))
        for affiliation in affiliations
    )


def _fact_spans(context: PageContext, affiliation: Affiliation) -> Iterator[Span]:
    yield _organization_link(context, affiliation.organization)
    if affiliation.as_of:
        yield f" ({affiliation.as_of})"


def _history_spans(context: PageContext, affiliation: Affiliation) -> Iterator[Span]:
    yield _organization_link(context, affiliation.organization)
    if affiliation.role:
        yield f", {affiliation.role}"
    if affiliation.as_of:
        yield f" ({affiliation.as_of})"
    primary = context.catalogue.key_to_work.get(affiliation.source)
    if primary is not None:
        label = citation_label(context.catalogue.works[primary].work)
        yield " ["
        yield Link(label, ThingPlace(Target(Kind.WORK, primary)))
        yield "]"


def _period(affiliation: Affiliation) -> str:
    dash = "\N{EN DASH}"
    if affiliation.start and affiliation.end:
        return f"{affiliation.start}{dash}{affiliation.end}"
    if affiliation.start:
        return f"since {affiliation.start}"
    return f"until {affiliation.end}" if affiliation.end else "time not recorded"


def _remark(affiliation: Affiliation) -> str:
    known = bool(affiliation.start or affiliation.end)
    words = [affiliation.role, _period(affiliation) if known else ""]
    if affiliation.as_of:
        words.append(affiliation.as_of)
    return ", ".join(word for word in words if word)


def _organization_link(context: PageContext, text: str) -> Link:
    """Return a link to what an affiliation names; its text where that is nothing."""
    id_ = _organization_id(context, text)
    return Link(text) if id_ is None else thing_link(context, Kind.ORGANIZATION, id_)


def _organization_id(context: PageContext, text: str) -> str | None:
    """Return the id of the organization that an affiliation gives by id or name."""
    catalogue = context.catalogue
    if text in catalogue.organizations:
        return text
    for target in catalogue.names.get(fold(text), ()):
        if target.kind is Kind.ORGANIZATION:
            return target.id
    return None
