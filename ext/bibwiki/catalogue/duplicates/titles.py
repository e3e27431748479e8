"""How alike two titles are, and the small words that make works different.

``Part I`` and ``Part II``, ``unsupervised`` and ``supervised`` or an erratum and its
article differ in a few letters and are not one work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from bibwiki.catalogue.folding import fold_words

_SMALL_WORDS = frozenset({
    "a", "an", "the", "of", "on", "for", "in", "to", "and", "with", "by", "from",
    "via", "at", "as", "is", "or", "le", "la", "les", "de", "des", "du", "der", "die",
    "das", "den", "ein", "eine", "und", "el", "los", "las", "y", "il", "lo", "e",
})  # fmt: skip
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_COUNTED = frozenset({
    "part", "volume", "vol", "book", "chapter", "no", "number", "paper", "teil", "band",
    "partie", "parte", "tome", "report", "version", "edition", "lecture", "round",
})  # fmt: skip
"""After these words a Roman or spelt-out number tells works apart."""
_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        ("one first", "two second", "three third", "four fourth", "five fifth",
         "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth"), 1
    )
    for word in words.split()
}  # fmt: skip
_MARKERS = frozenset({
    "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections",
    "retraction", "retracted", "comment", "comments", "commentary", "reply", "response",
    "rejoinder", "discussion", "supplement", "supplementary", "supplemental",
    "appendix", "review", "addendum", "summary", "preface", "foreword", "slides",
    "code", "dataset", "replication", "reproducibility", "revisited", "companion",
    "solutions", "answers", "proceedings", "interview", "editorial",
})  # fmt: skip
"""Words that one title has and the other has not only where two works are meant."""
_GENERIC = frozenset({
    "introduction", "editorial", "preface", "foreword", "conclusion", "conclusions",
    "discussion", "review", "book review", "book reviews", "abstract", "appendix",
    "index", "letter to the editor", "editors introduction", "guest editorial",
    "guest editors introduction", "in this issue", "obituary", "erratum", "corrigendum",
    "correction", "errata", "news", "contents", "table of contents", "acknowledgements",
    "acknowledgments", "bibliography", "references", "glossary", "contributors",
    "message from the chairs", "untitled", "no title", "response", "reply", "comment",
    "annual report", "newsletter", "front matter", "back matter", "interview",
    "from the editor", "from the editors", "letter from the editor", "editors note",
    "a note from the editor", "in memoriam", "welcome", "welcome message", "keynote",
    "presidents message", "about the authors", "call for papers", "panel", "program",
    "introduction to the special issue", "questions and answers", "book notices",
})  # fmt: skip
_SHORT_FORM = re.compile(
    r"[\s:,(\[\u2013\u2014-]*\b(?:extended abstract|short paper|poster(?: abstract)?|"
    r"demo(?:nstration)?(?: paper)?|invited (?:talk|paper)|abstract only|abstract)"
    r"[)\].\s]*$",
    re.IGNORECASE,
)
_VERSION_FORM = re.compile(
    r"[\s:,(\[\u2013\u2014-]*\b(?:(?:extended|full|long|preliminary|draft|preprint|"
    r"technical report|author) version|preprint|with appendix|technical report)"
    r"[)\].\s]*$",
    re.IGNORECASE,
)
_FORM_WORDS = (
    "abstract", "paper", "poster", "demo", "talk", "version", "preprint", "appendix",
    "report",
)  # fmt: skip
"""One of these is in whatever the two patterns above find."""
_TRAILER = re.compile(
    r"[\s,.]*[\[(](?:(?:arxiv|online|internet|doi|pdf)[^\])]*|in [a-z]+|"
    r"(?:ph\.?d\.? |doctoral |master'?s? )?(?:thesis|dissertation))[\])]\s*$",
    re.IGNORECASE,
)
_AMERICAN = (
    (re.compile("(?<=[a-z]{2})our"), "or"),
    (re.compile("(?<=[bt])re(?=s?$)"), "er"),
    (re.compile("(?<=[a-z]{3})is(?=e[sd]?$|ing$|ation)"), "iz"),
    (re.compile("ogue(?=s?$)"), "og"),
    (re.compile("ll"), "l"),
    (re.compile("ae|oe"), "e"),
)
"""Makes British and American spellings one; what other words become does no harm."""
_SUBTITLE = re.compile(r":\s|\s[\u2013\u2014-]+\s|\?\s|\.\s(?=[A-Z])")
_LONGEST = 2000
"""Characters of a title that are looked at."""


class Likeness(Enum):
    """How two titles stand to each other, the most alike first."""

    EQUAL = "equal titles"
    """The same letters, whatever the case, accents, hyphens and spaces."""
    SMALL_WORDS = "titles that differ in small words"
    SPELLING = "titles that differ in spelling"
    SUBTITLE = "one title lacks the subtitle"
    OVERLAP = "titles that share most words"
    DIFFERENT = "different titles"
    OPPOSED = "titles that tell two works apart"
    """Numbers or words such as ``erratum`` differ: never one work."""


@dataclass(frozen=True, slots=True)
class TitleForm:
    """A title made ready to be compared."""

    words: tuple[str, ...]
    """Folded, in order."""
    compact: str
    """The words without spaces: ``data base`` is ``database``."""
    main: str
    """The same of what stands before the subtitle."""
    content: tuple[str, ...]
    """The words without small ones."""
    numbers: tuple[str, ...]
    """Sorted: what counts a part, volume, year or release."""
    markers: frozenset[str]
    form: str
    """``short`` for an extended abstract or poster, ``version`` for a full version or
    preprint, where the title itself says so; else empty. It is not part of the words.
    """

    @property
    def is_generic(self) -> bool:
        """Whether many works have such a title: it proves nothing."""
        return " ".join(self.words) in _GENERIC or len(self.compact) < 4

    @property
    def is_short(self) -> bool:
        """Whether two works may well have it by chance."""
        return len(self.content) < 3 and len(self.compact) < 20


def title_form(title: str) -> TitleForm:
    """Fold a title and take apart what it is made of."""
    title, form = _without_form(_TRAILER.sub("", title[:_LONGEST]))
    words = tuple(fold_words(title).split())
    before, *subtitle = _SUBTITLE.split(title, maxsplit=1)
    main = fold_words(before).split() if subtitle else words
    content = tuple([word for word in words if word not in _SMALL_WORDS])
    return TitleForm(
        words,
        "".join(words),
        "".join(main),
        content or words,
        _numbers(words, len(main)),
        _MARKERS.intersection(words),
        form,
    )


def compare_titles(one: TitleForm, other: TitleForm) -> Likeness:
    """Tell how alike two titles are."""
    if one.compact == other.compact:
        return Likeness.EQUAL
    if one.numbers != other.numbers or one.markers != other.markers:
        return Likeness.OPPOSED
    if one.content == other.content:
        return Likeness.SMALL_WORDS
    if _misspelt(one.content, other.content):
        return Likeness.SPELLING
    subtitle = one.compact == other.main or other.compact == one.main
    return Likeness.SUBTITLE if subtitle else _overlap(one, other)


def _overlap(one: TitleForm, other: TitleForm) -> Likeness:
    here, there = set(one.content), set(other.content)
    alike = 2 * len(here & there) >= max(len(here), len(there))
    return Likeness.OVERLAP if alike else Likeness.DIFFERENT


def _without_form(title: str) -> tuple[str, str]:
    if title.isascii():  # a quick look, which spares most titles the careful ones
        small = title.lower()
        if not any(word in small for word in _FORM_WORDS):
            return title, ""
    for pattern, form in ((_SHORT_FORM, "short"), (_VERSION_FORM, "version")):
        cut = pattern.sub("", title)
        if cut != title and len(cut.split()) > 1:
            return cut, form
    return title, ""


def _numbers(words: tuple[str, ...], main_length: int) -> tuple[str, ...]:
    """Return what counts: digits anywhere, other numbers where they count parts."""
    found = []
    words = (*words, "")
    for place, word in enumerate(words[:-1]):
        counted = place > 0 and words[place - 1] in _COUNTED
        closing = place > 0 and place in {len(words) - 2, main_length - 1}
        if not word.isalpha() and any(sign.isdigit() for sign in word):
            found.append(word.removesuffix("st").removesuffix("nd").removesuffix("th"))
        elif (counted or closing) and _ROMAN.fullmatch(word):
            found.append(str(_roman(word)))
        elif word in _NUMBER_WORDS and (counted or words[place + 1] in _COUNTED):
            found.append(_NUMBER_WORDS[word])
        elif counted and len(word) == 1 and word not in _SMALL_WORDS:
            found.append(word)
    return tuple(sorted(found))


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[sign] for sign in word]
    return sum(
        -value if value < max(values[place:]) else value
        for place, value in enumerate(values)
    )


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a few long words differ in one letter, and nothing else differs."""
    if len(one) != len(other) or len(one) < 3:
        return False
    spelt = [
        (_american(a), _american(b)) for a, b in zip(one, other, strict=True) if a != b
    ]
    pairs = [(a, b) for a, b in spelt if a != b]
    return len(pairs) <= 1 + len(one) // 5 and all(_one_slip(a, b) for a, b in pairs)


def _american(word: str) -> str:
    for pattern, american in _AMERICAN:
        word = pattern.sub(american, word)
    return word


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two words are one word with a letter wrong, missing or swapped."""
    if min(len(one), len(other)) < 5 or one[:2] != other[:2]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )
