from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.labels import citation_label, shortened

if TYPE_CHECKING:
    from conftest import Builder


@pytest.mark.parametrize(
    ("authors", "when", "given", "label"),
    [
        ("Quill, Ada", "1843", {}, "Quill 1843"),
        ("Quill, Ada; van Reed, Cleo", "1843-05", {}, "Quill and van Reed 1843"),
        ("Quill, Ada; Reed, Cleo; Fox, B", "1843", {}, "Quill et al. 1843"),
        ("Quill, Ada", "1843", {"others": True}, "Quill et al. 1843"),
        ("{Weavers Guild}", "1843", {}, "Weavers Guild 1843"),
        ("", "1843", {"editors": "Fox, Bea"}, "Fox 1843"),
        ("Quill, Ada", "", {"editors": "Fox, Bea"}, "Quill n.d."),
        ("Quill, Ada", "", {"date_text": "in press"}, "Quill in press"),
        ("", "1843", {"title": "Looms"}, "Looms 1843"),
        (
            "",
            "",
            {"title": "A Very Long Title of Words about Mechanical Looms"},
            "A Very Long Title of Words about… n.d.",
        ),
    ],
)
def test_citation_label(
    build: Builder, authors: str, when: str, given: dict[str, object], label: str
) -> None:
    assert citation_label(build.work("k", authors, when, **given)) == label


@pytest.mark.parametrize(
    ("text", "cut"),
    [("abc", "abc"), ("ab, cdefgh", "ab…"), ("a" * 20, "aaaaaaa…")],
)
def test_shortened(text: str, cut: str) -> None:
    assert shortened(text, 8) == cut
