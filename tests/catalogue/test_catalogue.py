"""What holds of every catalogue, whatever the files say."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.catalogue import Catalogue
from bibwiki.catalogue.folding import fold
from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.date import PartialDate
from bibwiki.model.diagnostic import Location
from bibwiki.model.names.name import Name
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.model.work import (
    Contribution,
    Relation,
    Role,
    Venue,
    Work,
    WorkRelation,
)
from bibwiki.model.work_type import WorkType

WORDS = st.sampled_from(["", "Ada", "ada", "A.", "B.", "Bea", "Zoë", "Zoe", "?", "李"])
NAMES = st.builds(
    Name, WORDS, WORDS, literal=st.none() | st.sampled_from(["Ada", "Guild"])
)
IDS = st.sampled_from(["ada", "ada-bea", "x", "../x", "Index", "index"])
CONTRIBUTIONS = st.builds(
    Contribution, NAMES, st.sampled_from(Role), declared_person=st.none() | IDS
)
KEYS = st.sampled_from(["a", "A", "b", "c", "index", "a/b", "a b"])
WORKS = st.builds(
    Work,
    st.builds(Entry, KEYS, st.just("article"), st.just({}), st.just(Location("a.bib"))),
    st.sampled_from(WorkType),
    st.sampled_from(["Title", "Other", "ada"]),
    st.lists(CONTRIBUTIONS, max_size=5).map(tuple),
    date=st.none() | st.builds(PartialDate, st.integers(1, 9999)),
    venue=st.none() | st.builds(Venue, WORDS, st.just("conference"), WORDS),
    publisher=WORDS,
    keywords=st.lists(WORDS, max_size=3).map(tuple),
    relations=st.lists(st.builds(WorkRelation, st.sampled_from(Relation), KEYS)).map(
        tuple
    ),
    also_keys=st.lists(KEYS | st.just("more"), max_size=2).map(tuple),
)
NOTES = st.builds(
    Note,
    st.sampled_from([kind for kind in Kind if kind is not Kind.YEAR]),
    IDS | KEYS,
    st.sampled_from(["Ada", "Ada Bea", "Guild", "x"]),
    st.uuids().map(str),
    st.just(Location("page.md")),
    also=st.lists(WORDS, max_size=2).map(tuple),
    hidden_names=st.lists(st.just("Bea Ada"), max_size=1).map(tuple),
    also_id=st.lists(IDS, max_size=1).map(tuple),
    topics=st.lists(WORDS, max_size=2).map(tuple),
    broader=st.lists(IDS, max_size=2).map(tuple),
)


@given(st.lists(WORKS, max_size=8), st.lists(NOTES, max_size=5))
def test_every_catalogue_holds_together(works: list[Work], notes: list[Note]) -> None:
    catalogue, diagnostics = assemble(works, [], notes)

    _check_works(catalogue, works)
    _check_credits(catalogue)
    _check_lists(catalogue)
    _check_relations(catalogue)
    assert set(catalogue.documents) <= set(catalogue.slugs)
    assert all(one.message for one in diagnostics)
    taken = Counter(
        (target.kind, slug.lower()) for target, slug in catalogue.slugs.items()
    )
    assert not taken or max(taken.values()) == 1


def _check_works(catalogue: Catalogue, works: list[Work]) -> None:
    """Every key resolves, and no entry is lost."""
    assert {work.key for work in works} <= set(catalogue.key_to_work)
    for key, primary in catalogue.key_to_work.items():
        assert key in catalogue.works[primary].keys
    entries = [entry for one in catalogue.works.values() for entry in one.entries]
    assert len(entries) == len(works)
    assert sorted(catalogue.rank.values()) == list(range(len(catalogue.works)))


def _check_credits(catalogue: Catalogue) -> None:
    """Credits name people that exist, one of a role at most once on a work."""
    for key, work in catalogue.works.items():
        people = [
            (one.contribution.role, one.person) for one in work.credits if one.person
        ]
        assert len(people) == len(set(people))
        assert all(key in catalogue.people[id_].works for _, id_ in people)
        assert tuple(one.contribution for one in work.credits) == (
            work.work.contributions
        )
        for one in work.credits:
            assert one.organization is None or (
                key in catalogue.organizations[one.organization].works
            )


def _check_lists(catalogue: Catalogue) -> None:
    """Things and works name each other; lists are newest first; ids are names."""
    for kind in Kind:
        for id_, thing in catalogue.things(kind).items():
            assert thing.id == id_
            ranks = [catalogue.rank[key] for key in thing.works]
            assert ranks == sorted(set(ranks))
            assert fold(id_) in catalogue.names
    for key, work in catalogue.works.items():
        assert all(key in catalogue.topics[id_].works for id_ in work.topics)
        assert work.venue is None or key in catalogue.venues[work.venue].works
        assert work.work.year is None or key in catalogue.years[work.work.year]
    for id_, topic in catalogue.topics.items():
        assert all(id_ in catalogue.topics[one].narrower for one in topic.broader)


def _check_relations(catalogue: Catalogue) -> None:
    """Each relation but the symmetric one stands on both sides."""
    for key, related in catalogue.related.items():
        for one in related:
            others = catalogue.related[one.key]
            assert any(
                other.key == key
                and other.relation is one.relation
                and (
                    other.inverse is not one.inverse or one.relation is Relation.RELATED
                )
                for other in others
            )


@pytest.mark.parametrize("kind", [Kind.WORK, Kind.YEAR])
def test_works_and_years_are_no_things(kind: Kind) -> None:
    assert Catalogue().things(kind) == {}
