from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location, Problem
from bibwiki.model.identifier import Identifier
from bibwiki.model.interpret import interpret, interpret_all
from bibwiki.model.names.name import Name
from bibwiki.model.work import ExternalLink, Relation, Role, Venue, Work, WorkRelation
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.model.diagnostic import Diagnostic

    ReadWork = Callable[[str], tuple[Work, tuple[Diagnostic, ...]]]

RICH = r"""
@inproceedings{one2021loom,
  author    = {One, Ada and Two, Bo and others},
  author+an = {1=equal; 2=equal, "corresponding"},
  author+an:id = {2="bo-two"},
  editor    = {{Loom Society}},
  title     = {The {Loom}},
  subtitle  = {A \emph{Study}},
  booktitle = {Proceedings of the Conference on Looms},
  series    = {LOOM},
  volume    = {3}, issue = {2}, pages = {10--20},
  publisher = {Loom \& Sons},
  date      = {2021-05},
  doi       = {10.1000/xyz},
  eprint    = {2101.00001}, eprinttype = {arxiv},
  url       = {https://arxiv.org/pdf/2101.00001v2},
  pdf       = {https://example.org/a.pdf},
  code      = {https://example.org/code},
  keywords  = {weaving, /unread, {looms, old}, Weaving},
  abstract  = {We weave.},
  annotation = {They wove.},
  claim2    = {Looms are {old}.},
  claim     = {Looms weave.},
  related   = {two2020, three2019}, relatedtype = {version},
  supports  = {four2018},
  source    = {capture},
  ids       = {one2020loom, loom},
  eventtitle = {Loom Days},
  note      = {In parts},
  addendum  = {Sold out.},
}
"""


def test_a_rich_entry_is_read_whole(read_work: ReadWork) -> None:
    work, diagnostics = read_work(RICH)

    assert diagnostics == ()
    assert work.key == "one2021loom"
    assert work.year == 2021
    assert work.work_type is WorkType.PAPER
    assert work.title == "The Loom: A Study"
    assert [(each.name.display, each.role) for each in work.contributions] == [
        ("Ada One", Role.AUTHOR),
        ("Bo Two", Role.AUTHOR),
        ("Loom Society", Role.EDITOR),
    ]
    assert work.others
    assert work.contributions[1].marks == ("equal", "corresponding")
    assert work.contributions[1].declared_person == "bo-two"
    assert work.contributions[0].declared_person is None
    assert work.venue == Venue(
        "Proceedings of the Conference on Looms", "conference", "LOOM"
    )
    assert work.publisher == "Loom & Sons"
    assert (work.volume, work.number, work.pages) == ("3", "2", "10-20")
    assert [each.scheme for each in work.identifiers] == ["doi", "arxiv"]
    assert work.links == (
        ExternalLink("PDF", "https://example.org/a.pdf"),
        ExternalLink("Code", "https://example.org/code"),
    )
    assert work.keywords == ("weaving", "looms, old")
    assert (work.abstract, work.summary) == ("We weave.", "They wove.")
    assert work.claims == ("Looms weave.", "Looms are old.")
    assert work.relations == (
        WorkRelation(Relation.VERSION, "two2020"),
        WorkRelation(Relation.VERSION, "three2019"),
        WorkRelation(Relation.SUPPORTS, "four2018"),
        WorkRelation(Relation.SOURCE, "capture"),
    )
    assert work.also_keys == ("one2020loom", "loom")
    assert work.event == "Loom Days"
    assert work.note == "In parts. Sold out."


def test_a_bare_entry_is_a_work_too(read_work: ReadWork) -> None:
    work, diagnostics = read_work("@misc{bare}")

    assert work.title == "bare"
    assert work.year is None
    assert work.venue is None
    assert [each.problem for each in diagnostics] == [Problem.MISSING_TITLE]


def test_a_work_can_be_pickled(read_work: ReadWork) -> None:
    work, _ = read_work(RICH)

    assert pickle.loads(pickle.dumps(work)) == work  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        pytest.param("title = {Why?}, subtitle = {So}", "Why? So", id="question"),
        pytest.param("subtitle = {Only}", "Only", id="subtitle-alone"),
        pytest.param("shorttitle = {Short}", "Short", id="short-title"),
        pytest.param("title = {{}}", "k", id="empty"),
    ],
)
def test_titles(read_work: ReadWork, fields: str, title: str) -> None:
    assert read_work(f"@misc{{k, {fields}}}")[0].title == title


@pytest.mark.parametrize(
    ("fields", "date", "text"),
    [
        pytest.param("year = 2020, month = mar", "2020-03", "", id="year-month"),
        pytest.param("date = {2020-03}, year = 2019", "2020-03", "", id="date-wins"),
        pytest.param("date = {soon}, year = 2019", "2019", "", id="year-helps"),
        pytest.param("eventdate = {2020-03-04}", "2020-03-04", "", id="event"),
        pytest.param("year = {in press}", None, "in press", id="words"),
        pytest.param("pubstate = {inpress}", None, "in press", id="state"),
        pytest.param("pubstate = {at \\TeX}", None, "at TeX", id="state-in-words"),
        pytest.param("title = {x}", None, "", id="none"),
    ],
)
def test_dates(read_work: ReadWork, fields: str, date: str | None, text: str) -> None:
    work, _ = read_work(f"@misc{{k, {fields}}}")

    assert (work.date.iso if work.date else None, work.date_text) == (date, text)


PROBLEMS = [
    pytest.param("year = {soonish}", Problem.INVALID_DATE, id="date"),
    pytest.param("author = {A, B, C, D}", Problem.INVALID_NAME, id="name"),
    pytest.param("author = {Ada One & Bo Two}", Problem.INVALID_NAME, id="name-list"),
    pytest.param("author = {Ada One, Bo Two}", Problem.NAME_OR_LIST, id="two-names"),
    pytest.param("editor = {Ada \\'One, Bo Two}", Problem.NAME_OR_LIST, id="accent"),
    pytest.param("doi = {none}", Problem.INVALID_IDENTIFIER, id="doi"),
    pytest.param("isbn = {12345}", Problem.INVALID_IDENTIFIER, id="isbn"),
    pytest.param("url = {javascript:x}", Problem.UNSAFE_URL, id="url"),
    pytest.param("pdf = {papers/x.pdf}", Problem.UNSAFE_URL, id="pdf"),
]


@pytest.mark.parametrize(("field", "problem"), PROBLEMS)
def test_a_problem_names_the_key_and_the_place(
    read_work: ReadWork, field: str, problem: Problem
) -> None:
    _, diagnostics = read_work(f"\n@misc{{k,\n  title = {{T}},\n  {field}\n}}")

    assert [each.problem for each in diagnostics] == [problem]
    assert diagnostics[0].location == Location("a.bib", 4, 3)
    assert diagnostics[0].message.startswith(f"k: {field.split(maxsplit=1)[0]}")


def test_a_problem_in_an_inherited_field_stands_at_the_entry(
    read_work: ReadWork,
) -> None:
    _, diagnostics = read_work(
        "@inproceedings{k, title={T}, crossref={p}}\n@proceedings{p, year={soonish}}"
    )

    assert [each.location for each in diagnostics] == [Location("a.bib", 1, 1)]


def test_many_entries_are_read_without_repeats() -> None:
    file = parse_bibtex("@misc{a, title={A}}@misc{a, title={B}}@misc{c}", "a.bib")
    works, diagnostics = interpret_all(file.entries)

    assert [each.title for each in works] == ["A", "c"]
    assert [each.problem for each in diagnostics] == [Problem.MISSING_TITLE]


def test_an_unknown_entry_type_is_miscellaneous(read_work: ReadWork) -> None:
    work, diagnostics = read_work("@gizmo{k, title = {T}}")

    assert work.work_type is WorkType.MISC
    assert [each.problem for each in diagnostics] == [Problem.UNKNOWN_ENTRY_TYPE]


def test_an_invalid_identifier_is_shown_and_leads_nowhere(read_work: ReadWork) -> None:
    work, _ = read_work("@misc{k, title = {T}, doi = {none}}")

    assert work.identifiers == (Identifier("doi", "none", None),)


def test_annotations_of_parts_and_lists_are_left_out(read_work: ReadWork) -> None:
    work, _ = read_work(
        "@misc{k, title={T}, author={A One and B Two},"
        " author+an={=all; 1:family=part; 2=equal}}"
    )

    assert [each.marks for each in work.contributions] == [(), ("equal",)]
    assert Relation.CORRECTS.inverse_label == "corrected by"


def test_names_without_text_are_no_creators(read_work: ReadWork) -> None:
    work, diagnostics = read_work("@misc{k, title={T}, author={{} and Ada One}}")

    assert [each.name for each in work.contributions] == [Name("Ada", "One")]
    assert [each.problem for each in diagnostics] == [Problem.INVALID_NAME]


@pytest.mark.parametrize(
    "author",
    [
        pytest.param("{One Two}, Ada Maria", id="braces"),
        pytest.param("One Two, Ada Maria and Two Three, Bo Carl", id="list"),
        pytest.param("One Two, Ada", id="one-given-name"),
        pytest.param("One Two, Ada M.", id="initial"),
        pytest.param("van One, Ada Maria", id="particle"),
        pytest.param("family=One Two, given=Ada Maria", id="extended"),
    ],
)
def test_one_name_is_not_suspected_to_be_two(read_work: ReadWork, author: str) -> None:
    _, diagnostics = read_work(f"@misc{{k, title={{T}}, author={{{author}}}}}")

    assert diagnostics == ()


FIELD_NAMES = st.sampled_from(
    ["author", "title", "date", "year", "month", "doi", "eprint", "url", "pages",
     "keywords", "related", "author+an", "journal", "howpublished", "claim", "isbn",
     "note", "eprinttype", "crossref", "pubstate", "series", "booktitle",
     "entrysubtype"]
)  # fmt: skip


@given(
    st.sampled_from(["article", "misc", "online", "book", "gizmo"]),
    st.dictionaries(FIELD_NAMES, st.text(max_size=40)),
)
def test_any_fields_make_a_work(entry_type: str, fields: dict[str, str]) -> None:
    work, diagnostics = interpret(Entry("k", entry_type, fields, Location("a.bib")))

    assert work.title
    assert len({each.scheme for each in work.identifiers}) == len(work.identifiers)
    assert all(each.location.line >= 1 for each in diagnostics)


@pytest.mark.parametrize(
    ("collaboration", "names"),
    [
        ("STEAM", ["Ada Loom", "STEAM Collaboration", "Ben Vale"]),
        (
            "{STEAM and KETTLE}",
            ["Ada Loom", "STEAM and KETTLE Collaboration", "Ben Vale"],
        ),
        (
            "STEAM, The Kettle Consortium",
            ["Ada Loom", "STEAM Collaboration", "The Kettle Consortium", "Ben Vale"],
        ),
        (
            "STEAM and KETTLE",
            ["Ada Loom", "STEAM Collaboration", "KETTLE Collaboration", "Ben Vale"],
        ),
        ("Ada Loom and {}", ["Ada Loom", "Ada Loom Collaboration", "Ben Vale"]),
    ],
)
def test_a_collaboration_is_an_organization_behind_the_authors(
    read_work: ReadWork, collaboration: str, names: list[str]
) -> None:
    work, _ = read_work(
        "@article{a, author = {Loom, Ada and others}, editor = {Vale, Ben},"
        f"collaboration = {{{collaboration}}}, title = {{T}}}}"
    )

    assert [one.name.display for one in work.contributions] == names
    assert work.contributions[1].name.literal == names[1]
    assert work.contributions[1].role is Role.AUTHOR
    assert work.others


def test_a_collaboration_that_is_an_author_is_one_creator(read_work: ReadWork) -> None:
    work, _ = read_work(
        "@article{a, author = {{STEAM Collaboration}}, collaboration = {STEAM},"
        "title = {T}}"
    )

    assert len(work.contributions) == 1


def test_a_wrong_orcid_is_reported_and_tells_nothing(read_work: ReadWork) -> None:
    work, problems = read_work(
        "@article{a, author = {Loom, Ada (0000-0001-2345-6780)}, title = {T}}"
    )

    assert work.contributions[0].identifiers == ()
    assert [one.problem for one in problems] == [Problem.INVALID_IDENTIFIER]
    assert work.contributions[0].name == Name("Ada", "Loom")


@pytest.mark.parametrize(
    ("author", "names", "reported"),
    [
        ("Mary Pell1,2", ["Mary Pell"], True),
        ("Ada Loom1 and Ben Vale2", ["Ada Loom", "Ben Vale"], True),
        ("Loom1, Ada and Vale2, Ben", ["Ada Loom", "Ben Vale"], True),
        (
            "Ada Loom1,2, Ben Vale1 and Cid Ash2,*",
            ["Ada Loom", "Ben Vale", "Cid Ash"],
            True,
        ),
        ("Ada Loom\u00b9,\u00b2 and Ben Vale\u00b3", ["Ada Loom", "Ben Vale"], True),
        ("Ada Loom1", ["Ada Loom1"], True),
        ("loom42 and vale7", ["loom42", "vale7"], False),
        ("R2D2 and C3PO", ["R2D2", "C3PO"], False),
        ("{Group 1,2} and Ada Loom", ["Group 1,2", "Ada Loom"], False),
        ("Ada Loom and\n  % Ben Vale and\n  Cid Ash", ["Ada Loom", "Cid Ash"], True),
        ("% Ada Loom and\n  Cid Ash", ["Cid Ash"], True),
        ("Ada Loom and % first\n  Cid Ash", ["Ada Loom", "Cid Ash"], True),
        ("Ada Loom and\n  % Cid Ash", ["Ada Loom"], True),
        ("{100\\% Loom}", ["100% Loom"], False),
    ],
)
def test_footnotes_and_comments_are_no_names(
    read_work: ReadWork, author: str, names: list[str], *, reported: bool
) -> None:
    work, problems = read_work(f"@misc{{a, author = {{{author}}}, title = {{T}}}}")

    assert [one.name.display for one in work.contributions] == names
    assert [one.problem for one in problems] == [Problem.INVALID_NAME] * reported
