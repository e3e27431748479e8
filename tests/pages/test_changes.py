"""What changed when: pages of changes, and what other pages say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.date import PartialDate
from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Note, Question
from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.pages.blocks import LinkList, Timeline
from bibwiki.pages.changes import ChangeKind, all_changes, has_changes
from bibwiki.pages.kinds.changes_page import changes_view
from bibwiki.pages.kinds.home import home_blocks
from bibwiki.pages.kinds.work_page import work_view
from bibwiki.pages.kinds.year_page import year_view
from bibwiki.pages.links import PagePlace, ThingPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.page_view import PageView

WORKS = """
@book{new, title={New}, date={2001}, creationdate={2024-02-01}, claim={It is.}}
@book{mended, title={Mended}, date-added={2024-01-01}, date-modified={2024-02-01}}
@book{late, title={Late}, date={2023-05}, disputes={new, mended}, corrects={mended}}
@book{undated, title={Undated}, supports={new}}
"""
NOTE = Note(
    Kind.TOPIC,
    "lamps",
    "Lamps",
    "lamps",
    Location("lamps.md"),
    questions=(Question("Why?", judged="2024-02-01"), Question("How?")),
    checked="2024-02-02",
)


def told(view: PageView) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the days of a page with what changed on each."""
    (timeline,) = (block for block in view.lead if isinstance(block, Timeline))
    return [
        (day.year.text, [(item.link.text, item.remark) for item in day.items])
        for day in timeline.years
    ]


def test_changes_are_told_by_day(context_of: Callable[..., PageContext]) -> None:
    view = changes_view(context_of(WORKS, [NOTE]))

    left, right = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
    assert told(view) == [
        ("2 February 2024", [("Lamps", "page checked")]),
        (
            "1 February 2024",
            [
                ("New", "added"),
                ("Mended", "entry changed"),
                ("Lamps", f"{left}Why?{right} judged open"),
            ],
        ),
        ("1 January 2024", [("Mended", "added")]),
        (
            "May 2023",
            [("New", "disputed by Late 2023"), ("Mended", "corrected by Late 2023")],
        ),
    ]


def test_each_kind_of_change_has_a_page(context_of: Callable[..., PageContext]) -> None:
    context = context_of(WORKS, [NOTE])
    pages = {page.name: page for page in catalogue_pages(context)}

    kinds = next(one for one in changes_view(context).lead if isinstance(one, LinkList))

    assert [(one.link.text, one.link.place, one.count) for one in kinds.items] == [
        (kind.label, PagePlace(f"changes/by/{kind.value}"), count)
        for kind, count in zip(ChangeKind, (2, 1, 2, 1, 1), strict=True)
    ]
    assert told(pages["changes/by/checked"].view()) == [
        ("2 February 2024", [("Lamps", "page checked")])
    ]


def test_many_changes_are_divided_by_year(
    context_of: Callable[..., PageContext],
) -> None:
    days = [f"{2020 + n % 2}-01-{1 + n % 28:02}" for n in range(60)]
    works = "".join(f"@misc{{w{n}, timestamp={{{day}}}}}" for n, day in enumerate(days))
    context = context_of(works)
    pages = {page.name: page for page in catalogue_pages(context)}

    assert sum(len(items) for _, items in told(changes_view(context))) == 50
    for year in ("2020", "2021"):
        shown = told(pages[f"changes/by/added-{year}"].view())
        assert sum(len(items) for _, items in shown) == 30
        assert all(day.endswith(year) for day, _ in shown)


def test_of_a_day_that_changed_much_some_is_told(
    context_of: Callable[..., PageContext],
) -> None:
    works = "".join(f"@misc{{w{n}, timestamp={{2020-01-02}}}}" for n in range(60))

    ((day, items),) = told(changes_view(context_of(works)))

    assert day == "2 January 2020"
    assert [text for text, _ in items[9:]] == ["w9", "and 50 more: works added"]


def test_without_dates_there_is_no_such_page(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of("@book{a, title={A}, date={2001}, extends={b}} @book{b}")

    assert not has_changes(context)
    assert all_changes(context) == ()
    assert not [p for p in catalogue_pages(context) if p.name.startswith("changes")]
    assert "what changed" not in str(home_blocks(context))


def test_home_leads_to_what_changed(context_of: Callable[..., PageContext]) -> None:
    assert "what changed when" in str(home_blocks(context_of(WORKS)))


def test_a_change_said_twice_is_one(context_of: Callable[..., PageContext]) -> None:
    claims = "@book{a, ids={a-old}, claim={It is.}}"
    context = context_of(f"{claims} @book{{b, date={{2001}}, disputes={{a, a-old}}}}")

    (change,) = all_changes(context)

    assert change.date == PartialDate(2001)
    assert change.target == Target(Kind.WORK, "a")


def test_a_year_names_the_claims_that_it_changed(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(WORKS)
    sections = {one.id: one for one in year_view(context, "2023").sections}
    new, mended = (Target(Kind.WORK, key) for key in ("new", "mended"))

    (links,) = sections["claims"].blocks
    assert isinstance(links, LinkList)
    assert [(one.link.place, one.remark) for one in links.items] == [
        (ThingPlace(new, "claims"), "disputed by Late 2023"),
        (
            ThingPlace(mended, "relations"),
            "corrected by Late 2023",
        ),
    ]
    assert "claims" not in [one.id for one in year_view(context, "2001").sections]


def test_a_work_says_when_it_was_added(context_of: Callable[..., PageContext]) -> None:
    last_line = work_view(context_of(WORKS), "mended").provenance

    assert last_line[-1] == "entry added 1 January 2024 and changed 1 February 2024"


def test_an_entry_can_be_checked(context_of: Callable[..., PageContext]) -> None:
    view = changes_view(context_of("@misc{a, title={A}, checked={2024-05-01}}"))

    assert told(view) == [("1 May 2024", [("A", "entry checked")])]
