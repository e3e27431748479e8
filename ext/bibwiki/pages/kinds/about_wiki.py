"""What the home page says of the wiki itself: how to cite it, its data, its licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import kebab
from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.writer import format_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.identifiers import safe_url
from bibwiki.pages.blocks import CodeBlock, Fold, Paragraph
from bibwiki.pages.items import Link
from bibwiki.pages.links import FilePlace, WebPlace
from bibwiki.pages.site.exports import ALL_BIBTEX, ALL_CSL
from bibwiki.pages.site.feeds import ALL_WORKS, as_json_feed
from bibwiki.pages.thing_links import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.pages.about import About
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.items import Span

_TEX_SIGNS = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%#_$"},
        "\\": r"\textbackslash{}",
        # BibTeX counts braces behind a backslash, too.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def about_blocks(about: About, *, has_works: bool = True) -> tuple[Block, ...]:
    """Return how to cite the wiki, where its data is, and under which licence.

    Args:
        about: What the wiki says of itself.
        has_works: Whether there is any data.
    """
    blocks = []
    if about.title:
        blocks.append(Fold("How to cite this wiki", tuple(_citation(about))))
    if has_works:
        blocks.append(Fold("Data and licence", tuple(_data(about))))
    return tuple(blocks)


def _citation(about: About) -> Iterator[Block]:
    """Yield the citation in words and in BibTeX; without a date, which none knows."""
    said: list[Span] = [f"{about.authors}. " if about.authors else ""]
    said.append(f"{about.title}.")
    if about.address:
        said += [" ", Link(about.address, WebPlace(about.address))]
    yield Paragraph(tuple(filter(None, said)))
    yield Paragraph(("Name the day on which you read it; each page has an address.",))
    yield CodeBlock(_bibtex(about), "BibTeX", f"{_key(about)}.bib")


def _bibtex(about: About) -> str:
    fields = {
        # In braces of its own, a name with "and" in it is one name.
        "author": f"{{{_escaped(about.authors)}}}" if about.authors else "",
        "title": f"{{{_escaped(about.title)}}}",
        "url": about.address,
    }
    known = {name: value for name, value in fields.items() if value}
    return format_bibtex(Entry(_key(about), "misc", known, Location("")))


def _key(about: About) -> str:
    return kebab(about.title) or "wiki"


def _escaped(text: str) -> str:
    return text.translate(_TEX_SIGNS)


def _data(about: About) -> Iterator[Block]:
    files: list[Span] = [
        Link("BibTeX", FilePlace(ALL_BIBTEX)),
        Link("CSL-JSON", FilePlace(ALL_CSL)),
    ]
    if about.address:
        json_feed = FilePlace(as_json_feed(ALL_WORKS))
        files.append(Link("the newest as an Atom feed", FilePlace(ALL_WORKS)))
        files.append(Link("the same as a JSON feed", json_feed))
    yield Paragraph(("All works: ", *joined(files), "."))
    more = (
        "Pages of works have each entry in five formats; hand-written pages of people "
        "and topics have a file of their works."
    )
    yield Paragraph((more,))
    url = safe_url(about.licence_url)
    if about.licence:
        name = Link(about.licence, WebPlace(url)) if url else about.licence
        yield Paragraph(("Licence: ", name, "."))
