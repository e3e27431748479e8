"""Lists of people, topics, venues and organizations that a page shows in part.

A page names those that count most. All of them stand on a page of their own, by name;
thousands, on several. Names alone are short, so that many fit one page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import LinkList
from bibwiki.pages.counts import (
    coauthors_of,
    organizations_of,
)
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.kinds.part_pages import PartPages
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.parts import BY_NAME, Part, split_parts
from bibwiki.pages.thing_links import (
    breadcrumbs,
    in_order,
    link_blocks,
    name_of,
)
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage

LONG = 200
"""Links that a page has itself; of more it shows the first, and the rest elsewhere."""
NAMES_ON_A_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class LongList:
    """One list on the pages of a kind."""

    section: str
    """The id of its section, which is a piece of the address of the whole list."""
    kind: Kind
    """What it lists."""
    unit: str
    """What one of these is called, e.g. ``coauthor``."""
    members: Callable[[_Members, str, Sequence[str]], Collection[str]]
    """Gives the ids of its members, from the id of the thing and its works; where they
    are not more than :data:`LONG`, perhaps none."""


class _Members:
    """Finds who is in a list; what stands behind a work is looked up once."""

    def __init__(self, context: PageContext) -> None:
        self.context = context
        self._people = {
            key: tuple([one.person for one in work.credits if one.person is not None])
            for key, work in context.catalogue.works.items()
        }
        topics = (len(work.topics) for work in context.catalogue.works.values())
        self._most_topics = max(topics, default=0)
        self._most_people = max(map(len, self._people.values()), default=0)

    def people(self, _id: str, keys: Sequence[str]) -> Collection[str]:
        """Return the people behind some works."""
        return set().union(*map(self._people.__getitem__, keys))

    def topics(self, _id: str, keys: Sequence[str]) -> set[str]:
        """Return the topics of some works."""
        if len(keys) * self._most_topics <= LONG:
            return set()
        works = self.context.catalogue.works
        return set().union(*[works[key].topics for key in keys])

    def neighbours(self, id_: str, keys: Sequence[str]) -> Collection[str]:
        """Return the topics that share works with one."""
        return self.topics(id_, keys) - {id_}

    def venues(self, _id: str, keys: Sequence[str]) -> Collection[str]:
        """Return the venues of some works."""
        if len(keys) <= LONG:
            return ()
        works = self.context.catalogue.works
        found = (works[key].venue for key in keys)
        return {venue for venue in found if venue is not None}

    def coauthors(self, id_: str, keys: Sequence[str]) -> Collection[str]:
        """Return who wrote with a person; nobody where they are few."""
        if len(keys) * self._most_people <= LONG:
            return ()
        if sum(map(len, map(self._people.__getitem__, keys))) <= LONG:
            return ()
        return coauthors_of(self.context, self.context.catalogue.people[id_])

    def partners(self, id_: str, keys: Sequence[str]) -> Collection[str]:
        """Return the organizations that some works have in common with one."""
        return organizations_of(self.context, keys).keys() - {id_}


_PEOPLE = LongList("people", Kind.PERSON, "person", _Members.people)
_TOPICS = LongList("topics", Kind.TOPIC, "topic", _Members.topics)
_VENUES = LongList("venues", Kind.VENUE, "venue", _Members.venues)
_LISTS: Mapping[Kind, tuple[LongList, ...]] = {
    Kind.PERSON: (
        _TOPICS,
        LongList("coauthors", Kind.PERSON, "coauthor", _Members.coauthors),
        _VENUES,
    ),
    Kind.TOPIC: (
        _PEOPLE,
        LongList("neighbours", Kind.TOPIC, "neighbouring topic", _Members.neighbours),
        _VENUES,
    ),
    Kind.ORGANIZATION: (
        _TOPICS,
        LongList("partners", Kind.ORGANIZATION, "partner", _Members.partners),
    ),
    Kind.VENUE: (_TOPICS, _PEOPLE),
    Kind.EVENT: (_PEOPLE, _TOPICS),
    Kind.YEAR: (_TOPICS,),
}


def listed_links(
    context: PageContext, target: Target, section: str, items: Sequence[CountedLink]
) -> tuple[Block, ...]:
    """Return what a section shows of a list, with a link to all of it if it is long.

    Args:
        context: The catalogue.
        target: Whose page it is.
        section: The id of the section.
        items: All links, the most important first.
    """
    list_ = next(one for one in _LISTS[target.kind] if one.section == section)
    unit = list_.kind.value
    if len(items) <= LONG:
        return link_blocks(items, unit)
    text = f"All {counted(len(items), unit)} by name"
    whole = Link(text, PagePlace(f"{_address(context, target)}{section}"))
    return link_blocks(items, unit, whole=whole)


class LongLists:
    """Finds the lists that are too long for the pages of their things."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        things = context.untraced.catalogue.things
        # What stands behind works is in the catalogue: without many topics, no list of
        # topics is long.
        self._possible = {
            kind: [one for one in lists if len(things(one.kind)) > LONG]
            for kind, lists in _LISTS.items()
        }

    @cached_property
    def _members(self) -> _Members:
        return _Members(self._context.untraced)

    def targets(self) -> Iterator[Target]:
        """Yield the things that may have such lists."""
        catalogue = self._context.untraced.catalogue
        for kind, possible in self._possible.items():
            years = map(str, catalogue.years)
            ids = years if kind is Kind.YEAR else catalogue.things(kind)
            for id_ in ids if possible else ():
                yield Target(kind, id_)

    def pages_of(self, target: Target) -> Iterator[MadePage]:
        """Yield the pages of the lists of a thing."""
        known = self._members
        keys = _works_of(known.context, target)
        for list_ in self._possible.get(target.kind, ()):
            members = list_.members(known, target.id, keys)
            if len(members) > LONG:
                yield from _pages_of(self._context, target, list_, members)


def _works_of(context: PageContext, target: Target) -> Sequence[str]:
    if target.kind is Kind.YEAR:
        return context.catalogue.years[int(target.id)]
    return context.catalogue.things(target.kind)[target.id].works


def _pages_of(
    context: PageContext, target: Target, list_: LongList, members: Collection[str]
) -> Iterator[MadePage]:
    # What the pages list is given to them: here nothing has to be noted.
    untraced = context.untraced
    ids = in_order(untraced, list_.kind, members)
    title = list_.section.capitalize()
    whole = Part(list_.section, (title,), tuple(ids))
    if len(ids) > NAMES_ON_A_PAGE:
        letters = untraced.tables.letters(list_.kind).__getitem__
        parts = split_parts(ids, BY_NAME, letters, whole, most=NAMES_ON_A_PAGE)
        whole = Part(whole.name, whole.trail, whole.ids, parts)
    name = name_of(context, target)
    pages = PartPages(
        address=_address(context, target),
        title=name,
        unit=list_.unit,
        breadcrumbs=(
            *breadcrumbs(context, target.kind),
            Link(name, ThingPlace(target, list_.section)),
        ),
        blocks=lambda ids: (_links(context, list_.kind, ids),),
    )
    yield from pages.pages((whole,))


def _links(context: PageContext, kind: Kind, ids: Sequence[str]) -> LinkList:
    # The same objects in every list: the renderer reuses HTML by identity.
    return LinkList(tuple(context.counted_link(kind, id_) for id_ in ids))


def _address(context: PageContext, target: Target) -> str:
    return f"{target.kind.folder}/by/{context.slug(target)}-"
