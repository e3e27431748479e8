"""Which outputs of the last build show nothing that has changed since."""

from __future__ import annotations

from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING

from bibwiki.pages.changes import HAS_CHANGES, has_changes
from bibwiki.pages.drawings.coauthor_ties import (
    COAUTHORS,
    GROUP_TOPICS,
    coauthors,
    group_topics,
)
from bibwiki.pages.drawings.topic_ties import CLOSE_TOPICS, close_topics
from bibwiki.pages.tracing.amended_lists import amend, are_worth_amending
from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.pages.tracing.joined_lists import join
from bibwiki.pages.tracing.labels import DERIVED
from bibwiki.pages.tracing.settled import digests_now
from bibwiki.pages.work_neighbours import RELATED, most_related

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.tracing.reading_lists import ReadingLists, Source


def _related(context: PageContext, key: str) -> object:
    return most_related(context, key) if key in context.facts.catalogue.works else None


_COMPARED: Mapping[str, Callable[[PageContext, str], object]] = {
    DERIVED + RELATED: _related,
    DERIVED + COAUTHORS: lambda context, _: coauthors(context),
    DERIVED + GROUP_TOPICS: lambda context, _: group_topics(context),
    DERIVED + CLOSE_TOPICS: lambda context, _: close_topics(context),
    DERIVED + HAS_CHANGES: lambda context, _: has_changes(context),
}
"""Maps the derived values that seldom change when what was read for them does, to what
makes them anew: pages that show them stay when the value is the same."""


class Freshness:
    """Compares the last build's reading lists with the catalogue as it is now."""

    def __init__(self, before: ReadingLists, context: PageContext) -> None:
        self._before = before
        self._context = context
        self._digests = digests_now(before, context.things, context.facts)
        differ = map(ne, self._digests, before.digests)
        self._changed = set(compress(count(), differ))
        self._judge()

    def is_current(self, name: str, given: bytes) -> bool:
        """Tell whether an output of the last build would be the same now.

        Args:
            name: The output's name.
            given: The digest of what it is given besides the catalogue.
        """
        made = self._before.outputs.get(name)
        if made is None or made.given != given:
            return False
        return self._changed.isdisjoint(made.read)

    def _judge(self) -> None:
        """Find out which derived values are other ones, and which follow from these."""
        new = self._changed
        while new:
            derived = self._before.derived.items()
            touched = [one for one, read in derived if not new.isdisjoint(read)]
            new = set(filter(self._differs, touched)) - self._changed
            self._changed |= new

    def _differs(self, number: int) -> bool:
        """Tell whether a derived value is another one, making it anew to compare."""
        label, key = self._before.nodes[number]
        make = _COMPARED.get(label)
        if make is None:
            return True
        made = make(self._context, key)
        return fact_digest(made) != self._before.digests[number]

    def reading_lists(
        self, made: Sequence[Source], names: Collection[str]
    ) -> ReadingLists:
        """Return the reading lists of this build.

        Args:
            made: The lists of what was made anew, by each process; first those of this
                one, which has also derived anew what it compared.
            names: All outputs; those that were not made are as before.
        """
        before, digest = self._before, self._context.facts.digest
        if are_worth_amending(before, made):
            lists = amend(before, self._digests, made, names, digest)
        else:
            lists = join(made, before, names, digest)
        lists.things = self._context.things
        lists.entries = self._context.facts.entry_digests()
        return lists
