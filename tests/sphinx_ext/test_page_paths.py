"""Where pages are, and which of their files are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.sphinx_ext.writing.output_maker import missing_files
from bibwiki.sphinx_ext.writing.page_paths import PagePaths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _file(name: str) -> str:
    return f"{name}.html"


def _folder(name: str) -> str:
    """Return the file of a page as the builder dirhtml does."""
    is_index = name == "index" or name.endswith("/index")
    return f"{name}.html" if is_index else f"{name}/index.html"


@pytest.mark.parametrize("path_of", [_file, _folder])
@pytest.mark.parametrize(
    "name", ["a", "index", "works/a", "works/index", "works/by/2021-a", "works/é b"]
)
def test_paths_are_the_builders(path_of: Callable[[str], str], name: str) -> None:
    paths = PagePaths(path_of)

    assert paths["works/other"] == path_of("works/other")
    assert paths[name] == path_of(name)


def test_a_builder_is_asked_once_for_each_folder() -> None:
    asked: list[str] = []

    def path_of(name: str) -> str:
        asked.append(name)
        return f"{name}.html"

    paths = PagePaths(path_of)
    for number in range(100):
        assert paths[f"works/{number}"] == f"works/{number}.html"

    assert len(asked) == 1


def test_missing_files_are_those_that_are_not_there_and_folders(tmp_path: Path) -> None:
    (tmp_path / "works" / "c.html").mkdir(parents=True)
    (tmp_path / "works" / "a.html").touch()
    (tmp_path / "index.html").touch()
    there = ["index.html", "works/a.html"]
    missing = ["404.html", "a.html", "works/b.html", "works/c.html", "years/a.html"]

    assert missing_files(tmp_path, [*there, *missing]) == set(missing)
