"""Filling in templates, and writing files without losing any."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bibwiki_tools.output import CommandError
from bibwiki_tools.texts import (
    markdown_text,
    render,
    template_tree,
    write_new_files,
    yaml_value,
)

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(TEXTS)
def test_text_comes_through_markdown_unchanged(text: str) -> None:
    [_, inline, _] = MarkdownIt("commonmark").parse(f"Is: {markdown_text(text)}.")

    kinds = {child.type for child in inline.children or []}
    assert kinds <= {"text", "text_special"}
    shown = "".join(child.content for child in inline.children or [])
    assert shown.replace("[ [", "[[") == f"Is: {' '.join(text.split())}.".replace(
        "[ [", "[["
    )


@pytest.mark.parametrize("text", ["[[x]]", "[[[x", "a [[b]] c", "[" * 7])
def test_text_makes_no_wiki_link(text: str) -> None:
    assert "[[" not in markdown_text(text).replace("\\", "")


@given(
    st.one_of(TEXTS, st.booleans(), st.lists(TEXTS)),
)
def test_values_come_through_yaml_unchanged(value: object) -> None:
    written = yaml_value(value)

    assert "\n" not in written
    assert yaml.safe_load(f"a:\n  b: {written}\n") == {"a": {"b": value}}


def test_title_with_quotes_stays_a_python_string() -> None:
    text = render("wiki/docs/conf.py", {"title": 'Bo\'s "wiki"\\'})

    assignment = ast.parse(text).body[3]
    assert isinstance(assignment, ast.Assign)
    assert ast.literal_eval(assignment.value) == 'Bo\'s "wiki"\\'


def test_template_tree_gives_hidden_files_their_dot() -> None:
    tree = template_tree("wiki")

    assert tree[".gitignore"] == "wiki/dot-gitignore"
    assert tree["docs/conf.py"] == "wiki/docs/conf.py"
    assert list(tree) == sorted(tree)


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_new_files(tmp_path / "new", {"a/b.md": "ä\n", "c": ""})

    assert (tmp_path / "new/a/b.md").read_bytes() == "ä\n".encode()
    assert (tmp_path / "new/c").is_file()


def test_nothing_is_written_where_one_file_exists(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")

    with pytest.raises(CommandError, match=r"b exists already; nothing was written"):
        write_new_files(tmp_path, {"a": "new", "b": "new"})

    assert not (tmp_path / "a").exists()
    assert (tmp_path / "b").read_text() == "mine"


def test_link_to_nowhere_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "missing")

    with pytest.raises(CommandError, match="exists already"):
        write_new_files(tmp_path, {"a": "new"})

    assert not (tmp_path / "missing").exists()


def test_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("")

    with pytest.raises(CommandError, match="docs"):
        write_new_files(tmp_path, {"docs/a.md": ""})
