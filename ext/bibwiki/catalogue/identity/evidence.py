"""What the works say of people besides their names: coauthors, venues and keywords."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from bibwiki.catalogue.folding import fold_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bibwiki.catalogue.identity.attribution import Attribution, Identity
    from bibwiki.model.work import Work

_T = TypeVar("_T")
CIRCLE = 50
"""Having stood among more creators than this is no reason: they need not have met."""
_NARROW = 50
"""A venue or keyword of more works than this is no reason: too many share it."""


class Subjects:
    """The venues and keywords of works, and how many works have each."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._topics: dict[str, str] = {}
        self._venues: dict[str, str] = {}
        self._by_work = [tuple(self._of(work)) for work in works]
        self._sizes = Counter(chain.from_iterable(self._by_work))

    def narrow(self, work: int) -> list[str]:
        """Return the venue and keywords of a work that few works have.

        Args:
            work: Its number among the works.
        """
        sizes = self._sizes
        return [one for one in self._by_work[work] if sizes[one] <= _NARROW]

    def _of(self, work: Work) -> dict[str, None]:
        """Return the subjects of a work, each once; each spelling is folded once."""
        found: dict[str, None] = {}
        for keyword in work.keywords:
            topic = self._topics.get(keyword)
            if topic is None:
                topic = self._topics[keyword] = f"topic {fold_words(keyword)}"
            found[topic] = None
        if work.venue:
            name = work.venue.name
            venue = self._venues.get(name)
            if venue is None:
                venue = self._venues[name] = f"venue {fold_words(name)}"
            found[venue] = None
        return found


class Evidence:
    """What the works say about some identities."""

    def __init__(
        self,
        works: Sequence[Work],
        by_work: Sequence[Sequence[Attribution]],
        wanted: Collection[Identity],
    ) -> None:
        self._works: dict[Identity, set[int]] = {}
        self._coauthors: dict[Identity, set[Identity]] = {}
        self._subjects: dict[Identity, set[str]] = {}
        subjects = Subjects(works)
        for number, attributions in enumerate(by_work):
            present = dict.fromkeys(one.identity for one in attributions)
            here = [one for one in present if one is not None and one in wanted]
            for one in here:
                self._works.setdefault(one, set()).add(number)
                narrow = subjects.narrow(number)
                self._subjects.setdefault(one, set()).update(narrow)
                if len(present) <= CIRCLE:
                    circle = self._coauthors.setdefault(one, set())
                    circle.update(other for other in present if other and other != one)

    def meet(self, one: Identity, other: Identity) -> bool:
        """Tell whether two identities stand on one work: they are two people."""
        return not _disjoint(self._works, one, other)

    def reasons(
        self, one: Identity, other: Identity, joined: Mapping[Identity, Identity]
    ) -> int:
        """Count the coauthors and narrow subjects that two identities share.

        Args:
            one: An identity.
            other: Another one.
            joined: Maps identities to the one whose they are known to be: two
                spellings of one coauthor are a coauthor shared.
        """
        here, there = (
            {joined.get(each, each) for each in self._coauthors.get(who, ())}
            for who in (one, other)
        )
        subjects = self._subjects.get(one, set()) & self._subjects.get(other, set())
        return len(subjects) + len(here & there)


def _disjoint(sets: Mapping[Identity, set[_T]], one: Identity, other: Identity) -> bool:
    return sets.get(one, set()).isdisjoint(sets.get(other, set()))
