"""The ``bibwiki`` theme: its frame around pages of every kind, with and without us."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Built, Project

CONF = """
from html import escape

project = "Invented Wiki"
html_title = "Invented Wiki"
extensions = ["bibwiki.sphinx_ext.writing.theme"]
html_theme = "bibwiki"
templates_path = ["_templates"]

FRAME = {
    "title": "MARKER",
    "body": "<h1>MARKER</h1>MARKER",
    "toc": '<ul><li><a class="reference internal" href="#">MARKER</a><ul><li>'
    '<a class="reference internal" href="#MARKERID">MARKERTOC</a></li></ul></li></ul>',
    "display_toc": True,
    "metatags": "<!--MARKERMETA-->",
    "meta": {},
    "sourcename": "",
    "bibwiki_catalogue_page": True,
}
PLAIN = {"title": "Not found", "body": "<h1>Not found</h1>", "toc": "", "meta": {}}


def collect(app):
    yield ("works/FRAME", FRAME, "page.html")
    yield ("404", PLAIN, "page.html")


def setup(app):
    app.connect("html-collect-pages", collect)
"""

SECTIONS = """

def add_sections(app, pagename, templatename, context, doctree):
    context["bibwiki_navigation"] = [
        {
            "title": "People & Groups",
            "pagename": "people/index",
            "current": pagename.startswith("people/"),
        },
        {"title": "Works", "pagename": "works", "current": False},
    ]
    if pagename == "people/ada":
        people = context["pathto"]("people/index")
        context["parents"] = [{"link": people, "title": "People &amp; Groups"}]


def setup(app):
    app.connect("html-collect-pages", collect)
    app.connect("html-page-context", add_sections)
"""

INDEX = """\
Invented Wiki
=============

What *nobody* has found yet, and
where it is written.

.. toctree::
   :hidden:

   people/index
   works
"""

PEOPLE = """\
People
======

.. note:: An aside is no description.

Everybody who was invented.

.. toctree::
   :hidden:

   ada
"""

ADA = """\
.. meta::
   :description: Ada sorts lists.

Ada <Example>
=============

She sorts.

.. index:: sorting

Works
-----

.. code-block:: python

   print("one")

Earlier works
~~~~~~~~~~~~~

None.
"""

FILES = {
    "conf.py": CONF + SECTIONS,
    "index.rst": INDEX,
    "people/index.rst": PEOPLE,
    "people/ada.rst": ADA,
    "works.rst": "Works\n=====\n\nNone.\n",
}

PAGES = [
    "index.html",
    "people/index.html",
    "people/ada.html",
    "works/FRAME.html",
    "404.html",
    "genindex.html",
    "search.html",
]


@pytest.fixture
def site(project: Project) -> Project:
    """A small project that uses the theme and stands in for the extension."""
    return project.write(FILES)


def _links(page: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"#?]+)', page)


def _element(page: str, start: str, end: str) -> str:
    return page[page.index(start) :].partition(end)[0]


def test_builds_without_warnings(site: Project) -> None:
    built = site.build()

    assert built.warnings == []
    assert all(built.has(name) for name in PAGES)


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "epub"])
def test_other_builders_build_too(site: Project, builder: str) -> None:
    built = site.build(builder, version="1", copyright="nobody")

    assert built.warnings == []


def test_only_the_search_page_loads_the_search_index(site: Project) -> None:
    built = site.build()

    loading = [name for name in PAGES if "searchindex.js" in built.text(name)]
    assert loading == ["search.html"]


def test_no_page_asks_for_what_the_frame_does_without(site: Project) -> None:
    built = site.build()

    for name in PAGES:
        page = built.text(name).lower()
        for word in ("fontawesome", "fa-solid", "bootstrap", "pydata-sphinx-theme"):
            assert word not in page, name


def test_every_address_in_the_frame_exists(site: Project) -> None:
    built = site.build()

    for name in PAGES:
        folder = (built.outdir / name).parent
        missing = [
            link
            for link in _links(built.text(name))
            if "://" not in link and not (folder / link).resolve().is_file()
        ]
        assert missing == [], name


def test_only_files_that_are_used_are_left(site: Project) -> None:
    built = site.build()

    static = built.outdir / "_static"
    names = {path.relative_to(static).as_posix() for path in static.rglob("*")}
    assert {"styles/frame-base.css", "styles/frame.css", "scripts/frame.js"} <= names
    assert not {"vendor", "styles/pydata-sphinx-theme.css"} & names
    assert not any(name.endswith((".map", ".woff2")) for name in names)


def test_the_base_style_is_pydatas_without_the_icon_font(site: Project) -> None:
    style = site.build().text("_static/styles/frame-base.css")

    assert "--pst-color-primary" in style
    assert ".bd-article" in style
    assert "@font-face" not in style
    assert "--fa:" not in style


def test_a_first_visit_is_light(site: Project) -> None:
    built = site.build()
    page = built.text("people/ada.html")

    def weight(suffix: str) -> int:
        """Return bytes after compression of the page's own files."""
        folder = built.outdir / "people"
        paths = {(folder / link) for link in _links(page) if link.endswith(suffix)}
        return sum(len(gzip.compress(path.read_bytes())) for path in paths)

    assert weight(".css") < 65_000
    assert weight(".js") < 10_000


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_sound(site: Project, name: str) -> None:
    page = site.build().text(name)

    identifiers = re.findall(r'\bid="([^"]*)"', page)
    assert len(identifiers) == len(set(identifiers))
    assert page.count("<main") == page.count("<h1") == 1
    assert page.count('name="description"') == (name != "works/FRAME.html")
    opened = re.findall(r'popovertarget="([^"]*)"', page)
    assert set(opened) <= set(identifiers)


def test_markers_come_out_as_they_went_in(site: Project) -> None:
    page = site.build().text("works/FRAME.html")

    words = re.findall(r"\w*MARKER\w*", page)
    assert sorted(words) == [
        *["MARKER"] * 4,  # <title>, breadcrumbs, and the body's two
        "MARKERID",
        "MARKERMETA",
        "MARKERTOC",
    ]
    assert page.count("FRAME") == 0
    item = _element(page, '<li class="toc-h2', "</li>")
    assert 'href="#MARKERID">MARKERTOC</a>' in item


def test_sections_come_from_the_extension(site: Project) -> None:
    built = site.build()

    bar = _element(built.text("people/ada.html"), '<nav class="frame-nav"', "</nav>")
    assert '<a href="index.html" aria-current="true">People &amp; Groups</a>' in bar
    assert '<a href="../works.html">Works</a>' in bar
    bar = _element(built.text("people/index.html"), '<nav class="frame-nav"', "</nav>")
    assert '<a href="#" aria-current="page">People &amp; Groups</a>' in bar


def test_sections_come_from_the_toctree_without_the_extension(project: Project) -> None:
    built = project.write(FILES | {"conf.py": CONF}).build()

    assert built.warnings == []
    bar = _element(built.text("people/ada.html"), '<nav class="frame-nav"', "</nav>")
    links = re.findall(r'href="([^"]*)"', bar)
    assert links == ["index.html", "../works.html"]


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        pytest.param("index.html", None, id="none on the home page"),
        pytest.param(
            "people/ada.html",
            ["Home", "People &amp; Groups", "Ada &lt;Example&gt;"],
            id="document",
        ),
        pytest.param("genindex.html", ["Home", "Index"], id="title of a template"),
        pytest.param("works/FRAME.html", ["Home", "MARKER"], id="no document"),
    ],
)
def test_breadcrumbs(site: Project, name: str, steps: list[str] | None) -> None:
    page = site.build().text(name)

    if steps is None:
        assert "frame-breadcrumbs" not in page
        return
    trail = _element(page, '<nav class="frame-breadcrumbs', "</nav>")
    items = re.findall(r"<li[^>]*>(.*?)</li>", trail)
    texts = [
        re.sub(r'.*aria-label="(\w+)".*', r"\1", item)
        if "aria-label" in item
        else re.sub(r"<[^>]*>", "", item)
        for item in items
    ]
    assert texts == steps


@pytest.mark.parametrize(
    ("name", "description"),
    [
        pytest.param(
            "index.html",
            "What nobody has found yet, and where it is written.",
            id="first paragraph",
        ),
        pytest.param(
            "people/index.html", "Everybody who was invented.", id="not an aside"
        ),
        pytest.param("people/ada.html", "Ada sorts lists.", id="the page's own"),
        pytest.param("404.html", "Not found (Invented Wiki)", id="title"),
        pytest.param("search.html", "Invented Wiki", id="no title"),
    ],
)
def test_description(site: Project, name: str, description: str) -> None:
    page = site.build().text(name)

    head = page[: page.index("</head>")]
    (tag,) = re.findall(r'<meta[^>]*name="description"[^>]*>', head)
    assert f'content="{description}"' in tag


def test_long_descriptions_are_cut(site: Project) -> None:
    site.write({"works.rst": "Works\n=====\n\n" + "Many words. " * 40})

    page = site.build().text("works.html")

    description = _element(page, '<meta name="description" content="', '"/>')
    assert description.endswith("words. …")
    assert len(description.partition('content="')[2]) <= 160


def test_local_contents_on_pages_with_sections_only(site: Project) -> None:
    built = site.build()

    with_contents = [name for name in PAGES if "frame-toc-nav" in built.text(name)]
    assert with_contents == ["people/ada.html", "works/FRAME.html"]
    contents = _element(built.text("people/ada.html"), '<nav id="frame-toc', "</nav>")
    assert re.findall(r'href="([^"]*)"', contents) == ["#works", "#earlier-works"]


def test_favicon_of_the_theme_yields_to_the_projects(site: Project) -> None:
    own = site.build()
    site.write({"icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'})
    theirs = site.build(out="theirs", html_favicon="icon.svg")

    assert 'href="../_static/bibwiki-favicon.svg"' in own.text("people/ada.html")
    assert 'href="../_static/icon.svg"' in theirs.text("people/ada.html")
    assert "bibwiki-favicon" not in theirs.text("people/ada.html")


@pytest.mark.parametrize(
    ("given", "theme", "mode"),
    [
        pytest.param({}, "light", "auto", id="default"),
        pytest.param({"default_mode": "dark"}, "dark", "dark", id="dark"),
        pytest.param({"default_mode": "light"}, "light", "light", id="light"),
    ],
)
def test_colour_mode(
    site: Project, given: dict[str, str], theme: str, mode: str
) -> None:
    page = site.build(html_context=given).text("index.html")

    assert f'data-theme="{theme}"' in page
    assert f'let mode = "{mode}";' in page


def test_source_can_be_edited_and_host_linked(site: Project) -> None:
    built = site.build(
        html_context={
            "github_user": "someone",
            "github_repo": "wiki",
            "github_version": "main",
            "doc_path": "docs",
        },
        html_theme_options={
            "use_edit_page_button": True,
            "github_url": "https://github.com/someone/wiki",
        },
    )

    assert built.warnings == []
    page = built.text("people/ada.html")
    edit = _element(page, '<p class="frame-edit"', "</p>")
    assert "https://github.com/someone/wiki/edit/main/docs/people/ada.rst" in edit
    assert "Edit on GitHub" in edit
    foot = _element(page, '<ul class="frame-links"', "</ul>")
    assert 'href="https://github.com/someone/wiki"' in foot
    assert ">GitHub</a>" in foot


def test_a_projects_templates_win(site: Project) -> None:
    site.write({"_templates/breadcrumbs.html": "<p>OWN</p>"})

    assert "<p>OWN</p>" in site.build().text("people/ada.html")


def test_pages_of_other_themes_are_left_alone(site: Project) -> None:
    built = site.build(html_theme="alabaster")

    assert built.warnings == []
    page = built.text("people/ada.html")
    assert "frame" not in page
    assert not built.has("_static/styles/frame-base.css")


def test_rebuilding_changes_nothing(site: Project) -> None:
    def tree(built: Built) -> dict[Path, bytes]:
        # Sphinx forgets entries of its search index (its issue 12599).
        return {
            path: path.read_bytes()
            for path in built.outdir.rglob("*")
            if path.suffix in {".html", ".css", ".js"} and path.stem != "searchindex"
        }

    first = tree(site.build())
    again = tree(site.build())

    assert again == first


def test_one_long_page_leads_to_no_search_page(site: Project) -> None:
    page = site.build("singlehtml").text("index.html")

    assert "search.html" not in page
