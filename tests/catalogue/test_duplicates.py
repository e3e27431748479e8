"""Which invented pairs of entries are one work, versions, related, or different."""

from __future__ import annotations

import re
from itertools import islice, product
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.duplicates.pairs import (
    DuplicatePair,
    duplicate_diagnostics,
    duplicates_as_json,
    find_duplicates,
)
from bibwiki.catalogue.duplicates.titles import (
    Likeness,
    TitleForm,
    compare_titles,
)
from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location, Severity
from bibwiki.model.interpret import interpret

LONG = "Counting Sheep by Their Shadows in Mountain Pastures"
TWO = "Muster, Ada and Vale, Ben"
FILES = Path(__file__).parent.parent / "cases"
CASES = yaml.safe_load((FILES / "duplicates.yaml").read_text("utf-8"))
HARD = yaml.safe_load((FILES / "hard-duplicates.yaml").read_text("utf-8"))


def _entries(*entries: str) -> tuple[DuplicatePair, ...]:
    """Compare entries written as ``type | field = value | ...``; keys are k0, k1 ..."""
    texts = []
    for number, entry in enumerate(entries):
        type_, *fields = re.split(r"\s*\|\s*", entry.strip())
        body = "".join(
            "  {} = {{{}}},\n".format(*re.split(r"\s*=\s*", field, maxsplit=1))
            for field in fields
        )
        texts.append(f"@{type_}{{k{number},\n{body}}}\n")
    kept, _ = inherit_fields([parse_bibtex("".join(texts), "a.bib")])
    works = [interpret(entry)[0] for entry in kept]
    return find_duplicates(works, assemble(works, [], [])[0])


def _article(title: str = LONG, more: str = "") -> str:
    more = f" | {more}" if more else ""
    return f"article | title = {title} | author = {TWO} | year = 2020{more}"


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{case['kind']}: {case['case']}") for case in CASES + HARD],
)
def test_kinds_of_pairs(case: dict[str, str]) -> None:
    pairs = _entries(case["one"], case["other"])

    found = [pair.judgement.kind.value for pair in pairs]
    kind = case.get("found", case["kind"])
    assert found == ([] if kind == "different" else [kind])
    for pair in pairs:
        assert 0.75 <= pair.judgement.score < 1
        assert pair.reason


def test_few_hard_pairs_are_missed_and_none_is_found_wrongly() -> None:
    wrong = [case for case in HARD if "found" in case]

    assert len(HARD) > 95
    assert len(wrong) < 5
    assert all(case["found"] == "different" for case in wrong)


def test_declared_pairs_are_decided() -> None:
    declared = _article(more="related = k0 | relatedtype = version")

    assert _entries(_article(), declared) == ()
    assert _entries(_article(), _article(more="related = k0")) == ()
    assert _entries(_article(), _article(more="ids = k0")) == ()


def test_form_of_the_json_and_of_the_problems() -> None:
    pairs = _entries(_article(), _article(), "misc | title = Other")

    assert duplicates_as_json(pairs) == {
        "schema": "bibwiki/duplicates/1",
        "pairs": [
            {
                "keys": ["k0", "k1"],
                "score": 0.9,
                "kind": "same",
                "reason": "equal titles, same creators, same year",
            }
        ],
    }
    [problem] = duplicate_diagnostics(pairs)
    assert (problem.severity, problem.location.line) == (Severity.INFO, 6)
    assert "'k1' seems to be the same work as 'k0'" in problem.message


@pytest.mark.parametrize("title", ["Sheep Number {}", "Sheep of the {} Mountain"])
def test_large_blocks_are_not_compared_with_themselves(
    monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    compared = []
    judged = []

    def compare(*titles: TitleForm) -> Likeness:
        compared.append(titles)
        return compare_titles(*titles)

    monkeypatch.setattr(
        "bibwiki.catalogue.duplicates.candidates.compare_titles", compare
    )
    monkeypatch.setattr(
        "bibwiki.catalogue.duplicates.pairs.judge", lambda *pair: judged.append(pair)
    )
    letters = product("abcdefg", repeat=3)
    names = map(str, range(300)) if "Number" in title else map("".join, letters)
    entries = [_article(title.format(name)) for name in islice(names, 300)]

    _entries(*entries)

    assert len(judged) < 25 * len(entries)
    assert len(entries) < len(compared) < 50 * len(entries)
    assert bool(judged) == ("Number" not in title)


@given(st.lists(st.text(max_size=60), min_size=6, max_size=6))
def test_whatever_entries_hold_can_be_compared(texts: list[str]) -> None:
    works = []
    for number, (title, author, pages) in enumerate((texts[:3], texts[3:])):
        fields = {"title": title, "author": author, "pages": pages, "journal": title}
        entry = Entry(f"k{number}", "article", fields, Location("a.bib"))
        works.append(interpret(entry)[0])

    for pair in find_duplicates(works, assemble(works, [], [])[0]):
        assert 0 < pair.judgement.score < 1


def test_nothing_in_nothing_out() -> None:
    assert _entries() == ()
