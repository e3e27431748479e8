"""What the code offers is documented, from the code where that is possible."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bibwiki.model.diagnostic import Problem
from bibwiki.sphinx_ext.config import PREFIX, BibwikiConfig
from bibwiki.sphinx_ext.domain import WikiDomain

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REFERENCE = {path.stem: path.read_text() for path in (DOCS / "reference").glob("*.md")}


@pytest.mark.parametrize("name", sorted({*WikiDomain.roles, *WikiDomain.directives}))
def test_every_role_and_directive_is_described(name: str) -> None:
    text = REFERENCE["syntax"]

    assert re.search(rf"[{{:]{re.escape(name)}[}}:]", text)


def test_the_reference_prints_problems_configuration_and_commands() -> None:
    assert "```{problems}" in REFERENCE["diagnostics"]
    assert "```{configuration-values}" in REFERENCE["configuration"]
    assert "```{command-line}" in REFERENCE["command-line"]
    assert "```{query-fields}" in REFERENCE["queries"]
    assert "```{bibtex-fields}" in REFERENCE["fields"]


@pytest.mark.parametrize("option", [o.name for o in fields(BibwikiConfig)])
def test_every_configuration_value_says_what_it_does(option: str) -> None:
    [field] = [o for o in fields(BibwikiConfig) if o.name == option]

    assert len(field.metadata["doc"]) > 40, f"{PREFIX}{option}"
    # Empty: what is written does not depend on it.
    assert field.metadata["rebuild"] in {"", "env", "html", "epub"}


def test_codes_are_stable_words() -> None:
    for problem in Problem:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", problem.value)


def test_the_architecture_names_files_that_exist() -> None:
    text = (DOCS / "develop" / "architecture.md").read_text()
    files = [
        path.relative_to(ROOT).as_posix()
        for part in ("ext", "tools", "tests", "docs")
        for path in (ROOT / part, *(ROOT / part).rglob("*"))
    ]
    paths = re.findall(r"`((?:[\w-]+/)+[\w.-]*|[\w/]+\.(?:py|js|jinja))`", text)
    modules = [
        module
        for row in re.findall(r"(?m)^\| `[\w-]+`.*\|.*\| ([^|]+) \|$", text)
        for module in re.findall(r"`([\w/]+)`", row)
    ]

    missing = {
        name
        for name in {*paths, *modules}
        if not any(
            f"/{file}".endswith((f"/{name.rstrip('/')}", f"/{name}.py"))
            for file in files
        )
    }

    assert len(paths) > 30
    assert len(modules) > 15
    assert missing == set()
