from __future__ import annotations

import pytest

from bibwiki.pages.blocks import Paragraph
from bibwiki.pages.items import Link
from bibwiki.pages.summaries import summary_paragraph


@pytest.mark.parametrize(
    ("name", "sentence", "spans"),
    [
        ("Ada", "Ada: 2 works.", (Link("Ada"), ": 2 works.")),
        ("Ada", "No works by Ada yet.", ("No works by ", Link("Ada"), " yet.")),
        ("Ada", "2 works.", ("2 works.",)),
    ],
)
def test_names_in_our_sentences_are_set_apart(
    name: str, sentence: str, spans: tuple[str | Link, ...]
) -> None:
    assert summary_paragraph(name, sentence) == Paragraph(spans)
