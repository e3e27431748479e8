"""Equal facts have equal digests, in every process; facts that differ do not."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from enum import StrEnum

import pytest

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.diagnostic import Location
from bibwiki.model.interpret import interpret_all
from bibwiki.model.latex.marked_text import Inline, MarkedText
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.tracing.fact_digest import SIZE, entry_digest, fact_digest


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Lamp:
    colour: object


@dataclass(frozen=True, slots=True)
class Post:
    colour: object


DIFFERENT = (
    "",
    "red",
    Colour.RED,
    Lamp("red"),
    Post("red"),
    Lamp(Colour.RED),
    Lamp(("red",)),
    Lamp(None),
    MarkedText("red", (Inline("red", "emphasis"),)),
    MarkedText("red", (Inline("red", "strong"),)),
    ("red",),
    ("r", "ed"),
    {"red": "lamp"},
    {"lamp": "red"},
    frozenset({"red"}),
    1,
    1.5,
    None,
    Target(Kind.WORK, "red"),
    Target(Kind.TOPIC, "red"),
    "half of a pair \ud800",
)


def test_values_that_differ_have_different_digests() -> None:
    digests = list(map(fact_digest, DIFFERENT))
    assert len(set(digests)) == len(DIFFERENT)
    assert {len(digest) for digest in digests} == {SIZE}


def test_digests_do_not_depend_on_which_strings_are_one() -> None:
    once, again = (f"lamp {kind}" for kind in ("post", "post"))
    assert once is not again
    assert fact_digest((once, once)) == fact_digest((once, again))


def test_digests_do_not_depend_on_the_process() -> None:
    code = (
        "from bibwiki.pages.tracing.fact_digest import fact_digest\n"
        "print(fact_digest((frozenset('abcdef'), 'x', 1)).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {f"{fact_digest((frozenset('abcdef'), 'x', 1)).hex()}\n"}


def test_the_line_of_a_place_does_not_count() -> None:
    place = Location("works.bib", 3, 1)
    assert fact_digest(place) == fact_digest(replace(place, line=9))
    assert fact_digest(place) != fact_digest(replace(place, path="other.bib"))


def _entry(**changes: object) -> Entry:
    entry = Entry("loom", "book", {"title": "Looms"}, Location("works.bib", 3))
    return replace(entry, **changes)  # type: ignore[arg-type]


def test_an_entry_keeps_its_digest_wherever_it_moves() -> None:
    entry = _entry(raw="@book{loom, title = {Looms}}")
    digest = entry_digest(entry)

    moved = entry.moved_down(4)
    assert moved == _entry(raw=entry.raw, location=Location("works.bib", 7))
    assert moved.digest == digest == entry_digest(_entry())


@pytest.mark.parametrize(
    "change",
    [
        {"key": "looms"},
        {"entry_type": "misc"},
        {"fields": {"title": "Reeds"}},
        {"location": Location("other.bib", 3)},
        {"kept": False},
    ],
    ids=str,
)
def test_an_entry_that_says_something_else_has_another_digest(
    change: dict[str, object],
) -> None:
    entry = _entry()
    digest = entry_digest(entry)
    changed = replace(entry, **change)  # type: ignore[arg-type]
    assert not changed.digest
    assert entry_digest(changed) != digest
    assert fact_digest((changed,)) != fact_digest((entry,))


def test_a_digest_that_is_kept_is_no_part_of_what_is_said() -> None:
    work = interpret_all([_entry()])[0][0]
    again = replace(work)
    object.__setattr__(work, "consequences", b"digest")
    assert work == again
    assert fact_digest(work) == fact_digest(again)
    assert work.moved_to(_entry()).consequences == b"digest"
    assert not replace(work, title="Reeds").consequences


def test_what_cannot_be_compared_is_refused() -> None:
    with pytest.raises(TypeError, match="no digest for function"):
        fact_digest(lambda: None)
