"""The wheel alone, in an empty environment, is all that a writer needs."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from environment import create_environment, succeed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.packaging

CONF = """\
project = "Minimal"
extensions = ["myst_parser", "bibwiki"]
bibtex_bibfiles = ["minimal.bib"]
"""

PAGE = """\
# Minimal

Engines were described in 1851 {cite:p}`penrose1851`.
"""

ENTRIES = """\
@article{penrose1851,
  author = {Penrose, Ottilie and Marsh, Tobias},
  title = {On the Weaving of Numbers},
  journal = {Annals of Invented Engines},
  year = {1851},
}
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel and what it depends on."""

    python: Path
    wheel: Path


@pytest.fixture(scope="module")
def installed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it, with the pinned versions."""
    folder = tmp_path_factory.mktemp("wheel")
    python = create_environment(folder / "venv")
    pins = {
        "PIP_CONSTRAINT": str(checkout / "constraints.txt"),
        "PIP_BUILD_CONSTRAINT": str(checkout / "constraints.txt"),
    }
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check"]
    succeed([*pip, "wheel", "--no-deps", "-w", ".", checkout], folder, pins)
    (wheel,) = folder.glob("bibwiki-*.whl")
    succeed([*pip, "install", wheel], folder, pins)
    return Installed(python, wheel)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The smallest project: two extensions, one BibTeX file, one page."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.md").write_text(PAGE, encoding="utf-8")
    (folder / "minimal.bib").write_text(ENTRIES, encoding="utf-8")
    return folder


def _build(installed: Installed, project: Path) -> Path:
    output = project / "_build"
    sphinx: list[str | Path] = [installed.python, "-m", "sphinx", "-W", "--keep-going"]
    printed = succeed([*sphinx, "-b", "html", project, output], project)

    assert "WARNING" not in printed
    return output


def test_wheel_holds_every_file_of_the_packages(
    installed: Installed, checkout: Path
) -> None:
    shipped = set(zipfile.ZipFile(installed.wheel).namelist())
    tracked = {
        path.relative_to(root).as_posix()
        for root in (checkout / "ext", checkout / "tools")
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert sorted(tracked - shipped) == []
    assert {name.partition("/")[0] for name in shipped - tracked} == {
        installed.wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"
    }


def test_dependencies_agree(installed: Installed, tmp_path: Path) -> None:
    succeed([installed.python, "-m", "pip", "check"], tmp_path)


def test_minimal_project_builds_without_warnings(
    installed: Installed, project: Path
) -> None:
    output = _build(installed, project)

    work = (output / "works" / "penrose1851.html").read_text(encoding="utf-8")
    assert "On the Weaving of Numbers" in work
    index = (output / "index.html").read_text(encoding="utf-8")
    assert 'href="works/penrose1851.html' in index
    assert (output / "people" / "index.html").is_file()


def test_theme_is_found_by_its_name(installed: Installed, project: Path) -> None:
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_theme = "bibwiki"\n')

    output = _build(installed, project)

    assert (output / "works" / "penrose1851.html").is_file()


def test_command_reads_a_file(installed: Installed, project: Path) -> None:
    command = installed.python.with_name("bibwiki")

    printed = succeed([command, "inspect", "minimal.bib", "--json"], project)

    (work,) = json.loads(printed)["works"]
    assert work["key"] == "penrose1851"


def test_command_starts_a_wiki_that_builds(
    installed: Installed, tmp_path: Path
) -> None:
    command = installed.python.with_name("bibwiki")

    succeed([command, "init", "fresh"], tmp_path)

    wiki = tmp_path / "fresh"
    (conf,) = wiki.rglob("conf.py")
    sphinx: list[str | Path] = [installed.python, "-m", "sphinx", "-W", "--keep-going"]
    printed = succeed([*sphinx, "-b", "html", conf.parent, tmp_path / "html"], wiki)
    assert "WARNING" not in printed
    assert (tmp_path / "html" / "index.html").is_file()
