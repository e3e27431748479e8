"""The pages of the parts of all long lists.

Dividing every list of a large collection takes longer than making what an edit changes.
What parts there are follows from people, venues and other things alone; it may be kept
as long as these stay the same, and a list is divided when one of its parts is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.kinds.part_pages import PartView
from bibwiki.pages.long_lists import LongLists
from bibwiki.pages.parts import PART_LENGTH
from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.pages.work_parts import work_part_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.page_view import PageView

Known: TypeAlias = "tuple[tuple[Target, tuple[tuple[str, bytes], ...]], ...]"
"""Things with the names of the pages that their lists have, and the digest of what each
page is given; a thing may come twice."""


class ListParts:
    """Finds the parts of the lists of things, and makes their views."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._long_lists = LongLists(context)
        self._views: dict[str, Callable[[], PageView]] = {}

    def find(self) -> Known:
        """Find all parts; this divides every list.

        It follows from what :attr:`~bibwiki.pages.context.PageContext.things` is a
        digest of.
        """
        catalogue = self._context.untraced.catalogue
        known = []
        for kind in Kind:
            for id_, thing in catalogue.things(kind).items():
                if len(thing.works) > PART_LENGTH:
                    target = Target(kind, id_)
                    known.append((target, self._keep(self._works_of(target))))
        lists = self._long_lists
        found = ((one, self._keep(lists.pages_of(one))) for one in lists.targets())
        return (*known, *((target, pages) for target, pages in found if pages))

    def view(self, of: tuple[Target, str]) -> PageView:
        """Make the view of a part, by whose lists it is of and by its name."""
        target, name = of
        for pages_of in (self._works_of, self._long_lists.pages_of):
            if name not in self._views:
                self._views.update(pages_of(target))
        return self._views[name]()

    def _works_of(self, target: Target) -> Iterator[MadePage]:
        things = self._context.untraced.catalogue.things(target.kind)
        works = things[target.id].works if target.id in things else ()
        return work_part_pages(self._context, target, works)

    def _keep(self, pages: Iterable[MadePage]) -> tuple[tuple[str, bytes], ...]:
        """Keep the views of pages; return what there is to know of the pages."""
        known = []
        for name, view in pages:
            self._views[name] = view
            given = view.given if isinstance(view, PartView) else ()
            known.append((name, fact_digest(given)))
        return tuple(known)
