r"""Lists of names: where one name ends and the next begins.

BibTeX separates names by the word ``and`` outside braces. What is separated otherwise
is taken apart in :mod:`bibwiki.model.names.joined_names`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from bibwiki.model.names.joined_names import (
    are_family_first,
    are_people,
    family_first,
    split_joined,
)
from bibwiki.model.names.list_notes import without_notes

_AND = re.compile(r" [aA][nN][dD](?= )")
# Each alternative begins with a plain character: the search skips all others.
_AND_OR_BRACE = re.compile(r"\\[{}]|\{|\}| [aA][nN][dD](?= )")
_TIED_AND = re.compile(r"(?:\\? |~)+and(?:\\? |~)+")
_ENTITY = re.compile(r"&[A-Za-z]{2,31};|&#\d{1,7};")
_COMMAND_AND = re.compile(r"\\and\b")
_OTHERS = re.compile(
    r"\\?(?:others|et\.?[\s~]*al\.?|l?dots(?:\{\})?)|\{\\l?dots\}|\.\.\.+|\u2026"
    r"|(?:\d+|many|several) (?:others|more)",
    re.IGNORECASE,
)
_TRAILING_OTHERS = re.compile(r"[\s,~]+et\.?[\s~]*al\.?$", re.IGNORECASE)
_OTHERS_HINT = re.compile(
    r"others|\bal\b|dots|\.\.\.|\u2026|\d more|(?:many|several) more", re.IGNORECASE
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
        several = split_joined(name, alone)
        if len(several) > 1:
            repaired = f'"{name[:60]}" was read as {len(several)} names'
        kept += several
    if not alone and not repaired and are_family_first(kept):
        repaired = f'"{kept[0][:60]}" was read with the family name first'
    if repaired and all(turned := [family_first(name) for name in kept]):
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
    return names if certain and are_people(written) else None


def _may_have_others(text: str) -> bool:
    folded = text.lower()
    hinted = "others" in folded or ("et" in folded and "al" in folded)
    hinted = hinted or "dots" in folded or "..." in text or "\u2026" in text
    return (hinted or " more" in folded) and _OTHERS_HINT.search(text) is not None


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
