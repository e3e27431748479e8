"""Events: talks, panels and meetings that have a page, and the works given there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import Event
from bibwiki.catalogue.ordering import collation_key, newest_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.work import Work


def assemble_events(
    works: Iterable[Work], declared: Declarations, rank: Mapping[str, int]
) -> dict[str, Event]:
    """Make one event of each page; its works name it in ``eventtitle``.

    Returns:
        Maps ids to events, sorted by name.
    """
    given: dict[str, list[str]] = {id_: [] for id_ in declared.notes}
    for work in works:
        if work.event and (id_ := declared.id_of(work.event)) is not None:
            given[id_].append(work.key)
    notes = sorted(
        declared.notes.values(), key=lambda note: (collation_key(note.name), note.id)
    )
    return {
        note.id: Event(note.id, note.name, newest_first(given[note.id], rank), note)
        for note in notes
    }
