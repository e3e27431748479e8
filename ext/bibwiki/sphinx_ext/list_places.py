"""Where lists show works: the goals of citations in output without catalogue pages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bibwiki.pages.listing import item_anchor, listed_works

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.listing import Listing


class ListPlaces:
    """The first list that shows each work.

    Only lists that writers ask for by directives: generated sections repeat works.
    """

    def __init__(
        self, context: PageContext, listings: Mapping[str, Sequence[Listing]]
    ) -> None:
        """Find them.

        Args:
            context: What lists are made of.
            listings: Maps docnames to the lists of documents, in page order.
        """
        self._context = context
        self._places: dict[str, tuple[str, Listing]] = {}
        for docname in sorted(listings):
            for listing in listings[docname]:
                for key in listed_works(context, listing):
                    self._places.setdefault(key, (docname, listing))
        shown = defaultdict(set)
        for key, place in self._places.items():
            shown[place].add(key)
        self._shown = {place: frozenset(keys) for place, keys in shown.items()}

    def shown_in(self, docname: str, listing: Listing) -> frozenset[str]:
        """Return the primary keys whose citations lead to a list of a document."""
        return self._shown.get((docname, listing), frozenset())

    def anchor(self, key: str) -> tuple[str, str] | None:
        """Return the document and the id where a list shows a work, by primary key."""
        found = self._places.get(key)
        return None if found is None else (found[0], item_anchor(self._context, key))
