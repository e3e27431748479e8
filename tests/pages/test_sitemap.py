from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bibwiki.pages.site import sitemap
from bibwiki.pages.site.sitemap import sitemap_files

if TYPE_CHECKING:
    import pytest

    from bibwiki.model.notes.kind import Target


class InventedSite:
    title = "A site"

    def __init__(self, base: str) -> None:
        self._base = base

    def page(self, pagename: str) -> str | None:
        return self.file(f"{pagename}.html")

    def file(self, path: str) -> str | None:
        return self._base + path if self._base else None

    def thing(self, target: Target) -> str | None:
        return self.page(target.id)


def locations(text: str) -> list[str | None]:
    return [element.text for element in ET.fromstring(text).iter() if element.text]  # noqa: S314 - our own


def test_pages_are_sorted() -> None:
    [file] = sitemap_files(InventedSite("https://example.org/"), ["b", "a/x"])

    assert file.path == "sitemap.xml"
    assert [one for one in locations(file.text()) if one and one.strip()] == [
        "https://example.org/a/x.html",
        "https://example.org/b.html",
    ]


def test_a_long_one_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 2)

    files = list(sitemap_files(InventedSite("https://example.org/"), "abc"))

    assert [file.path for file in files] == [
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap.xml",
    ]
    assert "https://example.org/sitemap-2.xml" in locations(files[-1].text())


def test_without_an_address_there_is_none() -> None:
    assert not list(sitemap_files(InventedSite(""), ["a"]))
