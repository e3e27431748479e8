"""Under which licence a work stands, and whether everybody may read it.

Said by fields that exports write: ``copyright`` by DataCite, CrossRef, Zenodo and
Zotero, ``rights`` by Zotero's biblatex, ``license`` by GitHub's citation files and
biblatex-software, ``oa`` by the Web of Science, ``note`` by Scopus (``All Open Access,
Gold Open Access``). A licence of Creative Commons makes a work open access; that a
preprint stands in an archive does not.
"""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from bibwiki.model.creative_commons import creative_commons
from bibwiki.model.identifiers import clean_address, safe_url
from bibwiki.model.latex.text import decode
from bibwiki.model.rights_fields import ACCESS_FIELDS, LICENCE_FIELDS
from bibwiki.model.work import NO_RIGHTS, Licence, Rights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FIELDS = frozenset({*LICENCE_FIELDS, *ACCESS_FIELDS})
_REMARKS = ("note", "addendum")

_LONGEST = 2_000
"""Characters that are read of a field."""
_SHOWN = 300
"""Characters that are shown of a licence in words."""
_PARTS = re.compile(r"\s*[;,|\n]\s*")
_SENTENCES = re.compile(r"\s*[;,|\n]\s*|\.(?:\s+|$)")
_COLOURS = ("diamond", "platinum", "gold", "hybrid", "green", "bronze")
_COLOUR = re.compile("|".join(_COLOURS))
_OPEN = re.compile(
    rf"(?:(?:all|doaj|other|full|{'|'.join(_COLOURS)})[ -]+)*open[ -]?access"
    r"(?:[ -](?:article|paper|publication|book|chapter|journal))?"
)
_YES = frozenset({"true", "yes", "y", "1", "open", "oa"})
_NO = frozenset({"false", "no", "n", "0", "closed"})
_STATUS = re.compile(
    rf"(?:(?:doaj|other|{'|'.join(_COLOURS)})[ -])*(?:{'|'.join(_COLOURS)})"
    r"(?:[ -](?:published|submitted|accepted))?"
)
"""E.g. ``gold``, ``Green Published`` and ``hybrid gold``."""
_LIMITED = re.compile(r"(closed|restricted|embargoed|metadata[ -]only)[ -]?access")
_SEMANTICS = "info:eu-repo/semantics/"
"""The prefix of OpenAIRE's words for access."""


def read_rights(fields: Mapping[str, str]) -> Rights:
    """Read licence and access.

    Args:
        fields: Maps the names of an entry's fields to their values.
    """
    if _FIELDS.isdisjoint(fields):
        statements = list(_remarked(fields))
        return (
            Rights(access=_access(statements), is_open=True)
            if statements
            else NO_RIGHTS
        )
    licences: dict[str, Licence] = {}
    said: list[str] = []
    for name in LICENCE_FIELDS:
        for licence in _licences(fields.get(name, "")[:_LONGEST], said):
            licences.setdefault(licence.name, licence)
    for name in ACCESS_FIELDS:
        parts = _PARTS.split(decode(fields.get(name, "")[:_LONGEST]).lower())
        said += filter(None, (_status(part) for part in parts))
    said += _remarked(fields)
    limited = next((one for one in said if _OPEN.search(one) is None), "")
    if limited:
        # What is under embargo may have a licence already.
        return Rights(tuple(licences.values()), limited)
    is_open = bool(said) or any(one.is_open for one in licences.values())
    return Rights(tuple(licences.values()), _access(said), is_open)


def _licences(text: str, said: list[str]) -> Iterator[Licence]:
    """Yield the licences of a field; statements on access are added to a list."""
    is_address = "://" in text
    text = clean_address(text) if is_address else decode(text)
    rest = []
    for part in _PARTS.split(text):
        statement = _statement(part.lower())
        if statement:
            said.append(statement)
            continue
        found = creative_commons(part)
        yield from found
        if not found and part:
            rest.append(part)
    if rest:
        url = safe_url(text) if text.startswith(("http://", "https://")) else None
        words = text.partition("://")[2].rstrip("/") if url else ", ".join(rest)
        yield Licence(shorten(words, _SHOWN, placeholder=" …"), url)


def _statement(part: str) -> str:
    """Return what a part says of access, in one spelling; empty for nothing."""
    part = part.strip(" .").removeprefix(_SEMANTICS)
    if _OPEN.fullmatch(part):
        return " ".join([*_COLOUR.findall(part), "open access"])
    limited = _LIMITED.fullmatch(part)
    return f"{limited[1].replace('-', ' ')} access" if limited else ""


def _status(part: str) -> str:
    """Return the same of a part of a field that says nothing else."""
    part = part.strip(" .")
    if part in _YES:
        return "open access"
    if part in _NO:
        return "closed access"
    if _STATUS.fullmatch(part):
        return " ".join([*_COLOUR.findall(part), "open access"])
    return _statement(part)


def _remarked(fields: Mapping[str, str]) -> Iterator[str]:
    """Yield that a work is open access, as remarks say; they say much else."""
    for name in _REMARKS:
        text = fields.get(name, "")
        if "ccess" in text or "CCESS" in text:
            for part in _SENTENCES.split(text[:_LONGEST].lower()):
                statement = _statement(part.strip("{} "))
                if statement.endswith("open access"):
                    yield statement


def _access(statements: list[str]) -> str:
    """Return what statements say together; empty for none."""
    if not statements:
        return ""
    colours = (colour for one in statements for colour in _COLOUR.findall(one))
    ways = ", ".join(dict.fromkeys(colours))
    return f"open access ({ways})" if ways else "open access"
