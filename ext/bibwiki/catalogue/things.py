"""The things behind all works together: people, venues, topics and organizations.

They follow from few fields of the entries and from the pages. As long as these stay the
same, what was found once may be used again, whatever else was edited: see
:data:`Remember`.
"""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.catalogue.beside import when_needed
from bibwiki.catalogue.identity.people import assemble_people
from bibwiki.catalogue.organizations import Organizations
from bibwiki.catalogue.topics import assemble_topics
from bibwiki.catalogue.venues import assemble_venues
from bibwiki.model.date import PartialDate
from bibwiki.model.diagnostic import Diagnostic
from bibwiki.model.identifier import Identifier
from bibwiki.model.notes.kind import Kind
from bibwiki.model.portions import ALL_OF_CREATOR
from bibwiki.model.values import value
from bibwiki.model.work import Venue, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bibwiki.catalogue.beside import Beside
    from bibwiki.catalogue.catalogue import CataloguedVenue, Person, Topic
    from bibwiki.catalogue.identity.attribution import Resolution
    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.catalogue.topics import Topics
    from bibwiki.catalogue.venues import Venues

_WITHOUT_CONSEQUENCE = frozenset({
    "entry", "title", "date_text", "volume", "number", "pages", "links", "abstract",
    "summary", "claims", "note", "rights", "curation", "checked", "added", "changed",
    "consequences",
})  # fmt: skip
"""Fields of a work that nothing here follows from. A title decides the order of works
of one date and one creator; the order is looked at by itself. It also decides where
lists have a work without creators: there it counts."""
_TAKEN_APART = ("work_type", "date", "venue", "contributions", "identifiers")
_CONSEQUENTIAL = attrgetter(
    *(
        one.name
        for one in fields(Work)
        if one.name not in _WITHOUT_CONSEQUENCE.union(_TAKEN_APART, ["keywords"])
    ),
    *_TAKEN_APART,
)
_DATE, _VENUE, _IDENTIFIER = (
    attrgetter(*(one.name for one in fields(kind)))
    for kind in (PartialDate, Venue, Identifier)
)
_TOGETHER = 1024
"""Of so many works, the grounds are given at a time."""


@value(frozen=True, slots=True)
class Things:
    """What is behind all works; tuples stand in the order of the works."""

    people: Mapping[str, Person]
    """Maps an id to its person, sorted by ``sort_name``."""
    people_of: tuple[tuple[Resolution, ...], ...]
    """For each work, whom each contribution leads to."""
    venues: Mapping[str, CataloguedVenue]
    """Maps an id to its venue, sorted by name."""
    venue_of: tuple[str | None, ...]
    """A venue's id for each work."""
    topics: Mapping[str, Topic]
    """Maps an id to its topic, sorted by name."""
    topics_of: tuple[tuple[str, ...], ...]
    """Topic ids for each work, in the order of its keywords, no repeats."""
    organizations: Organizations
    """Those that pages and names of creators say; publishers come later."""
    topic_problems: tuple[Diagnostic, ...]
    name_problems: tuple[tuple[int, Diagnostic], ...]
    """What is wrong with the names of a work, after its number."""


Remember: TypeAlias = "Callable[[Iterable[object], Callable[[], Things]], Things]"
"""Returns what was found on equal grounds before, or finds it now.

The grounds are made of plain values and dataclasses. Where an entry stands does not
count.
"""


def forget(_grounds: Iterable[object], find: Callable[[], Things]) -> Things:
    """Remember nothing."""
    return find()


def find_things(
    works: Sequence[Work],
    keywords: Sequence[Sequence[str]],
    declared: Mapping[Kind, Declarations],
    rank: Mapping[str, int],
    topic_min_works: int,
    beside: Beside = when_needed,
) -> Things:
    """Find the things behind works.

    Args:
        works: One for each work of the catalogue, in file order.
        keywords: Those of each work, and those that its page gives.
        declared: What the pages of each kind declare.
        rank: The place of each primary key, newest first.
        topic_min_works: From how many works on a keyword without a page of its own
            becomes a topic.
        beside: Does what may be done beside other work.
    """
    organizations = Organizations(declared[Kind.ORGANIZATION])
    subjects = beside(
        lambda: _venues_and_topics(works, keywords, declared, rank, topic_min_works)
    )
    people = assemble_people(works, declared[Kind.PERSON], organizations, rank, beside)
    venues, topics = subjects()
    return Things(
        people.people,
        people.credits,
        venues.venues,
        venues.by_work,
        topics.topics,
        topics.by_work,
        organizations,
        topics.diagnostics,
        tuple(_with_numbers(people.diagnostics, works)),
    )


def _venues_and_topics(
    works: Sequence[Work],
    keywords: Sequence[Sequence[str]],
    declared: Mapping[Kind, Declarations],
    rank: Mapping[str, int],
    topic_min_works: int,
) -> tuple[Venues, Topics]:
    topics = assemble_topics(
        {work.key: words for work, words in zip(works, keywords, strict=True)},
        declared[Kind.TOPIC],
        rank,
        min_works=topic_min_works,
    )
    return assemble_venues(works, declared[Kind.VENUE], rank), topics


def grounds_of_things(
    works: Sequence[Work],
    keywords: Sequence[Sequence[str]],
    declared: Mapping[Kind, Declarations],
    rank: Mapping[str, int],
    topic_min_works: int,
) -> Iterator[object]:
    """Yield everything that :func:`find_things` follows from."""
    yield topic_min_works, tuple(rank)
    for declarations in declared.values():
        for note in declarations.notes.values():
            # Some problems stand at the page's line.
            yield note, note.location.line, note.location.column
    for start in range(0, len(works), _TOGETHER):
        some = works[start : start + _TOGETHER]
        yield [work.consequences or consequential(work) for work in some]
        yield [tuple(words) for words in keywords[start : start + _TOGETHER]]


def consequential(work: Work) -> tuple[object, ...]:
    """Return everything of a work that things follow from, but for its keywords.

    Whoever has a digest of it may leave that with the work, in ``consequences``. Values
    that nearly every work has are taken apart here, at once, for the sake of that.
    """
    filed_by_title = "" if work.contributions else str(work.title)
    *rest, type_, date, venue, creators, identifiers = _CONSEQUENTIAL(work)
    return (
        work.key,
        filed_by_title,
        *rest,
        type_.value,
        date and _DATE(date),
        venue and _VENUE(venue),
        tuple(map(ALL_OF_CREATOR, creators)),
        tuple(map(_IDENTIFIER, identifiers)),
    )


def _with_numbers(
    diagnostics: Sequence[Diagnostic], works: Sequence[Work]
) -> Iterator[tuple[int, Diagnostic]]:
    if diagnostics:
        numbers = {work.entry.location: number for number, work in enumerate(works)}
        yield from ((numbers[one.location], one) for one in diagnostics)


def name_diagnostics(things: Things, works: Sequence[Work]) -> Iterator[Diagnostic]:
    """Yield what is wrong with names, at the places where their entries stand now."""
    for number, found in things.name_problems:
        place = works[number].entry.location
        yield Diagnostic(found.problem, found.message, place)
