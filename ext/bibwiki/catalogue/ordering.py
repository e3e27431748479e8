"""Orders of names and works, the same on every machine and under every locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bibwiki.model.work import Work


def collation_key(text: str) -> tuple[str, str]:
    """Return the key that sorts a name: folded first, then as written.

    The part before a comma is compared by itself, so that ``Smith, Zoe`` stands before
    ``Smith Jones, Al``.
    """
    folded = "\0".join(map(fold_words, text.split(","))) if "," in text else None
    return (fold_words(text) if folded is None else folded, text)


def work_sort_name(work: Work) -> str:
    """Return the first creator's name, family name first; empty without creators."""
    return work.contributions[0].name.inverted if work.contributions else ""


def rank_works(works: Iterable[Work]) -> dict[str, int]:
    """Number all works from 0 on, newest first.

    Works of one date stand by first creator, title and key; undated works stand last.
    Lists of works are put in order by this number alone. The mapping is in this order.
    """
    ordered = sorted(works, key=_newest_first)
    return {work.key: number for number, work in enumerate(ordered)}


def newest_first(keys: Iterable[str], rank: Mapping[str, int]) -> tuple[str, ...]:
    """Return the primary keys, without repeats, in the order of their rank."""
    return tuple(sorted(dict.fromkeys(keys), key=rank.__getitem__))


def _newest_first(work: Work) -> tuple[object, ...]:
    if work.date is None:
        when: tuple[int, ...] = (1,)
    else:
        year, month, day = work.date.sort_key
        when = (0, -year, -month, -day)
    return (
        when,
        collation_key(work_sort_name(work)),
        collation_key(work.title),
        work.key,
    )
