"""The licences of Creative Commons, in the spellings that occur.

Names as in ``Creative Commons Attribution 4.0 International`` (DataCite), SPDX's
``CC-BY-4.0``, short forms and addresses of the licences' texts.
"""

from __future__ import annotations

import re

from bibwiki.model.work import Licence

_HOST = "https://creativecommons.org"
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/"
    r"(?:licen[sc]es/(by[a-z-]*)/(\d\.\d)(?:/([a-z]{2,3})(?![a-z.]))?"
    r"|publicdomain/(zero|mark)/1\.0)"
    r"(?:/(?:deed|legalcode)?(?:\.[a-z_-]{2,8})?)*"
)
_SPELLINGS = (
    (re.compile(r"creative[ -]?commons"), "cc"),
    (re.compile(r"non[ -]?commercial"), "nc"),
    (re.compile(r"no[ -]?deriv(?:ative)?s?(?: works?)?"), "nd"),
    (re.compile(r"share[ -]?alike"), "sa"),
    (re.compile(r"\bcc[ -]?(?:zero\b|0)"), "cc0"),
    (re.compile(r"public domain mark"), "pdm"),
    (re.compile(r"[\u2010-\u2014]"), "-"),
)
_NAME = re.compile(
    r"\b(cc[ :-]*)?(?:licence |license )?(by|attribution)((?:[ -]+(?:nc|nd|sa)\b)*)"
    r"(?:[ -]*\(?v?(?:ersion)?[ .]?([1-4](?:\.\d)?)\b(?:-([a-z]{2,3})\b(?!-))?)?"
)
_ZERO = re.compile(
    r"\bcc0(?:[ -]*v?1(?:\.0)?\b)?|\b(?:cc[ -])?pdm(?:[ -]*1(?:\.0)?\b)?"
)
_TERMS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_VERSIONS = frozenset({"1.0", "2.0", "2.1", "2.5", "3.0", "4.0"})
_WORD = re.compile(r"[^\W_]+")
_BESIDE = frozenset({
    "a", "an", "the", "this", "it", "work", "article", "paper", "text", "content",
    "dataset", "data", "is", "are", "was", "be", "and", "of", "under", "in", "to",
    "by", "with", "available", "made", "published", "licensed", "licenced",
    "distributed", "released", "shared", "open", "terms", "conditions", "rights",
    "licence", "license", "licences", "licenses", "cc", "public", "domain",
    "dedication", "deed", "legal", "code", "international", "unported", "generic",
    "universal", "version", "v",
})  # fmt: skip
"""Words that say nothing more than the licence does."""


def creative_commons(text: str) -> tuple[Licence, ...]:
    """Return the licences that a text names and says nothing else of.

    Args:
        text: A field, or a part of one, without TeX.

    Returns:
        In the order of the text, each once; none where the text says more, or names
        something that is no licence of Creative Commons.
    """
    found: dict[tuple[str, str, str], None] = {}
    rest = text.lower()
    for match in _ADDRESS.finditer(rest):
        found[match[1] or match[4], match[2] or "1.0", match[3] or ""] = None
    rest = _ADDRESS.sub(" ", rest)
    for spelling, short in _SPELLINGS:
        rest = spelling.sub(short, rest)
    for match in _ZERO.finditer(rest):
        found["zero" if "0" in match[0][:3] else "mark", "1.0", ""] = None
    rest = _ZERO.sub(" ", rest)
    for match in _NAME.finditer(rest):
        if match[1] or (match[2] == "attribution" and match[4]):
            version = match[4] or ""
            version += ".0" if len(version) == 1 else ""
            found[_terms(match[3]), version, match[5] or ""] = None
    rest = _NAME.sub(" ", rest)
    if not _BESIDE.issuperset(_WORD.findall(rest)):
        return ()
    licences = tuple(_licence(*one) for one in found if not _is_shorter(one, found))
    return licences if all(one.is_open for one in licences) else ()


def _terms(words: str) -> str:
    given = set(_WORD.findall(words))
    return "-".join(["by", *(one for one in ("nc", "nd", "sa") if one in given)])


def _is_shorter(
    one: tuple[str, str, str], found: dict[tuple[str, str, str], None]
) -> bool:
    """Whether a name repeats another one and leaves the version out."""
    return not one[1] and any(other[0] == one[0] and other[1] for other in found)


def _licence(terms: str, version: str, place: str) -> Licence:
    """Return a licence; one that there is not is not open."""
    if terms in {"zero", "mark"}:
        name = "CC0 1.0" if terms == "zero" else "Public Domain Mark 1.0"
        return Licence(name, f"{_HOST}/publicdomain/{terms}/1.0/", is_open=True)
    is_known = terms in _TERMS and (not version or version in _VERSIONS)
    parts = ("CC", terms.upper(), version, place.upper())
    path = "/".join(filter(None, (terms, version, place)))
    url = f"{_HOST}/licenses/{path}/" if version else None
    return Licence(" ".join(filter(None, parts)), url, is_open=is_known)
