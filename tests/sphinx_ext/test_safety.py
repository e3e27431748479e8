"""Hostile entries put no script on a page and no file outside of the output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Project

HOSTILE = r"""
@article{../../evil,
  author = {<script>alert(1)</script>, Ada and "onmouseover=alert(2), Jo},
  title = {<img src=x onerror=alert(3)> and </title><script>alert(4)</script>},
  journal = {"><script>alert(5)</script>},
  year = {2020},
  url = {javascript:alert(6)},
  pdf = {data:text/html;base64,PHNjcmlwdD4=},
  code = { JaVaScRiPt:alert(7)},
  keywords = {<b>bold</b>, ../../up},
  annotation = {{{ 7 * 7 }} {% raw %} <script>alert(8)</script>},
  note = {\url{javascript:alert(9)} \href{javascript:alert(10)}{x}},
  doi = {10.1/"><script>alert(11)</script>},
}
@article{con, title={Reserved}, author={A. Person}, journal={J}, year={2001}}
@article{CON, title={Reserved again}, author={A. Person}, journal={J}, year={2002}}
@article{index, title={The index}, author={A. Person}, journal={J}, year={2003}}
"""


def test_nothing_hostile_reaches_a_page(wiki: Project) -> None:
    wiki.write(
        {
            "works.bib": HOSTILE,
            "index.md": "# Home\n\n{cite:p}`../../evil` {footcite}`../../evil`\n\n"
            "```{footbibliography}\n```\n\n```{works}\n```\n\n```{bibliography}\n```\n",
        }
    )
    (wiki.root / "docs/people/ada-example.md").unlink()

    built = wiki.build()

    for name, content in built.tree().items():
        if not name.endswith(".html"):
            continue
        page = content.decode("utf-8")
        assert "<script>alert" not in page, name
        assert "<img src=x" not in page, name
        assert not re.search(
            r'href="\s*(javascript|data|vbscript):', page, re.IGNORECASE
        ), name
        assert not re.search(r"<[^>]*\sonmouseover\s*=\s*alert", page), name
        assert "49" not in re.findall(r"\{\{ 7 \* 7 \}\}|>49<", page), name


def test_no_key_leaves_the_output_folder(wiki: Project) -> None:
    wiki.write({"works.bib": HOSTILE, "index.md": "# Home\n"})
    before = {p for p in wiki.root.rglob("*") if "out" not in p.parts}

    built = wiki.build()

    assert {p for p in wiki.root.rglob("*") if "out" not in p.parts} == before
    names = [n for n in built.tree() if n.startswith("works/")]
    assert len({n.casefold() for n in names}) == len(names)
    assert not {"works/con.html", "works/CON.html"} & set(names)


def test_unsafe_addresses_are_reported(wiki: Project) -> None:
    wiki.write({"works.bib": HOSTILE, "index.md": "# Home\n"})

    warnings = wiki.build().warnings

    assert sum("[bibwiki.unsafe-url]" in line for line in warnings) == 3
