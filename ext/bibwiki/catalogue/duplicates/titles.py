"""How alike two titles are, and the small words that make works different.

``Part I`` and ``Part II``, ``unsupervised`` and ``supervised`` or an erratum and its
article differ in a few letters and are not one work.
"""

from __future__ import annotations

import re
from enum import Enum
from sys import intern

from bibwiki.catalogue.duplicates.title_numbers import SMALL_WORDS, numbers_of
from bibwiki.catalogue.folding import fold_words
from bibwiki.model.values import value

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
_FORM_ENDS = (
    "abstract", "paper", "poster", "demo", "demonstration", "talk", "only", "version",
    "preprint", "appendix", "report",
)  # fmt: skip
"""With one of these ends whatever the two patterns above find."""
_CLOSING = ")]. \t\n\r\v\f\x1c\x1d\x1e\x1f"
"""What of ASCII may follow it."""
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
_CHANGED_FIRST = frozenset("ao")
"""The first letters that may become another one so."""
_SUBTITLE_SIGN = re.compile(r"[:?.\u2013\u2014-]\s")
"""Stands in whatever the next pattern finds, and is sought in a tenth of the time."""
_SUBTITLE = re.compile(r":\s|\s[\u2013\u2014-]+\s|\?\s|\.\s(?=[A-Z])")
_NONE: frozenset[str] = frozenset()
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


@value(frozen=True, slots=True)
class TitleForm:
    """A title made ready to be compared.

    There is one for each work at a time: it holds no more than is compared, and words
    that many titles share once.
    """

    compact: str
    """The folded words without spaces: ``data base`` is ``database``."""
    main: str
    """The same of what stands before the subtitle."""
    content: tuple[str, ...]
    """The folded words in order, without small ones."""
    numbers: tuple[str, ...]
    """Sorted: what counts a part, volume, year or release."""
    markers: frozenset[str]
    is_generic: bool
    """Whether many works have such a title: it proves nothing."""
    form: str
    """``short`` for an extended abstract or poster, ``version`` for a full version or
    preprint, where the title itself says so; else empty. It is not part of the words.
    """

    @property
    def is_short(self) -> bool:
        """Whether two works may well have it by chance."""
        return len(self.content) < 3 and len(self.compact) < 20


def title_form(title: str) -> TitleForm:
    """Fold a title and take apart what it is made of."""
    title, form = _without_form(_without_trailer(title[:_LONGEST]))
    folded = fold_words(title)
    words = folded.split()
    main, main_length = compact, _ = "".join(words), len(words)
    if _SUBTITLE_SIGN.search(title):
        before, *subtitle = _SUBTITLE.split(title, maxsplit=1)
        if subtitle:
            main_words = fold_words(before).split()
            main, main_length = "".join(main_words), len(main_words)
    content = tuple([intern(word) for word in words if word not in SMALL_WORDS])
    return TitleForm(
        compact,
        main,
        content or tuple(words),
        numbers_of(words, main_length),
        _NONE if _MARKERS.isdisjoint(words) else _MARKERS.intersection(words),
        folded in _GENERIC or len(compact) < 4,
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
    here = set(one.content)
    common = here.intersection(other.content)
    if not common:
        return Likeness.DIFFERENT
    alike = 2 * len(common) >= max(len(here), len(set(other.content)))
    return Likeness.OVERLAP if alike else Likeness.DIFFERENT


def _without_trailer(title: str) -> str:
    # Quick looks, here and below, spare most titles the careful ones.
    return _TRAILER.sub("", title) if title.rstrip()[-1:] in {")", "]"} else title


def _without_form(title: str) -> tuple[str, str]:
    if title.isascii() and not title.lower().rstrip(_CLOSING).endswith(_FORM_ENDS):
        return title, ""
    for pattern, form in ((_SHORT_FORM, "short"), (_VERSION_FORM, "version")):
        cut = pattern.sub("", title)
        if cut != title and len(cut.split()) > 1:
            return cut, form
    return title, ""


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a few long words differ in one letter, and nothing else differs."""
    if len(one) != len(other) or len(one) < 3:
        return False
    slips = 0
    for here, there in zip(one, other, strict=True):
        if here == there:
            continue
        if here[0] != there[0] and _CHANGED_FIRST.isdisjoint(here[0] + there[0]):
            return False  # the same that the next lines say, for most titles
        a, b = _american(here), _american(there)
        slips += a != b
        if a != b and (slips > 1 + len(one) // 5 or not _one_slip(a, b)):
            return False
    return True


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
