from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.mention import Mention, SentencePart
from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Note
from bibwiki.pages.blocks import Fold, MentionList
from bibwiki.pages.items import Link
from bibwiki.pages.links import PagePlace
from bibwiki.pages.mention_lists import mention_blocks
from bibwiki.pages.thing_links import FOLD_AFTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext

TIDES = Target(Kind.WORK, "brightwater2021tides")


def test_places_stand_by_page_title_and_in_page_order(library: PageContext) -> None:
    (block,) = mention_blocks(library, TIDES)

    assert isinstance(block, MentionList)
    assert [
        (group.page.text, [item.link.text for item in group.items])
        for group in block.groups
    ] == [
        ("Lamp posts", ["Introduction", "What they do"]),
        ("Start", ["Citing"]),
    ]


def test_links_lead_to_the_exact_place(library: PageContext) -> None:
    (block,) = mention_blocks(library, TIDES)

    assert isinstance(block, MentionList)
    assert block.groups[0].items[1].link.place == PagePlace(
        "topics/lamp-posts", "cite-9"
    )


def test_of_several_keys_in_one_citation_only_the_own_is_bold(
    library: PageContext,
) -> None:
    (block,) = mention_blocks(library, TIDES)

    assert isinstance(block, MentionList)
    before, opened, own, separator, other, closed, end = (
        block.groups[0].items[1].sentence
    )
    assert (before, opened, separator, closed, end) == (
        "Lamp posts lean ",
        "[",
        "; ",
        "]",
        ".",
    )
    assert own == Link("Brightwater et al. 2021", strong=True)
    assert isinstance(other, Link)
    assert other.text == "Sørensen 2022"


def test_unknown_keys_are_shown_as_written(library: PageContext) -> None:
    (block,) = mention_blocks(library, TIDES)

    assert isinstance(block, MentionList)
    assert Link("nope") in block.groups[1].items[0].sentence


def test_the_own_document_is_no_mention(library: PageContext) -> None:
    (block,) = mention_blocks(library, Target(Kind.PERSON, "ada-brightwater"))

    assert isinstance(block, MentionList)
    assert [group.page.text for group in block.groups] == ["Start"]
    assert Link("Ada", strong=True) in block.groups[0].items[0].sentence


def test_many_pages_fold(context_of: Callable[..., PageContext]) -> None:
    mentions = [
        Mention(
            f"page{number:02}",
            f"Page {number:02}",
            "",
            "a",
            1,
            (SentencePart(keys=("a",), own=True),),
            "cite",
            ("a",),
        )
        for number in range(FOLD_AFTER + 5)
    ]
    context = context_of("@misc{a, title = {A}}", (), mentions)

    shown, fold = mention_blocks(context, Target(Kind.WORK, "a"))

    assert isinstance(shown, MentionList)
    assert len(shown.groups) == FOLD_AFTER
    assert isinstance(fold, Fold)
    assert fold.title == "and 5 more pages"


def test_more_than_a_few_pages_stand_by_what_they_are_about(
    context_of: Callable[..., PageContext],
) -> None:
    def mention(docname: str) -> Mention:
        own = SentencePart(keys=("a",), own=True)
        return Mention(docname, docname, "", "a", 1, (own,), "cite", ("a",))

    notes = [
        Note(kind, name, name, name, Location(f"{name}.md"))
        for kind, name in ((Kind.TOPIC, "tides"), (Kind.PERSON, "ada"))
    ]
    pages = ["aside", "tides", "ada", "notes", *map("page{:02}".format, range(25))]
    work = Target(Kind.WORK, "a")

    few = context_of("@misc{a, title = {A}}", notes, map(mention, pages[:5]))
    (block,) = mention_blocks(few, work)
    assert isinstance(block, MentionList)
    assert block.title == ""

    many = context_of("@misc{a, title = {A}}", notes, map(mention, pages))
    *shown, fold = mention_blocks(many, work)
    assert [
        (one.title, len(one.groups)) for one in shown if isinstance(one, MentionList)
    ] == [("People (1)", 1), ("Topics (1)", 1), ("Other pages (27)", 18)]
    assert isinstance(fold, Fold)
    (rest,) = fold.blocks
    assert isinstance(rest, MentionList)
    assert (rest.title, len(rest.groups)) == ("", 9)
