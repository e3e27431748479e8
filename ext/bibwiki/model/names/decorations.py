r"""What stands beside a name in a list of names and is no part of it.

Front pages put footnotes and marks of affiliations behind names; exports put ORCIDs,
addresses, roles and the numbers of DBLP there.
"""

from __future__ import annotations

import re

_SIGN = re.compile(
    r"[\\$(\[<\d@\"'*\u201c\u2018\u2020\u2021\u00a7\u00b6]|[Ee]d(?:itor)?s?\.?$"
)
"""Without one of these, a name is plain."""
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
        # DBLP numbers the people of one name: ``Wei Wang 0001``.
        r"(?<=[^\W\d_])[\s~]+\d{4}\s*$",
        "[*\u2020\u2021\u00a7\u00b6]+\\s*$",
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
