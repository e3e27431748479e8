"""``bibwiki init``: a wiki that builds at once, and no file lost."""

from __future__ import annotations

import shutil
import subprocess
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from bibwiki_tools.commands.init import title_for

if TYPE_CHECKING:
    from conftest import Command

FILES = [
    ".gitignore",
    ".readthedocs.yaml",
    "Makefile",
    "README.md",
    "bib/references.bib",
    "docs/conf.py",
    "docs/index.md",
    "docs/people/ada-example.md",
    "docs/requirements.txt",
    "docs/topics/invented-numbers.md",
]


NEW_PAGES = {
    "person": "Ben Beispiel",
    "topic": "imaginary machines",
    "organization": "Institute of Imagination",
    "work": "example2021counting",
}


def _files(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def test_every_file_is_written_and_named(bibwiki: Command, tmp_path: Path) -> None:
    folder = tmp_path / "reading-wiki"

    outcome = bibwiki("init", folder)

    assert outcome.status == 0
    assert _files(folder) == FILES
    written = [line for line in outcome.out.splitlines() if line.startswith("wrote ")]
    assert written == [f"wrote {folder / name}" for name in FILES]
    assert "# Reading wiki\n" in (folder / "docs/index.md").read_text()


def test_current_folder_is_the_default(
    bibwiki: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")

    outcome = bibwiki("init", "--title", "On * and \"'")

    assert outcome.status == 0
    assert _files(tmp_path) == sorted([*FILES, "notes.txt"])
    assert "\n# On \\* and \"'\n" in "\n" + Path("docs/index.md").read_text()


def test_nothing_is_overwritten(bibwiki: Command, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")

    outcome = bibwiki("init", tmp_path)

    assert outcome.status == 2
    assert outcome.out == ""
    assert "README.md exists already; nothing was written" in outcome.err
    assert _files(tmp_path) == ["README.md"]


def test_second_run_names_what_is_there(bibwiki: Command, tmp_path: Path) -> None:
    bibwiki("init", tmp_path)

    outcome = bibwiki("init", tmp_path)

    assert outcome.status == 2
    assert all(name in outcome.err for name in FILES)


def test_file_in_the_place_of_the_folder_is_named(
    bibwiki: Command, tmp_path: Path
) -> None:
    (tmp_path / "wiki").write_text("")

    outcome = bibwiki("init", tmp_path / "wiki")

    assert outcome.status == 2
    assert "wiki is a file; name a folder" in outcome.err


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param("reading-wiki", "Reading wiki", id="words"),
        pytest.param("my_NLP_wiki", "My NLP wiki", id="capitals stay"),
        pytest.param("---", "Research wiki", id="no letters"),
    ],
)
def test_title_follows_from_the_folder(tmp_path: Path, name: str, title: str) -> None:
    assert title_for(tmp_path / name) == title


def test_configuration_for_read_the_docs_names_files_that_exist(
    bibwiki: Command, tmp_path: Path
) -> None:
    bibwiki("init", tmp_path)

    settings = yaml.safe_load((tmp_path / ".readthedocs.yaml").read_text())
    assert settings["version"] == 2
    assert (tmp_path / settings["sphinx"]["configuration"]).is_file()
    [install] = settings["python"]["install"]
    assert (tmp_path / install["requirements"]).is_file()


def test_bibtex_has_no_problems(bibwiki: Command, tmp_path: Path) -> None:
    bibwiki("init", tmp_path)

    outcome = bibwiki(
        "inspect", tmp_path / "bib/references.bib", "--pages", tmp_path / "docs"
    )

    assert "Problems: 0" in outcome.out


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.skipif(
    not entry_points(group="sphinx.html_themes", name="bibwiki"),
    reason="bibwiki is on the path, but not installed",
)
def test_printed_command_builds_without_warnings(
    bibwiki: Command, tmp_path: Path, environment: dict[str, str]
) -> None:
    """Builds the new wiki, with pages that ``bibwiki new`` adds to it."""
    folder = tmp_path / "a wiki"
    [command] = [
        line.partition(":")[2].strip()
        for line in bibwiki("init", folder).out.splitlines()
        if line.startswith("Build it:")
    ]

    for kind, name in NEW_PAGES.items():
        added = bibwiki("new", kind, name, "--docs", folder / "docs")
        assert added.status == 0

    outcome = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "WARNING" not in outcome.stderr
    page = folder / "docs/_build/html/index.html"
    assert outcome.stdout.splitlines()[-1] == f"Open {page}"
    assert (page.parent / "works/beispiel2023sorting.html").is_file()
    assert not (folder / ".venv").exists()


def test_the_new_wiki_asks_for_the_search_that_the_guide_tells_of(
    bibwiki: Command, tmp_path: Path
) -> None:
    bibwiki("init", str(tmp_path))

    lines = (tmp_path / "docs/requirements.txt").read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if line.startswith("bibwiki[pagefind]")]
