from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.pages.blocks import FactList
from bibwiki.pages.items import Link
from bibwiki.pages.name_notes import name_blocks
from bibwiki.pages.tracing.tables import family_and_initial

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext


def facts_of(context: PageContext, person: str) -> dict[str, str]:
    blocks = name_blocks(context, context.catalogue.people[person])
    return {
        fact.label: "".join(s.text if isinstance(s, Link) else s for s in fact.value)
        for block in blocks
        if isinstance(block, FactList)
        for fact in block.facts
    }


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("M\xfcller, J\xf6rg", "muller, j"),
        ("van den Berg, Ann", "van den berg, a"),
        ("Spindle, Jr, Ada", "spindle, a"),
        ("O'Brien, \xc9mile", "obrien, e"),
        ("Spindle", ""),
        ("Spindle, ", ""),
    ],
)
def test_family_and_initial(name: str, key: str) -> None:
    assert family_and_initial(name) == key


def test_people_of_one_family_name_and_initial_are_told_apart(
    context_of: Callable[..., PageContext],
) -> None:
    names = ["Weaver, Zoe", "W\xe9aver, Zita", "Weaver, Ann", "Weaver, Z.", "Loom, Zoe"]
    context = context_of(
        f"@book{{a, title = {{A}}, author = {{{' and '.join(names)}}}}}"
    )

    assert facts_of(context, "zoe-weaver") == {
        "Not to be confused with": "Z. Weaver; Zita W\xe9aver"
    }
    assert facts_of(context, "ann-weaver") == {}


def test_the_very_same_name_comes_first(
    context_of: Callable[..., PageContext],
) -> None:
    notes = [
        Note(Kind.PERSON, id_, name, id_, Location(f"{id_}.md"))
        for id_, name in [("zoe-1", "Zoe Weaver"), ("zoe-2", "Zo\xeb Weaver")]
    ]
    work = "@book{a, title = {A}, author = {Weaver, Zack}}"
    context = context_of(work, notes)

    assert facts_of(context, "zoe-1") == {
        "Written as": "Zoe Weaver",
        "Not to be confused with": "Zo\xeb Weaver; Zack Weaver",
    }


def test_many_people_of_like_names_are_found_in_the_index(
    context_of: Callable[..., PageContext],
) -> None:
    names = " and ".join(f"Ng, A{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    context = context_of(f"@book{{a, title = {{A}}, author = {{{names}}}}}")

    said = facts_of(context, "aa-ng")["Not to be confused with"]

    assert said.endswith("; Au Ng; and 5 more: people under N")


def test_only_those_who_are_shown_are_looked_at(
    context_of: Callable[..., PageContext],
) -> None:
    notes = [
        Note(Kind.PERSON, f"ng-{n}", "Al Ng", f"ng-{n}", Location(f"{n}.md"))
        for n in range(60)
    ]
    context = context_of("@book{a, title = {A}, author = {Ng, Aa}}", notes)
    person = context.catalogue.people["ng-30"]

    _, read = context.recorder.record(lambda: name_blocks(context, person))

    assert facts_of(context, "ng-30")["Not to be confused with"].endswith(
        "; and 40 more: people under N"
    )
    assert len(read) < 60
