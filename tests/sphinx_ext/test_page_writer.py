"""Other processes begin with catalogue pages while documents are written."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxParallelError

from bibwiki.sphinx_ext.writing import shared_work
from bibwiki.sphinx_ext.writing.output_maker import OutputError, OutputMaker
from bibwiki.sphinx_ext.writing.page_writer import PageWriter

if TYPE_CHECKING:
    from conftest import Project


@pytest.fixture(name="begun")
def begun_fixture(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let small wikis count as large; note how many documents were written."""
    found: list[int] = []
    begin = PageWriter.begin

    def note(self: PageWriter) -> None:
        found.append(len(self._wiki.written) - 1)  # the last is resolved
        begin(self)
        assert multiprocessing.active_children()

    monkeypatch.setattr(shared_work, "FEWEST", 1)
    monkeypatch.setattr(PageWriter, "begin", note)
    return found


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_they_begin_once_the_first_document_is_written(
    wiki: Project, begun: list[int], builder: str
) -> None:
    serial = wiki.build(builder, jobs=1, out="serial")
    assert begun == []

    parallel = wiki.build(builder, jobs=2)

    assert begun == [1]
    assert parallel.tree() == serial.tree()
    assert parallel.warnings == serial.warnings


def test_after_an_edit_they_do_not(wiki: Project, begun: list[int]) -> None:
    wiki.build(jobs=2)
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")

    edited = wiki.build(jobs=2)

    assert begun == [1]
    assert edited.tree() == wiki.build(out="clean", jobs=1).tree()


def test_nor_where_other_extensions_see_all_pages(
    wiki: Project, begun: list[int]
) -> None:
    wiki.build(jobs=2, bibwiki_page_hooks=True)
    assert begun == []


@pytest.mark.usefixtures("begun")
def test_they_end_when_a_document_cannot_be_written(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = wiki.build(jobs=1, out="clean").tree()
    here = os.getpid()
    serialized = StandaloneHTMLBuilder.write_doc_serialized

    def fail(self: StandaloneHTMLBuilder, docname: str, doctree: object) -> None:
        if docname != "index" and os.getpid() == here:
            message = "no paper"
            raise ValueError(message)
        serialized(self, docname, doctree)  # type: ignore[arg-type] # as given

    with monkeypatch.context() as patched:
        patched.setattr(StandaloneHTMLBuilder, "write_doc_serialized", fail)
        with pytest.raises(ValueError, match="no paper"):
            wiki.build(jobs=2)

    assert multiprocessing.active_children() == []
    assert wiki.build(jobs=2).tree() == clean


@pytest.mark.usefixtures("begun")
def test_what_they_cannot_write_ends_the_build(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = wiki.build(jobs=1, out="clean").tree()

    def fail(_self: OutputMaker, _name: str, _content: bytes) -> bool:
        message = "no ink"
        raise ValueError(message)

    with monkeypatch.context() as patched:
        patched.setattr(OutputMaker, "_write", fail)
        with pytest.raises((SphinxParallelError, OutputError), match="no ink"):
            wiki.build(jobs=2)

    assert multiprocessing.active_children() == []
    assert wiki.build(jobs=2).tree() == clean
