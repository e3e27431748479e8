"""The one entry point: works, repeats and notes become a catalogue."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bibwiki.catalogue.advising import advisors_and_students
from bibwiki.catalogue.beside import when_needed
from bibwiki.catalogue.catalogue import Catalogue, CataloguedWork, Credit
from bibwiki.catalogue.events import assemble_events
from bibwiki.catalogue.identity.declarations import Declarations, declare
from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.catalogue.identity.name_index import index_names, slugs_of_pages
from bibwiki.catalogue.ordering import rank_works
from bibwiki.catalogue.relations import relate_works
from bibwiki.catalogue.things import (
    find_things,
    forget,
    grounds_of_things,
    name_diagnostics,
)
from bibwiki.catalogue.versions import JoinedWorks, join_versions
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.garbage import pause_collection
from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.catalogue.beside import Beside
    from bibwiki.catalogue.identity.attribution import Resolution
    from bibwiki.catalogue.things import Remember, Things
    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Contribution, Work


@pause_collection()
def assemble(
    works: Sequence[Work],
    repeats: Sequence[Entry],
    notes: Sequence[Note],
    *,
    topic_min_works: int = 2,
    remember: Remember = forget,
    beside: Beside = when_needed,
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Assemble the catalogue of a collection.

    The result depends on the order of the files and the docnames alone. Costs grow
    linearly, apart from sorting.

    Args:
        works: One for each kept entry, in file order.
        repeats: Entries whose key an earlier entry has, in file order.
        notes: What hand-written pages declare, in any order.
        topic_min_works: From how many works on a keyword without a page of its own
            becomes a topic.
        remember: Knows what was found behind works of the same names, venues and
            keywords.
        beside: Does what may be done beside other work.

    Returns:
        The catalogue, and what is wrong about what the files say of each other: pages
        first, then entries.
    """
    declared, problems = _declare(notes)
    joined = join_versions(works, repeats)
    work_notes, work_problems = _work_notes(declared[Kind.WORK], joined)
    merged = [one.work for one in joined.works]
    rank = rank_works(merged)
    keywords = [_keywords(work, work_notes) for work in merged]
    grounds = (merged, keywords, declared, rank, topic_min_works)
    things = remember(
        grounds_of_things(*grounds), partial(find_things, *grounds, beside)
    )
    related, relation_problems = relate_works(merged, joined.key_to_work)
    catalogue = _catalogue(joined, declared, work_notes, rank, things)
    catalogue = _with_names(replace(catalogue, related=related), declared)
    return catalogue, (
        *problems,
        *work_problems,
        *things.topic_problems,
        *joined.diagnostics,
        *name_diagnostics(things, merged),
        *relation_problems,
    )


def _with_names(
    catalogue: Catalogue, declared: Mapping[Kind, Declarations]
) -> Catalogue:
    """Add what needs a catalogue to be made: names, slugs, who advised whom."""
    catalogue = replace(
        catalogue,
        names=index_names(catalogue, declared),
        slugs=slugs_of_pages(catalogue),
    )
    advisors, students = advisors_and_students(catalogue)
    return replace(catalogue, advisors=advisors, students=students)


def _catalogue(
    joined: JoinedWorks,
    declared: Mapping[Kind, Declarations],
    notes: Mapping[str, Note],
    rank: Mapping[str, int],
    things: Things,
) -> Catalogue:
    """Return the catalogue without what needs a catalogue to be made."""
    hidden = HiddenNames.of(declared[Kind.PERSON])
    works = _catalogued(joined, notes, things, hidden)  # credits the organizations
    shown = [one.work for one in works.values()]
    people = things.people
    return Catalogue(
        works=works,
        key_to_work=joined.key_to_work,
        people=people,
        venues=things.venues,
        topics=things.topics,
        organizations=things.organizations.assemble(people.values(), rank),
        events=assemble_events(shown, declared[Kind.EVENT], rank),
        years=_years(shown, rank),
        rank=rank,
        documents=_documents(declared, notes),
    )


def _declare(
    notes: Sequence[Note],
) -> tuple[dict[Kind, Declarations], list[Diagnostic]]:
    declared: dict[Kind, Declarations] = {}
    problems: list[Diagnostic] = []
    for kind in Kind:
        declared[kind], found = declare(notes, kind)
        problems.extend(found)
    return declared, problems


def _work_notes(
    declared: Declarations, joined: JoinedWorks
) -> tuple[dict[str, Note], list[Diagnostic]]:
    """Map primary keys to the pages about single works.

    A page may be about any version; a second page about one work is left out, and so
    is a page about a key that no entry has.
    """
    notes: dict[str, Note] = {}
    problems = []
    for id_, note in declared.notes.items():
        key = joined.key_to_work.get(id_)
        if key is None:
            message = f"the page is about {id_!r}, which is the key of no entry"
            problems.append(Diagnostic(Problem.UNKNOWN_KEY, message, note.location))
        elif (first := notes.setdefault(key, note)) is not note:
            message = (
                f"{note.docname!r} is about the same work as {first.docname!r}, which "
                f"counts; join the two pages"
            )
            problems.append(Diagnostic(Problem.DUPLICATE_ID, message, note.location))
    return notes, problems


def _keywords(work: Work, notes: Mapping[str, Note]) -> tuple[str, ...]:
    note = notes.get(work.key)
    return (*work.keywords, *note.topics) if note else work.keywords


def _catalogued(
    joined: JoinedWorks,
    notes: Mapping[str, Note],
    things: Things,
    hidden: HiddenNames,
) -> dict[str, CataloguedWork]:
    works: dict[str, CataloguedWork] = {}
    organizations = things.organizations
    credits_ = _Credits(hidden)
    for number, one in enumerate(joined.works):
        key = one.work.key
        resolved = things.people_of[number]
        publisher = organizations.publisher(one.work.publisher)
        for resolution in resolved:
            if resolution.organization:
                organizations.credit(resolution.organization, key)
        if publisher:
            organizations.credit(publisher, key)
        works[key] = CataloguedWork(
            hidden.work_without(one.work),
            one.keys,
            tuple(hidden.entry_without(entry, one.work) for entry in one.entries),
            credits_.of(one.work, resolved),
            venue=things.venue_of[number],
            publisher=publisher,
            topics=things.topics_of[number],
            note=notes.get(key),
        )
    return works


class _Credits:
    """Makes credits, and hides the names that a page wants hidden."""

    def __init__(self, hidden: HiddenNames) -> None:
        self._hidden = hidden
        self._made: dict[tuple[int, int], Credit] = {}
        """By the ``id()`` of contribution and resolution, which works share."""

    def of(self, work: Work, resolved: Sequence[Resolution]) -> tuple[Credit, ...]:
        """Return a work's credits, one for each contribution."""
        made = self._made
        pairs = zip(work.contributions, resolved, strict=True)
        return tuple([made.get((id(a), id(b))) or self._make(a, b) for a, b in pairs])

    def _make(self, contribution: Contribution, resolution: Resolution) -> Credit:
        shown = self._hidden.without(contribution)
        credit = Credit(shown, *resolution)
        self._made[id(contribution), id(resolution)] = credit
        return credit


def _years(
    works: Sequence[Work], rank: Mapping[str, int]
) -> dict[int, tuple[str, ...]]:
    """Map years, newest first, to their works, newest first."""
    years: dict[int, list[str]] = {}
    for work in works:
        if work.date is not None:
            years.setdefault(work.date.year, []).append(work.key)
    return {
        year: tuple(sorted(years[year], key=rank.__getitem__))
        for year in sorted(years, reverse=True)
    }


def _documents(
    declared: Mapping[Kind, Declarations], work_notes: Mapping[str, Note]
) -> dict[Target, str]:
    documents = {
        Target(kind, id_): note.docname
        for kind, declarations in declared.items()
        if kind not in {Kind.WORK, Kind.YEAR}
        for id_, note in declarations.notes.items()
    }
    documents |= {
        Target(Kind.WORK, key): note.docname for key, note in work_notes.items()
    }
    return documents
