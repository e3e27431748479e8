"""Declared relations between works, shown on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import RelatedWork
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.work import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bibwiki.model.work import Work


def relate_works(
    works: Sequence[Work], key_to_work: Mapping[str, str]
) -> tuple[dict[str, tuple[RelatedWork, ...]], tuple[Diagnostic, ...]]:
    """Resolve what ``related``, ``supports`` and the like name.

    Versions are one work and therefore no relation; nor is a work's relation to
    itself. ``related`` means the same from both sides and is kept once on each.

    Args:
        works: One for each catalogued work, in file order.
        key_to_work: Maps every citation key to a primary key.

    Returns:
        For each work that has any, its own relations in the order of its entry, then
        those of others to it in file order. The diagnostics name unknown keys.
    """
    own: dict[str, dict[RelatedWork, None]] = {}
    inverse: dict[str, dict[RelatedWork, None]] = {}
    problems = []
    for work in works:
        for one in work.relations:
            other = key_to_work.get(one.key)
            if other is None:
                problems.append(_unknown(work, one.relation, one.key))
            elif one.relation is not Relation.VERSION and other != work.key:
                there = RelatedWork(one.relation, other, inverse=False)
                here = RelatedWork(one.relation, work.key, inverse=True)
                own.setdefault(work.key, {})[there] = None
                inverse.setdefault(other, {})[here] = None
    keys = [work.key for work in works if work.key in own or work.key in inverse]
    related = {key: _both_sides(own.get(key, {}), inverse.get(key, {})) for key in keys}
    return related, tuple(problems)


def _both_sides(
    own: Collection[RelatedWork], inverse: Collection[RelatedWork]
) -> tuple[RelatedWork, ...]:
    """Join a work's own relations and those of others, the symmetric one once."""
    mine = {one.key for one in own if one.relation is Relation.RELATED}
    theirs = (
        one
        for one in inverse
        if one.relation is not Relation.RELATED or one.key not in mine
    )
    return (*own, *theirs)


def _unknown(work: Work, relation: Relation, key: str) -> Diagnostic:
    message = (
        f"{relation.value!r} of {work.key!r} names {key!r}, which is the key of no "
        f"entry: correct the key or add the entry"
    )
    return Diagnostic(Problem.UNKNOWN_RELATED_WORK, message, work.entry.location)
