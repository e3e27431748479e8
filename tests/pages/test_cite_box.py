from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.blocks import CodeBlock, Fold
from bibwiki.pages.cite_box import cite_blocks

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext


def codes(context: PageContext, key: str) -> dict[str, CodeBlock]:
    """Map the name of each format to what can be copied."""
    found: dict[str, CodeBlock] = {}
    for block in cite_blocks(context, context.catalogue.works[key]):
        inner = block.blocks[0] if isinstance(block, Fold) else block
        if isinstance(inner, CodeBlock):
            found.setdefault(inner.label, inner)
    return found


def test_every_format_is_there_under_a_name_of_its_own(library: PageContext) -> None:
    found = codes(library, "sorensen2022doubt")

    assert {label: code.filename for label, code in found.items()} == {
        "BibTeX": "sorensen2022doubt.bib",
        "APA": "sorensen2022doubt-apa.txt",
        "IEEE": "sorensen2022doubt-ieee.txt",
        "BibLaTeX": "sorensen2022doubt-biblatex.bib",
        "RIS": "sorensen2022doubt.ris",
        "CSL-JSON": "sorensen2022doubt.json",
    }


def test_each_dialect_has_its_own_words(library: PageContext) -> None:
    found = codes(library, "sorensen2022doubt")

    assert "  journal = {Annals of Doubt}," in found["BibTeX"].text
    assert "  year = {2022}," in found["BibTeX"].text
    assert "  journaltitle = {Annals of Doubt}," in found["BibLaTeX"].text
    assert "  date = {2022}," in found["BibLaTeX"].text


def test_only_the_reference_is_taken_along(library: PageContext) -> None:
    for code in codes(library, "brightwater2021tides").values():
        assert "We watch lamp posts" not in code.text, code.label
        assert "within 4 minutes" not in code.text, code.label
        assert code.text.endswith("\n")
