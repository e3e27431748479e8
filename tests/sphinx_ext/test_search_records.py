"""The records for searching by name: written, replaced and deleted with the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from conftest import Project

FIRST = "_static/bibwiki/records-1.js"
SECOND = "_static/bibwiki/records-2.js"


def test_records_name_pages_that_exist(wiki: Project) -> None:
    built = wiki.build()

    records = built.text(FIRST)
    assert '["ada-example","Ada Example",1,"","A. Example"]' in records
    assert '["muller2021merging","Merging Large Lists",2021,1,[' in records
    assert (built.outdir / "works/muller2021merging.html").is_file()


def test_folders_instead_of_files(wiki: Project) -> None:
    built = wiki.build(builder="dirhtml")

    assert '={"suffix":"/",' in built.text(FIRST)
    assert '["ada-example","Ada Example"' in built.text(FIRST)


def test_records_are_written_only_when_they_change(wiki: Project) -> None:
    before = (wiki.build().outdir / FIRST).stat().st_mtime_ns
    wiki.replace("works.bib", "10.5555/sorting", "10.5555/sorts")

    after = (wiki.build().outdir / FIRST).stat().st_mtime_ns

    assert after == before


def test_files_that_are_no_longer_needed_are_deleted(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("bibwiki.pages.site.search_records.TOGETHER", 1)
        assert "muller2021merging" in wiki.build().text(SECOND)
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")

    built = wiki.build()

    assert not (built.outdir / SECOND).exists()
    assert "Joining Large Lists" in built.text(FIRST)


def test_books_have_no_records(wiki: Project) -> None:
    built = wiki.build(builder="epub", bibwiki_epub_pages=True)

    assert not (built.outdir / FIRST).exists()


def test_addresses_are_quoted_once(wiki: Project) -> None:
    page = "---\nbibwiki:\n  kind: person\n  name: Jo Müller\n---\n# Jo\n\nHi.\n"
    wiki.write({"people/Jo Müller.md": page})

    built = wiki.build()

    assert 'href="../people/Jo%20M%C3%BCller.html"' in (
        built.text("works/muller2021merging.html")
    )
    assert '["/people/Jo Müller.html","Jo Müller"' in built.text(FIRST)
