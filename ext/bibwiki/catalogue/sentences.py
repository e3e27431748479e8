"""Splitting the text of a paragraph into sentences, citations kept as parts.

Rules for running prose in languages that end sentences with ``.``, ``!``, ``?`` or
their full-width forms; common abbreviations and initials do not end one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.mention import SentencePart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[。！？]+[”’」』）]*")  # noqa: RUF001
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:e\.g|i\.e|cf|vs|al|et|etc|fig|figs|eq|eqs|sec|ch|no|nos|vol|"
    r"pp?|ed|eds|dr|prof|mr|mrs|ms|st|jr|sr|approx|ca|resp|[^\W\d_])\.$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"\s+[a-z]")


def split_sentences(
    parts: Iterable[SentencePart],
) -> tuple[tuple[SentencePart, ...], ...]:
    """Split a paragraph's parts into sentences.

    Citation parts stay whole. A citation that follows a full stop and ends the
    paragraph, or stands before the next sentence's first word, closes the sentence
    before it: that is how people cite. Joined again, the sentences give the parts.
    """
    sentences: list[list[SentencePart]] = [[]]
    ended = False
    for piece, ends in _pieces(_joined(parts)):
        if ended and not piece.keys and piece.text.strip():
            sentences.append([])
            ended = False
        sentences[-1].append(piece)
        ended = ended or ends
    return tuple(tuple(sentence) for sentence in sentences if sentence)


def _joined(parts: Iterable[SentencePart]) -> Iterator[SentencePart]:
    """Join neighbouring plain texts, so that a sentence's end sees what follows."""
    text: list[str] = []
    for part in parts:
        if not part.keys and not part.own and not part.link:
            text.append(part.text)
            continue
        if text:
            yield SentencePart("".join(text))
            text = []
        yield part
    if text:
        yield SentencePart("".join(text))


def _pieces(parts: Iterable[SentencePart]) -> Iterator[tuple[SentencePart, bool]]:
    """Yield parts cut after each sentence end, with whether they end one."""
    for part in parts:
        if part.keys or part.own or part.link:
            yield part, False
            continue
        start = 0
        for match in _END.finditer(part.text):
            if _ends_sentence(part.text, match):
                yield SentencePart(part.text[start : match.end()]), True
                start = match.end()
        if start < len(part.text):
            yield SentencePart(part.text[start:]), False


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell a sentence's end from an abbreviation's or an initial's full stop."""
    if match.group().startswith("."):
        word = text[max(0, match.start() - 12) : match.start() + 1]
        if _ABBREVIATION.search(word):
            return False
    return not _CONTINUES.match(text, match.end())
