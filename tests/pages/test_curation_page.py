"""What the page for keepers proposes, as they would read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.pages.blocks import CodeBlock, Empty, Fold, LinkList, Paragraph
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.curation_page import MOST, curation_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.page_view import PageView

ADA = """
@article{a, title = {On Sheep and Their Many Shadows}, year = 2020,
  author = {Ada Quill and Cleo Reed}, journal = {Sheep}}
@article{b, title = {On Sheep and Their Many Shadows}, year = 2020,
  author = {A. Quill and Cleo Reed}}
"""


def lines(view: PageView, section: str) -> list[str]:
    """The texts of a section: paragraphs in words, and the lines to add."""
    [found] = [one for one in view.sections if one.id == section]
    texts = []
    blocks = list(found.blocks)
    while blocks:
        block = blocks.pop(0)
        if isinstance(block, Fold):
            blocks = [*block.blocks, *blocks]
        elif isinstance(block, LinkList):
            texts += [f"{one.link.text} {one.remark}" for one in block.items]
        elif isinstance(block, CodeBlock):
            texts.append(block.text)
        elif isinstance(block, Paragraph):
            spans = (one.text if isinstance(one, Link) else one for one in block.spans)
            texts.append("".join(spans))
    return texts


def test_each_doubt_comes_with_the_lines_that_decide_it(
    context_of: Callable[[str], PageContext],
) -> None:
    view = curation_view(context_of(ADA))

    assert lines(view, "people") == [
        "Ada Quill and A. Quill: initials fit; coauthor Cleo Reed.",
        (
            "---\nbibwiki:\n  kind: person\n  id: ada-quill\n  name: Ada Quill\n"
            "  also: [A. Quill]\n---"
        ),
    ]
    [why, proposal] = lines(view, "duplicates")
    assert "equal titles, same creators, same year" in why
    assert "related     = {a},\n  relatedtype = {version}," in proposal
    assert lines(view, "incomplete") == [
        "On Sheep and Their Many Shadows lacks journaltitle",
        "@article{b,\n  journaltitle = {},",
    ]
    assert not view.indexed


def test_nothing_doubtful(context_of: Callable[[str], PageContext]) -> None:
    view = curation_view(context_of("@misc{a, title = {A}, author = {Ada Quill}}"))

    assert not view.sections
    assert isinstance(view.lead[-1], Empty)


def test_long_lists_are_cut(context_of: Callable[[str], PageContext]) -> None:
    text = "".join(f"@article{{k{n}, title = {{T{n}}}}}\n" for n in range(MOST + 5))

    found = lines(curation_view(context_of(text)), "incomplete")

    assert found[-1] == "... and 5 more, which bibwiki check lists."


def test_signs_of_yaml_are_quoted(context_of: Callable[[str], PageContext]) -> None:
    text = ADA.replace("A. Quill", "{A:} O'Quill").replace("Ada Quill", "Ada O'Quill")

    found = lines(curation_view(context_of(text)), "people")

    assert 'name: "Ada O\'Quill"' in found[1]


def test_what_is_marked_as_needing_a_check_is_listed(
    context_of: Callable[..., PageContext],
) -> None:
    page = Note(
        Kind.TOPIC, "looms", "Looms", "looms", Location("looms.md"),
        curation="needs-check",
    )  # fmt: skip
    text = "@misc{a, title={A}, curation={needs-check}}@misc{b, title={B}}"
    view = curation_view(context_of(text, [page]))

    (section,) = (one for one in view.sections if one.id == "to-check")
    assert section.title == "Marked as needing a check (2)"
    (block,) = section.blocks
    assert isinstance(block, LinkList)
    assert [one.link.text for one in block.items] == ["A", "Looms"]
