"""Which entries are worth judging: none is left out that would be found."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.duplicates.blocking import candidate_pairs, members_of
from bibwiki.catalogue.duplicates.candidates import Candidates
from bibwiki.catalogue.duplicates.creators import creator_forms, first_families
from bibwiki.catalogue.duplicates.entry_facts import entry_facts
from bibwiki.catalogue.duplicates.judgement import judge
from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.diagnostic import Location
from bibwiki.model.interpret import interpret

if TYPE_CHECKING:
    from bibwiki.model.work import Work

TITLES = (
    "Counting Sheep by Their Shadows", "Counting Sheep by Shadows, Part II",
    "Counting Sheep by Their Shadows: A Field Study", "Shadows", "Editorial",
    "Counting Sheep by Their Shadow", "Looms of Patient Weavers", "Looms in 1750",
    "Erratum: Looms of Patient Weavers", "Counting Sheep (extended abstract)",
)  # fmt: skip
NAMES = ("Muster, Ada", "Muster, A.", "Vale, Ben", "{Sheep Society}", "UK, Rao", "")
CHOICES = {
    "title": TITLES,
    "author": ("Muster, Ada and Vale, Ben", "Muster, A. and others", "Vale, Ben", ""),
    "year": ("2020", "2021", ""),
    "journal": ("Journal of Sheep", "J. Sheep", ""),
    "volume": ("3", "4", ""),
    "pages": ("1--9", "1", ""),
    "doi": ("10.5555/one", "10.5555/two", "10.48550/arXiv.2101.00001", ""),
    "eprint": ("2101.00001v2", ""),
    "isbn": ("978-3-16-148410-0", ""),
    "url": ("https://sheep.example/1", "http://www.sheep.example/1/", ""),
}


def _work(key: str, type_: str, fields: dict[str, str]) -> Work:
    given_fields = {name: text for name, text in fields.items() if text}
    if "eprint" in given_fields:
        given_fields["archiveprefix"] = "arXiv"
    return interpret(Entry(key, type_, given_fields, Location("a.bib")))[0]


FIELDS = {name: st.sampled_from(texts) for name, texts in CHOICES.items()}
TYPES = st.sampled_from(("article", "book", "inproceedings", "misc"))


@given(
    TYPES,
    TYPES,
    st.fixed_dictionaries(FIELDS),
    st.fixed_dictionaries({}, optional=FIELDS),
    st.sampled_from(TITLES),
    st.sampled_from([(), ("doi", "eprint", "isbn", "url")]),
)
def test_who_is_not_worth_judging_would_not_be_found(
    type_: str,
    other: str,
    fields: dict[str, str],
    changes: dict[str, str],
    title: str,
    left_out: tuple[str, ...],
) -> None:
    fields = fields | dict.fromkeys(left_out, "")
    works = [
        _work("a", type_, fields),
        _work("b", type_, fields | {"title": title}),
        _work("c", other, fields | changes),
    ]
    candidates = Candidates(works)

    for one, another in combinations(range(len(works)), 2):
        judgement = judge(entry_facts(works[one]), entry_facts(works[another]))
        assert judgement is None or candidates.may_be_one(one, another)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"title": "Shadows"}, {"title": "shadows."}, id="title"),
        pytest.param(
            {"title": "Sheep of the Sea: A Life"}, {"title": "Sheep of the Sea"},
            id="title without subtitle",
        ),
        pytest.param(
            {"title": "Counting Sheep by Shadow"},
            {"title": "Counting Sheep, Shadowed"},
            id="beginnings of words",
        ),
        pytest.param(
            {"title": "Old Sheep", "author": "Vale, Ben", "year": "2020"},
            {"title": "Sheep", "author": "Vale, B. and Muster, Ada", "year": "2021"},
            id="creator and next year",
        ),
        pytest.param(
            {"title": "Sheep", "doi": "10.5555/ONE"},
            {"title": "Looms", "url": "https://doi.org/10.5555/one"},
            id="DOI",
        ),
        pytest.param(
            {"title": "Sheep", "url": "https://sheep.example/1"},
            {"title": "Looms", "url": "http://www.sheep.example/1/"},
            id="address",
        ),
    ],
)  # fmt: skip
def test_worth_judging(one: dict[str, str], other: dict[str, str]) -> None:
    works = [_work("a", "article", one), _work("b", "article", other)]

    assert list(Candidates(works).pairs()) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            {"title": "Sheep 1", "author": "Vale, Ben", "year": "2020"},
            {"title": "Sheep 2", "author": "Vale, Ben", "year": "2020"},
            id="numbers differ",
        ),
        pytest.param(
            {"title": "Old Sheep", "author": "Vale, Ben", "year": "2020"},
            {"title": "Sheep", "author": "Vale, Ben", "year": "2022"},
            id="two years apart",
        ),
        pytest.param(
            {"title": "Sheep", "isbn": "978-3-16-148410-0"},
            {"title": "Looms", "isbn": "978-3-16-148410-0"},
            id="two chapters of a book",
        ),
    ],
)
def test_not_worth_judging(one: dict[str, str], other: dict[str, str]) -> None:
    works = [_work("a", "article", one), _work("b", "article", other)]

    assert list(Candidates(works).pairs()) == []


@given(st.lists(st.sampled_from(NAMES), max_size=3), st.sampled_from(NAMES))
def test_first_family_is_that_of_the_first_creator(
    authors: list[str], editor: str
) -> None:
    fields = {"author": " and ".join(filter(None, authors)), "editor": editor}
    work = _work("a", "book", fields | {"title": "Sheep"})

    forms = creator_forms(work)

    assert list(first_families([work])) == [forms[0].family if forms else ""]


def test_pairs_of_blocks() -> None:
    blocks = [("x", 0), ("y", 0), ("x", 1), ("z", 2), ("y", 1), ("x", 3)]
    more = [("x", 0), ("x", 2), ("y", 1), ("y", 3)]

    assert members_of(blocks) == {"x": [0, 1, 3], "y": [0, 1]}
    pairs = candidate_pairs([blocks, more], abs)
    assert sorted(pairs) == [(0, 1), (0, 2), (0, 3), (1, 3)]
