from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.query.query import Group, Query, Sort, parse_query
from bibwiki.pages.blocks import (
    CardList,
    ClaimList,
    Empty,
    Fold,
    LinkList,
    Paragraph,
    SearchForm,
    Timeline,
    WorkList,
)
from bibwiki.pages.listing import (
    Listing,
    ListingKind,
    item_anchor,
    listed_works,
    listing_blocks,
    listing_problem,
)

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext


def query(text: str) -> Query:
    parsed = parse_query(text)

    assert isinstance(parsed, Query)
    return parsed


def test_works_are_selected_sorted_and_cut(library: PageContext) -> None:
    listing = Listing(ListingKind.WORKS, query("topic:doubt"), Sort.OLDEST, limit=2)

    assert listed_works(library, listing) == ("quill2019letters", "quill2021lamps")
    (block,) = listing_blocks(library, listing)
    assert isinstance(block, WorkList)
    assert [group.title for group in block.groups] == [""]


def test_works_stand_in_groups(library: PageContext) -> None:
    listing = Listing(ListingKind.WORKS, query("topic:doubt"), group=Group.VENUE)

    (block,) = listing_blocks(library, listing)

    assert isinstance(block, WorkList)
    assert {group.title for group in block.groups} == {
        "Annals of Doubt",
        "Meeting on Coastal Signals",
        "Without a venue",
    }


def test_only_lines_that_citations_lead_to_have_ids(library: PageContext) -> None:
    listing = Listing(ListingKind.WORKS, query("topic:doubt"))

    (block,) = listing_blocks(library, listing, frozenset({"quill2021lamps"}))

    assert isinstance(block, WorkList)
    anchors = {item.target.id: item.anchor for item in block.groups[0].items}
    assert anchors == {
        "sorensen2022doubt": "",
        "quill2021lamps": item_anchor(library, "quill2021lamps"),
        "quill2019letters": "",
    }


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        pytest.param(None, ["Tamsin Quill", "Benedikt Sørensen"], id="by works"),
        pytest.param(Sort.NAME, ["Tamsin Quill", "Benedikt Sørensen"], id="by name"),
    ],
)
def test_people_have_the_number_of_selected_works(
    library: PageContext, sort: Sort | None, names: list[str]
) -> None:
    listing = Listing(ListingKind.PEOPLE, query("topic:doubt"), sort, limit=5)

    (block,) = listing_blocks(library, listing)

    assert isinstance(block, LinkList)
    assert [one.link.text for one in block.items] == names
    assert {one.link.text: one.count for one in block.items} == {
        "Tamsin Quill": 2,
        "Benedikt Sørensen": 1,
    }


def test_topics_can_be_listed_by_kind(library: PageContext) -> None:
    listing = Listing(ListingKind.TOPICS, query("kind:system"))

    (block,) = listing_blocks(library, listing)

    assert isinstance(block, LinkList)
    assert [one.link.text for one in block.items] == ["Lamp posts"]


def test_a_timeline_shows_the_selected_works(library: PageContext) -> None:
    (block,) = listing_blocks(
        library, Listing(ListingKind.TIMELINE, query("topic:doubt"))
    )

    assert isinstance(block, Timeline)
    assert [year.year.text for year in block.years] == ["2019", "2021", "2022"]


def test_a_card_shows_summary_and_claims(library: PageContext) -> None:
    listing = Listing(ListingKind.CARD, key="brightwater2020tides")

    work, summary, claims = listing_blocks(library, listing)

    assert isinstance(work, WorkList)
    assert work.groups[0].items[0].target.id == "brightwater2021tides"
    assert isinstance(summary, Paragraph)
    assert isinstance(claims, ClaimList)


def test_a_card_of_a_work_without_more_is_its_line(library: PageContext) -> None:
    blocks = listing_blocks(library, Listing(ListingKind.CARD, key="hostile"))

    assert [type(block) for block in blocks] == [WorkList]


def test_the_overview_is_that_of_the_home_page(library: PageContext) -> None:
    listing = Listing(ListingKind.OVERVIEW)

    blocks = listing_blocks(library, listing)

    assert [type(block) for block in blocks] == [SearchForm, CardList, Paragraph, Fold]
    assert listed_works(library, listing) == ()


@pytest.mark.parametrize(
    "listing",
    [
        pytest.param(
            Listing(ListingKind.WORKS, query("year:1800")), id="nothing selected"
        ),
        pytest.param(Listing(ListingKind.CARD, key="nope"), id="unknown key"),
    ],
)
def test_a_list_of_nothing_says_so(library: PageContext, listing: Listing) -> None:
    (block,) = listing_blocks(library, listing)

    assert isinstance(block, Empty)


def test_problems_name_what_is_unknown(library: PageContext) -> None:
    card = Listing(ListingKind.CARD, key="nope")
    works = Listing(ListingKind.WORKS, query("topic:nope"))

    assert listing_problem(library, card) == (
        "{work-card}: no entry has the citation key 'nope'"
    )
    assert "nope" in (listing_problem(library, works) or "")
    fine = Listing(ListingKind.CARD, key="hostile")
    assert listing_problem(library, fine) is None
    assert listing_problem(library, Listing(ListingKind.WORKS)) is None


def test_years_run_as_the_works_do(library: PageContext) -> None:
    def years(sort: Sort | None) -> list[str]:
        listing = Listing(ListingKind.WORKS, query(""), sort, group=Group.YEAR)
        (block,) = listing_blocks(library, listing)
        assert isinstance(block, WorkList)
        return [group.title for group in block.groups]

    assert years(None) == ["2023", "2022", "2021", "2019", "Without a year"]
    assert years(Sort.OLDEST) == ["2019", "2021", "2022", "2023", "Without a year"]
