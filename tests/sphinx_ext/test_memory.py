"""How often Python looks for garbage during a build, and afterwards."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from bibwiki.sphinx_ext.reading import mentions

if TYPE_CHECKING:
    from docutils import nodes

    from conftest import Project


def test_builds_look_for_garbage_less_often(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = gc.get_threshold()
    found: set[tuple[int, int, int]] = set()
    collect = mentions.collect_mentions

    def note(document: nodes.document, docname: str) -> object:
        found.add(gc.get_threshold())
        return collect(document, docname)

    monkeypatch.setattr("bibwiki.sphinx_ext.reading.documents.collect_mentions", note)
    wiki.build()

    ((young, *_),) = found
    assert young > usual[0]
    assert gc.get_threshold() == usual
    assert gc.isenabled()


def test_they_do_so_as_usual_after_a_build_that_failed(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        message = "no ink"
        raise ValueError(message)

    usual = gc.get_threshold()
    monkeypatch.setattr("bibwiki.sphinx_ext.reading.documents.collect_mentions", fail)
    with pytest.raises(Exception, match="no ink"):
        wiki.build()

    assert gc.get_threshold() == usual
