"""What is found once in a build and read by many pages, table by table.

That a page reads something of a table is noted, so that it is made again when just that
has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bibwiki.pages.tracing.tables import (
    ALIKE,
    ASKED,
    BRIEF,
    DIVIDED,
    FILED,
    FIRST,
    KINDS,
    LETTERS,
    ORDER,
    PLACES,
    SHELF,
    SUBJECTS,
    TEAMS,
    family_and_initial,
    key_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.notes.kind import Kind
    from bibwiki.model.notes.note import Question
    from bibwiki.pages.tracing.facts import Facts
    from bibwiki.pages.tracing.recorder import Recorder


class NotedTables:
    """Tables of facts, for views."""

    def __init__(self, facts: Facts, recorder: Recorder) -> None:
        """Take the facts and what notes that they are read."""
        self._facts = facts
        self._recorder = recorder
        self._tables: dict[str, Mapping[Any, Any]] = {}
        self._shelf_positions: dict[str, int] = {}

    def kind_of_document(self, docname: str) -> Kind | None:
        """Return what a document is about; None where that is no thing of the wiki."""
        found: Kind | None = self._table(KINDS).get(docname)
        return found

    def shelf_neighbours(
        self, catalogued: CataloguedWork, limit: int
    ) -> tuple[list[str], int]:
        """Return other works of a work's venue and year, and how many there are.

        The works that follow it in file order, going on at the start after the end: so
        each work of a big venue shows others, and none is shown on every page.
        """
        venue, year, key = catalogued.venue, catalogued.work.year, catalogued.key
        if venue is None or year is None:
            return [], 0
        shelf: list[str] = self._table(SHELF)[venue, year]
        positions = self._shelf_positions
        if key not in positions:
            positions.update((one, place) for place, one in enumerate(shelf))
        start = positions[key] + 1
        turned = shelf[start : start + limit] + shelf[: min(start - 1, limit)]
        return turned[:limit], len(shelf) - 1

    def first_years(self, kind: Kind) -> Mapping[int, tuple[str, ...]]:
        """Map a year to the things whose first work is of it, in catalogue order."""
        return self._table(FIRST + kind.value)

    def alike(self, sort_name: str) -> tuple[str, ...]:
        """Return the people with the family name and initial of a name, in order."""
        key = family_and_initial(sort_name)
        found: tuple[str, ...] = self._table(ALIKE).get(key, ()) if key else ()
        return found

    def questions_of(self, key: str) -> tuple[tuple[str, Question], ...]:
        """Return the questions that name a work as evidence, each with its topic's id.

        In the order of the topics and, of one topic, as its page declares them.
        """
        found: tuple[tuple[str, Question], ...] = self._table(ASKED).get(key, ())
        return found

    def teams(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        """Map each work to the people who wrote it together, a set for each role."""
        return self._table(TEAMS)

    def filed(self) -> Mapping[str, tuple[int | None, str]]:
        """Map each work to its year and to the letter under which lists have it."""
        return self._table(FILED)

    def subjects(self) -> Mapping[str, tuple[str, ...]]:
        """Map each work to its topics, and nothing else that is known of it."""
        return self._table(SUBJECTS)

    def is_divided(self, kind: Kind) -> bool:
        """Tell whether the index of a kind has parts."""
        return bool(self._table(DIVIDED)[kind.value])

    def positions(self, kind: Kind) -> Mapping[str, int]:
        """Map the ids of a kind to their alphabetical position, to break ties.

        They are for comparing with each other and nothing else: that a position is
        another number than in the last build makes no page anew, only that what
        decides it has changed.
        """
        return self._table(ORDER + kind.value, PLACES[kind])

    def letters(self, kind: Kind) -> Mapping[str, str]:
        """Map the ids of a kind to the first letters of the names that sort them."""
        # What decides them is what decides their place in the alphabet.
        return self._table(LETTERS + kind.value, BRIEF + kind.value)

    def _table(self, label: str, noted: str = "") -> Mapping[Any, Any]:
        found = self._tables.get(label)
        if found is None:
            table = self._facts.table(label)
            found = self._recorder.mapping(noted or label, table, key_text)
            self._tables[label] = found
        return found
