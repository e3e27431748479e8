"""What blocks become in output that is not HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Paragraph, Picture, Table
from bibwiki.pages.drawings.drawing import Drawing
from bibwiki.pages.items import Link
from bibwiki.pages.links import HerePlace, ThingPlace
from bibwiki.sphinx_ext.writing.docutils_blocks import block_nodes

if TYPE_CHECKING:
    from bibwiki.pages.links import Place
    from conftest import Project

TEAM = """\
@misc{team2020, title = {Four Hands}, year = {2020},
  author = {Example, Ada and One, Ann and Two, Bea and Three, Cy}}
@misc{team2022, title = {Fewer Hands}, year = {2022}, author = {Example, Ada}}
"""


class Nowhere:
    prefix = ""

    def url(self, place: Place) -> str | None:
        return "#here" if isinstance(place, ThingPlace) else None


def test_a_table_is_a_list_of_its_rows() -> None:
    ada = Link("Ada", ThingPlace(Target(Kind.PERSON, "ada")))
    heads = ("Person", "Works", "Wrote most with", "Group")
    table = Table("People", heads, (((ada,), ("2",), (ada, " (1)"), ()),))

    (shown,) = block_nodes((table,), Nowhere())

    assert isinstance(shown, nodes.bullet_list)
    assert shown.astext() == "Ada: works 2; wrote most with Ada (1)"
    assert len(list(shown.findall(nodes.reference))) == 2


def test_a_picture_is_what_it_says_in_words() -> None:
    words = Paragraph((Link("The same.", HerePlace("x")),))
    picture = Picture(Drawing("Title", "Description", 0, 10), (words,))

    (shown,) = block_nodes((picture,), Nowhere())

    assert shown.astext() == "The same."


def test_documents_have_the_lists_of_their_pictures(wiki: Project) -> None:
    works = (wiki.root / "docs/works.bib").read_text(encoding="utf-8")
    wiki.write({"works.bib": works + TEAM})

    text = wiki.build("text").text("people/ada-example.txt")

    assert "Ann One (1 joint work)" in text
    assert "Fewer Hands" in text
    assert "svg" not in text
