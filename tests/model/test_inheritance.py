from __future__ import annotations

import pytest

from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Problem

RULES = [
    pytest.param("inproceedings", "proceedings", "booktitle", id="proceedings"),
    pytest.param("conference", "proceedings", "booktitle", id="conference"),
    pytest.param("inproceedings", "book", "booktitle", id="paper-in-book"),
    pytest.param("inbook", "book", "booktitle", id="inbook"),
    pytest.param("incollection", "collection", "booktitle", id="collection"),
    pytest.param("book", "mvbook", "maintitle", id="volume"),
    pytest.param("inbook", "mvbook", "maintitle", id="part-of-volumes"),
    pytest.param("article", "periodical", "journaltitle", id="periodical"),
    pytest.param("misc", "misc", "title", id="others"),
]


@pytest.mark.parametrize(("child", "parent", "field"), RULES)
def test_a_title_goes_where_biblatex_puts_it(
    child: str, parent: str, field: str
) -> None:
    file = parse_bibtex(
        f"@{child}{{c, crossref = {{p}}}}"
        f"@{parent}{{p, title = {{T}}, shorttitle = {{S}}, keywords = {{k}},"
        " claim = {c}, year = 2020}",
        "a.bib",
    )
    entries, diagnostics = inherit_fields([file])
    fields = dict(entries[0].fields)

    assert diagnostics == ()
    assert fields.pop("crossref") == "p"
    assert fields.pop(field) == "T"
    assert fields.pop("year") == "2020"
    assert set(fields) <= {"shorttitle"}


def test_own_fields_win() -> None:
    file = parse_bibtex("@misc{c, crossref={p}, year=1}@misc{p, year=2}", "a.bib")
    entries, _ = inherit_fields([file])

    assert entries[0].fields["year"] == "1"


def test_the_authors_of_a_book_are_those_of_its_parts() -> None:
    file = parse_bibtex("@inbook{c, crossref={p}}@book{p, author={Ada One}}", "a.bib")
    entries, _ = inherit_fields([file])

    assert entries[0].fields["author"] == "Ada One"
    assert entries[0].fields["bookauthor"] == "Ada One"


def test_a_key_may_repeat_in_another_file() -> None:
    one = parse_bibtex("@misc{a, title={One}}", "one.bib")
    two = parse_bibtex("@misc{a, title={Two}}\n@misc{a, title={Three}}", "two.bib")
    entries, diagnostics = inherit_fields([one, two])

    assert [(each.fields["title"], each.kept) for each in entries] == [
        ("One", True),
        ("Two", False),
        ("Three", False),
    ]
    assert [(each.problem, str(each.location)) for each in diagnostics] == [
        (Problem.DUPLICATE_KEY, "two.bib:1")
    ]
    assert "one.bib:1" in diagnostics[0].message


def test_containers_and_settings_are_no_works() -> None:
    file = parse_bibtex("@xdata{x}@control{y}@IEEEtranBSTCTL{z}@misc{a}", "a.bib")

    assert [each.key for each in inherit_fields([file])[0]] == ["a"]


def test_long_chains_are_followed() -> None:
    rows = [f"@misc{{k{n}, crossref = {{k{n + 1}}}}}" for n in range(5000)]
    file = parse_bibtex("\n".join([*rows, "@misc{k5000, year = 2020}"]), "a.bib")
    entries, diagnostics = inherit_fields([file])

    assert diagnostics == ()
    assert entries[0].fields["year"] == "2020"
