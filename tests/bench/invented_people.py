"""Invented people whose identity is known, and the many ways their names are written.

The kinds of variation and their rates follow what the editors of a large conference
anthology had to declare for their authors: of 300 declared variants about a quarter
reduce given names to initials, a quarter add or lack a middle name, a fifth differ in
case, an eighth in accents, a tenth in hyphens and spaces, and one in twenty each in a
second family name, a short form of the given name, a slip, or another family name.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import yaml

_Chance: TypeAlias = random.Random

_POOLS = {
    pool: names.split()
    for pool, names in yaml.safe_load(
        Path(__file__).with_name("names.yaml").read_text("utf-8")
    ).items()
}
"""Names by where they come from; see the file."""
_SHORT = {
    "David": "Dave", "Michael": "Mike", "Daniel": "Dan", "Robert": "Rob",
    "Christopher": "Chris", "Andrew": "Andy", "Alexander": "Alex", "Steven": "Steve",
    "Katherine": "Kathy", "Timothy": "Tim", "Gregory": "Greg", "Kenneth": "Ken",
    "Benjamin": "Ben", "Edward": "Ed", "Matthew": "Matt", "Thomas": "Tom",
}  # fmt: skip
_TRANSLITERATED = {"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa"}


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Somebody, and the habits with which their name is written."""

    given: str
    """The full first name; a hyphen where the syllables are written apart."""
    middle: str
    """Further given names; empty for most."""
    family: str
    second_family: str
    """As in Spanish names; empty for most."""
    initials_rate: float
    """How often only initials are written."""
    middle_rate: float
    """How often the middle name is written."""
    short_rate: float
    """How often the short form of the given name is written."""
    other_family: str
    """The family name from some year on; empty for nearly all."""


def invent_person(chance: _Chance, common: float = 1.0) -> InventedPerson:
    """Invent a person; two may well have one name.

    Args:
        chance: Decides who it is.
        common: Multiplies the share of names from where few names serve many people.
    """
    origin = chance.choices(
        ("west", "chinese", "korean", "japanese", "iberian", "arabic", "indian"),
        (47, 22 * common, 5 * common, 7, 7, 4, 8),
    )[0]
    given, middle, family, second = _NAMERS[origin](chance)
    if middle == given:
        middle = ""
    careless = chance.random() < 0.03
    variable = chance.random() < 0.18
    renamed = origin == "west" and chance.random() < 0.008
    return InventedPerson(
        given,
        middle,
        family,
        second,
        initials_rate=chance.uniform(0.1, 0.5) if careless else 0.0,
        middle_rate=chance.uniform(0.1, 0.9) if variable else 1.0,
        short_rate=chance.uniform(0.1, 0.5) if chance.random() < 0.12 else 0.0,
        other_family=_rare_family(chance) if renamed else "",
    )


def with_rare_family(person: InventedPerson, chance: _Chance) -> InventedPerson:
    """Return somebody whose family name has one more ending, which few others have."""
    return replace(person, family=person.family + chance.choice(_POOLS["endings"]))


def write_name(person: InventedPerson, chance: _Chance, late: float) -> str:
    """Return the name as one bibliography writes it, ``Family, Given``.

    Args:
        person: Whose name it is.
        chance: Decides how it is written.
        late: How far into a life's work this is, from 0 to 1.
    """
    given, middle, family = person.given, person.middle, person.family
    if person.other_family and late > 0.5:
        family = person.other_family
    if given in _SHORT and chance.random() < person.short_rate:
        given = _SHORT[given]
    if middle and chance.random() >= person.middle_rate:
        middle = ""
    elif len(middle) > 1 and chance.random() < 0.25:
        middle = f"{middle[0]}."
    if person.second_family and chance.random() < 0.8:
        family += chance.choice((" ", " ", "-")) + person.second_family
    if chance.random() < person.initials_rate:
        given = " ".join(f"{part[0]}." for part in given.split("-"))
        middle = f"{middle[0]}." if middle else ""
    given, family = _respelt(given, family, chance)
    if chance.random() < 0.002:
        family = _slip(family, chance)
    words = f"{given} {middle}".strip()
    style = chance.random()
    if style < 0.02:
        return f"{family.upper()}, {words}"
    if style < 0.6 and " " not in family:
        return f"{words} {family}"
    return f"{family}, {words}"


def _respelt(given: str, family: str, chance: _Chance) -> tuple[str, str]:
    """Change hyphens, spaces, capitals and accents, as careless typing does."""
    if "-" in given and chance.random() < 0.12:
        first, second = given.split("-")
        given = chance.choice(
            (
                f"{first} {second}",
                f"{first}{second.lower()}",
                f"{first}-{second.lower()}",
            )
        )
    if "-" in family and chance.random() < 0.15:
        family = family.replace("-", chance.choice((" ", "")))
    if not family.isascii() and chance.random() < 0.15:
        if chance.random() < 0.2:
            family = "".join(_TRANSLITERATED.get(sign, sign) for sign in family)
        family = _plain(family)
    if not given.isascii() and chance.random() < 0.15:
        given = _plain(given)
    return given, family


def _plain(text: str) -> str:
    text = text.replace("ø", "o").replace("ł", "l").replace("Ł", "L").replace("Ø", "O")
    text = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in text if not unicodedata.combining(sign))


def _slip(word: str, chance: _Chance) -> str:
    place = chance.randrange(1, len(word))
    return word[:place] + word[place + 1 :] if len(word) > 3 else word


def _zipf(chance: _Chance, names: list[str] | tuple[str, ...]) -> str:
    weights = [1 / (place + 2) for place in range(len(names))]
    return chance.choices(names, weights)[0]


def _middle(chance: _Chance, names: list[str], rate: float) -> str:
    if chance.random() >= rate:
        return ""
    name = _zipf(chance, names)
    return name if chance.random() < 0.3 else f"{name[0]}."


def _given(chance: _Chance, names: list[str], rare: float) -> str:
    if chance.random() < rare:
        return chance.choice(_POOLS["rare_stems"]) + chance.choice(
            _POOLS["rare_endings"]
        )
    return _zipf(chance, names)


def _rare_family(chance: _Chance) -> str:
    middle = chance.choice(_POOLS["inner"]) if chance.random() < 0.7 else ""
    return chance.choice(_POOLS["stems"]) + middle + chance.choice(_POOLS["endings"])


def _western(chance: _Chance) -> tuple[str, str, str, str]:
    common = chance.random() < 0.05
    family = _zipf(chance, _POOLS["west_family"]) if common else _rare_family(chance)
    given = _given(chance, _POOLS["west_given"], 0.5)
    if chance.random() < 0.03:
        second = _zipf(chance, _POOLS["west_given"])
        given = f"{given}-{second}"
    return given, _middle(chance, _POOLS["west_given"], 0.3), family, ""


def _chinese(chance: _Chance) -> tuple[str, str, str, str]:
    given = _zipf(chance, _POOLS["syllables"])
    if chance.random() < 0.88:
        given, second = _syllable(chance), _syllable(chance)
        joint = chance.random()
        given += f"-{second}" if joint < 0.15 else second.lower()
    middle = _zipf(chance, _POOLS["west_given"]) if chance.random() < 0.02 else ""
    return given, middle, _zipf(chance, _POOLS["chinese_family"]), ""


def _syllable(chance: _Chance) -> str:
    return (chance.choice(_POOLS["initials"]) + chance.choice(_POOLS["finals"])).title()


def _korean(chance: _Chance) -> tuple[str, str, str, str]:
    first, second = chance.sample(_POOLS["korean"], 2)
    given = f"{first}-{second}" if chance.random() < 0.4 else first + second.lower()
    return given, "", _zipf(chance, _POOLS["korean_family"]), ""


def _japanese(chance: _Chance) -> tuple[str, str, str, str]:
    family = chance.choice(_POOLS["japanese"]) + chance.choice(_POOLS["japanese_end"])
    if chance.random() < 0.5:
        family = chance.choice(_POOLS["japanese"]) + family.lower()
    return _given(chance, _POOLS["japanese_given"], 0.7), "", family, ""


def _iberian(chance: _Chance) -> tuple[str, str, str, str]:
    family, second = chance.sample(_POOLS["iberian_family"], 2)
    family = _rare_family(chance) if chance.random() < 0.7 else family
    middle = _middle(chance, _POOLS["west_given"], 0.25)
    second = second if chance.random() < 0.3 else ""
    return _given(chance, _POOLS["west_given"], 0.4), middle, family, second


def _arabic(chance: _Chance) -> tuple[str, str, str, str]:
    prefix = "Al-" if chance.random() < 0.5 else ""
    middle = _middle(chance, _POOLS["arabic_given"], 0.2)
    given = _given(chance, _POOLS["arabic_given"], 0.8)
    return given, middle, prefix + _given(chance, _POOLS["arabic"], 0.8), ""


def _indian(chance: _Chance) -> tuple[str, str, str, str]:
    middle = _middle(chance, _POOLS["indian_given"], 0.2)
    common = chance.random() < 0.1
    family = _zipf(chance, _POOLS["indian_family"]) if common else _rare_family(chance)
    return _given(chance, _POOLS["indian_given"], 0.6), middle, family, ""


_NAMERS = {
    "west": _western,
    "chinese": _chinese,
    "korean": _korean,
    "japanese": _japanese,
    "iberian": _iberian,
    "arabic": _arabic,
    "indian": _indian,
}
