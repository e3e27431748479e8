"""Identifiers of works in every spelling that occurs, and safe addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bibwiki.model.book_numbers import parse_isbn, parse_issn
from bibwiki.model.identifier import Identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST = 2_000
"""Characters that are read of an identifier: more is no identifier but an attack."""
_ESCAPED = re.compile(r"(\$?)\\([_%&#~{}$])(?:\{\})?\1")
_COMMANDS = re.compile(r"\\(?:url|path|nolinkurl|texttt|href)\s*(?=\{)")
_LINK = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")
_IN_MATH = re.compile(r"\$([<>])\$|\{\\text(less|greater)\}")
_TILDES = re.compile(r"\$\\sim\$|\{?\\textasciitilde\s*(?:\{\})?\}?|\\~\{\}")
_SECOND_ADDRESS = re.compile(r"[\s,;]+(?=(?:https?|ftp)://)|\s+(?:and\s|\()")
_ESCAPED_BREAK = re.compile(r"\{?\\?%\}?0A(?=(?:https?|ftp)://)")
"""Mendeley writes the line break between two addresses like that."""
_LONGEST_ADDRESS = 5_000
"""Characters that are read of an address."""
_UNWANTED = re.compile(
    r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]"
)
_SAFE = re.compile(r"(?:https?|ftp)://[^\s/?#]|mailto:[^\s@]+@", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(
    r"(?:www\.|(?:[a-z0-9-]+\.)+(?:org|com|net|edu|gov|io|ac\.uk|de|fr|eu|jp)/)",
    re.IGNORECASE,
)

_DOI = re.compile(r"10\.\d+(?:\.\d+)*/[^\s\"|]+", re.IGNORECASE)
_DOI_ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)
_QUERY = re.compile(r"[?#]")
_HTML_AROUND = re.compile(r"</|>,|<(?=a\b)")
_ARXIV_NEW = re.compile(r"(?<![\d.])(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\d])")
_ARXIV_OLD = re.compile(
    r"(?<![a-z-])([a-z-]+)(?:\.[a-z]{2})?/(\d{7})(?:v\d+)?(?!\d)", re.IGNORECASE
)
_ARXIV_DOI = re.compile(r"(?:10\.48550/)?\barxiv\.(?=\S*\d)", re.IGNORECASE)
_ARXIV_NUMBER = re.compile(r"\d{7}(?:v\d+)?")
_PMID = re.compile(r"(?<!\d)(\d{1,8})(?!\d)")
_PMCID = re.compile(r"(?:PMC)?\s*(\d{3,9})(?:\.\d+)?", re.IGNORECASE)
_HANDLE = re.compile(r"(\d[\d.]*/[^\s\"<>]+)")


def clean_address(text: str) -> str:
    r"""Take TeX's wrapping off an address: ``\url{}``, braces, escaped signs.

    Everything else stays: a percent sign, a tilde or a dollar is part of an address.
    """
    text = text.strip()[:_LONGEST_ADDRESS]
    if "&" in text:
        for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
            text = text.replace(entity, sign)
    if "0A" in text:
        text = _ESCAPED_BREAK.sub("\n", text)
    text = _SECOND_ADDRESS.split(text, maxsplit=1)[0]
    if "$" in text or "\\text" in text:
        text = _IN_MATH.sub(lambda sign: sign[1] or "<>"[sign[2] == "greater"], text)
    if "\\" in text or "{" in text or "}" in text:
        text = _LINK.sub(r"\1", text)
        text = _COMMANDS.sub("", text)
        text = _TILDES.sub("~", text)
        text = _ESCAPED.sub(r"\2", text)
        text = text.replace("{", "").replace("}", "")
    return text.strip().removeprefix("<").removesuffix(">")


def safe_url(text: str) -> str | None:
    r"""Return an address that may become a link, or None.

    Only http, https, ftp and mailto are safe. Control characters, spaces and invisible
    characters are taken out first, as browsers do, so that nothing hides behind them.

    Args:
        text: An address as a field gives it, perhaps inside ``\url{}``.
    """
    url = _UNWANTED.sub("", clean_address(text))
    if _WITHOUT_SCHEME.match(url):
        url = f"https://{url}"
    if _SAFE.match(url) is None:
        return None
    for sign, code in (('"', "%22"), ("<", "%3C"), (">", "%3E"), ("\\", "%5C")):
        url = url.replace(sign, code)
    return url


def parse_identifier(scheme: str, text: str) -> Identifier | None:
    """Read one identifier.

    Args:
        scheme: ``doi``, ``arxiv``, ``isbn``, ``issn``, ``pmid``, ``pmcid``, ``handle``
            or ``jstor``, in any case; another scheme's value is taken as it is.
        text: The value as written: with prefix, as an address, in any layout.

    Returns:
        The identifier in its normal form, or None if the text holds none.
    """
    scheme = scheme.strip().lower()
    text = clean_address(text[:_LONGEST])
    parser = _PARSERS.get(scheme)
    if parser is not None:
        return parser(text)
    value = " ".join(text.split())
    return Identifier(scheme, value, None) if value else None


def parse_arxiv(text: str, archive: str = "") -> Identifier | None:
    """Read an arXiv id, old or new.

    Args:
        text: ``2101.00001``, ``arXiv:2101.00001v2 [cs.CL]``, ``hep-th/9901001``, an
            address, or an old number alone.
        archive: The class (``math.GT``) that an old number alone belongs to.
    """
    text = _ARXIV_DOI.sub("", clean_address(text[:_LONGEST]))
    new = _ARXIV_NEW.search(text)
    if new:
        return _arxiv(new[1])
    old = _ARXIV_OLD.search(text)
    if old and old[1].lower() not in ("abs", "pdf"):
        return _arxiv(f"{old[1].lower()}/{old[2]}")
    number = _ARXIV_NUMBER.fullmatch(text.strip())
    group = archive.strip().partition(".")[0].lower()
    if number and group:
        return _arxiv(f"{group}/{number[0][:7]}")
    return None


def _arxiv(value: str) -> Identifier:
    return Identifier("arxiv", value, f"https://arxiv.org/abs/{value}")


def _doi(text: str) -> Identifier | None:
    if "%2f" in text.lower():
        text = unquote(text)
    found = _DOI.search(text)
    if found is None:
        return None
    # Angle brackets are part of old DOIs, but not those of HTML around one.
    value = found[0]
    if _DOI_ADDRESS.match(text):
        value = _QUERY.split(value, maxsplit=1)[0]
    if "<" in value or ">" in value:
        value = _HTML_AROUND.split(value, maxsplit=1)[0]
    value = value.rstrip(".,;:'\u201d\u2019")
    for opening, closing in ("()", "[]", "<>"):
        # A bracket that nothing opens belongs to the sentence around the DOI.
        while value.endswith(closing) and value.count(closing) > value.count(opening):
            value = value[:-1].rstrip(".,;:")
    value = value.lower()
    return Identifier("doi", value, f"https://doi.org/{_quoted(value)}")


def _quoted(value: str) -> str:
    """Escape the few characters that end the path of an address."""
    for sign, code in (
        ("%", "%25"),
        ("#", "%23"),
        ("?", "%3F"),
        ("\\", "%5C"),
        ("<", "%3C"),
        (">", "%3E"),
    ):
        value = value.replace(sign, code)
    return value


def _pmid(text: str) -> Identifier | None:
    found = _PMID.search(text)
    if found is None:
        return None
    url = f"https://pubmed.ncbi.nlm.nih.gov/{found[1]}/"
    return Identifier("pmid", found[1], url)


def _pmcid(text: str) -> Identifier | None:
    found = _PMCID.search(text)
    if found is None:
        return None
    value = f"PMC{found[1]}"
    url = f"https://www.ncbi.nlm.nih.gov/pmc/articles/{value}/"
    return Identifier("pmcid", value, url)


def _handle(text: str) -> Identifier | None:
    found = _HANDLE.search(text)
    if found is None:
        return None
    return Identifier("handle", found[1], f"https://hdl.handle.net/{_quoted(found[1])}")


def _jstor(text: str) -> Identifier | None:
    found = re.search(r"(?:10\.2307/)?([a-z]?\d+)\W*$", text)
    if found is None:
        return None
    return Identifier("jstor", found[1], f"https://www.jstor.org/stable/{found[1]}")


_PARSERS: Mapping[str, Callable[[str], Identifier | None]] = {
    "doi": _doi,
    "arxiv": parse_arxiv,
    "isbn": parse_isbn,
    "issn": parse_issn,
    "pmid": _pmid,
    "pubmed": _pmid,
    "pmcid": _pmcid,
    "handle": _handle,
    "hdl": _handle,
    "jstor": _jstor,
}
