"""What a page shows in part stands whole on pages of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.all_pages import catalogue_pages, thing_view
from bibwiki.pages.blocks import Fold, LinkList, Paragraph
from bibwiki.pages.context import traced
from bibwiki.pages.items import Link
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.long_lists import LONG, NAMES_ON_A_PAGE
from bibwiki.pages.tracing.fact_digest import fact_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.page_view import PageView


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def listed(blocks: tuple[Block, ...]) -> list[str]:
    """Return what lists of links name, in their order."""
    lists = (block for block in blocks if isinstance(block, LinkList))
    return [item.link.text for one in lists for item in one.items]


def leads_on(view: PageView, section: str) -> list[Link]:
    """Return the links at the end of the fold of a section."""
    (shown,) = (one for one in view.sections if one.id == section)
    folds = (block for block in _inside(shown.blocks) if isinstance(block, Fold))
    ends = (block for fold in folds for block in fold.blocks)
    paragraphs = (block for block in ends if isinstance(block, Paragraph))
    return [s for one in paragraphs for s in one.spans if isinstance(s, Link)]


def _inside(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _inside(getattr(block, "blocks", ()))


@pytest.mark.parametrize(
    ("target", "section", "text"),
    [
        (Target(Kind.TOPIC, "looms"), "people", "All 261 people by name"),
        (Target(Kind.VENUE, "dice"), "people", "All 261 people by name"),
        (Target(Kind.PERSON, "al-ng"), "coauthors", "All 260 people by name"),
    ],
)
def test_a_long_list_leads_to_all_of_it(
    context_of: Callable[..., PageContext], target: Target, section: str, text: str
) -> None:
    names = " and ".join(f"{a}{b}y, Bo" for a in LETTERS[:10].upper() for b in LETTERS)
    work = f"author={{Ng, Al and {names}}}, journal={{Dice}}, keywords={{looms}}"
    context = context_of(f"@article{{a, {work}}} @article{{b, keywords={{looms}}}}")
    pages = {page.name: page for page in catalogue_pages(context)}
    (link,) = leads_on(thing_view(context, target), section)

    assert isinstance(link.place, PagePlace)
    view = pages[link.place.pagename].view()
    people = [person.name for person in context.catalogue.people.values()]
    shown = listed(view.lead)
    assert link.text == text
    assert shown == [name for name in people if name in shown]
    assert len(shown) == int(text.split()[1])
    assert view.title == f"{context.name_of(target)}: {section.capitalize()}"
    assert ThingPlace(target, section) in [
        span.place for span in view.header.subtitle if isinstance(span, Link)
    ]


def test_pages_of_lists_are_those_that_are_linked(
    context_of: Callable[..., PageContext],
) -> None:
    topics = ", ".join(f"t{number}" for number in range(LONG + 1))
    context = context_of(
        f"@book{{a, author={{Ng, Al}}, year=2001, keywords={{{topics}}}}}"
        f"@book{{b, author={{Ng, Al}}, year=2002, keywords={{{topics}}}}}"
    )
    names = {page.name for page in catalogue_pages(context)}

    assert {name for name in names if name.endswith("-topics")} == {
        "people/by/al-ng-topics",
        "years/by/2001-topics",
        "years/by/2002-topics",
    }
    # Each topic has the others as its neighbours, and shows them itself.
    assert not {name for name in names if name.endswith("-neighbours")}
    assert leads_on(thing_view(context, Target(Kind.TOPIC, "t1")), "neighbours") == []


def test_thousands_of_names_are_divided_by_letter(
    context_of: Callable[..., PageContext],
) -> None:
    names = [f"{a.upper()}{b}{c}x, Al" for a in "abc" for b in LETTERS for c in LETTERS]
    authors = " and ".join(names[: NAMES_ON_A_PAGE + 400])
    context = context_of(f"@book{{a, journal={{Dice}}, author={{{authors}}}}}")
    pages = {page.name: page for page in catalogue_pages(context)}

    view = pages["venues/by/dice-people"].view()
    part = pages["venues/by/dice-people-b"].view()

    assert listed(view.lead) == ["A", "B", "C"]
    assert len(listed(part.lead)) == 3 + 26 * 26  # the letters stand above the names
    assert part.title == "Dice: People, B"


def _given(context: PageContext) -> dict[str, object]:
    """Map the pages of long lists to the digest of what they are given."""
    return {
        page.name: fact_digest(page.given)
        for page in catalogue_pages(traced(context))
        if page.name.startswith("venues/by/dice-people")
    }


def test_pages_of_a_divided_list_are_given_what_they_show(
    context_of: Callable[..., PageContext],
) -> None:
    names = [f"{a.upper()}{b}{c}x, Al" for a in "abc" for b in LETTERS for c in LETTERS]

    def given(names: list[str]) -> dict[str, object]:
        work = f"journal={{Dice}}, author={{{' and '.join(names)}}}"
        return _given(context_of(f"@book{{a, {work}}}"))

    before = given(names)
    renamed = given([name.replace("Bbbx", "Bbby") for name in names])
    fewer = given(names[:-1])

    assert len(before) == 4
    # Who else stands on the page of a letter changes that page alone.
    assert [name for name in before if renamed[name] != before[name]] == [
        "venues/by/dice-people-b"
    ]
    # All of them show how many names each letter has.
    assert [name for name in before if fewer[name] == before[name]] == []


def test_finding_out_which_pages_there_are_notes_no_thing(
    context_of: Callable[..., PageContext],
) -> None:
    work = "author={Ng, Al}, year=2001, journal={Dice}, keywords={looms}"
    context = traced(context_of(f"@book{{a, {work}}} @book{{b, {work}}}"))

    assert len(list(catalogue_pages(context))) > 10
    assert not [key for _, key in context.recorder.nodes if key in {"a", "b", "al-ng"}]
