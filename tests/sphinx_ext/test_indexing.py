"""The full text is indexed beside everything else, in a process of its own."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

import pytest

from bibwiki.sphinx_ext.writing import indexing, output_maker
from bibwiki.sphinx_ext.writing.full_text import index_texts
from bibwiki.sphinx_ext.writing.output_maker import OutputMaker

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from bibwiki.pages.context import PageContext
    from bibwiki.sphinx_ext.wiki import Wiki
    from conftest import Built, Processes, Project

THEME = "bibwiki"
FOLDER = "_static/bibwiki/search/"


def index_of(built: Built) -> dict[str, bytes]:
    return {name: c for name, c in built.tree().items() if name.startswith(FOLDER)}


@pytest.fixture(name="processes")
def processes_fixture(noting: Processes, monkeypatch: pytest.MonkeyPatch) -> Processes:
    """Let small wikis count as large; note who indexes."""

    def index(
        wiki: Wiki, context: PageContext, kept: Path
    ) -> Generator[str, None, object]:
        noting.note()
        return (yield from index_texts(wiki, context, kept))

    monkeypatch.setattr(indexing, "FEWEST", 1)
    monkeypatch.setattr(indexing, "index_texts", index)
    return noting


@pytest.mark.parametrize(("jobs", "process"), [(1, "here"), (2, "another")])
@pytest.mark.parametrize(
    ("edit", "times"),
    [
        (("works.bib", "Merging Large Lists", "Joining Large Lists"), 2),
        (("index.md", "It followed", "Zebras followed"), 2),  # no conclusion is new
        (("index.md", "It followed", "It followed"), 1),
    ],
)
def test_it_is_done_once_in_a_build_that_changes_it(
    wiki: Project,
    processes: Processes,
    jobs: int,
    process: str,
    edit: tuple[str, str, str],
    times: int,
) -> None:
    wiki.build(html_theme=THEME, jobs=jobs)
    wiki.replace(*edit)

    edited = wiki.build(html_theme=THEME, jobs=jobs)

    assert processes.noted == [process] * times
    clean = wiki.build(html_theme=THEME, out="clean")
    assert index_of(edited) == index_of(clean)


def test_other_themes_start_no_process(wiki: Project, processes: Processes) -> None:
    wiki.build(jobs=2)
    assert processes.noted == ["here"]  # deletes what may be there


def test_an_index_that_is_gone_is_written_again(wiki: Project) -> None:
    before = wiki.build(html_theme=THEME)
    (before.outdir / FOLDER / "index.js").unlink()
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")
    assert f"{FOLDER}index.js" in index_of(wiki.build(html_theme=THEME))


@pytest.mark.usefixtures("processes")
def test_it_is_written_again_where_a_build_broke_off(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build fails after the index of other texts is begun, and they come back."""
    before = index_of(wiki.build(html_theme=THEME, jobs=2))
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")
    with monkeypatch.context() as patched:
        patched.setattr(OutputMaker, "_write", _fail)
        with pytest.raises(output_maker.OutputError, match="no ink"):
            wiki.build(html_theme=THEME, jobs=2)
    assert multiprocessing.active_children() == []
    index = wiki.root / "out/html" / FOLDER / "index.js"
    if index.is_file():
        index.write_text(index.read_text()[:20])  # as the process might have left it
    wiki.replace("works.bib", "Joining Large Lists", "Merging Large Lists")

    assert index_of(wiki.build(html_theme=THEME, jobs=2)) == before


def _fail(_self: OutputMaker, _name: str, _content: bytes) -> bool:
    message = "no ink"
    raise ValueError(message)
