from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.identifiers import (
    clean_address,
    parse_arxiv,
    parse_identifier,
    safe_url,
)

DOIS = [
    "10.1000/a_b(1)",
    "10.1000/A_B(1)",
    "doi:10.1000/a_b(1)",
    "DOI: 10.1000/a_b(1).",
    "https://doi.org/10.1000/a_b(1)",
    "http://dx.doi.org/10.1000/a_b(1)",
    "doi.org/10.1000/a_b(1)",
    r"10.1000/a\_b(1)",
    r"10.1000/a{\_}b(1)",
    "{10.1000/a_b(1)}",
    r"\url{https://doi.org/10.1000/a_b(1)}",
    "https://doi.org/10.1000%2Fa_b(1)",
    "(see 10.1000/a_b(1))",
    " 10.1000/a_b(1) ",
]
ARXIV = [
    "2101.00001",
    "2101.00001v2",
    "arXiv:2101.00001",
    "arXiv:2101.00001 [cs.CL]",
    "arXiv: 2101.00001v12",
    "abs/2101.00001",
    "https://arxiv.org/abs/2101.00001",
    "http://www.arxiv.org/pdf/2101.00001v1.pdf",
    "https://doi.org/10.48550/arXiv.2101.00001",
    "10.48550/ARXIV.2101.00001",
]
OLD_ARXIV = ["hep-th/9901001", "arXiv:hep-th/9901001v3", "abs/hep-th/9901001"]
NORMAL = [
    pytest.param("isbn", "978-3-16-148410-0", "9783161484100", id="isbn-13"),
    pytest.param("isbn", "0-306-40615-2 (cloth)", "9780306406157", id="isbn-10"),
    pytest.param("ISBN", "0-8044-2957-X", "9780804429573", id="isbn-10-x"),
    pytest.param("issn", "0317-8471", "0317-8471", id="issn"),
    pytest.param("issn", "2434561x, 0000-0000", "2434-561X", id="issn-x"),
    pytest.param("pmid", "PMID: 12345", "12345", id="pmid"),
    pytest.param("pmcid", "PMC12345", "PMC12345", id="pmcid"),
    pytest.param("pmcid", "12345.1", "PMC12345", id="pmcid-version"),
    pytest.param("hdl", "https://hdl.handle.net/1234/ab", "1234/ab", id="handle"),
    pytest.param("jstor", "https://www.jstor.org/stable/123", "123", id="jstor"),
    pytest.param(
        "doi", "10.1002/(SICI)1<1::AID>3.0", "10.1002/(sici)1<1::aid>3.0", id="s"
    ),
    pytest.param("doi", '10.1/x</a>">', "10.1/x", id="doi-in-html"),
    pytest.param(
        "doi", "https://doi.org/10.1/x?a=b#c", "10.1/x", id="doi-address-with-query"
    ),
    pytest.param("doi", "10.1/x?a#c", "10.1/x?a#c", id="doi-with-odd-signs"),
    pytest.param("doi", "10.1/x[1]]", "10.1/x[1]", id="doi-in-brackets"),
    pytest.param("doi", r"\href{https://doi.org/10.1/x}{10.1/x}", "10.1/x", id="href"),
    pytest.param("doi", "10.1/a&lt;b::c&gt;d", "10.1/a<b::c>d", id="doi-entities"),
    pytest.param("doi", r"10.1/a$\_$b", "10.1/a_b", id="doi-math-underscore"),
    pytest.param("doi", "urn:doi:10.1/x", "10.1/x", id="doi-urn"),
    pytest.param("doi", "info:doi/10.1/x", "10.1/x", id="doi-info"),
    pytest.param("doi", "10.1/x}", "10.1/x", id="doi-surplus-brace"),
    pytest.param("arxiv", "arxiv.2101.00001", "2101.00001", id="arxiv-dot"),
    pytest.param("googlebooks", " a  b ", "a b", id="another-scheme"),
]
INVALID = [
    pytest.param("doi", "none", id="doi"),
    pytest.param("arxiv", "2113.00001", id="arxiv-month"),
    pytest.param("arxiv", "0309136", id="arxiv-number-alone"),
    pytest.param("isbn", "978-3-16-148410-1", id="isbn-check"),
    pytest.param("isbn", "0-306-40615-3", id="isbn-10-check"),
    pytest.param("issn", "0317-8472", id="issn-check"),
    pytest.param("pmid", "none", id="pmid"),
    pytest.param("pmcid", "none", id="pmcid"),
    pytest.param("handle", "none", id="handle"),
    pytest.param("jstor", "none", id="jstor"),
    pytest.param("other", " ", id="other"),
]
SAFE = [
    pytest.param("https://a.b/c?d=e#f", "https://a.b/c?d=e#f", id="https"),
    pytest.param("ftp://a.b", "ftp://a.b", id="ftp"),
    pytest.param("mailto:ada@example.org", "mailto:ada@example.org", id="mailto"),
    pytest.param("HTTP://A.B", "HTTP://A.B", id="capitals"),
    pytest.param("www.a.b/c", "https://www.a.b/c", id="www"),
    pytest.param("doi.org/10.1/x", "https://doi.org/10.1/x", id="doi"),
    pytest.param(r"\url{http://a.b/~c\_d\%20\#e}", "http://a.b/~c_d%20#e", id="tex"),
    pytest.param(r"http://a.b/{\textasciitilde}c", "http://a.b/~c", id="tilde"),
    pytest.param(r"http://a.b/$\sim$c\~{}d", "http://a.b/~c~d", id="sim"),
    pytest.param("http://a.b http://c.d", "http://a.b", id="two"),
    pytest.param("http://a.b, https://c.d", "http://a.b", id="two-with-comma"),
    pytest.param("http://a.b (accessed 2020)", "http://a.b", id="remark"),
    pytest.param("http://a.b/?c=d&amp;e=f", "http://a.b/?c=d&e=f", id="entity"),
    pytest.param("<http://a.b>", "http://a.b", id="angles"),
    pytest.param(" ht\ntp://a.\u200bb/ c ", "http://a.b/c", id="hidden-characters"),
    pytest.param('http://a.b/"<x>\\y', "http://a.b/%22%3Cx%3E%5Cy", id="quoted"),
]
UNSAFE = [
    "javascript:alert(1)",
    " JaVa\tScript:alert(1)",
    "\u0001javascript:alert(1)",
    r"\url{javascript:alert(1)}",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//a.b",
    "a.b/c",
    "http:///x",
    "http:",
    "mailto:",
    "",
]


@pytest.mark.parametrize("text", DOIS)
def test_a_doi_in_any_spelling(text: str) -> None:
    doi = parse_identifier("doi", text)

    assert doi is not None
    assert doi.value == "10.1000/a_b(1)"
    assert doi.url == "https://doi.org/10.1000/a_b(1)"
    assert doi.label == "DOI"


@pytest.mark.parametrize("text", ARXIV)
def test_an_arxiv_id_in_any_spelling(text: str) -> None:
    arxiv = parse_identifier("arXiv", text)

    assert arxiv is not None
    assert arxiv.value == "2101.00001"
    assert arxiv.url == "https://arxiv.org/abs/2101.00001"
    assert arxiv.label == "arXiv"


@pytest.mark.parametrize("text", OLD_ARXIV)
def test_an_old_arxiv_id_in_any_spelling(text: str) -> None:
    arxiv = parse_arxiv(text)

    assert arxiv is not None
    assert arxiv.value == "hep-th/9901001"


@pytest.mark.parametrize(
    ("text", "archive"), [("0309136", "math.GT"), ("math.GT/0309136v1", "")]
)
def test_the_class_of_an_old_arxiv_id_is_left_out(text: str, archive: str) -> None:
    arxiv = parse_arxiv(text, archive)

    assert arxiv is not None
    assert arxiv.value == "math/0309136"


@pytest.mark.parametrize(("scheme", "text", "value"), NORMAL)
def test_the_normal_form(scheme: str, text: str, value: str) -> None:
    identifier = parse_identifier(scheme, text)

    assert identifier is not None
    assert identifier.value == value
    assert identifier.url is None or safe_url(identifier.url) == identifier.url


@pytest.mark.parametrize(("scheme", "text"), INVALID)
def test_what_is_no_identifier(scheme: str, text: str) -> None:
    assert parse_identifier(scheme, text) is None


@pytest.mark.parametrize(("text", "url"), SAFE)
def test_a_safe_address(text: str, url: str) -> None:
    assert safe_url(text) == url


@pytest.mark.parametrize("text", UNSAFE)
def test_an_unsafe_address(text: str) -> None:
    assert safe_url(text) is None


@given(st.text())
def test_no_text_becomes_an_unsafe_link(text: str) -> None:
    for candidate in (text, f"http://{text}", f"{text}://x", f"mailto:{text}"):
        url = safe_url(candidate)
        if url is not None:
            assert url.partition(":")[0].lower() in {"http", "https", "ftp", "mailto"}
            assert not set(url) & set('"<> \n\t\x00')


@given(
    st.sampled_from(["doi", "arxiv", "isbn", "issn", "pmid", "pmcid", "hdl", "jstor"]),
    st.text(alphabet="10.xX/-v%2Faz<> ", max_size=40),
)
def test_the_normal_form_is_stable(scheme: str, text: str) -> None:
    identifier = parse_identifier(scheme, text)

    if identifier is not None:
        assert parse_identifier(scheme, identifier.value) == identifier
        if identifier.url is not None:
            assert urlsplit(identifier.url).scheme == "https"


def test_an_address_keeps_what_belongs_to_it() -> None:
    assert clean_address("http://a.b/%20~$&#_") == "http://a.b/%20~$&#_"
