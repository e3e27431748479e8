from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.mention import SentencePart
from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Note
from bibwiki.pages.blocks import ClaimList, Empty, LinkList, Table
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.claims_page import SHOWN, claims_pages, claims_view
from bibwiki.pages.kinds.glossary_page import glossary_pages, glossary_view
from bibwiki.pages.links import ThingPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span
    from bibwiki.pages.page_view import PageView


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def claims_in(view: PageView, section: str) -> list[tuple[str, str]]:
    (block,) = next(one for one in view.sections if one.id == section).blocks
    assert isinstance(block, ClaimList)
    return [(item.text, text_of(item.remark)) for item in block.items]


def test_contested_claims_come_first_then_topics(library: PageContext) -> None:
    view = claims_view(library)

    assert [(one.id, one.title) for one in view.sections] == [
        ("contested", "Contested"),
        ("topic-tides", "tides"),
    ]
    assert view.header.subtitle == ("3 claims of 2 works, 1 work contested by others",)
    assert claims_in(view, "contested")[0] == (
        "The lean of a lamp post predicts the tide within 4 minutes.",
        (
            "Brightwater et al. 2021; disputed by Sørensen 2022; "
            "supported by الفاروق and Brightwater 2022"
        ),
    )
    assert len(claims_in(view, "topic-tides")) == 3


def test_topics_are_links_and_no_contest_is_said(
    context_of: Callable[..., PageContext],
) -> None:
    text = "@misc{a, title={A}, claim={Looms dream.}, keywords={looms}}"
    view = claims_view(context_of(f"{text}@misc{{b, title={{B}}, keywords={{looms}}}}"))

    (section,) = view.sections
    assert section.place == ThingPlace(Target(Kind.TOPIC, "looms"))
    (empty,) = view.lead
    assert isinstance(empty, Empty)
    assert empty.text.startswith("No claim is disputed")


def test_each_claim_leads_to_its_place(library: PageContext) -> None:
    (block,) = claims_view(library).sections[0].blocks
    assert isinstance(block, ClaimList)

    links = [item.remark[0] for item in block.items]
    assert [
        link.place.anchor
        for link in links
        if isinstance(link, Link) and isinstance(link.place, ThingPlace)
    ] == ["claim-1", "claim-2"]


def test_claims_of_a_large_wiki_have_a_page_for_each_topic(
    context_of: Callable[..., PageContext],
) -> None:
    text = "\n".join(
        f"@misc{{k{n}, title={{T}}, claim={{C{n}.}}, keywords={{{topic}}}}}"
        for n in range(SHOWN + 1)
        for topic in ["tides" if n < 2 else "lamps" if n < 200 else ""]
    )
    context = context_of(text)

    view = claims_view(context)
    pages = [name for name, _ in claims_pages(context)]

    (section,) = view.sections
    (links,) = section.blocks
    assert isinstance(links, LinkList)
    assert [(one.link.text, one.count) for one in links.items] == [
        ("lamps", 198),
        ("tides", 2),
        ("Without a topic", 1),
    ]
    assert {"claims", "claims/by/lamps", "claims/by/tides", "claims/by/index"} < set(
        pages
    )


def test_a_wiki_without_claims_says_how_to_add_one(empty: PageContext) -> None:
    (block,) = claims_view(empty).lead

    assert isinstance(block, Empty)


def with_definitions(context: PageContext, **parts: SentencePart) -> PageContext:
    definitions = {f"topics/{name}": (part,) for name, part in parts.items()}
    return replace(context, definitions=definitions)


def topic(name: str) -> Note:
    docname = f"topics/{name}"
    return Note(Kind.TOPIC, name, name.title(), docname, Location(f"{docname}.md"))


def test_terms_stand_by_letter_with_their_first_sentence(
    context_of: Callable[..., PageContext],
) -> None:
    context = with_definitions(
        context_of("", [topic("tides"), topic("fog"), topic("lamps")]),
        tides=SentencePart("A tide rises."),
        fog=SentencePart("Fog hides."),
    )

    view = glossary_view(context)

    assert [section.title for section in view.sections] == [
        "F",
        "T",
        "Without a definition",
    ]
    (table,) = view.sections[1].blocks
    assert isinstance(table, Table)
    assert [tuple(map(text_of, row)) for row in table.rows] == [
        ("Tides", "A tide rises.")
    ]


def test_a_long_glossary_has_a_page_for_each_letter(
    context_of: Callable[..., PageContext],
) -> None:
    names = [f"{letter}{n}" for n in range(150) for letter in ("fog", "tide")]
    parts = {name: SentencePart(f"{name} is.") for name in names}
    context = with_definitions(context_of("", map(topic, names)), **parts)

    pages = dict(glossary_pages(context))

    assert {"glossary", "glossary/by/f", "glossary/by/t"} <= set(pages)
    assert pages["glossary"]().sections == ()


def test_an_empty_glossary_says_how_to_fill_it(empty: PageContext) -> None:
    (block,) = glossary_view(empty).lead

    assert isinstance(block, Empty)
