"""How often topics, people, venues and organizations occur among some works."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bibwiki.model.work import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.pages.context import PageContext


def topics_of(context: PageContext, keys: Sequence[str]) -> Counter[str]:
    """Count how many of some works each topic has."""
    works = context.catalogue.works
    return Counter(topic for key in keys for topic in works[key].topics)


def venues_of(context: PageContext, keys: Sequence[str]) -> Counter[str]:
    """Count how many of some works each venue has."""
    venues = (context.catalogue.works[key].venue for key in keys)
    return Counter(venue for venue in venues if venue is not None)


def people_of(context: PageContext, keys: Sequence[str]) -> Counter[str]:
    """Count how many of some works each person is a creator of."""
    works = context.catalogue.works
    return Counter(
        person
        for key in keys
        for person in {credit.person for credit in works[key].credits}
        if person is not None
    )


def organizations_of(context: PageContext, keys: Sequence[str]) -> Counter[str]:
    """Count how many of some works each organization created or published."""
    counts: Counter[str] = Counter()
    for key in keys:
        catalogued = context.catalogue.works[key]
        found = {credit.organization for credit in catalogued.credits}
        found.add(catalogued.publisher)
        counts.update(id_ for id_ in found if id_ is not None)
    return counts


def coauthors_of(context: PageContext, person: Person) -> Counter[str]:
    """Count the works that each other person wrote or edited together with one.

    Only works count on which both have the same role: who edits a volume is no
    coauthor of its chapters, and who advises a thesis none of the thesis.
    """
    counts: dict[str, int] = {}
    works, own = context.catalogue.works, person.id
    for key in person.works:
        credits_ = works[key].credits
        roles = {c.contribution.role for c in credits_ if c.person == own}
        roles.discard(Role.ADVISOR)
        for one in {c.person for c in credits_ if c.contribution.role in roles}:
            if one:
                counts[one] = counts.get(one, 0) + 1
    counts.pop(own, None)
    return Counter(counts)


def years_of(context: PageContext, keys: Sequence[str]) -> Iterator[int]:
    """Yield the year of each work that has one, in the order of the works."""
    # Those who ask count topics or people of the same works, and so read them anyhow.
    works = context.catalogue.works
    for key in keys:
        year = works[key].work.year
        if year is not None:
            yield year
