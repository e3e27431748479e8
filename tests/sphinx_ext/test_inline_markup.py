r"""Markup of titles, abstracts and claims on the pages of built sites."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from bibwiki.sphinx_ext.writing.formulas import mathml

if TYPE_CHECKING:
    from conftest import Built, Project

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
TITLE = (
    r"On \emph{Looms} of $x^2$ {Threads} \& \textsc{Knots}\textsuperscript{th} "
    r"with \href{https://loom.example/a}{links} and $\unknown<b>$"
)
PLAIN = r"On Looms of x² Threads & Knotsth with links and $\unknown<b>$"
WORKS = rf"""
@article{{marked,
  author = {{Example, Ada}},
  title = {{{TITLE}}},
  date = {{2020}},
  journal = {{Journal}},
  keywords = {{sorting}},
  abstract = {{We show {{\bf bold}} bounds \[\frac{{a+b}}{{c}}\] at \url{{https://loom.example/~b}}
    and \href{{javascript:alert(1)}}{{bad}}.}},
  claim = {{Looms have \texttt{{x\_y}} threads.}},
  annotation = {{They use {{\it wool}}.}},
  note = {{Uses $\text{{<script>alert(1)</script>}}$}},
}}
"""


@pytest.fixture
def marked(wiki: Project) -> Built:
    wiki.replace("works.bib", "@inproceedings{muller", WORKS + "@inproceedings{muller")
    wiki.replace("index.md", "## Merging", "## Merging\n\n{wiki:work}`marked`\n")
    return wiki.build(html_baseurl="https://example.org/")


def test_pages_show_markup(marked: Built) -> None:
    page = marked.text("works/marked.html")
    title = re.search(r"<h1[^>]*>(.*?)<a class=\"headerlink", page, re.DOTALL)

    assert not marked.warnings
    assert title is not None
    assert title[1] == (
        f"On <em>Looms</em> of {MATH}<msup><mi>x</mi><mn>2</mn></msup></math> Threads "
        '&amp; <span class="bw-smallcaps">Knots</span><sup>th</sup> with links and '
        r'<code class="bw-tex">\unknown&lt;b&gt;</code>'
    )
    assert "<strong>bold</strong> bounds" in page
    assert "<mfrac>" in page
    assert '<a href="https://loom.example/~b">https://loom.example/~b</a>' in page
    assert "and bad." in page
    assert "javascript:" not in page
    assert "<code>x_y</code> threads" in page
    assert "They use <em>wool</em>." in page


def test_lists_and_links_show_it_too(marked: Built) -> None:
    for page in ("works/index.html", "people/ada-example.html", "index.html"):
        assert "On <em>Looms</em> of <math" in marked.text(page), page
    # A link in a title is none where the title is a link itself.
    assert "loom.example/a" not in marked.text("works/index.html")


def test_everything_else_has_plain_text(marked: Built) -> None:
    page = marked.text("works/marked.html")
    csl = json.loads(marked.text("exports/works.json"))
    item = next(one for one in csl if one["id"] == "marked")

    assert re.search(r"<title>On Looms of x² Threads &amp; Knotsth with", page)
    assert '"On Looms of x² Threads &amp; Knotsth' in page
    assert "<title>On Looms of x² Threads &amp; Knotsth" in marked.text("feeds/all.xml")
    assert f"TI  - {PLAIN}".replace("&", "&amp;").replace("<", "&lt;") in (
        page.replace("&gt;", ">")
    )
    assert item["title"] == (
        'On <i>Looms</i> of x² Threads & <span style="font-variant:small-caps;">Knots'
        r"</span><sup>th</sup> with links and $\unknown<b>$"
    )
    assert f"title = {{{TITLE}}}" in marked.text("exports/works.bib")


def test_formulas_bring_no_markup_of_their_own(marked: Built) -> None:
    page = marked.text("works/marked.html")

    assert "<mtext>&lt;script&gt;alert(1)&lt;/script&gt;</mtext>" in page
    assert "<script>alert(1)" not in page


def test_a_change_of_markup_alone_is_seen(wiki: Project) -> None:
    wiki.replace("works.bib", "{Small} Lists", r"\emph{Small} Lists")
    wiki.build()
    wiki.replace("works.bib", r"\emph{Small} Lists", r"\textbf{Small} Lists")

    built = wiki.build()

    assert "<strong>Small</strong>" in built.text("people/ada-example.html")
    assert built.tree() == wiki.build(out="clean").tree()


FORMS = [
    pytest.param(
        "epub",
        "people/ada-example.xhtml",
        f'<em>Small</em> <code class="bw-tex">\\input{{x}}</code> {MATH}',
        id="epub",
    ),
    pytest.param(
        "singlehtml",
        "index.html",
        f'<em>Small</em> <code class="bw-tex">\\input{{x}}</code> {MATH}',
        id="singlehtml",
    ),
    pytest.param(
        "text", "people/ada-example.txt", "*Small* $\\input{x}$ x²", id="text"
    ),
    pytest.param(
        "latex",
        "test.tex",
        r"\sphinxstyleemphasis{Small} \$\textbackslash{}input\{x\}\$ x",
        id="latex",
    ),
]


@pytest.mark.parametrize(("builder", "page", "shown"), FORMS)
def test_other_builders_take_it(
    wiki: Project, builder: str, page: str, shown: str
) -> None:
    title = r"\emph{Small} $\input{x}$ $x^2$ Lists"
    wiki.replace("works.bib", "{Small} Lists", title)

    assert shown in wiki.build(builder).text(page)


UNSAFE = [
    pytest.param(r"\hspace{1em\"><b}", id="attribute"),
    pytest.param(r"\href{javascript:alert(1)}{x}", id="link"),
    pytest.param(r"\input{/etc/passwd}", id="file"),
    pytest.param("a & b", id="table-sign"),
    pytest.param("x^", id="nothing-raised"),
    pytest.param("\x00", id="control"),
    pytest.param("", id="empty"),
    pytest.param(r"\sqrt{" * 300 + "}" * 300, id="deep"),
    pytest.param("x" * 3_000, id="long"),
]


@pytest.mark.parametrize("source", UNSAFE)
def test_what_cannot_be_set_is_refused(source: str) -> None:
    assert mathml(source) is None


def test_text_in_formulas_is_escaped() -> None:
    assert mathml(r"\text{<b>&amp;} < 1") == (
        f"{MATH}<mtext>&lt;b&gt;&amp;amp;</mtext><mo>&lt;</mo><mn>1</mn></math>"
    )
