"""Filling pages into a theme's frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bibwiki.sphinx_ext.writing.frames import Frame, with_absolute_addresses

if TYPE_CHECKING:
    from conftest import Project


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<a href="index.html">', '<a href="/en/latest/index.html">'),
        ('<a href="./">', '<a href="/en/latest/./">'),
        (
            '<link href="_static/a.css?v=1" />',
            '<link href="/en/latest/_static/a.css?v=1" />',
        ),
        ('<html data-content_root="./">', '<html data-content_root="/en/latest/./">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="/x">', '<a href="/x">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="mailto:x@example.org">', '<a href="mailto:x@example.org">'),
        ('<p>href="index.html"</p>', '<p>href="index.html"</p>'),
    ],
)
def test_relative_addresses_become_absolute(written: str, expected: str) -> None:
    assert with_absolute_addresses(written, "/en/latest/") == expected


def test_a_frame_without_contents_has_no_item() -> None:
    frame = Frame.cut("<html><body>BWFRAMEBODY</body></html>")

    assert frame.item == ""
    assert frame.markers == ("BWFRAMEBODY",)
    assert frame.texts == (b"<html><body>", b"</body></html>")


@pytest.mark.parametrize("theme", ["bibwiki", "alabaster"])
def test_the_page_for_missing_addresses_works_at_any_depth(
    wiki: Project, theme: str
) -> None:
    base = "https://wiki.example.org/en/latest/"

    page = wiki.build(html_theme=theme, html_baseurl=base).text("404.html")

    addresses = re.findall(r'\s(?:href|src)="([^"]*)"', page)
    assert "/en/latest/people/index.html" in addresses
    assert all(a.startswith(("/en/latest/", "#", "https://")) for a in addresses)
