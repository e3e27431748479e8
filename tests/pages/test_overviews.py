"""Citation index, timeline, home page, 404, and the list of all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.identity.mention import Mention, SentencePart
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.all_pages import catalogue_pages, document_view
from bibwiki.pages.blocks import (
    CardList,
    Empty,
    FactList,
    Fold,
    LinkList,
    MentionList,
    Paragraph,
    SearchForm,
    Timeline,
    WorkList,
)
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.citation_index import citation_index, citation_pages
from bibwiki.pages.kinds.home import connected_topics, home_blocks, newest_works
from bibwiki.pages.kinds.not_found_page import not_found_view
from bibwiki.pages.kinds.timeline_page import timeline_blocks, timeline_view
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.sections import section_titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span


ANGLE = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def test_the_citation_index_quotes_the_citing_places(library: PageContext) -> None:
    view = citation_index(library)

    assert view.lead == (Paragraph(("2 of 8 works are cited, on 2 pages.",)),)
    assert [section.title for section in view.sections] == [
        "B",
        "S",
        "Keys without an entry",
    ]
    (block,) = view.sections[0].blocks
    assert isinstance(block, MentionList)
    (group,) = block.groups
    assert group.page.text == ("Brightwater et al. 2021. Reading Tides from Lamp Posts")
    assert [item.link.text for item in group.items] == [
        f"Start {ANGLE} Citing",
        "Lamp posts",
        f"Lamp posts {ANGLE} What they do",
    ]


def test_unknown_keys_name_the_pages_that_use_them(library: PageContext) -> None:
    (block,) = citation_index(library).sections[-1].blocks

    assert isinstance(block, FactList)
    assert [(fact.label, fact.value) for fact in block.facts] == [
        ("nope", (Link("guide/start", PagePlace("guide/start")),))
    ]


def test_the_citation_index_of_a_wiki_without_citations(empty: PageContext) -> None:
    assert isinstance(citation_index(empty).lead[0], Empty)


def _citation(key: str, line: int) -> Mention:
    sentence = (SentencePart(keys=(key,), own=True),)
    return Mention("page", "Page", "", f"c{line}", line, sentence, "cite", (key,))


def test_a_long_citation_index_has_parts(
    context_of: Callable[..., PageContext],
) -> None:
    keys = [f"k{number}" for number in range(60)]
    entries = "".join(
        f"@misc{{{key}, title={{T}}, author={{Name{key}, G}}}}" for key in keys
    )
    mentions = [_citation(key, line) for line, key in enumerate(keys)]
    mentions += [_citation("k7", line) for line in range(100, 107)]
    context = context_of(entries, (), mentions)

    view = citation_index(context)
    pages = dict(citation_pages(context))

    (most,) = view.sections
    assert (most.id, most.title) == ("most-cited", "Most cited")
    assert list(pages) == ["citations", "citations/by/n", *list(pages)[2:]]
    assert pages["citations/by/n-a-1"]().title == "Citation index: Na, part 1"


def test_places_of_a_much_cited_work_are_cut_and_counted(
    context_of: Callable[..., PageContext],
) -> None:
    mentions = [_citation("k", line) for line in range(8)]
    context = context_of("@misc{k, title={T}}", (), mentions)

    (block,) = citation_index(context).sections[0].blocks

    assert isinstance(block, MentionList)
    last = block.groups[0].items[-1]
    assert last.link == Link(
        "and 3 more places", ThingPlace(Target(Kind.WORK, "k"), "cited-in")
    )


def test_the_timeline_goes_from_the_newest_year_back(library: PageContext) -> None:
    *_, block = timeline_view(library).lead

    assert isinstance(block, Timeline)
    assert [year.year.text for year in block.years] == ["2023", "2022", "2021", "2019"]
    assert [(one.link.text, one.remark) for one in block.years[2].items] == [
        ("Reading Tides from Lamp Posts", "Brightwater et al., 12 May"),
        ("Many Hands on One Lamp Post", "One et al."),
        ("Lamps in Fog", "Quill"),
    ]


def test_a_full_year_of_the_timeline_leads_to_its_page(big: PageContext) -> None:
    (block,) = timeline_view(big).lead

    assert isinstance(block, Timeline)
    assert block.years[0].items[-1].link.text == "and 55 more works"


def test_a_timeline_without_works_says_so(empty: PageContext) -> None:
    assert isinstance(timeline_view(empty).lead[0], Empty)
    assert timeline_blocks(empty, []) == ()


def test_a_selected_timeline_goes_forward_and_keeps_undated_works(
    library: PageContext,
) -> None:
    keys = ["brightwater2023retraction", "quill2019letters", "hostile"]

    (block,) = timeline_blocks(library, keys)

    assert isinstance(block, Timeline)
    assert [year.year.text for year in block.years] == [
        "2019",
        "2023",
        "Without a year",
    ]


def test_home_opens_a_door_to_each_section(library: PageContext) -> None:
    form, cards, pictures, data = home_blocks(library)

    assert isinstance(form, SearchForm)
    assert isinstance(cards, CardList)
    assert [(card.link.text, card.count) for card in cards.cards] == [
        ("People", "14"),
        ("Works", "8"),
        ("Topics", "3"),
        ("Venues", "2"),
        ("Years", "2019\N{EN DASH}2023"),
    ]
    assert isinstance(pictures, Paragraph)
    assert [span.place for span in pictures.spans if isinstance(span, Link)] == [
        PagePlace("graph"),
        PagePlace("topics/map"),
        PagePlace("glossary"),
        PagePlace("claims"),
        PagePlace("timeline"),
        PagePlace("changes"),
    ]
    assert isinstance(data, Fold)


def test_home_of_an_empty_wiki_has_no_cards(empty: PageContext) -> None:
    assert home_blocks(empty) == (home_blocks(empty)[0],)
    assert isinstance(newest_works(empty, 10)[0], Empty)
    assert connected_topics(empty, 10) == ()


def test_newest_works_and_main_topics(library: PageContext) -> None:
    (works,) = newest_works(library, 2)
    (topics,) = connected_topics(library, 1)

    assert isinstance(works, WorkList)
    assert [item.target.id for item in works.groups[0].items] == [
        "brightwater2023retraction",
        "alfarouq2022support",
    ]
    assert isinstance(topics, LinkList)
    assert len(topics.items) == 1


def test_the_missing_page_offers_search_and_lists(library: PageContext) -> None:
    view = not_found_view(library)

    assert (view.pagename, view.anchor) == ("404", "page-not-found")
    assert [type(block) for block in view.lead] == [Paragraph, SearchForm, LinkList]


def test_every_page_has_the_name_it_is_listed_under(
    library: PageContext, big: PageContext
) -> None:
    for context in (library, big):
        pages = list(catalogue_pages(context))

        assert len({page.name for page in pages}) == len(pages)
        assert all(page.view().pagename == page.name for page in pages)


def test_things_with_a_document_have_no_catalogue_page(library: PageContext) -> None:
    names = {page.name for page in catalogue_pages(library)}

    assert "people/ada-brightwater" not in names
    assert "people/tamsin-quill" in names
    assert {"404", "citations", "timeline", "years/2021"} <= names


def test_parts_of_a_person_stand_beside_the_others(big: PageContext) -> None:
    names = {page.name for page in catalogue_pages(big)}

    assert {"people/by/carol-common-2020s", "topics/by/everything-2019"} <= names


def test_parts_of_a_topic_lead_back_to_it(big: PageContext) -> None:
    pages = {page.name: page for page in catalogue_pages(big)}
    view = pages["topics/by/everything-2019"].view()
    (row, *_) = view.lead

    back = Link("back to everything", ThingPlace(Target(Kind.TOPIC, "everything")))
    assert view.header.subtitle[0] == "65 works"
    assert view.header.subtitle[-2:] == (" \N{MIDDLE DOT} ", back)
    assert isinstance(row, LinkList)
    assert [one.link.text for one in row.items] == ["2020", "2019"]


def test_a_decade_of_which_years_have_pages_is_linked_from_them(
    context_of: Callable[..., PageContext],
) -> None:
    works = "".join(
        f"@misc{{w{n}, title = {{T{n}}}, author = {{Ada Ng}}, year = {2010 + n % 3}}}"
        for n in range(60)
    )
    pages = {page.name: page for page in catalogue_pages(context_of(works))}

    view = pages["people/by/ada-ng-2011"].view()

    decade = Link("2010s", PagePlace("people/by/ada-ng-2010s"))
    assert view.header.subtitle[1:3] == (" \N{MIDDLE DOT} part of ", decade)
    assert "people/by/ada-ng-2010s" in pages


@pytest.mark.parametrize(
    "target",
    [
        pytest.param(Target(Kind.PERSON, "ada-brightwater"), id="person"),
        pytest.param(Target(Kind.TOPIC, "lamp-posts"), id="topic"),
        pytest.param(Target(Kind.ORGANIZATION, "harbour-lab"), id="organization"),
        pytest.param(Target(Kind.EVENT, "harbour-night"), id="event"),
    ],
)
def test_documents_find_every_section_of_their_kind(
    library: PageContext, target: Target
) -> None:
    view = document_view(library, target)

    titles = tuple((section.id, section.title) for section in view.sections)
    note = library.catalogue.things(target.kind)[target.id].note
    assert note is not None
    assert titles == section_titles(note)
