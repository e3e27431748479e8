"""The works of a person, topic, venue or organization: one list, or parts of one."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.badges import citing_pages
from bibwiki.pages.blocks import Paragraph, Picture
from bibwiki.pages.counts import years_of
from bibwiki.pages.drawings.year_bars import year_bars
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.part_pages import PartPages
from bibwiki.pages.letters import initial, initials
from bibwiki.pages.links import HerePlace, ThingPlace
from bibwiki.pages.parts import PART_LENGTH, Splitter, decade, split_parts
from bibwiki.pages.thing_links import breadcrumbs, name_of
from bibwiki.pages.wording import counted
from bibwiki.pages.work_items import (
    UNDATED,
    work_list,
    works_by_year,
    year_anchor,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bibwiki.pages.blocks import Block, LinkList
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.drawing import Drawing
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.links import Place
    from bibwiki.pages.parts import Part

KEY_WORKS_SHOWN = 5
FEWEST_FOR_KEY_WORKS = 15
"""Works of a topic or person; of fewer, the badges say at a glance which are cited
most."""
NEWEST_SHOWN = 20
"""Works that a page shows itself when its whole list has parts."""
_KEPT = 4_096
"""Years with letters whose groups are kept; a collection has some thousand of them."""


_Filed: TypeAlias = "tuple[int | None, str]"
"""Year and letter of a work, as :meth:`NotedTables.filed` has them."""


# Kept, since all long lists ask for the same years and letters.
@lru_cache(_KEPT)
def _decade(filed: _Filed) -> tuple[str, str]:
    year, _ = filed
    return ("undated", UNDATED) if year is None else decade(year)


@lru_cache(_KEPT)
def _year(filed: _Filed) -> tuple[str, str]:
    year, _ = filed
    return ("undated", UNDATED) if year is None else (str(year), str(year))


@lru_cache(_KEPT)
def _initials(filed: _Filed) -> tuple[str, str]:
    return initials(filed[1])


@lru_cache(_KEPT)
def _initial(filed: _Filed) -> tuple[str, str]:
    return initial(filed[1])


_BY_YEAR = (
    Splitter(_year, alphabetical=False),
    Splitter(_initials, joins=True),
    Splitter(_initial),
)
_BY_DECADE = (Splitter(_decade, alphabetical=False, joins=True), *_BY_YEAR)


def work_blocks(
    context: PageContext, target: Target, keys: Sequence[str]
) -> tuple[Block, ...]:
    """Return the works of a thing, newest first, for its own page.

    A list of more than :data:`~bibwiki.pages.parts.PART_LENGTH` is shown by its newest
    works and links to its parts, which :func:`work_part_pages` makes.
    """
    if not keys:
        return ()
    own = _own(target)
    if len(keys) <= PART_LENGTH:
        bars = _bars(target, _years_here(context, keys))
        works = works_by_year(context, keys, own, anchored=bars is not None)
        return (works,) if bars is None else (Picture(bars, (works,)),)
    pages, parts = _pages(context, target), _thing_parts(context, keys)
    bars = _bars(target, _years_elsewhere(context, pages, parts))
    links = pages.links(parts)
    return (
        Paragraph((f"All {counted(len(keys), 'work')}:",)),
        links if bars is None else Picture(bars, (links,)),
        Paragraph((f"The newest {NEWEST_SHOWN}:",)),
        works_by_year(context, keys[:NEWEST_SHOWN], own),
    )


def key_works(
    context: PageContext, target: Target, keys: Sequence[str]
) -> tuple[Block, ...]:
    """Return the works that most pages cite, where a list is long enough to hide them.

    Of equally cited ones the newer comes first.

    Args:
        context: The catalogue and the mentions.
        target: Whose works they are.
        keys: Primary keys, newest first.
    """
    if len(keys) < FEWEST_FOR_KEY_WORKS:
        return ()
    cited = {key: citing_pages(context, key) for key in keys}
    most = sorted((key for key in keys if cited[key] > 1), key=lambda key: -cited[key])
    if not most:
        return ()
    cited_most = (
        Paragraph(("Cited on most pages:",)),
        work_list(context, most[:KEY_WORKS_SHOWN], _own(target)),
    )
    # A list that has parts begins with how many works there are.
    all_here = len(keys) <= PART_LENGTH
    return (*cited_most, Paragraph(("All by year:",))) if all_here else cited_most


def _bars(target: Target, years: Mapping[int, tuple[int, Place]]) -> Drawing | None:
    """Return bars for the years of people and topics; other things have lists."""
    return year_bars(years) if target.kind in {Kind.PERSON, Kind.TOPIC} else None


def _years_here(
    context: PageContext, keys: Sequence[str]
) -> dict[int, tuple[int, Place]]:
    """Map the years of works to their number and to their heading on the page."""
    return {
        year: (count, HerePlace(year_anchor(year)))
        for year, count in Counter(years_of(context, keys)).items()
    }


def _years_elsewhere(
    context: PageContext, pages: PartPages, parts: Iterable[Part]
) -> dict[int, tuple[int, Place]]:
    """Map years to the number of their works and to the places that list these."""
    years: dict[int, tuple[int, Place]] = {}
    for part in parts:
        counts = Counter(years_of(context, part.ids))
        if len(counts) > 1 and part.parts:
            years |= _years_elsewhere(context, pages, part.parts)
            continue
        several = len(_by_year(context, part.ids)) > 1
        for year, count in counts.items():
            years[year] = (count, pages.place(part, year_anchor(year) * several))
    return years


def _by_year(context: PageContext, keys: Iterable[str]) -> set[int | None]:
    filed = context.tables.filed()
    return {filed[key][0] for key in keys}


def thing_part_links(
    context: PageContext, target: Target, keys: Sequence[str]
) -> LinkList:
    """Return links to a long list's parts, by decade or year."""
    return _pages(context, target).links(_thing_parts(context, keys))


def _thing_parts(context: PageContext, keys: Sequence[str]) -> tuple[Part, ...]:
    """Divide the works of one thing, often few a year, by decade first."""
    return split_parts(keys, _BY_DECADE, context.tables.filed().__getitem__)


def all_work_parts(context: PageContext, keys: Sequence[str]) -> tuple[Part, ...]:
    """Divide works by year, then by first letters of their first creators."""
    return split_parts(keys, _BY_YEAR, context.tables.filed().__getitem__)


def work_part_pages(
    context: PageContext, target: Target, keys: Sequence[str]
) -> Iterator[MadePage]:
    """Yield the pages of a thing's works by time; none where one list holds them."""
    if len(keys) > PART_LENGTH:
        parts = _thing_parts(context.untraced, keys)
        yield from _pages(context, target).pages(parts)


def _part_works(
    context: PageContext, keys: tuple[str, ...], own: Target | None
) -> tuple[Block, ...]:
    """Return the works of a part, under their years where it holds several."""
    if len(_by_year(context, keys)) > 1:
        return (works_by_year(context, keys, own, anchored=True),)
    return (work_list(context, keys, own),)


def _own(target: Target) -> Target | None:
    shown_bold = target.kind in {Kind.PERSON, Kind.ORGANIZATION}
    return target if shown_bold else None


def _pages(context: PageContext, target: Target) -> PartPages:
    name = name_of(context, target)
    slug = context.slug(target)
    return PartPages(
        address=f"{target.kind.folder}/by/{slug}-",
        title=f"{name}: works",
        unit="work",
        breadcrumbs=(
            *breadcrumbs(context, target.kind),
            Link(name, ThingPlace(target)),
        ),
        blocks=lambda keys: _part_works(context, keys, _own(target)),
    )
