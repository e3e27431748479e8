from __future__ import annotations

import pytest

from bibwiki.model.addresses import read_addresses
from bibwiki.model.work import ExternalLink

IDENTIFIERS = [
    pytest.param(
        {"eprint": "2101.00001", "archiveprefix": "arXiv"},
        {"arxiv": "2101.00001"},
        id="archiveprefix",
    ),
    pytest.param({"eprint": "2101.00001"}, {"arxiv": "2101.00001"}, id="no-type"),
    pytest.param(
        {"journaltitle": "CoRR, abs/2101.00001"}, {"arxiv": "2101.00001"}, id="corr-abs"
    ),
    pytest.param({"number": "arXiv:2101.00001"}, {"arxiv": "2101.00001"}, id="number"),
    pytest.param({"eid": "arXiv:2101.00001"}, {"arxiv": "2101.00001"}, id="eid"),
    pytest.param({"journal": "Corridors", "volume": "3/12345678"}, {}, id="corridors"),
    pytest.param({"eprint": "abc"}, {}, id="no-type-no-arxiv"),
    pytest.param(
        {"eprint": "0309136", "archiveprefix": "arXiv", "primaryclass": "math"},
        {"arxiv": "math/0309136"},
        id="old",
    ),
    pytest.param(
        {"eprint": "123", "eprinttype": "pubmed"}, {"pmid": "123"}, id="pubmed"
    ),
    pytest.param(
        {"eprint": "ab1", "eprinttype": "GoogleBooks"},
        {"googlebooks": "ab1"},
        id="another-archive",
    ),
    pytest.param({"eprint": "https://a.b", "eprinttype": "web"}, {}, id="address"),
    pytest.param({"arxivid": "2101.00001"}, {"arxiv": "2101.00001"}, id="arxivid"),
    pytest.param(
        {"journal": "arXiv preprint arXiv:2101.00001"},
        {"arxiv": "2101.00001"},
        id="journal",
    ),
    pytest.param(
        {"journal": "CoRR", "volume": "abs/2101.00001"},
        {"arxiv": "2101.00001"},
        id="corr",
    ),
    pytest.param(
        {"note": "arXiv:hep-th/9901001"}, {"arxiv": "hep-th/9901001"}, id="note"
    ),
    pytest.param({"volume": "2101.00001"}, {}, id="volume-alone"),
    pytest.param(
        {"doi": "10.48550/arXiv.2101.00001"},
        {"doi": "10.48550/arxiv.2101.00001", "arxiv": "2101.00001"},
        id="doi",
    ),
    pytest.param(
        {"url": "https://arxiv.org/abs/2101.00001"},
        {"arxiv": "2101.00001"},
        id="arxiv-url",
    ),
    pytest.param(
        {"url": "https://doi.org/10.1/x?a=b"}, {"doi": "10.1/x"}, id="doi-url"
    ),
    pytest.param(
        {"url": "https://a.b/doi/abs/10.1/x"}, {"doi": "10.1/x"}, id="publisher"
    ),
    pytest.param({"doi": " {} ", "isbn": ""}, {}, id="empty"),
    pytest.param(
        {"issn": "0317-8471", "isbn": "9783161484100", "doi": "10.1/x"},
        {"doi": "10.1/x", "isbn": "9783161484100", "issn": "0317-8471"},
        id="order",
    ),
]
LINKS = [
    pytest.param({"url": "https://a.b"}, [("URL", "https://a.b")], id="url"),
    pytest.param(
        {"url": "https://doi.org/10.1/x", "doi": "10.1/X"}, [], id="doi-again"
    ),
    pytest.param(
        {"url": "http://arxiv.org/pdf/2101.00001v3.pdf"}, [], id="arxiv-again"
    ),
    pytest.param(
        {"howpublished": r"At \url{https://a.b}"},
        [("URL", "https://a.b")],
        id="howpublished",
    ),
    pytest.param(
        {"howpublished": "https://a.b", "url": "https://c.d"},
        [("URL", "https://c.d")],
        id="url-wins",
    ),
    pytest.param({"howpublished": r"\url{javascript:x}"}, [], id="howpublished-unsafe"),
    pytest.param(
        {"link": "https://a.b", "url": "https://c.d"},
        [("URL", "https://c.d")],
        id="one-link-a-label",
    ),
    pytest.param(
        {"slides": "https://a.b", "pdf": "https://c.d"},
        [("PDF", "https://c.d"), ("Slides", "https://a.b")],
        id="order",
    ),
    pytest.param({"pdf": " "}, [], id="empty"),
    pytest.param({"file": ":papers/x.pdf:PDF"}, [], id="files-are-never-linked"),
]


@pytest.mark.parametrize(("fields", "expected"), IDENTIFIERS)
def test_identifiers_are_found(
    fields: dict[str, str], expected: dict[str, str]
) -> None:
    found = read_addresses(fields)

    assert {each.scheme: each.value for each in found.identifiers} == expected
    assert list(expected) == [each.scheme for each in found.identifiers]
    assert found.problems == ()


@pytest.mark.parametrize(("fields", "expected"), LINKS)
def test_links_are_found(
    fields: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert read_addresses(fields).links == tuple(
        ExternalLink(label, url) for label, url in expected
    )
