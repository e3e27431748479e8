"""Which outputs of the last build show nothing that has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.beside import when_needed
from bibwiki.pages.changes import HAS_CHANGES, has_changes
from bibwiki.pages.drawings.coauthor_ties import (
    COAUTHORS,
    GROUP_TOPICS,
    coauthors,
    group_topics,
)
from bibwiki.pages.drawings.topic_ties import CLOSE_TOPICS, close_topics
from bibwiki.pages.tracing.amended_lists import ReadingLists
from bibwiki.pages.tracing.amending import amend, note_entries
from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.pages.tracing.joined_lists import join
from bibwiki.pages.tracing.labels import DERIVED
from bibwiki.pages.tracing.packed_lists import PackedLists
from bibwiki.pages.tracing.settled import changed_digests
from bibwiki.pages.work_neighbours import RELATED, most_related

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bibwiki.catalogue.beside import Beside
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.tracing.reading_lists import Source


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
        self._digests = changed_digests(before, context.things, context.facts)
        self._changed = set(self._digests)
        self._judge()
        self._outdated = before.outputs_from(self._changed) if self._changed else set()

    def is_current(self, name: str, given: bytes) -> bool:
        """Tell whether an output of the last build would be the same now.

        Args:
            name: The output's name.
            given: The digest of what it is given besides the catalogue.
        """
        return name not in self._outdated and self._before.given_to(name) == given

    def _judge(self) -> None:
        """Find out which derived values are other ones, and which follow from these."""
        new: AbstractSet[int] = self._changed
        are_derived = False
        while new:
            touched = self._before.derived_from(new, are_derived=are_derived)
            new = {
                number
                for number, label, key in touched
                if number not in self._changed and self._differs(number, label, key)
            }
            self._changed |= new
            are_derived = True

    def _differs(self, number: int, label: str, key: str) -> bool:
        """Tell whether a derived value is another one, making it anew to compare."""
        make = _COMPARED.get(label)
        if make is None:
            return True
        return fact_digest(make(self._context, key)) != self._before.digest(number)

    def reading_lists(
        self,
        made: Sequence[Source],
        names: Collection[str],
        beside: Beside = when_needed,
    ) -> ReadingLists:
        """Return the reading lists of this build.

        Args:
            made: The lists of what was made anew, by each process; first those of this
                one, which has also derived anew what it compared.
            names: All outputs; those that were not made are as before.
            beside: Begins what may be done beside the rest.
        """
        before, facts = self._before, self._context.facts
        things, entries = self._context.things, facts.entry_digests()
        outputs = {name for source in made for name in source.outputs}
        if before.are_worth_amending(outputs, len(names)):
            lists = amend(before, self._digests, made, names, facts.digest)
            note_entries(lists, things, entries)
            return lists
        joined = join(made, before.whole(), names, facts.digest, beside)
        return ReadingLists(PackedLists.of(joined, things, entries))
