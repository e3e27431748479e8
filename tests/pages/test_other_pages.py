"""Venues, organizations, events and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Affiliation, Note
from bibwiki.pages.blocks import Empty, LinkList, Paragraph, WorkList
from bibwiki.pages.items import Fact, Link
from bibwiki.pages.kinds.event_page import event_view
from bibwiki.pages.kinds.organization_page import organization_view
from bibwiki.pages.kinds.venue_page import venue_view
from bibwiki.pages.kinds.year_page import year_view
from bibwiki.pages.links import PagePlace, ThingPlace, WebPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span
    from bibwiki.pages.page_view import PageView


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def facts_of(view: PageView) -> dict[str, str]:
    return {fact.label: text_of(fact.value) for fact in view.header.facts}


def blocks_of(view: PageView, section: str) -> tuple[Block, ...]:
    return next(one.blocks for one in view.sections if one.id == section)


def test_a_venue_links_its_years(library: PageContext) -> None:
    view = venue_view(library, "annals-of-doubt")
    (years,) = blocks_of(view, "years")

    assert facts_of(view)["Years here"] == "2022"
    assert isinstance(years, LinkList)
    assert [(one.link.text, one.count) for one in years.items] == [("2022", 2)]


def test_a_venue_with_many_works_links_its_parts(big: PageContext) -> None:
    view = venue_view(big, "journal-of-many")
    (years,) = blocks_of(view, "years")

    assert isinstance(years, LinkList)
    assert [(one.link.text, one.link.place) for one in years.items] == [
        ("2020", PagePlace("venues/by/journal-of-many-2020")),
        ("2019", PagePlace("venues/by/journal-of-many-2019")),
    ]
    assert blocks_of(view, "works")[0] == Paragraph(("The newest 20:",))


def test_a_venue_without_works_or_years_says_so(
    context_of: Callable[..., PageContext],
) -> None:
    note = Note(Kind.VENUE, "v", "V", "venues/v", Location("venues/v.md"))
    view = venue_view(context_of("", [note]), "v")

    assert all(isinstance(section.blocks[0], Empty) for section in view.sections)


def test_people_of_an_organization_present_before_former(
    context_of: Callable[..., PageContext],
) -> None:
    def person(name: str, affiliation: Affiliation) -> Note:
        docname = f"people/{name}"
        place = Location(f"{docname}.md")
        return Note(
            Kind.PERSON, name, name, docname, place, affiliations=(affiliation,)
        )

    context = context_of(
        "",
        [
            person("Ann", Affiliation("Lab", role="head", end="2020")),
            person("Bo", Affiliation("Lab", role="guest", start="2021")),
            person("Cy", Affiliation("Lab", as_of="in May")),
        ],
    )

    (people,) = blocks_of(organization_view(context, "lab"), "people")

    assert isinstance(people, LinkList)
    assert [(one.link.text, one.remark) for one in people.items] == [
        ("Bo", "guest, since 2021"),
        ("Cy", "in May"),
        ("Ann", "head, until 2020"),
    ]


def test_an_organization_shows_its_works_and_who_it_works_with(
    library: PageContext,
) -> None:
    view = organization_view(library, "harbour-press")
    (works,) = blocks_of(view, "works")
    (partners,) = blocks_of(view, "partners")

    assert facts_of(view)["Works here"] == "2"
    assert isinstance(works, WorkList)
    assert isinstance(partners, LinkList)
    assert [one.link.text for one in partners.items] == ["Society of Tide Watchers"]


def test_an_organization_is_bold_among_its_own_works(library: PageContext) -> None:
    (works,) = blocks_of(
        organization_view(library, "society-of-tide-watchers"), "works"
    )

    assert isinstance(works, WorkList)
    last = works.groups[0].items[0].creators[-1]
    assert (last.text, last.strong) == ("Society of Tide Watchers", True)


def test_other_names_of_an_organization_are_told(library: PageContext) -> None:
    assert facts_of(organization_view(library, "harbour-lab"))["Also called"] == (
        "The Lab"
    )


def test_an_organization_says_what_it_is_and_of_what_it_is_part(
    library: PageContext,
) -> None:
    view = organization_view(library, "harbour-lab")
    facts = {fact.label: fact.value for fact in view.header.facts}

    assert [badge.text for badge in view.header.badges] == [
        "Organization",
        "Research group",
    ]
    assert facts["Kind"] == ("Research group",)
    assert facts["Place"] == ("Harbourtown",)
    assert facts["ROR"] == (Link("05dxps055", WebPlace("https://ror.org/05dxps055")),)
    assert facts["Part of"] == (
        Link("Night School", ThingPlace(Target(Kind.ORGANIZATION, "night-school"))),
    )


def test_an_organization_lists_its_parts(library: PageContext) -> None:
    view = organization_view(library, "night-school")
    (parts,) = blocks_of(view, "parts")
    place = ThingPlace(Target(Kind.ORGANIZATION, "night-school"), "parts")

    assert isinstance(parts, LinkList)
    assert [one.link.text for one in parts.items] == ["Harbour Lab"]
    assert Fact("Parts of it", (Link("1 organization", place),)) in view.header.facts


def test_an_event_has_a_page_before_it_has_works(library: PageContext) -> None:
    view = event_view(library, "harbour-night")

    assert view.title == "Harbour night"
    assert isinstance(blocks_of(view, "works")[0], Empty)


def test_other_names_of_an_event_are_told(
    context_of: Callable[..., PageContext],
) -> None:
    note = Note(
        Kind.EVENT, "e", "E", "events/e", Location("events/e.md"), also=("Eve",)
    )

    view = event_view(context_of("", [note]), "e")

    assert facts_of(view)["Also called"] == "Eve"


def test_a_year_leads_to_the_years_beside_it(library: PageContext) -> None:
    def texts(year: str) -> list[tuple[str, object]]:
        actions = year_view(library, year).header.actions
        return [(action.link.text, action.link.place) for action in actions]

    def place(year: str) -> ThingPlace:
        return ThingPlace(Target(Kind.YEAR, year))

    assert texts("2021") == [
        ("Earlier: 2019", place("2019")),
        ("Later: 2022", place("2022")),
    ]
    assert texts("2019") == [("Later: 2021", place("2021"))]
    assert texts("2023") == [("Earlier: 2022", place("2022"))]


def test_works_of_a_year_stand_by_venue_and_title(library: PageContext) -> None:
    (block,) = blocks_of(year_view(library, "2021"), "works")

    assert isinstance(block, WorkList)
    assert [group.place for group in block.groups] == [
        ThingPlace(Target(Kind.VENUE, "meeting-on-coastal-signals")),
        None,
    ]
    assert [
        (group.title, [item.title for item in group.items]) for group in block.groups
    ] == [
        (
            "Meeting on Coastal Signals",
            ["Lamps in Fog", "Reading Tides from Lamp Posts"],
        ),
        ("Without a venue", ["Many Hands on One Lamp Post"]),
    ]


def test_a_year_counts_who_and_what_is_new(library: PageContext) -> None:
    view = year_view(library, "2021")
    (new,) = blocks_of(view, "new-topics")

    assert facts_of(view) == {
        "Works": "3",
        "People": "12",
        "New people": "11",
        "Top topic": "Lamp posts (2 works)",
    }
    assert isinstance(new, LinkList)
    assert [one.link.text for one in new.items] == ["Lamp posts", "tides"]
    assert view.description == "3 works by 12 people are recorded for 2021."


def test_a_year_with_many_works_links_to_all_of_them(big: PageContext) -> None:
    more, newest, works = blocks_of(year_view(big, "2020"), "works")

    assert more == Paragraph(
        (Link("All 65 works of 2020", PagePlace("works/by/2020")),)
    )
    assert newest == Paragraph(("The newest 20:",))
    assert isinstance(works, WorkList)
