"""Reading the declarations of hand-written pages without Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Problem
from bibwiki_tools.written_pages import read_pages

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = "---\nbibwiki:\n  kind: topic\n---\n\n# T\n"


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_pages_come_in_the_order_of_their_docnames(tmp_path: Path) -> None:
    for name in ("topics/b.md", "topics/a.md", "z.md", "c.rst", "notes.txt"):
        _write(tmp_path, name, BLOCK)

    notes, diagnostics = read_pages(tmp_path)

    assert [note.docname for note in notes] == ["topics/a", "topics/b", "z"]
    assert diagnostics == ()


def test_output_and_hidden_folders_are_left_alone(tmp_path: Path) -> None:
    for name in ("_build/html/a.md", ".venv/a.md", "_templates/a.md", "kept/a.md"):
        _write(tmp_path, name, BLOCK)

    notes, _ = read_pages(tmp_path)

    assert [note.docname for note in notes] == ["kept/a"]


def test_problem_in_a_directive_has_the_line_of_the_file(tmp_path: Path) -> None:
    text = "T\n=\n\n.. wiki:page::\n\n   kind: topic\n   colour: blue\n\nText.\n"
    _write(tmp_path, "t.rst", text)

    notes, [problem] = read_pages(tmp_path)

    assert [note.docname for note in notes] == ["t"]
    assert problem.problem is Problem.INVALID_FRONT_MATTER
    assert problem.location.line == 7
    assert problem.location.path == (tmp_path / "t.rst").as_posix()


def test_problem_in_front_matter_has_the_line_of_the_file(tmp_path: Path) -> None:
    _write(tmp_path, "t.md", "---\nbibwiki:\n  kind: topic\n  colour: blue\n---\n")

    _, [problem] = read_pages(tmp_path)

    assert problem.location.line == 4


def test_page_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "missing")

    notes, [problem] = read_pages(tmp_path)

    assert notes == ()
    assert problem.problem is Problem.UNREADABLE_FILE
