"""The core and the command work where Sphinx is not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORE = [
    f"bibwiki.{path.relative_to(ROOT / 'ext/bibwiki').with_suffix('').as_posix()}"
    for layer in ("model", "catalogue", "pages")
    for path in sorted((ROOT / "ext/bibwiki" / layer).rglob("*.py"))
    if path.name != "__init__.py"
]
TOOLS = [
    "bibwiki_tools."
    + path.relative_to(ROOT / "tools/bibwiki_tools").with_suffix("").as_posix()
    for path in sorted((ROOT / "tools/bibwiki_tools").rglob("*.py"))
    if path.name not in {"__init__.py", "__main__.py"} and "templates" not in path.parts
]


@pytest.mark.parametrize(
    "modules",
    [
        pytest.param(["bibwiki"], id="bibwiki"),
        pytest.param(CORE, id="core"),
        pytest.param(TOOLS, id="tools"),
    ],
)
def test_importing_imports_no_sphinx(modules: list[str]) -> None:
    assert modules
    code = (
        "import importlib, sys\n"
        f"for name in {[name.replace('/', '.') for name in modules]!r}:\n"
        "    importlib.import_module(name)\n"
        "print(sorted({'sphinx', 'docutils', 'myst_parser'} & set(sys.modules)))"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"
