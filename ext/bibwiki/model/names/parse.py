r"""Name lists and names: split as written, before LaTeX is decoded.

The rules are BibTeX's (*First von Last*, *von Last, First*, *von Last, Jr, First*) and
biblatex's extended format (``given=Ada, family=Lovelace``). They are widened where
BibTeX's answer is never meant: a *Jr* without comma, ``bell hooks``, names joined
by a comma or an ampersand.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Problem
from bibwiki.model.latex.text import decode
from bibwiki.model.names.decorations import undecorated, without_glue
from bibwiki.model.names.name import Name
from bibwiki.model.names.name_list import split_names
from bibwiki.model.names.outside_braces import split_outside_braces
from bibwiki.model.names.short_words import is_suffix

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["parse_name", "split_names"]

_PARTICLES = frozenset({
    "a", "af", "al", "ap", "at", "aus", "av", "be", "ben", "bin", "bint", "d", "da",
    "dal", "dall", "dalla", "das", "de", "degli", "dei", "del", "della", "delle", "den",
    "der", "des", "di", "do", "dos", "du", "e", "el", "het", "i", "ibn", "in", "la",
    "las", "le", "les", "lo", "los", "mac", "op", "t", "'t", "te", "ten", "ter", "thoe",
    "till", "und", "van", "vande", "vanden", "vander", "ver", "vom", "von", "y", "zu",
    "zum", "zur",
})  # fmt: skip
"""Words that a name written in small letters may begin with; others are given names."""
_EXTENDED = re.compile(
    r'\s*"?\s*(?:given|family|prefix|suffix|id)(?:-i)?\s*=', re.IGNORECASE
)
_EXTENDED_PART = re.compile(r"\s*([A-Za-z-]+)\s*=\s*(.*)", re.DOTALL)
_EXTENDED_NAMES = {
    "given": "given", "family": "family", "prefix": "particle", "suffix": "suffix",
}  # fmt: skip
_SPACED_ACCENT = re.compile(r"\\([bcdHkrtuv]) +([A-Za-z])")
_SPACED_LETTER = re.compile(r"\\(aa|AA|ae|AE|oe|OE|ss|o|O|l|L|i|j) +(?=[^\s,])")
_PLAIN_INVERTED = re.compile(
    r"([^\W\d_]+(?:-[^\W\d_]+)*), ([^\W\d_]+\.?(?:[ -][^\W\d_]+\.?)*)"
)
"""``Lovelace, Ada K.``: a single word before the comma."""
_TITLED = re.compile(r"(?:Dr|Prof|Mr|Mrs|Ms)\.")
_PLAIN = re.compile(r"[^\\{}~,]+")
_COLLABORATION = re.compile(
    r"[^,]+\s(?:Collaboration|Consortium|Organi[sz]ation|University|Institute|Foundation|"
    r"Association|Society|Committee|Commission|Ministry|Agency|Federation|Corporation|"
    r"Team|Group|Initiative|Inc\.?|Ltd\.?|LLC|GmbH)|"
    r"[Tt]he\s[^,]+\s(?:Project|Network|Investigators|Contributors|Developers)|"
    r"(?:[^,]+\s)?(?:University|Institute|Ministry|Department|Academy|Government)\s"
    r"(?:of|for)\s[^,]+"
)
"""Always an organization, with braces or without."""
_GROUP_WORD = re.compile(
    r"\b(?:collaborations?|consorti(?:um|a)|group|team|network|project|survey)\b",
    re.IGNORECASE,
)
_BARE_COMMAND = re.compile(r"\s*\\(?:bysame|sameauthor|[a-z]*dash)\s*(?:\{\})?\s*")


@lru_cache(maxsize=65536)
def parse_name(raw: str) -> tuple[Name, Problem | None]:
    r"""Split one name into its parts.

    Args:
        raw: One name of a list, LaTeX and all, e.g. ``{\O}rsted, Hans~Christian``.

    Returns:
        The name, and a problem where it could not be split for certain: it is then kept
        whole as a literal, or its parts are the likeliest ones.
    """
    plain = _PLAIN_INVERTED.fullmatch(raw)
    # No particle, no LaTeX, no "Dr.": most names.
    if plain and not is_suffix(plain[2]) and not _TITLED.match(plain[2]):
        family, given = plain.groups()
        return Name(decode(given), decode(family)), None
    return _parse(raw)


def _parse(raw: str) -> tuple[Name, Problem | None]:
    plain = undecorated(raw)
    if not plain.strip() or _BARE_COMMAND.fullmatch(plain):
        # A footnote without a name, or ``\bysame``: whose name it is stands elsewhere.
        return Name(literal=decode(raw) or raw.strip()), Problem.INVALID_NAME
    raw = _joined_commands(plain.strip())
    if raw.startswith("[") and raw.endswith("]"):  # a name that is not on the work
        raw = raw[1:-1].strip() or raw
    if _is_protected(raw) or _COLLABORATION.fullmatch(raw):
        literal = decode(raw)
        return Name(literal=literal), None if literal else Problem.INVALID_NAME
    if _EXTENDED.match(raw):
        return _parse_extended(raw)
    parts = [part.strip() for part in split_outside_braces(raw, ",")]
    problem = None
    if len(parts) > 1 and not all((parts[0], parts[-1])):
        problem = Problem.INVALID_NAME  # commas that separate nothing
        parts = [part for part in parts if part] or [""]
    if len(parts) == 1:
        name = _first_von_last(without_glue(_words(parts[0])))
    elif len(parts) == 2:
        name = _von_last_first(parts[0], parts[1])
    elif len(parts) == 3:
        name = _three_parts(parts)
    else:
        return Name(literal=decode(raw)), Problem.INVALID_NAME
    if not name.short:
        return Name(literal=decode(raw) or raw), Problem.INVALID_NAME
    return name, problem


def collaboration_name(raw: str) -> str:
    """Return the name of a collaboration; INSPIRE writes ``ATLAS`` alone."""
    name = decode(raw)
    has_word = not name or _GROUP_WORD.search(name) is not None
    return name if has_word else f"{name} Collaboration"


def _joined_commands(raw: str) -> str:
    r"""Protect the space behind a command: ``Fran\c cois`` is one word."""
    if "\\" not in raw:
        return raw
    raw = _SPACED_ACCENT.sub(r"\\\1{\2}", raw)
    return _SPACED_LETTER.sub(r"{\\\1}", raw)


def _is_protected(raw: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    if not (raw.startswith("{") and raw.endswith("}")):
        return False
    depth = 0
    for position, character in enumerate(raw):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return position == len(raw) - 1
    return True


def _words(text: str) -> list[str]:
    """Split at white space and ties outside braces."""
    if "{" not in text:
        return text.replace("\\ ", " ").replace("~", " ").split()
    return [word for word in split_outside_braces(text, " \t\n~") if word]


def _is_lower(word: str) -> bool:
    """Whether BibTeX takes the word for a part of *von*: its first letter is small.

    A word in braces counts as capitalised, so braces keep ``{van}`` in a family name.
    """
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    text = word if _PLAIN.fullmatch(word) else decode(word)
    return next((letter.islower() for letter in text if letter.isalpha()), False)


def _first_von_last(words: list[str]) -> Name:
    suffix = ""
    if len(words) > 2 and is_suffix(words[-1]) and words[-1] != "I":
        suffix = words.pop()
    if not words:
        return Name()
    lower = [_is_lower(word) for word in words[:-1]]
    if not any(lower):
        return _name(words[:-1], [], words[-1:], suffix)
    first = lower.index(True)
    last = len(lower) - lower[::-1].index(True)
    if first == 0 and not _is_particle(words[0]):
        # "bell hooks", "danah boyd": all in small letters, but not all a family name.
        return _name(words[:-1], [], words[-1:], suffix)
    return _name(words[:first], words[first:last], words[last:], suffix)


def _is_particle(word: str) -> bool:
    return decode(word).casefold().rstrip("'\u2019.") in _PARTICLES


def _von_last_first(last: str, first: str) -> Name:
    if is_suffix(first) and len(first.rstrip(".")) > 1:
        name = _first_von_last(_words(last))
        return _with_suffix(name, first)
    return _family(last, first, "")


def _family(last: str, first: str, suffix: str) -> Name:
    words = _words(last)
    if not suffix and len(words) > 1 and is_suffix(words[-1]):
        suffix = words.pop()
    if not words:
        return _name(_words(first), [], [], suffix)
    lower = [_is_lower(word) for word in words[:-1]]
    # "Ortega y Gasset, Jos\u00e9": what begins with a capital is no particle.
    split = len(lower) - lower[::-1].index(True) if any(lower[:1]) else 0
    return _name(_words(first), words[:split], words[split:], suffix)


def _three_parts(parts: Sequence[str]) -> Name:
    last, middle, first = parts
    if is_suffix(first) and not is_suffix(middle):
        middle, first = first, middle
    return _family(last, first, middle)


def _name(
    given: list[str], particle: list[str], family: list[str], suffix: str
) -> Name:
    return Name(
        given=decode(" ".join(given)),
        family=decode(" ".join(family)),
        particle=decode(" ".join(particle)),
        suffix=decode(suffix),
    )


def _with_suffix(name: Name, suffix: str) -> Name:
    return Name(name.given, name.family, name.particle, decode(suffix))


def _parse_extended(raw: str) -> tuple[Name, Problem | None]:
    """Parse biblatex's ``given=..., family=..., prefix=..., suffix=...``."""
    found: dict[str, str] = {}
    problem: Problem | None = None
    for part in split_outside_braces(raw, ",", quotes=True):
        matched = _EXTENDED_PART.fullmatch(part.strip().strip('"'))
        if matched is None:
            problem = Problem.INVALID_NAME
            continue
        name = _EXTENDED_NAMES.get(matched[1].lower())
        if name is not None:
            found[name] = decode(matched[2].strip().strip('"'))
    if not any(found.values()):
        return Name(literal=decode(raw)), Problem.INVALID_NAME
    return Name(**found), problem
