"""Small invented wikis that one module of tests builds, and the dresses they wear."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Page

CONF = """
project = html_title = "Invented Wiki"
extensions = ["myst_parser", "bibwiki"]
bibtex_bibfiles = ["works.bib"]
html_theme = "bibwiki"
"""
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DRESSES: Mapping[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "390 px": {"viewport": {"width": 390, "height": 844}},
    "320 px": {"viewport": {"width": 320, "height": 640}},
}
"""Maps what a test is called to how its browser looks at pages."""


def build_wiki(folder: Path, files: Mapping[str, str], builder: str = "html") -> Path:
    """Write a wiki with our theme, build it, and return its output folder."""
    for name, text in ({"conf.py": CONF} | dict(files)).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", builder]
    subprocess.run([*command, folder, folder / "_build"], check=True)
    return folder / "_build"


def violations(page: Page) -> str:
    """Return what axe-core finds wrong with a page as it stands; empty for nothing."""
    results = Axe().run(page, options={"runOnly": list(RULES)})
    return results.generate_report() if results.violations_count else ""
