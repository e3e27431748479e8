"""Private parts of Sphinx and sphinxcontrib-bibtex that bibwiki relies on.

When a dependency's new version breaks one of these, this is where to look first.
"""

from __future__ import annotations

import inspect
import types
from typing import Any

from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st
from pybtex.richtext import Text
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import IndexBuilder
from sphinxcontrib.bibtex import (
    bibfile,
    citation_target,
    domain,
    foot_domain,
    foot_roles,
    roles,
)
from sphinxcontrib.bibtex.style import template

from bibwiki.pages.site.search_text import SearchText
from bibwiki.sphinx_ext.citing.pybtex_values import _PLAIN_NAME
from bibwiki.sphinx_ext.writing.search_index import Feeder


def test_the_cite_domain_has_the_parts_that_are_overridden() -> None:
    assert {"env_updated", "resolve_xref", "resolve_any_xref"} <= set(
        vars(domain.BibtexDomain)
    )
    assert {"p", "t", "ts", "label", "author", "year"} <= set(
        domain.BibtexDomain._role_names
    )
    assert set(domain.BibtexDomain.initial_data) == {
        "bibdata",
        "bibliographies",
        "citations",
        "citation_refs",
    }


def test_the_cache_of_read_files_has_the_form_that_is_filled() -> None:
    assert bibfile.BibData._fields == ("encoding", "bibfiles", "data")
    assert bibfile.BibFile._fields == ("mtime", "keys")
    assert list(inspect.signature(bibfile.is_bibdata_outdated).parameters) == [
        "bibdata",
        "bibfilenames",
        "encoding",
    ]


def test_citations_and_references_have_the_fields_that_are_read() -> None:
    assert {"citation_id", "bibliography_key", "key", "formatted_entry"} <= set(
        domain.Citation._fields
    )
    assert template.SphinxReferenceInfo._fields == (
        "builder",
        "fromdocname",
        "todocname",
        "citation_id",
        "title",
        "pre_text",
        "post_text",
    )
    assert list(inspect.signature(roles.CiteRole.result_nodes).parameters) == [
        "self",
        "document",
        "env",
        "node",
        "is_ref",
    ]
    [target] = citation_target.parse_citation_targets("{see}key{p. 4}")
    assert target == ("key", "see", "p. 4")


def test_footnote_citations_have_the_parts_that_are_overridden() -> None:
    assert {"p", "t"} <= set(foot_domain.BibtexFootDomain._role_names)
    assert list(inspect.signature(foot_roles.FootCiteRole.run).parameters) == ["self"]


def test_the_search_index_prunes_by_a_method_and_keeps_two_mappings() -> None:
    assert list(inspect.signature(IndexBuilder.prune).parameters) == [
        "self",
        "docnames",
    ]
    source = inspect.getsource(IndexBuilder.prune)
    assert "self._mapping" in source
    assert "self._title_mapping" in source


def _index_builder() -> IndexBuilder:
    names = (
        "titles",
        "filenames",
        "mapping",
        "title_mapping",
        "all_titles",
        "index_entries",
        "objtypes",
        "objnames",
    )
    environment: Any = types.SimpleNamespace(
        domains=types.SimpleNamespace(sorted=list),
        version=1,
        **{f"_search_index_{name}": {} for name in names},
    )
    return IndexBuilder(environment, "en", {}, "")


def test_a_page_fed_without_a_document_stands_in_the_index_as_with_one() -> None:
    page = SearchText(
        "works/the", "The Running of 2 Looms", ("Ada Quill", "looms The being 1843", "")
    )
    usual, direct = (_index_builder() for _ in range(2))
    paragraphs = (nodes.paragraph("", words) for words in page.words)
    section = nodes.section("", nodes.title("", page.title), *paragraphs, ids=["top"])
    document = new_document("")
    document += section

    usual.feed(page.pagename, f"{page.pagename}.html", page.title, document)
    Feeder(direct).feed(page)

    assert usual.freeze() == direct.freeze()
    assert usual._mapping


@given(
    st.text(st.characters(categories=["L", "N"], include_characters=".,"), min_size=1)
)
def test_names_of_letters_alone_are_no_latex(name: str) -> None:
    assert _PLAIN_NAME.fullmatch(name)
    assert Text.from_latex(name) == Text(name)


def test_a_page_can_be_rendered_to_any_file() -> None:
    parameters = inspect.signature(StandaloneHTMLBuilder.handle_page).parameters
    assert "outfilename" in parameters
