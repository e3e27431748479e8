r"""Several names without an ``and`` between them.

Lists that people separate by commas, semicolons or ampersands are taken apart only
where they cannot be one name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibwiki.model.names.outside_braces import split_outside_braces
from bibwiki.model.names.short_words import is_initials, is_suffix

_GIVEN_INITIALS = re.compile(r"[^\W\d_](?:-[^\W\d_])?\..*")
"""A name that begins with an initial, which no family name does."""
_FAMILY_INITIALS = re.compile(
    r"(?P<family>[^\W\d_]{2,}[^.]*?)[\s~]"
    r"(?P<initials>[^\W\d_.-]{1,3}|(?:[^\W\d_]\.[\s-]?){1,4})"
)
"""PubMed's form: ``Lovelace AB``; also ``Lovelace A.B.``"""
_TWO_INITIALS = re.compile(r"\s(?:[^\W\d_]{2,3}|[^\W\d_]\.[\s-]?[^\W\d_]\..*)$")
_ONE_FAMILY_FIRST = re.compile(r"[^\s.,;&~]{2,}+,[^,;&]*+[^,;&\s]")
"""``Lovelace, Ada``: one word before the only comma, and no initials."""
_OTHER_SEPARATOR = re.compile(r"\s(?:und|et|y|och|og|en|[/|+])\s")
_SIGN_SEPARATOR = re.compile(r"\s[/|+]\s")
_CJK_SEPARATORS = re.compile("[\u3001\uff0c\uff1b]")
_CJK_NAME = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u30fb\uff0e]{2,8}")
_ORGANIZATION_WORD = re.compile(
    r"\b(?:inc|corp|company|co|ltd|gmbh|sons|group|team|university|institute|"
    r"laborator(?:y|ies)|department|committee|consortium|association|society|"
    r"foundation|press|collaboration)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def split_joined(name: str, alone: bool) -> tuple[str, ...]:  # noqa: FBT001 - cached
    """Take apart what stands between two ``and``, if it surely is several names.

    Args:
        name: As written; a collection has each name many times.
        alone: There is no ``and`` in the whole list.

    Returns:
        The name itself, or several.
    """
    return tuple(_several(name, alone=alone))


def _several(name: str, *, alone: bool) -> list[str]:
    if parts := _at_other_separators(name):
        return parts
    if "," not in name and ";" not in name and "&" not in name:
        return [name]
    if _ONE_FAMILY_FIRST.fullmatch(name) or ("{" in name and "\\" not in name):
        return [name]
    if ";" in name:
        parts = _stripped(split_outside_braces(name, ";"))
        if len(parts) > 1 and not any("&" in part for part in parts):
            return parts
    if "&" in name:
        parts = _stripped(re.split(r"\s*,?\s+\\?&\s+", name))
        if are_people(parts):
            return [each for p in parts for each in _split_at_commas(p, alone=True)]
    return _split_at_commas(name, alone=alone)


def _at_other_separators(name: str) -> list[str]:
    """Split at Chinese commas, at bars and slashes, and at "and" in other languages.

    Returns:
        The names; none where these are no separators of whole names.
    """
    if not name.isascii():
        parts = _stripped(_CJK_SEPARATORS.split(name))
        if len(parts) > 1 and all(map(_CJK_NAME.fullmatch, parts)):
            return parts
    if _OTHER_SEPARATOR.search(name) is None or "{" in name:
        return []
    parts = _stripped(_OTHER_SEPARATOR.split(name))
    # "Loom, Ada und Vale, Ben", but not "Ortega y Gasset, Jos\u00e9".
    inverted = all(part.count(",") == 1 for part in parts)
    by_sign = _SIGN_SEPARATOR.search(name) is not None and are_people(parts)
    return parts if inverted or by_sign else []


def _split_at_commas(name: str, *, alone: bool) -> list[str]:
    """Take a list without ``and`` apart, if commas cannot be those of one name.

    Args:
        name: What stands between two ``and``.
        alone: There is no ``and`` at all.
    """
    parts = _stripped(split_outside_braces(name, ","))
    # "A. Lovelace, C. Babbage" and "Lovelace A, Babbage C".
    if len(parts) > 1 and _have_one_form(parts):
        return parts
    if len(parts) < 3 and not (len(parts) == 2 and name.endswith(",") and not alone):
        return [name]
    # "Lovelace, A., Babbage, C.": pairs of a family name and initials.
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if len(parts) % 2 == 0 and all(
        is_initials(given) and not is_initials(family) for family, given in pairs
    ):
        return [f"{family}, {given}" for family, given in pairs]
    # "Ada Lovelace, Charles Babbage, Mary Somerville": whole names.
    if all(len(part.split()) >= 2 for part in parts) and are_people(parts):
        return parts
    return [name]


def _have_one_form(parts: list[str]) -> bool:
    """Whether all parts are names with initials, and in the same order."""
    return all(
        _GIVEN_INITIALS.fullmatch(part) and not is_initials(part) for part in parts
    ) or all(map(family_first, parts))


def family_first(name: str) -> str | None:
    """Turn PubMed's ``Lovelace AB`` round for BibTeX; None for any other name."""
    if "," in name:
        return None
    found = _FAMILY_INITIALS.fullmatch(name)
    if found is None or not found["initials"].isupper():
        return None
    if is_suffix(found["initials"]) or found["family"].isupper():
        return None
    initials = found["initials"].strip()
    if "." not in initials:
        initials = " ".join(initials)
    return f"{found['family']}, {initials}"


def are_family_first(names: list[str]) -> bool:
    """Tell whether a list between ``and`` surely has PubMed's form: ``Lovelace AB``.

    Two initials have to stand behind one of the names; one alone may be short for a
    family name, as in ``Ada L.``
    """
    return (
        len(names) > 1
        and all(map(family_first, names))
        and any(_TWO_INITIALS.search(name) for name in names)
    )


def are_people(parts: list[str]) -> bool:
    """Whether each part looks like a whole name of a person."""
    return len(parts) > 1 and all(
        (len(part.split()) >= 2 or "," in part)
        and ("," in part or len(part.split()) <= 5)
        and not _ORGANIZATION_WORD.search(part)
        for part in parts
    )


def _stripped(parts: list[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]
