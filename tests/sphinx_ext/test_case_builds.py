"""Wikis of damaged and hostile files build, and hold every entry safely."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import yaml
from dangers import dangers_of

from bibwiki.model.diagnostic import Problem, Severity, severity_of
from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from conftest import Built, Project

CASES = sorted((Path(__file__).parents[1] / "cases" / "bib").glob("*.bib"))
GROUPS = 3
KEYS = re.compile(
    rb"(?<=[{(\s,=])(first|second|third|fourth|fifth|sixth|seventh|eighth|last|sound"
    rb"|same|good|child|proc|one|two|inner|outer|next|ring1|ring2)(?=[\s,};.])"
)
"""The keys of most cases."""
INDEX = """\
# Home

```{works}
```

## All

```{bibliography}
:all:
:list: bullet
```
"""


def _with_own_keys(path: Path) -> bytes:
    """Return a case with keys that no other case has; lines stay."""
    return KEYS.sub(rb"\1-" + path.stem.encode(), path.read_bytes())


def _build(project: Project, files: Mapping[str, bytes]) -> Built:
    project.write(
        {
            "conf.py": "extensions = ['myst_parser', 'bibwiki']\n"
            f"bibtex_bibfiles = {list(files)!r}\n"
            "html_theme = 'basic'\ntemplates_path = []\n"
            "html_baseurl = 'https://wiki.example.org/'\n",
            "index.md": INDEX,
        }
    )
    for name, content in files.items():
        (project.root / "docs" / name).write_bytes(content)
    return project.build(bibwiki_warnings_per_code=0)


def _expected(path: Path) -> Iterator[str]:
    """Yield what a build says of a case, as ``NAME.bib:LINE`` and the code."""
    found = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    for diagnostic in found["diagnostics"]:
        place, code = diagnostic.split(" ")
        if severity_of(Problem(code)) is not Severity.INFO:
            yield f"{path.name}:{place.partition(':')[0]} {code}"


def _reported(built: Built) -> set[str]:
    report = json.loads(
        (Path(built.app.doctreedir) / "bibwiki-report.json").read_text()
    )
    return {
        f"{Path(one['file']).name}:{one['line']} {one['code']}"
        for one in report["diagnostics"]
    }


def _check_works(built: Built) -> None:
    """Every work of every file has a page that shows its title, and was written."""
    wiki = built.app.env.get_domain("wiki").wiki
    catalogue = wiki.catalogue
    assert len(catalogue.works) > 40
    assert set(wiki.bibliography.works) == set(catalogue.key_to_work)
    for target, slug in catalogue.slugs.items():
        assert built.has(f"{target.kind.folder}/{slug}.html"), target
    for key, work in catalogue.works.items():
        page = built.text(f"works/{catalogue.slugs[Target(Kind.WORK, key)]}.html")
        assert work.work.title[:20].strip() in html.unescape(page), key


def _check_files(built: Built) -> None:
    for name, content in built.tree().items():
        if name.endswith(".html"):
            assert dangers_of(content.decode("utf-8")) == [], name
        elif name.endswith(".xml"):
            ET.fromstring(content)  # noqa: S314 - our own output
        elif name.endswith(".json"):
            json.loads(content)


@pytest.mark.parametrize("group", range(GROUPS))
def test_wikis_of_all_cases_build(project: Project, group: int) -> None:
    paths = CASES[group::GROUPS]

    built = _build(project, {path.name: _with_own_keys(path) for path in paths})

    reported = _reported(built)
    for path in paths:
        assert set(_expected(path)) <= reported, path.name
    _check_works(built)
    _check_files(built)
