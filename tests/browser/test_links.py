"""Every link within the wiki leads to a page, and to a place on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from link_check import SiteLinks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def links(built_wiki: Path) -> SiteLinks:
    """The links of the shipped wiki."""
    return SiteLinks(built_wiki)


def test_every_link_leads_somewhere(links: SiteLinks) -> None:
    assert len(links) > 100
    assert links.broken() == []


def test_no_page_repeats_an_id(links: SiteLinks) -> None:
    assert links.repeated_ids() == []


@pytest.mark.parametrize(
    ("link", "works"),
    [
        pytest.param("there.html", True, id="a page beside"),
        pytest.param("there.html#place", True, id="a place"),
        pytest.param("there.html#pl%61ce", True, id="a quoted place"),
        pytest.param("#here", True, id="a place on the same page"),
        pytest.param("../", True, id="the folder above"),
        pytest.param("/folder/there.html", True, id="from the root"),
        pytest.param("https://example.org/x", True, id="another site"),
        pytest.param("missing.html", False, id="no such page"),
        pytest.param("there.html#nowhere", False, id="no such place"),
        pytest.param("#nowhere", False, id="no such place on the same page"),
        pytest.param("./", False, id="a folder without an index"),
    ],
)
def test_checker_tells_broken_links(tmp_path: Path, link: str, *, works: bool) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "index.html").write_text("<h1>Home</h1>", encoding="utf-8")
    (folder / "there.html").write_text('<p id="place">', encoding="utf-8")
    page = f'<p id="here"><a href="{link}">x</a>'
    (folder / "page.html").write_text(page, encoding="utf-8")

    broken = SiteLinks(tmp_path).broken()

    assert broken == ([] if works else [f"folder/page.html -> {link}"])
