"""Hostile entries reach no code: not HTML, not reST or MyST, not Jinja, not TeX."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from dangers import dangers_of

if TYPE_CHECKING:
    from conftest import Project

CONF = """
extensions = ["myst_parser", "bibwiki"]
bibtex_bibfiles = ["works.bib"]
html_theme = "basic"
html_baseurl = "https://wiki.example.org/"
templates_path = []
"""
ADDRESSES = [
    "javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "\x01javascript:alert(1)", "javascript&colon;alert(1)",
    "java&#115;cript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "file:///etc/passwd", "blob:x", "view-source:x",
    "https\u200b:javascript:alert(1)", "\u202ejavascript:alert(1)",
    "feed:javascript:alert(1)", "{javascript}:alert(1)", r"javascript\:alert(1)",
]  # fmt: skip
FIELDS = ("url", "pdf", "website", "howpublished", "note", "doi", "eprint",
          "license")  # fmt: skip
TEXTS = [
    "<script>alert(1)</script>", '" onmouseover="alert(1)', "</title><svg onload=x>",
    "{{ 7*7 }}{% raw %}", "`x <javascript:alert(1)>`_ |s| :doc:`/etc`",
    "[x](javascript:alert(1))", "```{include} /etc/passwd",
    "\\input{secret} \\write18{ls}", "]]><!--", "&lt;script&gt;",
    "A \u202eevil\u2066 \u200bB", "$\\href{javascript:alert(1)}{x}$", "{role}`x` [[y]]",
]  # fmt: skip
KEYS = [
    "../../evil", "..", ".", "/abs", "C:\\x", "CON", "con", "aux.txt", "nul", "index",
    "Index", "a/b/../c", "%2e%2e", "a?b#c", "-", "_static", "k" * 400, "é" * 300,
    "\u017f", "\u212a", "k\u200bk", "\u202ekey", "a b", "<script>", "a'b",
    "trailing.", "LPT1",
]  # fmt: skip


def _entries() -> str:
    rows = []
    for number, address in enumerate(ADDRESSES):
        fields = ", ".join(f"{name} = {{{address}}}" for name in FIELDS)
        link = f"annotation = {{\\url{{{address}}} \\href{{{address}}}{{x}}}}"
        rows.append(f"@online{{address{number}, title = {{T}}, {fields}, {link}}}")
    for number, text in enumerate(TEXTS):
        fields = ", ".join(
            f"{name} = {{{text}}}"
            for name in (
                "title", "author", "journal", "abstract", "annotation", "claim",
                "keywords", "note", "publisher", "eventtitle", "pages", "year",
                "license", "oa", "checked", "curation",
            )
        )  # fmt: skip
        rows.append(f"@article{{text{number}, {fields}}}")
    rows += [
        f"@misc{{{key}, title = {{Key {number}}}, file = {{/home/ada/mine.pdf}}}}"
        for number, key in enumerate(KEYS)
    ]
    return "\n".join(rows)


INDEX = """\
# Home

{cite:p}`text0,text7,address0` {footcite}`text1` {cite:t}`text12`

```{works}
```

```{footbibliography}
```

```{bibliography}
:all:
:list: bullet
```
"""


@pytest.fixture
def hostile(project: Project) -> Project:
    """A wiki of entries that mean harm."""
    return project.write(
        {
            "conf.py": CONF,
            "works.bib": _entries(),
            "index.md": INDEX,
            "more.rst": ":orphan:\n\nMore\n====\n\n.. bibliography::\n   :all:\n"
            "   :keyprefix: m-\n   :labelprefix: m\n",
        }
    )


def test_no_page_runs_what_entries_say(hostile: Project) -> None:
    built = hostile.build()

    tree = built.tree()
    for name, content in tree.items():
        if name.endswith(".html"):
            assert dangers_of(content.decode("utf-8")) == [], name
        elif name.endswith(".xml"):
            ET.fromstring(content)  # noqa: S314 - our own output
        elif name.endswith(".json"):
            json.loads(content)
    pages = "".join(c.decode() for n, c in tree.items() if n.endswith(".html"))
    assert "49" not in re.findall(r"(?<!\d)49(?!\d)", built.text("works/text3.html"))
    assert "/home/ada" not in pages
    assert not re.search("[\u200b\u202a-\u202e\u2066-\u2069]", pages)


def test_every_key_has_a_page_of_its_own_inside_the_output(hostile: Project) -> None:
    before = {p for p in hostile.root.rglob("*") if "out" not in p.parts}

    built = hostile.build()

    assert {p for p in hostile.root.rglob("*") if "out" not in p.parts} == before
    names = [n for n in built.tree() if re.fullmatch(r"works/[^/]+\.html", n)]
    assert len({name.casefold() for name in names}) == len(names)
    shown = "".join(built.text(name) for name in names)
    for number in range(len(KEYS)):
        assert f"Key {number}<" in shown
    for name in names:
        stem = name.removeprefix("works/").removesuffix(".html")
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.+-]*", stem), name
        assert not re.fullmatch(r"(?i)(con|aux|nul|lpt1)(\..*)?", stem), name
        assert len(stem) <= 120
        assert not stem.endswith(".")


def test_latex_output_escapes_what_entries_say(hostile: Project) -> None:
    built = hostile.build("latex")

    [name] = [name for name in built.tree() if name.endswith(".tex")]
    body = built.text(name).partition(r"\begin{document}")[2]
    assert r"\input{secret}" not in body
    assert r"\write18" not in body
    assert not re.search(r"\\(?:sphinx)?href\{\s*(?:javascript|data|vbscript)", body)
