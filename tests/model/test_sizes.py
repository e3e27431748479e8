"""Size does no harm: nothing recurses, every test ends, and neighbours stay whole.

A step that is quadratic in any of these would take minutes where it takes a second.
"""

from __future__ import annotations

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Problem
from bibwiki.model.interpret import interpret_all

SOUND = "\n@misc{sound, title = {Sound}, author = {Loom, Ada}, year = 2020}\n"
MANY = "".join(
    f"@misc{{e{n}, title = {{T {n}}}, author = {{Loom, Ada}}, year = 2020}}\n"
    for n in range(5000)
)


def _with_field(name: str, value: str) -> str:
    return f"@misc{{large, title = {{Large}}, {name} = {value}}}\n"


LARGE = {
    "a list of comments": _with_field("author", "{A B" + " %a" * 60_000 + "}"),
    "a list of slashes": _with_field("author", "{" + "A B / " * 20_000 + "}"),
    "brackets behind a name": _with_field("author", "{A B" + " (c" * 60_000 + "}"),
    "marks of footnotes": _with_field("author", "{" + "Ab c1, " * 20_000 + "}"),
    "ORCIDs without an end": _with_field("orcid-numbers", "{" + "a " * 100_000 + "}"),
    "what looks encoded twice": _with_field(
        "note", "{" + "\u00c3\u00a4\u00e2\u20ac" * 60_000 + "}"
    ),
    "an abstract of 1 MB": _with_field(
        "abstract", "{" + "word " * 180_000 + "\\'e " * 20_000 + "}"
    ),
    "3,000 authors": _with_field(
        "author", "{" + " and ".join(f"Loom{n}, Ada" for n in range(3000)) + "}"
    ),
    "5,000 fields": "@misc{large, title = {Large}"
    + "".join(f",\n  f{n} = {{x}}" for n in range(5000))
    + "}",
    "5,000 undefined macros": "@misc{large, title = {Large}"
    + "".join(f",\n  f{n} = m{n}" for n in range(5000))
    + "}",
    "100,000 nested braces": _with_field("note", "{" * 100_000 + "x" + "}" * 100_000),
    "100,000 open braces": "@misc{large, title = {Large}, note = " + "{" * 100_000,
    "100,000 surplus braces": _with_field("note", "{x" + "}" * 100_000),
    "100 kB of @{": "@misc{large, title = {Large}}\n" + "@{" * 50_000,
    "100 kB of @misc{": "@misc{large, title = {Large}}\n" + "@misc{" * 17_000,
    "50,000 commas": "@misc{large, title = {Large}" + "," * 50_000 + "}",
    "50,000 bare @": "@misc{large, title = {Large}}\n" + "@misc\n" * 50_000,
    "200,000 quotes": _with_field("note", '"' * 200_000),
    "100,000 joined texts": _with_field("note", " # ".join(["{x}"] * 100_000)),
    "a key of 100,000 characters": "@misc{" + "k" * 100_000 + ", title = {Large}}",
    "30,000 lines that look like fields": _with_field(
        "note", "{\n" + "year = {x}\n" * 30_000 + "}"
    ),
    "200,000 backslashes": _with_field("note", "{" + "\\" * 200_000 + "}"),
    "20,000 nested commands": _with_field(
        "note", "{" + "\\emph{" * 20_000 + "x" + "}" * 20_001
    ),
    "300,000 control characters": _with_field("note", "{" + "\0" * 300_000 + "}"),
    "20,000 dates": _with_field("date", "{" + "2020/" * 20_000 + "}"),
    "an address of 500 kB": _with_field("url", "{https://" + "a" * 500_000 + "}"),
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_entries_are_read_and_spare_others(text: str) -> None:
    file = parse_bibtex(f"{SOUND}{text}{SOUND.replace('sound', 'last')}", "a.bib")
    entries, _ = inherit_fields([file])
    works, _ = interpret_all(entries)
    catalogue, _ = assemble(works, [e for e in entries if not e.kept], [])

    found = {each.key: dict(each.fields) for each in file.entries}
    sound = {"title": "Sound", "author": "Loom, Ada", "year": "2020"}
    assert found["sound"] == sound
    assert found["last"] == sound
    assert any(work.work.title == "Large" for work in catalogue.works.values())


@pytest.mark.parametrize(
    "opening",
    ['@misc{open, title = "Open\n', "@misc{open, title = {Open\n", "@comment{ open\n"],
    ids=["quote", "brace", "comment"],
)
def test_what_is_never_closed_takes_nothing_along(opening: str) -> None:
    file = parse_bibtex(opening + MANY, "a.bib")

    found = {each.key: each.fields["title"] for each in file.entries}
    assert [found[f"e{n}"] for n in range(5000)] == [f"T {n}" for n in range(5000)]
    assert found.get("open", "Open") == "Open"
    assert 1 <= len(file.diagnostics) <= 2


def test_thousands_of_repeats_are_reported_once_each() -> None:
    entry = "@misc{same, title = {T}}\n"
    file = parse_bibtex(entry * 20_000, "a.bib")
    entries, found = inherit_fields([file])

    assert found == ()
    assert sum(each.kept for each in entries) == 1
    assert [each.problem for each in file.diagnostics] == [
        Problem.DUPLICATE_KEY
    ] * 19_999
    assert [each.location.line for each in file.diagnostics] == [*range(2, 20_001)]


@pytest.mark.parametrize("field", ["crossref", "xdata"])
@pytest.mark.parametrize("last", [5000, 0], ids=["chain", "circle"])
def test_long_inheritance_ends(field: str, last: int) -> None:
    rows = [
        f"@misc{{k{n}, title = {{T}}, {field} = {{k{n + 1 if n < 4999 else last}}}}}\n"
        for n in range(5000)
    ]
    _, found = inherit_fields([parse_bibtex("".join(rows), "a.bib")])

    assert [each.problem for each in found] == [Problem.MISSING_CROSSREF]
