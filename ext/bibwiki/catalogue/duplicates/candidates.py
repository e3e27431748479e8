"""Which entries are worth judging: few of those that share something.

Of nearly all works the titles and identifiers are folded here and nothing else. Whose
titles differ and who share no identifier are different works, whatever else agrees:
:func:`~bibwiki.catalogue.duplicates.judgement.judge` would say no more of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.blocking import members_of, near_pairs
from bibwiki.catalogue.duplicates.creators import creator_forms, first_families
from bibwiki.catalogue.duplicates.entry_facts import address_of, identifiers_of
from bibwiki.catalogue.duplicates.titles import Likeness, compare_titles, title_form

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from bibwiki.model.work import Work

_ADDRESS = "address"
"""Stands for a scheme, as an address does for an identifier."""
_DISTINCTIVE = frozenset({"doi", "arxiv", "pmid", "pmcid", "handle", _ADDRESS})
"""Schemes of which a work has one value; an ISBN is that of all chapters."""


class Candidates:
    """The works of a collection, made ready for finding pairs worth judging."""

    def __init__(self, works: Sequence[Work]) -> None:
        """Fold titles and identifiers; pairs are named by the works' numbers."""
        self._works = works
        self._titles = [title_form(work.title) for work in works]
        self._repeated = members_of(_identifiers(works))
        self._shared: dict[int, set[Hashable]] = {}
        """Maps a work to those of its identifiers that another has, too."""
        for identifier, many in self._repeated.items():
            for number in many:
                self._shared.setdefault(number, set()).add(identifier)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs worth judging, each once, the smaller number first.

        In no order that means anything. Costs grow linearly with the works.
        """
        seen: set[tuple[int, int]] = set()
        for blocks in self._kinds_of_blocks():
            for pair in near_pairs(blocks, self._order):
                # A pair stands in several blocks, but few pairs get past the test.
                if self.may_be_one(*pair) and pair not in seen:
                    seen.add(pair)
                    yield pair

    def may_be_one(self, one: int, other: int) -> bool:
        """Tell whether titles and identifiers leave open what two works are."""
        likeness = compare_titles(self._titles[one], self._titles[other])
        if likeness is Likeness.OPPOSED or likeness is Likeness.DIFFERENT:
            here, there = self._shared.get(one), self._shared.get(other)
            return bool(here and there and not here.isdisjoint(there))
        return True

    def _kinds_of_blocks(self) -> Iterator[Iterable[Sequence[int]]]:
        """Yield blocks kind by kind, so that those of one kind are held at a time."""
        yield (
            many
            for (scheme, _), many in self._repeated.items()
            if scheme in _DISTINCTIVE
        )
        for blocks in (self._by_title, self._by_stems, self._by_creator):
            yield members_of(blocks()).values()

    def _by_title(self) -> Iterator[tuple[Hashable, int]]:
        for number, title in enumerate(self._titles):
            yield title.compact, number
            if title.main != title.compact and len(title.main) > 5:
                yield title.main, number

    def _by_stems(self) -> Iterator[tuple[Hashable, int]]:
        for number, title in enumerate(self._titles):
            if len(title.content) > 2:
                yield " ".join([word[:4] for word in title.content[:5]]), number

    def _by_creator(self) -> Iterator[tuple[Hashable, int]]:
        families = first_families(self._works)
        years = (work.year for work in self._works)
        for number, (family, year) in enumerate(zip(families, years, strict=True)):
            if family:
                last = family.rpartition(" ")[2]
                yield (last, year), number
                if year is not None:
                    yield (last, year + 1), number

    def _order(self, number: int) -> tuple[object, ...]:
        """Return what puts alike entries side by side: title, creators, year."""
        work = self._works[number]
        families = tuple(one.family for one in creator_forms(work))
        return (self._titles[number].content, families, work.year or 0)


def _identifiers(works: Iterable[Work]) -> Iterator[tuple[tuple[str, str], int]]:
    for number, work in enumerate(works):
        for identifier in identifiers_of(work).items():
            yield identifier, number
        if address := address_of(work):
            yield (_ADDRESS, address), number
