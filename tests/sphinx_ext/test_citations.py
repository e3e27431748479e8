"""Citations resolve to works, wherever and however they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from conftest import Project


def test_a_citation_leads_to_the_page_of_the_work(wiki: Project) -> None:
    built = wiki.build()

    assert built.warnings == []
    assert 'href="works/example2019sorting.html"' in built.text("index.html")
    assert built.has("works/example2019sorting.html")


@pytest.mark.parametrize(
    ("builder", "page"),
    [
        ("html", "works/example2019sorting.html"),
        ("dirhtml", "works/example2019sorting/index.html"),
    ],
)
def test_builders_with_pages_write_the_works(
    wiki: Project, builder: str, page: str
) -> None:
    built = wiki.build(builder)

    assert built.warnings == []
    assert built.has(page)


@pytest.mark.parametrize("builder", ["singlehtml", "latex", "text", "epub", "man"])
def test_other_builders_need_no_page_for_a_citation(
    wiki: Project, builder: str
) -> None:
    built = wiki.build(builder, epub_copyright="none", version="1")

    assert built.warnings == []
    assert not built.has("works/example2019sorting.html")


def test_citations_lead_to_a_list_where_there_are_no_pages(wiki: Project) -> None:
    wiki.replace(
        "index.md", "## Merging", "```{works} topic:sorting\n```\n\n## Merging"
    )

    latex = wiki.build("latex").text("test.tex")
    single = wiki.build("singlehtml").text("index.html")

    assert r"\label{\detokenize{index:ref-example2019sorting}}" in latex
    assert "index:ref-example2019sorting" in latex.split("Sorting was solved")[1][:200]
    assert 'id="ref-example2019sorting"' in single
    assert 'href="#ref-example2019sorting"' in single


def test_a_citation_that_comes_again_is_the_same_with_its_own_addresses(
    wiki: Project,
) -> None:
    cited = "{cite:t}`example2019sorting,nobody2000`"
    orphan = f"---\norphan: true\n---\n\n# Away\n\nOne: {cited}.\n"
    wiki.write(
        {
            "index.md": f"# Index\n\nOne: {cited}.\n\nTwo: {cited}.\n",
            "far/away.md": orphan,
            "far/off.md": orphan,
        }
    )

    built = wiki.build()

    def shown(page: str) -> list[str]:
        return re.findall(
            r'(?:One|Two): <span [^>]*id="[^"]*">(.*)</span>\.</p>', built.text(page)
        )

    here, again = shown("index.html")
    assert again == here
    assert 'href="works/example2019sorting.html"' in here
    assert "[nobody2000?]" in here
    below = here.replace('href="works', 'href="../works')
    assert shown("far/away.html") == shown("far/off.html") == [below]


def test_an_unknown_key_stays_visible_and_is_reported(wiki: Project) -> None:
    wiki.replace("index.md", "example2019sorting", "exmple2019sorting")

    built = wiki.build()

    [warning] = built.warnings
    assert "index.md:3: WARNING: no entry has the citation key" in warning
    assert "did you mean 'example2019sorting'" in warning
    assert warning.endswith("[bibwiki.unknown-key]")
    assert "[exmple2019sorting?]" in built.text("index.html")


@pytest.mark.parametrize("written", ["a b", " ", "a,,b"])
def test_a_malformed_citation_is_reported_and_ends_nothing(
    wiki: Project, written: str
) -> None:
    wiki.replace("index.md", "example2019sorting", written)

    built = wiki.build()

    assert any("[bibwiki.malformed-citation]" in line for line in built.warnings)
    assert built.has("works/example2019sorting.html")


def test_a_bibliography_stays_the_target_and_links_to_the_works(wiki: Project) -> None:
    wiki.write({"refs.md": "# References\n\n```{bibliography}\n```\n"})
    wiki.replace("index.md", "people/ada-example", "people/ada-example\nrefs")

    built = wiki.build()

    assert built.warnings == []
    assert 'href="refs.html#id' in built.text("index.html")
    assert 'href="works/example2019sorting.html"' in built.text("refs.html")


def test_the_target_can_always_be_the_work(wiki: Project) -> None:
    wiki.write({"refs.md": "# References\n\n```{bibliography}\n```\n"})
    wiki.replace("index.md", "people/ada-example", "people/ada-example\nrefs")

    built = wiki.build(bibwiki_cite_target="work")

    assert 'href="works/example2019sorting.html"' in built.text("index.html")
    assert 'href="refs.html#id' not in built.text("index.html")


def test_footnote_citations_work(wiki: Project) -> None:
    wiki.replace(
        "index.md",
        "## Merging",
        "{footcite}`muller2021merging`\n\n```{footbibliography}\n```\n\n## Merging",
    )

    built = wiki.build()

    assert built.warnings == []
    assert "Merging Large Lists" in built.text("index.html")
    page = built.text("works/muller2021merging.html").split('id="cited-in"')[1]
    assert 'href="../index.html#mention-muller2021merging"' in page
    assert 'id="mention-muller2021merging"' in built.text("index.html")


def test_restructuredtext_cites_too(wiki: Project) -> None:
    wiki.write(
        {
            "page.rst": "Page\n====\n\nText :cite:p:`example2019sorting`. "
            "And :person:`Ada Example`, [[Ada Example|her]].\n"
        }
    )
    wiki.replace("index.md", "people/ada-example", "people/ada-example\npage")

    built = wiki.build()

    assert built.warnings == []
    page = built.text("page.html").split("<h1>")[1].split("</section>")[0]
    assert 'href="works/example2019sorting.html"' in page
    assert page.count('href="people/ada-example.html"') == 2


def test_an_existing_project_needs_one_more_line(project: Project) -> None:
    project.write(
        {
            "conf.py": 'extensions = ["sphinxcontrib.bibtex", "bibwiki"]\n'
            'bibtex_bibfiles = ["works.bib"]\nhtml_theme = "basic"\n',
            "works.bib": "@article{one, author={A. Example}, title={One}, "
            "journal={J}, year={2001}}\n",
            "index.rst": "Home\n====\n\nSee :cite:`one`.\n\n.. bibliography::\n",
        }
    )

    built = project.build()

    assert built.warnings == []
    assert built.has("works/one.html")
    assert "Exa01" in built.text("index.html")


def test_parallel_reading_and_writing_gives_the_same(wiki: Project) -> None:
    wiki.write(
        {
            f"page{n}.md": f"---\norphan: true\n---\n# Page {n}\n\n"
            "Text {cite:p}`example2019sorting`.\n"
            for n in range(12)
        }
    )

    serial = wiki.build(out="serial")
    parallel = wiki.build(out="parallel", jobs=2)

    assert parallel.warnings == serial.warnings == []
    assert parallel.tree() == serial.tree()


def test_books_hold_well_formed_pages(wiki: Project) -> None:
    wiki.replace("index.md", "## Merging", "```{overview}\n```\n\n## Merging")

    built = wiki.build("epub", bibwiki_epub_pages=True, epub_copyright="x", version="1")

    tree = built.tree()
    pages = [content for name, content in tree.items() if name.endswith(".xhtml")]
    assert "works/example2019sorting.xhtml" in tree
    for page in pages:
        assert ET.fromstring(page).tag.endswith("html")  # noqa: S314 - our own page


def test_key_prefixes_of_bibliographies_work(wiki: Project) -> None:
    wiki.write(
        {
            "local.md": "---\norphan: true\n---\n# Local\n\nSee "
            "{cite:p}`loc-muller2021merging`.\n\n"
            "```{bibliography}\n:keyprefix: loc-\n:labelprefix: L\n```\n"
        }
    )

    built = wiki.build()

    assert built.warnings == []
    assert "LMT21" in built.text("local.html")
    assert 'href="../local.html#' in built.text("works/muller2021merging.html")
