"""Facts that need not be compared, because what they follow from is as it was.

Most edits change what one entry says and nothing of who is who. Comparing what people,
venues and topics are then takes longer than all else, in a large wiki.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.tracing.labels import DERIVED, KEYS, NONE, WHOLE
from bibwiki.pages.tracing.tables import (
    ALIKE,
    BRIEF,
    DIVIDED,
    FILED,
    FIRST,
    SHELF,
    SUBJECTS,
    TEAMS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from bibwiki.pages.tracing.amended_lists import ReadingLists
    from bibwiki.pages.tracing.facts import Facts

WORKS = "works"
BRIEF_WORK = f"{BRIEF}{Kind.WORK.value}"
OF_THINGS = frozenset(
    {"people", "venues", "topics", "organizations", "slugs", "years"}
    | {ALIKE, DIVIDED, FILED, SHELF, SUBJECTS, TEAMS}
    | {f"{BRIEF}{kind.value}" for kind in Kind if kind is not Kind.WORK}
    | {f"{FIRST}{kind.value}" for kind in Kind}
)
"""Tables that follow from what :class:`bibwiki.catalogue.things.Things` do."""
OF_A_RECORD = frozenset({"rank", FILED})
"""Tables that say of a work only what its record says."""
_RECORDED = OF_A_RECORD | {WORKS}
_ABOUT_THINGS = OF_THINGS | {
    f"{about}{label}" for about in (KEYS, WHOLE, NONE) for label in OF_THINGS
}


def changed_digests(
    before: ReadingLists, things: str, facts: Facts
) -> dict[int, bytes]:
    """Return what facts of the last build's lists are now, where that differs.

    Args:
        before: The lists; derived values are not compared here.
        things: The digest of what things follow from; empty where it is not known.
        facts: All facts as they are.
    """
    same_things = bool(things) and things == before.things
    entries = facts.entry_digests() if same_things else {}
    same_records = _same_records(before, entries, facts)
    settled = _ABOUT_THINGS if same_things else frozenset()
    # The name of a work is of its record, the address of the things.
    of_record = {*OF_A_RECORD, WORKS, BRIEF_WORK} if same_things else _RECORDED
    changed: dict[int, bytes] = {}
    for label in before.labels:
        if label in settled or label.startswith(DERIVED):
            continue
        same = same_records if label in of_record else frozenset[str]()
        for number, key in before.nodes_of(label):
            if key not in same:
                digest = facts.digest(label, key)
                if digest != before.digest(number):
                    changed[number] = digest
    return changed


def _same_records(
    before: ReadingLists, entries: Mapping[str, bytes], facts: Facts
) -> AbstractSet[str]:
    """Return the keys of works whose records are known and as they were.

    Args:
        before: The lists.
        entries: The digests of entries, of works whose records are what they were if
            these are.
        facts: All facts as they are.
    """
    then = {key: before.digest(number) for number, key in before.nodes_of(WORKS)}
    earlier = before.entries if entries else {}
    same = {key for key, _ in entries.items() & earlier.items()} & then.keys()
    facts.settle(WORKS, {key: then[key] for key in same})
    others = then.keys() - same
    return same | {key for key in others if facts.digest(WORKS, key) == then[key]}
