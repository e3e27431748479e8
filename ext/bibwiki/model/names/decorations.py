r"""What stands beside a name in a list of names and is no part of it.

Front pages put footnotes and marks of affiliations behind names; exports put ORCIDs,
addresses, roles and the numbers by which DBLP tells the people of one name apart there
(``Wei Wang 0001``).
"""

from __future__ import annotations

import re

from bibwiki.model.creator_ids import orcid_address, parse_orcid
from bibwiki.model.identifier import Identifier

_SIGN = re.compile(
    r"\\(?:thanks|footnote|email|orcid|inst|text|emph|underline|bf|it|em|sl|sc)"
    r"|[$(\[<\d@*\u2020\u2021\u00a7\u00b6]|^\s*[\"'\u201c\u2018]"
    r"|[Ee]d(?:itor)?s?\.?$|^\s*(?:by|edited|translated|written)\s"
    r"|\b(?:[Pp]rof(?:essor)?|[Dd]r|[Pp]h\.?[Dd]|M(?:rs?|s))\."
)
"""Without one of these, a name is plain."""
_EMPLOYER = (
    r"universi\w+|institut\w*|college|school|inc|ltd|hospital|department|dept|"
    r"laborator\w+|academy"
)
_ORCID = r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dXx]"
_DECORATIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\\(?:thanks|footnote|email|orcid|orcidlink|orcidID)\s*\{[^{}]*\}",
        r"\\(?:textsuperscript|footnotemark|inst)\s*(?:\{[^{}]*\}|\[\d+\])",
        r"\$\s*(?:\{\})?\^\s*(?:\{[^{}$]*\}|[^{}$])\s*\$",
        rf"\s*[(\[<]?\s*(?:orcid(?:\s*id)?\s*:?\s*)?{_ORCID}\s*[)\]>]?",
        r"\s*[(\[<]\s*[^<>()\[\]\s@]+@[^<>()\[\]\s@]+\s*[)\]>]",
        r"\s*,?\s*[(\[](?:eds?|editors?|hrsg|hg|comps?|transl?)\.?[)\]]\s*$",
        r"(?<=,)([^,]+),\s*(?:eds?\.|editors?)\s*$",
        # Libraries add what somebody did, and the years of birth and death.
        r"(?<=[\d,-]),?\s*(?:author|editor|translator|illustrator|contributor)\.?\s*$",
        r",\s*(?:active |ca?\. )?\d{4}\??\s*[-\u2013]\s*(?:\d{4}\??)?[.,\s]*$",
        r",\s*(?:born |b\. )\d{4}[-.\s]*$",
        r"(?<=[^\W\d_])[\s~]+\d{4}\s*$",  # of DBLP, here and in the next
        r"(?<=[^\W\d_])[\s~]+0\d{3}(?=\s*,)|^\s*0\d{3}\s*,",
        "[*\u2020\u2021\u00a7\u00b6]+\\s*$",
        # Numbers of footnotes, affiliations, titles, and what stands before names.
        r"\s*(?:\[\d{1,3}(?:\s*,\s*\d{1,3})*\]|\(\d{1,2}\))\s*$",
        rf"\s*\((?:[^()]*\W)?(?:{_EMPLOYER})\b[^()]*\)\s*$",
        r"^\s*(?:(?:edited|translated|written) )?by\s+(?=\w+\s)",
        r"(?:^|(?<=,))\s*(?:(?:prof(?:essor)?|dr|ph\.?d|mr|mrs|ms)\.\s*)+(?=\w)",
    )
)
_QUOTED = re.compile(
    r"\s*([\"'\u201c\u2018])(?P<name>[^\"\u201c\u201d]+)[\"'\u201d\u2019]\s*"
)
_INSIDE = r"[^{}]*(?:\{[^{}]*\}[^{}]*)*"
_EMPHASIZED = re.compile(
    r"\s*(?:\\(?:text(?:bf|it|sc|sl)|emph|underline)\s*\{(?P<command>"
    + _INSIDE
    + r")\}"
    r"|\{\\(?:bf|bfseries|it|itshape|em|sl|sc)\s+(?P<group>" + _INSIDE + r")\})\s*"
)
"""A name that its owner's list of publications shows in bold."""
_GLUED = re.compile(
    r"(?P<initials>(?:[^\W\d_a-z]\.-?)+)(?P<family>[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*)"
)


_DBLP_NUMBER = re.compile(r"(?:(?<=[^\W\d_])[\s~]|^)\s*(?P<number>0\d{3})\s*(?:,|$)")
"""``Wei Wang 0001``; Zotero turns it to ``0001, Wei Wang``."""
_ORCID_INSIDE = re.compile(_ORCID)
_DIGITS = re.compile(r"\d{4}")


def read_creator_ids(raw: str) -> tuple[tuple[Identifier, ...], str]:
    """Read what stands beside a name and tells its owner from namesakes.

    Args:
        raw: One name of a list, as written: ``Wei Wang 0001``, with DBLP's number, or
            with an ORCID.

    Returns:
        At most one identifier of a scheme (``orcid``, ``dblp``), and what looks like an
        ORCID and has a wrong check digit.
    """
    if _DIGITS.search(raw) is None:
        return (), ""
    if found := _ORCID_INSIDE.search(raw):
        orcid = parse_orcid(found[0])
        if orcid is None:
            return (), found[0]
        return (Identifier("orcid", orcid, orcid_address(orcid)),), ""
    number = _DBLP_NUMBER.search(raw)
    return ((Identifier("dblp", number["number"], None),) if number else ()), ""


def undecorated(raw: str) -> str:
    """Take everything from a name that is no part of it; may leave nothing."""
    if _SIGN.search(raw) is None:
        return raw
    for pattern in _DECORATIONS:
        raw = pattern.sub(r"\1" if pattern.groups else "", raw)
    if emphasized := _EMPHASIZED.fullmatch(raw):
        return emphasized["command"] or emphasized["group"] or ""
    quoted = _QUOTED.fullmatch(raw)
    return quoted["name"] if quoted else raw


def without_glue(words: list[str]) -> list[str]:
    """Part initials from the family name that is glued to them: ``A.Lovelace``."""
    glued = _GLUED.fullmatch(words[-1]) if words and "." in words[-1] else None
    return [*words[:-1], glued["initials"], glued["family"]] if glued else words
