from __future__ import annotations

import pytest

from bibwiki.pages.about import About
from bibwiki.pages.blocks import CodeBlock, Fold, Paragraph
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.about_wiki import about_blocks
from bibwiki.pages.links import WebPlace

HERE = "https://example.org/tides/"


def text_of(fold: object) -> str:
    """The paragraphs of a fold."""
    assert isinstance(fold, Fold)
    return " ".join(
        "".join(span.text if isinstance(span, Link) else span for span in block.spans)
        for block in fold.blocks
        if isinstance(block, Paragraph)
    )


def test_how_to_cite_is_said_in_words_and_in_bibtex() -> None:
    cite, _ = about_blocks(About("Tides & Lamps", "The Readers and Co", HERE))

    assert isinstance(cite, Fold)
    assert cite.title == "How to cite this wiki"
    assert text_of(cite).startswith(
        "The Readers and Co. Tides & Lamps. https://example.org/tides/"
    )
    code = cite.blocks[-1]
    assert isinstance(code, CodeBlock)
    assert code.filename == "tides-and-lamps.bib"
    assert code.text == (
        "@misc{tides-and-lamps,\n"
        "  author = {{The Readers and Co}},\n"
        "  title = {{Tides \\& Lamps}},\n"
        "  url = {https://example.org/tides/},\n"
        "}\n"
    )


def test_what_nobody_said_is_left_out() -> None:
    (data,) = about_blocks(About())

    assert "Licence" not in text_of(data)
    assert "Atom" not in text_of(data)


def test_the_feed_is_named_where_there_is_one() -> None:
    data = about_blocks(About(address=HERE))[-1]

    assert (
        "All works: BibTeX, CSL-JSON, the newest as an Atom feed, the same as a JSON "
        "feed."
    ) in text_of(data)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://example.org/by", WebPlace("https://example.org/by")),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_the_licence_is_named_and_linked(url: str, place: WebPlace | None) -> None:
    (data,) = about_blocks(About(licence="CC BY", licence_url=url))

    assert isinstance(data, Fold)
    assert text_of(data).endswith("Licence: CC BY.")
    last = data.blocks[-1]
    assert isinstance(last, Paragraph)
    links = [span.place for span in last.spans if isinstance(span, Link)]
    assert links == ([place] if place else [])


def test_signs_that_mean_something_to_tex_are_escaped() -> None:
    cite, _ = about_blocks(About("a {b \\c_d~e^f", "", HERE))

    assert isinstance(cite, Fold)
    [code] = [block for block in cite.blocks if isinstance(block, CodeBlock)]
    assert (
        r"title = {{a \textbraceleft{}b \textbackslash{}c\_d\textasciitilde{}e"
        r"\textasciicircum{}f}}"
    ) in code.text
