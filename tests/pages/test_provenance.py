"""Where a page's facts come from and who answers for them: badges and the last line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.not_found_page import not_found_view
from bibwiki.pages.kinds.person_page import person_view
from bibwiki.pages.kinds.work_page import work_view
from bibwiki.pages.links import WebPlace
from bibwiki.pages.sources import Sources, file_address, is_template

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span
    from bibwiki.pages.page_view import PageView

FORGE = "https://forge.example/wiki"
SOURCES = Sources(
    f"{FORGE}/edit/main/docs/{{path}}",
    f"{FORGE}/log/main/docs/{{path}}",
    {"bib/library.bib": "../bib/library.bib"},
)


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def line_of(view: PageView) -> str:
    return " \N{MIDDLE DOT} ".join(text_of((span,)) for span in view.provenance)


def badges_of(view: PageView) -> list[str]:
    return [badge.text for badge in view.header.badges]


def facts_of(view: PageView) -> dict[str, str]:
    return {fact.label: text_of(fact.value) for fact in view.header.facts}


def addresses_of(view: PageView) -> list[str]:
    links = (span for span in view.provenance if isinstance(span, Link))
    return [link.place.url for link in links if isinstance(link.place, WebPlace)]


@pytest.mark.parametrize(
    ("fields", "badges", "line"),
    [
        pytest.param("", [], "Source: entry a in bib/library.bib", id="nothing said"),
        pytest.param(
            "checked={2024-05-01}",
            ["verified"],
            "Source: entry a in bib/library.bib \N{MIDDLE DOT} checked by a person on "
            "1 May 2024",
            id="checked",
        ),
        pytest.param(
            "curation={imported}",
            ["machine-imported"],
            "Source: entry a in bib/library.bib \N{MIDDLE DOT} imported by a program, "
            "not checked by a person",
            id="imported",
        ),
        pytest.param(
            "curation={imported}, checked={2024-05-01}",
            ["machine-imported"],
            "Source: entry a in bib/library.bib \N{MIDDLE DOT} imported and checked by "
            "a program on 1 May 2024",
            id="checked by a program",
        ),
        pytest.param(
            "curation={needs-check}",
            ["needs check"],
            "Source: entry a in bib/library.bib \N{MIDDLE DOT} needs a check",
            id="doubted",
        ),
        pytest.param(
            "curation={maybe}",
            [],
            "Source: entry a in bib/library.bib",
            id="no such word",
        ),
        pytest.param(
            "copyright={CC BY 4.0}",
            ["open access"],
            "Source: entry a in bib/library.bib",
            id="open access",
        ),
    ],
)
def test_an_entry_says_who_answers_for_it(
    context_of: Callable[..., PageContext], fields: str, badges: list[str], line: str
) -> None:
    view = work_view(context_of(f"@article{{a, title={{A}}, {fields}}}"), "a")

    assert badges_of(view) == ["Article", *badges]
    assert line_of(view) == line


def test_a_licence_has_a_row(context_of: Callable[..., PageContext]) -> None:
    context = context_of(
        "@article{a, title={A}, copyright={CC BY 4.0}, oa={gold}}"
        "@article{b, title={B}, license={MIT}}"
    )

    first, second = (facts_of(work_view(context, key)) for key in "ab")
    assert (first["Licence"], first["Access"]) == ("CC BY 4.0", "open access (gold)")
    assert second["Licence"] == "MIT"
    assert "Access" not in second


def test_a_page_counts_before_the_entry(
    context_of: Callable[..., PageContext],
) -> None:
    note = Note(
        Kind.WORK, "a", "A", "works/a", Location("works/a.md"), curation="needs-check"
    )
    context = context_of(
        "@article{a, title={A}, checked={2024-05-01}}", notes=(note,), mentions=()
    )

    view = work_view(replace(context, sources=SOURCES), "a")

    assert badges_of(view) == ["Article", "needs check"]
    assert line_of(view).startswith(
        "Source: entry a in bib/library.bib; notes in works/a.md"
    )
    assert addresses_of(view) == [
        f"{FORGE}/edit/main/bib/library.bib",
        f"{FORGE}/log/main/bib/library.bib",
        f"{FORGE}/edit/main/docs/works/a.md",
        f"{FORGE}/log/main/docs/works/a.md",
    ]


def test_people_are_written_by_hand_or_made(library: PageContext) -> None:
    context = replace(library, sources=SOURCES)
    written = person_view(context, "ada-brightwater")
    made = person_view(context, "benedikt-sorensen")

    assert badges_of(written) == ["Person", "verified"]
    assert addresses_of(written) == [
        f"{FORGE}/edit/main/docs/people/ada.md",
        f"{FORGE}/log/main/docs/people/ada.md",
    ]
    assert badges_of(made) == ["Person"]
    assert addresses_of(made) == []
    assert "not written by hand" in line_of(made)


@pytest.mark.parametrize(
    ("template", "path", "address"),
    [
        pytest.param("", "a.md", "", id="not known"),
        pytest.param(
            f"{FORGE}/edit/docs/{{path}}", "a b.md", f"{FORGE}/edit/docs/a%20b.md"
        ),
        pytest.param(
            f"{FORGE}/edit/docs/{{path}}",
            "../../bib/a.bib",
            f"{FORGE}/bib/a.bib",
            id="two up",
        ),
        pytest.param(
            f"{FORGE}/edit?file=docs/{{path}}",
            "../bib/a.bib",
            f"{FORGE}/edit?file=bib/a.bib",
            id="in a query",
        ),
        pytest.param(
            "https://forge.example/{path}", "../bib/a.bib", "", id="above the host"
        ),
    ],
)
def test_paths_may_go_up(template: str, path: str, address: str) -> None:
    assert file_address(template, path) == address


@pytest.mark.parametrize(
    "text", ["", "auto", f"{FORGE}/edit", "javascript:{path}", "https://{path}/"]
)
def test_what_is_no_template(text: str) -> None:
    assert not is_template(text)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("", []),
        ("javascript:alert(1)", []),
        (f"{FORGE}/issues", [f"{FORGE}/issues"]),
        ("mailto:wiki@forge.example", ["mailto:wiki@forge.example"]),
    ],
)
def test_a_missing_page_can_be_reported(
    library: PageContext, url: str, shown: list[str]
) -> None:
    about = replace(library.about, report_url=url)
    view = not_found_view(replace(library, about=about))

    spans = [span for block in view.lead for span in getattr(block, "spans", ())]
    places = [span.place for span in spans if isinstance(span, Link)]
    assert [one.url for one in places if isinstance(one, WebPlace)] == shown
