"""Orders of names and works, the same on every machine and under every locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words
from bibwiki.model.work import Role

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


def filing_name(work: Work) -> str:
    """Return the name under which lists by name have a work, family name first.

    That of the first author; without authors, that of whoever is named first; without
    creators, the title.
    """
    authors = (one for one in work.contributions if one.role is Role.AUTHOR)
    first = next(authors, None) or next(iter(work.contributions), None)
    return work.title if first is None else first.name.inverted


def rank_works(works: Iterable[Work]) -> dict[str, int]:
    """Number all works from 0 on, newest first.

    Works of one date stand by first creator, title and key; undated works stand last.
    Lists of works are put in order by this number alone. The mapping is in this order.
    """
    dated: dict[tuple[int, ...], dict[str, list[Work]]] = {}
    for work in works:
        named = dated.setdefault(_newest_first(work), {})
        named.setdefault(work_sort_name(work), []).append(work)
    names = _SortNames()
    ordered: list[str] = []
    for _, named in sorted(dated.items()):
        for name in sorted(named, key=names.__getitem__):
            alike = named[name]
            if len(alike) > 1:  # few are: most titles are not compared
                alike.sort(key=lambda work: (collation_key(work.title), work.key))
            ordered.extend([work.key for work in alike])
    return {key: number for number, key in enumerate(ordered)}


def newest_first(keys: Iterable[str], rank: Mapping[str, int]) -> tuple[str, ...]:
    """Return the primary keys, without repeats, in the order of their rank."""
    return tuple(sorted(dict.fromkeys(keys), key=rank.__getitem__))


class _SortNames(dict[str, tuple[str, str]]):
    """The keys that sort creators, who have several works each; fills itself."""

    def __missing__(self, name: str) -> tuple[str, str]:
        self[name] = key = collation_key(name)
        return key


def _newest_first(work: Work) -> tuple[int, ...]:
    if work.date is None:
        return (1,)
    year, month, day = work.date.sort_key
    return (0, -year, -month, -day)
