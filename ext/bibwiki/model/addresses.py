"""How to reach a work: the identifiers and links that an entry gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.diagnostic import Problem
from bibwiki.model.entry_types import is_preprint_journal
from bibwiki.model.identifier import Identifier
from bibwiki.model.identifiers import (
    clean_address,
    parse_arxiv,
    parse_identifier,
    safe_url,
)
from bibwiki.model.work import ExternalLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINK_FIELDS: Mapping[str, str] = {
    "pdf": "PDF", "code": "Code", "data": "Data", "video": "Video", "slides": "Slides",
    "blog": "Blog", "thread": "Thread", "website": "Website", "press": "Press",
    "url": "URL", "link": "URL",
}  # fmt: skip
"""Maps a field to the label of its link, in the order shown."""

_ID_FIELDS: Mapping[str, str] = {
    "doi": "doi", "isbn": "isbn", "issn": "issn", "pmid": "pmid", "pmcid": "pmcid",
    "handle": "handle", "hdl": "handle",
}  # fmt: skip
_EPRINT_TYPES: Mapping[str, str] = {
    "arxiv": "arxiv", "pubmed": "pmid", "pmid": "pmid", "pmcid": "pmcid",
    "pmc": "pmcid", "hdl": "handle", "handle": "handle", "jstor": "jstor", "doi": "doi",
}  # fmt: skip
_WEB_OF_SCIENCE = re.compile(r"\s*<Go to [^<>]*>://\S*\s*")
"""EndNote's sign for a number of the Web of Science, before an address or alone."""
_LONGEST = 2_000
"""Characters that are searched for an address."""
_NOTHING = frozenset({"", "n/a", "-", "--", "---", "?"})
"""What stands for nothing in fields of addresses and numbers."""
_ORDER = {"doi": 0, "arxiv": 1}
_ARXIV_FIELDS = (
    *("journal", "journaltitle", "booktitle", "volume", "number", "eid"),
    *("howpublished", "note", "pages"),
)
_DOI_ADDRESS = re.compile(
    r"//(?:dx\.)?doi\.org/(10\..+)|/doi/(?:abs/|pdf/|full/)?(10\..+)|^doi: ?(10\..+)"
    r"|rxiv\.org/content/(10\.1101/[\d.]*\d)(?=v\d|[./?#]|$)"
    r"|springer\.com/(?:article|chapter|book)/(10\.\d+/[^/?#]+)"
)
_ARXIV_ADDRESS = re.compile(
    r"//(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html)/(.+)", re.IGNORECASE
)
_ARXIV_VERSION = re.compile(r"v\d+(?=(?:\.pdf)?/?$)")
_ARXIV_WORD = re.compile(
    r"arxiv[:.\s/]+\s*([\w./-]*\d{4,7}\S*)|abs/(\S+)", re.IGNORECASE
)
_PUBMED_LABELS = {"DOI": "doi", "PubMed Central": "pmcid", "PubMed": "pmid"}
_PUBMED_NOTE = re.compile(
    r"\[(DOI|PubMed Central|PubMed):\s*(?:\\href\{[^{}]*\})?\{?([^{}\[\]]+)\}?\]"
)
_ADDRESS = re.compile(
    r"\\url\s*\{([^}]*)\}|(?:https?|ftp)://[^\s{}<>\"]+", re.IGNORECASE
)


class ReadAddresses(NamedTuple):
    """Identifiers and links of a work."""

    identifiers: tuple[Identifier, ...]
    links: tuple[ExternalLink, ...]
    problems: tuple[tuple[Problem, str, str], ...]
    """Kind, message and the field it is about."""


def read_addresses(fields: Mapping[str, str]) -> ReadAddresses:
    """Read everything that leads to a work.

    At most one identifier of a scheme: DOI first, then arXiv, then by scheme. A ``url``
    that only repeats one of them is no link of its own.
    """
    problems: list[tuple[Problem, str, str]] = []
    found: dict[str, Identifier] = {}
    for field, scheme, text in _identifier_fields(fields):
        if scheme == "arxiv":
            archive = fields.get("eprintclass") or fields.get("primaryclass") or ""
            identifier = parse_arxiv(text, archive)
        else:
            identifier = parse_identifier(scheme, text)
        if identifier is None:
            message = f'{field}: "{text[:80]}" is no valid {scheme}'
            problems.append((Problem.INVALID_IDENTIFIER, message, field))
            identifier = Identifier(scheme, clean_address(text), None)
        if identifier.value:
            found.setdefault(identifier.scheme, identifier)
    for identifier in _implied(fields, found):
        found.setdefault(identifier.scheme, identifier)
    links = _read_links(fields, found, problems)
    identifiers = list(found.values())
    if len(identifiers) > 1:
        identifiers.sort(key=lambda each: (_ORDER.get(each.scheme, 2), each.scheme))
    return ReadAddresses(tuple(identifiers), links, tuple(problems))


def _identifier_fields(fields: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield field, scheme and text."""
    for field, scheme in _ID_FIELDS.items():
        text = fields.get(field)
        if text and text.strip(" {}").lower() not in _NOTHING:
            is_arxiv = scheme == "doi" and text.lower().startswith("arxiv")
            yield field, "arxiv" if is_arxiv else scheme, text
    eprint = fields.get("eprint")
    if eprint:
        named = fields.get("eprinttype") or fields.get("archiveprefix") or ""
        scheme = _EPRINT_TYPES.get(named.strip(" {}").lower(), "")
        if scheme:
            yield "eprint", scheme, eprint
        elif not named and parse_arxiv(eprint, fields.get("primaryclass", "")):
            yield "eprint", "arxiv", eprint
        elif named and _ADDRESS.search(eprint) is None:
            yield "eprint", named.strip(" {}").lower(), eprint
    for field in ("arxivid", "arxiv"):
        if fields.get(field):
            yield field, "arxiv", fields[field]


def _implied(
    fields: Mapping[str, str], found: Mapping[str, Identifier]
) -> Iterator[Identifier]:
    """Yield the identifiers that other fields give away."""
    texts: list[str] = []
    if fields.get("note", "").startswith("[") and "doi" not in found:
        yield from _converted_from_pubmed(fields["note"])
    url = fields.get("url")
    if url:
        address = clean_address(url[:_LONGEST])
        doi = _DOI_ADDRESS.search(address) if "10." in address else None
        if doi:
            written = next(filter(None, doi.groups()))
            identifier = parse_identifier("doi", re.split("[?#]", written)[0])
            if identifier:
                yield identifier
        arxiv = _ARXIV_ADDRESS.search(address)
        if arxiv:
            texts.append(arxiv[1])
    if "doi" in found and "48550/arxiv" in found["doi"].value:
        texts.append(found["doi"].value)
    for field in _ARXIV_FIELDS:
        text = fields.get(field, "")
        if text and _may_name_arxiv(field, text, fields):
            found_words = _ARXIV_WORD.finditer(text[:_LONGEST])
            texts.extend(match[1] or match[2] for match in found_words)
    yield from filter(None, map(parse_arxiv, texts))


def _converted_from_pubmed(note: str) -> Iterator[Identifier]:
    """Yield the identifiers that TeXMed and its kin put into a note."""
    for label, value in _PUBMED_NOTE.findall(note[:_LONGEST]):
        scheme = _PUBMED_LABELS[label]
        identifier = parse_identifier(scheme, value)
        if identifier:
            yield identifier


def _may_name_arxiv(field: str, text: str, fields: Mapping[str, str]) -> bool:
    """Whether an id in a field is arXiv's: ``CoRR``, volume ``abs/2101.00001``."""
    if "arxiv" in text.lower():
        return True
    if field in {"journal", "journaltitle"}:
        return "corr" in text.lower()
    journal = fields.get("journal") or fields.get("journaltitle") or ""
    return field == "volume" and is_preprint_journal(journal)


def _read_links(
    fields: Mapping[str, str],
    identifiers: Mapping[str, Identifier],
    problems: list[tuple[Problem, str, str]],
) -> tuple[ExternalLink, ...]:
    links: dict[str, ExternalLink] = {}
    for field, label in LINK_FIELDS.items():
        text = fields.get(field)
        if text and "<Go to" in text:
            text = _WEB_OF_SCIENCE.sub("", text)
        if not text or text.strip(" {}").lower() in _NOTHING:
            continue
        if text.lower().startswith("doi:") and "doi" in identifiers:
            continue
        url = safe_url(text)
        if url is None:
            message = f'{field}: "{text[:80]}" is no http, https, mailto or ftp address'
            problems.append((Problem.UNSAFE_URL, message, field))
        elif label != "URL" or not _leads_to(url, identifiers):
            links.setdefault(label, ExternalLink(label, url))
    published = (fields.get("howpublished") or fields.get("eprint", ""))[:_LONGEST]
    address = _ADDRESS.search(published) if published and "url" not in fields else None
    if address:
        url = safe_url(address[1] or address[0].rstrip(".,;:"))
        if url is not None and not _leads_to(url, identifiers):
            links.setdefault("URL", ExternalLink("URL", url))
    return tuple(links.values())


def _leads_to(url: str, identifiers: Mapping[str, Identifier]) -> bool:
    """Whether an address only repeats one of the identifiers."""
    bare = _bare(url)
    return any(each.url and _bare(each.url) == bare for each in identifiers.values())


def _bare(url: str) -> str:
    """Reduce an address to what tells it from others."""
    bare = url.lower().partition("://")[2].removeprefix("www.").removeprefix("dx.")
    bare = bare.replace("%2f", "/")
    if bare.startswith("arxiv.org"):
        bare = _ARXIV_VERSION.sub("", bare).replace("/pdf/", "/abs/")
    return bare.removesuffix(".pdf").rstrip("/")
