"""Finding what a written name means, and what was probably meant instead."""

from __future__ import annotations

from difflib import SequenceMatcher
from heapq import nlargest
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.catalogue import Catalogue

# Where one name means things of several kinds, the first of these is taken.
_PREFERENCE = (
    Kind.TOPIC,
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.VENUE,
    Kind.EVENT,
    Kind.WORK,
    Kind.YEAR,
)
_ALIKE = 0.72
"""The least similarity (difflib's ratio) of a suggestion; ``difflib`` itself uses 0.6,
which suggests strangers for short names."""


def resolve(catalogue: Catalogue, text: str, kind: Kind | None) -> Target | None:
    """Return what a name, alias, id, citation key or title means.

    An exact id or key comes first, then a folded name. ``kind:name`` names the kind
    in the text itself. Without a kind, what has a hand-written page comes before what
    has none, then topics before people, organizations, venues, events, works, years.

    Returns:
        None where nothing has the name, or several things of one kind have it and not
        exactly one of them has a hand-written page: a wrong link is worse than none.
    """
    text = text.strip()
    kinds = _PREFERENCE if kind is None else (kind,)
    for one in kinds:
        id_ = _exact(catalogue, text, one)
        if id_ is not None:
            return Target(one, id_)
    found = [one for one in catalogue.names.get(fold(text), ()) if one.kind in kinds]
    if found:
        return _preferred(catalogue, found)
    prefix, colon, rest = text.partition(":")
    prefix = prefix.strip().lower()
    if kind is None and colon and rest and prefix in {one.value for one in Kind}:
        return resolve(catalogue, rest, Kind(prefix))
    return None


def nearest_names(
    catalogue: Catalogue, text: str, kind: Kind | None, limit: int = 3
) -> tuple[str, ...]:
    """Return what could be written instead of a name that means nothing, best first.

    These are names, or ids and keys where several things share a name. Each call looks
    at all names: meant for failures, of which there are few.
    """
    folded = fold(text)
    targets = catalogue.names.get(folded, ())
    namesakes = [one.id for one in targets if kind in {None, one.kind}]
    if namesakes:
        return tuple(namesakes[:limit])
    scored = _scored(folded, _names(catalogue, kind))
    # A few more than asked for: several names can belong to one thing.
    best = nlargest(limit * 4, scored, key=lambda pair: (pair[0], -len(pair[1])))
    suggestions: dict[Target, str] = {}
    for _, name in best:
        for target in catalogue.names[name]:
            if kind in {None, target.kind} and target not in suggestions:
                suggestions[target] = _written(catalogue, target, name, kind)
    return tuple(dict.fromkeys(suggestions.values()))[:limit]


def _exact(catalogue: Catalogue, text: str, kind: Kind) -> str | None:
    if kind is Kind.WORK:
        return catalogue.key_to_work.get(text)
    if kind is Kind.YEAR:
        return text if Target(kind, text) in catalogue.slugs else None
    return text if text in catalogue.things(kind) else None


def _preferred(catalogue: Catalogue, found: Iterable[Target]) -> Target | None:
    """Return the target of the best kind, if it is the only one of its kind."""
    best = sorted(
        found,
        key=lambda one: (one not in catalogue.documents, _PREFERENCE.index(one.kind)),
    )
    first = best[0]
    rivals = [
        one
        for one in best[1:]
        if one.kind is first.kind
        and (one in catalogue.documents) == (first in catalogue.documents)
    ]
    return None if rivals else first


def _names(catalogue: Catalogue, kind: Kind | None) -> Iterator[str]:
    if kind is None:
        return iter(catalogue.names)
    return (
        name
        for name, targets in catalogue.names.items()
        if any(one.kind is kind for one in targets)
    )


def _scored(folded: str, names: Iterable[str]) -> Iterator[tuple[float, str]]:
    """Yield the names that are similar enough, with their similarity.

    Comparing is slow; cheap tests on length and ends leave few names to compare.
    """
    start, end, length = folded[:1], folded[-3:], len(folded)
    if not folded:
        return
    matcher = SequenceMatcher(b=folded, autojunk=False)
    for name in names:
        if abs(len(name) - length) > 2 + length // 4:
            continue
        if not (name.startswith(start) or name.endswith(end)):
            continue
        matcher.set_seq1(name)
        if matcher.quick_ratio() >= _ALIKE and (score := matcher.ratio()) >= _ALIKE:
            yield score, name


def _written(catalogue: Catalogue, target: Target, name: str, kind: Kind | None) -> str:
    """Return what to write for a target: its name, or its id where that is clearer."""
    if target.kind is Kind.YEAR:
        return target.id
    if target.kind is Kind.WORK:
        work = catalogue.works[target.id]
        keys = [key for key in work.keys if fold(key) == name]
        shown = keys[0] if keys else work.work.title
    else:
        shown = catalogue.things(target.kind)[target.id].name
    return shown if resolve(catalogue, shown, kind) == target else target.id
