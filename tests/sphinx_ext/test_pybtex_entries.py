"""Our works as pybtex entries: every style can format every one of them."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.plugin import find_plugin

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.interpret import interpret
from bibwiki.sphinx_ext.citing.pybtex_entries import WorkBibliography, pybtex_entry

FIELDS = (
    "author", "title", "journal", "year", "editor", "publisher", "note", "url", "doi",
    "volume", "number", "pages", "month", "eprint",
)  # fmt: skip
ALPHA = find_plugin("pybtex.style.formatting", "alpha")()
PLAIN = find_plugin("pybtex.backends", "plaintext")()


def works_of(text: str) -> dict:
    entries = parse_bibtex(text, "works.bib").entries
    return {entry.key: interpret(entry)[0] for entry in entries}


@pytest.mark.parametrize("style", ["alpha", "plain", "unsrt", "unsrtalpha"])
@pytest.mark.parametrize(
    "entry",
    [
        "@article{k, title={T}}",
        "@article{k, author={A. Person}, title={T}, journaltitle={J}, date={2001-02}}",
        "@online{k, author={A. Person}, title={T}, url={https://example.org}}",
        "@thesis{k, author={A. Person}, title={T}, institution={I}, date={2001}}",
        "@inproceedings{k, title={T}, booktitle={B}}",
        "@book{k, title={T}, editor={A. Person}}",
        "@strange{k, title={T}}",
        "@misc{k}",
        "@misc{k, title={An {unbalanced brace}}",
        r"@article{k, title={A \} B}, author={A, B}, journal={5% {J\n}, year=1}",
        r"@misc{k, title={\{ and \}}, note={\write18{x} \verb|{|}, year={\{}",
        "@misc{k, title={" + "{" * 5000 + "T" + "}" * 5000 + "}}",
        "@misc{k, author={{A Group} and others}, title={T}, year={in press}}",
    ],
)
def test_every_work_can_be_formatted(style: str, entry: str) -> None:
    formatter = find_plugin("pybtex.style.formatting", style)()
    [work] = works_of(entry).values()

    [formatted] = formatter.format_entries([pybtex_entry(work)])

    assert formatted.text.render(PLAIN)


MARKS = st.lists(
    st.sampled_from([*list("{}\\%$#&_~^ \n'"), "a", "é", "\\'", "\\verb", " and "])
)


@given(st.dictionaries(st.sampled_from(FIELDS), MARKS.map("".join)))
def test_no_value_ends_a_build(values: dict[str, str]) -> None:
    place = Location("works.bib")
    work, _ = interpret(Entry("k", "article", values, place))

    [formatted] = ALPHA.format_entries([pybtex_entry(work)])

    assert formatted.text.render(PLAIN)


def test_names_dates_and_venues_carry_over() -> None:
    [work] = works_of(
        r"@article{k, author={van der M{\"u}ller, Jo, Jr and Example, Ada}, title={T},"
        " journaltitle={J}, date={2001-02}}"
    ).values()

    entry = pybtex_entry(work)

    [first, second] = entry.persons["author"]
    assert first.prelast_names == ["van", "der"]
    assert (first.last_names, first.lineage_names) == (["Müller"], ["Jr"])
    assert (second.first_names, second.last_names) == (["Ada"], ["Example"])
    assert (entry.fields["journal"], entry.fields["year"]) == ("J", "2001")


def test_words_stand_in_for_a_missing_year() -> None:
    [work] = works_of("@misc{k, title={T}, pubstate={in press}}").values()

    assert pybtex_entry(work).fields["year"] == "in press"


def test_unsafe_addresses_are_left_out() -> None:
    [work] = works_of(
        r"@misc{k, title={T}, url={javascript:alert(1)}, "
        r"note={\url{javascript:alert(2)}}}"
    ).values()

    entry = pybtex_entry(work)

    assert "url" not in entry.fields
    assert r"\url" not in entry.fields["note"]


def test_a_bibliography_pickles_as_an_empty_one() -> None:
    bibliography = WorkBibliography(works_of("@misc{k, title={T}}"))

    assert list(bibliography.entries) == ["k"]
    assert list(pickle.loads(pickle.dumps(bibliography)).entries) == []  # noqa: S301 - our own bytes
