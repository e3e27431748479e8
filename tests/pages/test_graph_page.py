from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations
from math import dist
from typing import TYPE_CHECKING

import pytest

from bibwiki.pages.blocks import Empty, Fold, Paragraph, Picture, Table
from bibwiki.pages.drawings.coauthor_ties import MOST, best_connected
from bibwiki.pages.drawings.network_drawing import draw_network
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.graph_page import WORDS, graph_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span
    from bibwiki.pages.page_view import PageView


def teams(count: int, size: int = 4, step: int = 2) -> str:
    """Return works by people of whom each is on two, in a ring."""
    people = [f"Name{number:04}, Given" for number in range(count)]
    return "\n".join(
        f"@misc{{k{start}, title={{Work}}, year={{2020}}, keywords={{rings}}, author={{"
        + " and ".join(people[(start + n) % count] for n in range(size))
        + "}}"
        for start in range(0, count, step)
    )


def picture_of(view: PageView) -> Picture:
    (picture,) = (block for block in view.lead if isinstance(block, Picture))
    return picture


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def test_drawing_and_table_have_the_same_people(library: PageContext) -> None:
    picture = picture_of(graph_view(library))

    (table,) = picture.blocks
    assert isinstance(table, Table)
    assert [dot.place for dot in picture.drawing.dots] == [
        row[0][0].place for row in table.rows if isinstance(row[0][0], Link)
    ]
    assert [text_of(cell) for cell in table.rows[0]] == [
        "Ada Brightwater",
        "4",
        "11",
        "Benedikt Sørensen (1), نور الفاروق (1), Ann One (1)",
        "Ada Brightwater",
    ]


def test_groups_have_a_colour_a_name_and_a_column(
    context_of: Callable[..., PageContext],
) -> None:
    groups = [("Tide", "tides"), ("Doubt", "doubt")]
    text = "".join(
        f"@misc{{{family}{n}, title={{T}}, keywords={{{topic}}}, "
        f"author={{{family}er, {a} and {family}er, {b}}}}}"
        for family, topic in groups
        for n, (a, b) in enumerate(combinations(["Ada", "Bea", "Cy", "Dan"], 2))
    )

    picture = picture_of(graph_view(context_of(text)))

    assert [(item.text, item.style) for item in picture.legend] == [
        ("Ada Doubter and 3 more: doubt", "1"),
        ("Ada Tideer and 3 more: tides", "2"),
    ]
    assert {dot.style for dot in picture.drawing.dots} == {"1", "2"}
    (table,) = picture.blocks
    assert isinstance(table, Table)
    assert table.heads[-1] == "Group of"
    assert text_of(table.rows[-1][-1]) in {"Ada Doubter", "Ada Tideer"}


def test_a_large_wiki_shows_a_part_and_says_which(
    context_of: Callable[..., PageContext],
) -> None:
    view = graph_view(context_of(teams(400)))

    picture = picture_of(view)
    assert len(picture.drawing.dots) == MOST
    lead = view.lead[0]
    assert isinstance(lead, Paragraph)
    assert (
        "Shown are people with 2 such works or more; 250 more people who wrote with "
        "others are left out"
    ) in text_of(lead.spans)
    table, fold = picture.blocks
    assert isinstance(table, Table)
    assert isinstance(fold, Fold)
    assert len(table.rows) == 20
    assert fold.title == "and 130 more people"


def test_crowded_works_are_told(context_of: Callable[..., PageContext]) -> None:
    view = graph_view(context_of(teams(120) + teams(120, 101, 120).replace("k", "c")))

    lead = view.lead[0]
    assert isinstance(lead, Paragraph)
    assert text_of(lead.spans).endswith(
        "1 work by more than 100 people is not counted."
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("@misc{a, title={T}, author={One, Ann}}", id="alone"),
        pytest.param("@misc{a, title={T}, author={One, Ann and Two, Bea}}", id="pair"),
    ],
)
def test_a_wiki_without_teams_says_so(
    context_of: Callable[..., PageContext], text: str
) -> None:
    (block,) = graph_view(context_of(text)).lead

    assert isinstance(block, Empty)
    assert "no graph yet" in block.text


def test_the_drawing_is_whole_pixels_within_its_size(
    context_of: Callable[..., PageContext],
) -> None:
    drawing = picture_of(graph_view(context_of(teams(100)))).drawing

    assert all(isinstance(one, int) for dot in drawing.dots for one in (dot.x, dot.y))
    for dot in drawing.dots:
        assert dot.radius <= dot.x <= drawing.width - dot.radius
        assert dot.radius <= dot.y <= drawing.height - dot.radius
    for one, other in combinations(drawing.dots, 2):
        assert dist((one.x, one.y), (other.x, other.y)) > one.radius + other.radius


def test_each_person_has_few_lines(context_of: Callable[..., PageContext]) -> None:
    context = context_of(teams(60, 30, 10))
    circle = best_connected(context, MOST)

    drawing = draw_network(context, circle, [circle.nodes], 0, WORDS)

    lines = [line for strokes in drawing.strokes for line in strokes.lines]
    assert 60 <= len(lines) <= 5 * 60


BUILD = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from conftest import NOTES, Renderer, SiteLinker, make_context
from bibwiki.pages.all_pages import catalogue_pages
from test_graph_page import teams

text = Path(sys.argv[1], "library.bib").read_text(encoding="utf-8") + teams(40)
context = make_context(text, NOTES)
renderer, linker = Renderer(), SiteLinker(context.catalogue)
for page in catalogue_pages(context):
    if not page.name.startswith(("works/", "venues/")):
        sys.stdout.write(renderer.page(page.view(), linker))
"""


def test_pages_are_the_same_whatever_the_order_of_sets(
    request: pytest.FixtureRequest,
) -> None:
    folder = str(request.path.parent)
    built = []
    for seed in ("1", "2"):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "PYTHONIOENCODING": "utf-8",
        }
        command = [sys.executable, "-c", BUILD, folder]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        built.append(done.stdout)

    assert b"<svg" in built[0]
    assert built[0] == built[1]
