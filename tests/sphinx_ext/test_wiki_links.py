"""``[[Name]]`` links, the roles, the domain and its inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from conftest import Project


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[[Ada Example]]", ("people/ada-example.html", "Ada Example")),
        ("[[A. Example]]", ("people/ada-example.html", "Ada Example")),
        ("[[Example, Ada]]", ("people/ada-example.html", "Ada Example")),
        ("[[ada-example|she]]", ("people/ada-example.html", "she")),
        ("[[Jo Müller]]", ("people/jo-muller.html", "Jo Müller")),
        ("[[sorting]]", ("topics/sorting.html", "sorting")),
        ("[[muller2021merging]]", ("works/muller2021merging.html", "Merging Large")),
        ("{person}`ada-example`", ("people/ada-example.html", "Ada Example")),
        ("{person}`she <Ada Example>`", ("people/ada-example.html", "she")),
        ("{wiki:topic}`sorting`", ("topics/sorting.html", "sorting")),
        ("{work}`example2019sorting`", ("works/example2019sorting.html", "Sorting")),
        ("{any}`ada-example`", ("people/ada-example.html", "Ada Example")),
        (
            "{venue}`Journal of Invented Results`",
            ("venues/journal-of-invented-results.html", "Journal"),
        ),
    ],
)
def test_names_lead_to_pages(
    wiki: Project, written: str, link: tuple[str, str]
) -> None:
    wiki.write({"page.md": f"---\norphan: true\n---\n# Page\n\nSee {written} now.\n"})

    built = wiki.build()

    page = built.text("page.html")
    _, _, page = page.partition("<h1>")
    body = page[page.index("See ") : page.index(" now.")]
    assert built.warnings == []
    assert f'href="{link[0]}"' in body
    assert link[1].casefold() in body.casefold()


def test_code_is_left_alone(wiki: Project) -> None:
    wiki.write(
        {"page.md": "---\norphan: true\n---\n# Page\n\n`[[no]]`\n\n```\n[[no]]\n```\n"}
    )

    built = wiki.build()

    assert built.warnings == []
    assert '<span class="pre">[[no]]</span>' in built.text("page.html")
    assert "bw-link" not in built.text("page.html")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[[Ada Exmple]]", "did you mean 'Ada Example'"),
        ("{person}`nobody-at-all`", "no person is called 'nobody-at-all'"),
        ("{topic}`Ada Example`", "no topic is called 'Ada Example'"),
    ],
)
def test_a_link_to_nothing_is_reported_with_its_line(
    wiki: Project, written: str, words: str
) -> None:
    wiki.write({"page.md": f"---\norphan: true\n---\n# Page\n\nText.\n\n{written}\n"})

    [warning] = wiki.build().warnings

    assert "page.md:8: WARNING" in warning
    assert words in warning
    assert warning.endswith("[bibwiki.unresolved-link]")


def test_links_to_nothing_are_reported_in_every_build(wiki: Project) -> None:
    wiki.write({"page.md": "---\norphan: true\n---\n# Page\n\n[[nothing here]]\n"})

    assert wiki.build().warnings == wiki.build().warnings != []


def test_other_projects_find_everything_in_the_inventory(wiki: Project) -> None:
    built = wiki.build()

    inventory = InventoryFile.loads((built.outdir / "objects.inv").read_bytes(), uri="")

    places = {
        (kind, name): item.uri
        for kind, names in inventory.data.items()
        for name, item in names.items()
        if kind.startswith("wiki:")
    }
    assert places["wiki:work", "muller2021merging"] == "works/muller2021merging.html"
    assert places["wiki:person", "ada-example"] == "people/ada-example.html"
    assert places["wiki:topic", "sorting"] == "topics/sorting.html"


def test_short_names_can_be_left_to_others(wiki: Project) -> None:
    wiki.write(
        {"page.md": "---\norphan: true\n---\n# P\n\n{wiki:person}`Ada Example`\n"}
    )

    built = wiki.build(bibwiki_short_names=False)

    assert built.warnings == []
    assert 'href="people/ada-example.html"' in built.text("page.html")


@pytest.mark.parametrize("written", ["matrix a[[1]] here", "nothing [[ ]] here"])
def test_brackets_that_name_nothing_stay_text(wiki: Project, written: str) -> None:
    wiki.write({"page.md": f"---\norphan: true\n---\n# Page\n\nA {written}.\n"})

    built = wiki.build()

    assert built.warnings == []
    assert written in built.text("page.html")
