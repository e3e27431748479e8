r"""Lists of names: where one name ends and the next begins.

BibTeX separates names by the word ``and`` outside braces. Lists that people separate by
commas, semicolons or ampersands are taken apart only where they cannot be one name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from typing import NamedTuple

from bibwiki.model.names.list_notes import without_notes

_AND = re.compile(r" [aA][nN][dD](?= )")
# Each alternative begins with a plain character: the search skips all others.
_AND_OR_BRACE = re.compile(r"\\[{}]|\{|\}| [aA][nN][dD](?= )")
_TIED_AND = re.compile(r"(?:\\? |~)+and(?:\\? |~)+")
_ENTITY = re.compile(r"&[A-Za-z]{2,31};|&#\d{1,7};")
_COMMAND_AND = re.compile(r"\\and\b")
_OTHERS = re.compile(r"\\?(?:others|et\.?[\s~]*al\.?)", re.IGNORECASE)
_TRAILING_OTHERS = re.compile(r"[\s,~]+et\.?[\s~]*al\.?$", re.IGNORECASE)
_OTHERS_HINT = re.compile(r"others|\bal\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s~.-]*){1,4}")
_GIVEN_INITIALS = re.compile(r"[^\W\d_](?:-[^\W\d_])?\..*")
"""A name that begins with an initial, which no family name does."""
_FAMILY_INITIALS = re.compile(
    r"(?P<family>[^\W\d_]{2,}.*)[\s~](?P<initials>[^\W\d_.-]{1,3})"
)
"""PubMed's form: ``Lovelace AB``."""
_ONE_FAMILY_FIRST = re.compile(r"[^\s.,;&~]{2,}+,[^,;&]*+[^,;&\s]")
"""``Lovelace, Ada``: one word before the only comma, and no initials."""
_CJK_SEPARATORS = re.compile("[\u3001\uff0c\uff1b]")
_CJK_NAME = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u30fb\uff0e]{2,8}")
_SUFFIX = re.compile(
    r"(?:jr|sr|junior|senior|i{2,3}|iv|vi{0,3}|ph\.?\s?d|m\.?\s?d|esq|2nd|3rd|4th)\.?",
    re.IGNORECASE,
)
_ORGANIZATION_WORD = re.compile(
    r"\b(?:inc|corp|company|co|ltd|gmbh|sons|group|team|university|institute|"
    r"laborator(?:y|ies)|department|committee|consortium|association|society|"
    r"foundation|press|collaboration)\b",
    re.IGNORECASE,
)


class SplitList(NamedTuple):
    """A list of names taken apart."""

    names: list[str]
    """Raw names, in order; none is empty."""
    others: bool = False
    """The list ends with ``and others``."""
    repaired: str = ""
    """What had to be guessed, as part of a sentence; empty for a sound list."""
    left_out: str = ""
    """What stood between the names and is none, or may be none: the same."""


def split_names(text: str) -> tuple[list[str], bool]:
    """Split a name field at its ``and``.

    Args:
        text: The field as written, LaTeX and all.

    Returns:
        The raw names in order, and whether the list ended with ``and others``.
    """
    found = split_name_list(text)
    return found.names, found.others


def split_name_list(text: str) -> SplitList:
    """Split a name field, and say what had to be guessed."""
    text, left_out = without_notes(text)
    text = _with_plain_and(text)
    names = _split_at_and(text)
    alone = len(names) == 1
    repaired = ""
    if alone and (people := _people_in_braces(text)):
        names = people
        repaired = f'"{text[:60]}" was read as {len(names)} names'
    others = False
    if _may_have_others(text):
        names, others = _without_others(names)
    kept: list[str] = []
    for name in filter(None, names):
        several = _split_one(name, alone)
        if len(several) > 1:
            repaired = f'"{name[:60]}" was read as {len(several)} names'
        kept += several
    if repaired and all(turned := [_family_first(name) for name in kept]):
        kept = [name for name in turned if name]
    return SplitList(kept, others, repaired, left_out)


def _with_plain_and(text: str) -> str:
    """Write ``and`` and ``&`` plainly, with single spaces."""
    # What can be printed has no line break, and no space but the plain one.
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    text = text.strip()
    if "\\and" in text:
        text = _COMMAND_AND.sub("and", text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    if "~" in text or "\\ " in text:
        text = _TIED_AND.sub(" and ", text)
    return text


def _people_in_braces(text: str) -> list[str] | None:
    """Return a list that somebody put into braces as a whole, if it surely is one.

    Each name has to have its family name first; ``{Ash, Birch and Sons, Inc.}`` is one
    organization.
    """
    if not text.startswith("{") or not text.endswith("}") or "{" in text[1:]:
        return None
    names = [name.strip() for name in _AND.split(f" {text[1:-1]} ")]
    written = [name for name in names if not _OTHERS.fullmatch(name)]
    certain = len(written) > 1 and all(
        name.count(",") == 1 and not name.endswith(",") for name in written
    )
    return names if certain and _are_people(written) else None


def _may_have_others(text: str) -> bool:
    folded = text.casefold()
    hinted = "others" in folded or ("et" in folded and "al" in folded)
    return hinted and _OTHERS_HINT.search(text) is not None


def _without_others(names: list[str]) -> tuple[list[str], bool]:
    """Leave ``others`` and ``et al.`` out; tell whether there were any."""
    kept: list[str] = []
    others = False
    for written in names:
        name = _TRAILING_OTHERS.sub("", written).strip()
        is_others = _OTHERS.fullmatch(name) is not None
        others = others or is_others or name != written
        kept.append("" if is_others else name)
    return kept, others


def _split_at_and(text: str) -> list[str]:
    padded = f" {text} "
    if "{" not in text:
        folded = padded.lower()
        if folded.count(" and ") == padded.count(" and ") and " and and " not in folded:
            return list(map(str.strip, padded.split(" and ")))
        return [name.strip() for name in _AND.split(padded)]
    names: list[str] = []
    start = depth = 0
    for mark in _AND_OR_BRACE.finditer(padded):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and not mark[0].startswith("\\"):
            names.append(padded[start : mark.start()].strip())
            start = mark.end()
    names.append(padded[start:].strip())
    return names


def split_outside_braces(
    text: str, separators: str, *, quotes: bool = False
) -> list[str]:
    """Split at each of some characters that stands outside braces.

    Args:
        text: Any text.
        separators: Single characters.
        quotes: Take text between double quotes as protected too.
    """
    if "{" not in text and not quotes:
        for other in separators[1:]:
            text = text.replace(other, separators[0])
        return text.split(separators[0])
    parts: list[str] = []
    start = depth = 0
    quoted = False
    for mark in _separators(separators).finditer(text):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        elif sign == '"':
            quoted = quotes and not quoted
        elif depth == 0 and not quoted and sign in separators:
            parts.append(text[start : mark.start()])
            start = mark.end()
    parts.append(text[start:])
    return parts


@cache
def _separators(signs: str) -> re.Pattern[str]:
    return re.compile(rf'\\.|[{{}}"{re.escape(signs)}]', re.DOTALL)


def is_suffix(text: str) -> bool:
    """Whether a word behind a name is no name but ``Jr``, ``III``, ``PhD`` or so."""
    return _SUFFIX.fullmatch(text) is not None


def is_initials(text: str) -> bool:
    """Whether a text is nothing but one to four initials, e.g. ``J.-P. M.``."""
    text = text.strip()
    # Small letters make a short name, such as "Ada", of what the pattern fits.
    return _INITIALS.fullmatch(text) is not None and text == text.upper()


@lru_cache(maxsize=65536)
def _split_one(name: str, alone: bool) -> tuple[str, ...]:  # noqa: FBT001 - cached
    """Take apart what stands between two ``and``, if it surely is several names.

    A collection has each name many times.
    """
    return tuple(_several(name, alone=alone))


def _several(name: str, *, alone: bool) -> list[str]:
    if not name.isascii() and len(parts := _CJK_SEPARATORS.split(name)) > 1:
        parts = _stripped(parts)
        if all(map(_CJK_NAME.fullmatch, parts)):
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
        if _are_people(parts):
            return [each for p in parts for each in _split_at_commas(p, alone=True)]
    return _split_at_commas(name, alone=alone)


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
    if all(len(part.split()) >= 2 for part in parts) and _are_people(parts):
        return parts
    return [name]


def _have_one_form(parts: list[str]) -> bool:
    """Whether all parts are names with initials, and in the same order."""
    return all(
        _GIVEN_INITIALS.fullmatch(part) and not is_initials(part) for part in parts
    ) or all(map(_family_first, parts))


def _family_first(name: str) -> str | None:
    """Turn PubMed's ``Lovelace AB`` round for BibTeX; None for any other name."""
    found = _FAMILY_INITIALS.fullmatch(name)
    if found is None or "," in name or not found["initials"].isupper():
        return None
    if is_suffix(found["initials"]) or found["family"].isupper():
        return None
    return f"{found['family']}, {' '.join(found['initials'])}"


def _are_people(parts: list[str]) -> bool:
    """Whether each part looks like a whole name of a person."""
    return len(parts) > 1 and all(
        (len(part.split()) >= 2 or "," in part)
        and ("," in part or len(part.split()) <= 5)
        and not _ORGANIZATION_WORD.search(part)
        for part in parts
    )


def _stripped(parts: list[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]
