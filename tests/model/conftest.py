"""Shorthands for tests of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.interpret import interpret

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.work import Work


@pytest.fixture
def read_work() -> Callable[[str], tuple[Work, tuple[Diagnostic, ...]]]:
    """Read the first entry of a text into a work, with what interpreting reports."""

    def read(text: str) -> tuple[Work, tuple[Diagnostic, ...]]:
        entries, _ = inherit_fields([parse_bibtex(text, "a.bib")])
        return interpret(entries[0])

    return read
