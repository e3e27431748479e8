"""Private parts of Sphinx and sphinxcontrib-bibtex that bibwiki relies on.

When a dependency's new version breaks one of these, this is where to look first.
"""

from __future__ import annotations

import inspect

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


def test_a_page_can_be_rendered_to_any_file() -> None:
    parameters = inspect.signature(StandaloneHTMLBuilder.handle_page).parameters
    assert "outfilename" in parameters
