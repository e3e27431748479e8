"""The files of numbers of each document: its facets, and its place by title."""

from __future__ import annotations

from array import array
from bisect import insort
from itertools import groupby
from typing import TYPE_CHECKING

from bibwiki.catalogue.ordering import collation_key
from bibwiki.pages.site.search.index_file import IndexFile, index_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bibwiki.pages.site.search.documents import Documents, FacetNames
    from bibwiki.pages.site.search.kept_index import LastIndex

BLOCK = 4096
"""Documents of a file of facets or titles."""


def facet_files(
    documents: Documents, names: FacetNames, last: LastIndex
) -> Iterator[IndexFile]:
    """Yield labels and years as runs, venues counted from 1 on, topics as lists."""
    label = {name: number for number, name in enumerate(names.labels)}
    venue = {id_: number for number, id_ in enumerate(names.venues, start=1)}
    topic = {id_: number for number, id_ in enumerate(names.topics)}
    are_same = last.kept is not None and last.kept.names == names
    for number, start in enumerate(range(0, len(documents), BLOCK)):
        name, end = f"facets-{number}", min(start + BLOCK, len(documents))
        if are_same and last.is_left(f"{name}.js", start, end):
            yield IndexFile(f"{name}.js", None)
            continue
        block = [documents[n] for n in range(start, end)]
        yield index_file(
            name,
            {
                "labels": _runs(label[d.label] for d in block),
                "years": _runs(d.year for d in block),
                "venues": _runs(venue.get(d.venue, 0) for d in block),
                "topics": [[topic[t] for t in d.topics] or 0 for d in block],
            },
        )


def _runs(values: Iterable[int]) -> list[int]:
    """Return each value with how often it follows itself: 7, 7, 1 gives 7, 2, 1, 1."""
    return [n for value, run in groupby(values) for n in (value, len(list(run)))]


def order_by_title(
    documents: Documents, before: array[int] | None, changed: Collection[int]
) -> array[int]:
    """Return the numbers of documents in the order of their titles.

    Args:
        documents: All documents.
        before: Their order in an earlier build; None if it is not known.
        changed: The numbers of those whose titles may have been others.
    """
    if before is None:
        keys = [collation_key(document.title) for document in documents]
        return array("I", sorted(range(len(documents)), key=keys.__getitem__))
    if not changed:
        return before
    order = array("I", [number for number in before if number not in changed])
    for number in changed:
        insort(order, number, key=lambda n: (collation_key(documents[n].title), n))
    return order


def title_files(order: array[int], last: LastIndex) -> Iterator[IndexFile]:
    """Yield the place of each document by title; left where no place is another."""
    places = array("I", bytes(4 * len(order)))
    for place, number in enumerate(order):
        places[number] = place
    is_same = last.kept is not None and last.kept.order == order
    for number, start in enumerate(range(0, len(places), BLOCK)):
        name, end = f"titles-{number}", start + BLOCK
        if is_same and f"{name}.js" in last.files:
            yield IndexFile(f"{name}.js", None)
        else:
            yield index_file(name, places[start:end].tolist())
