"""A build that finds nothing changed concludes nothing, and says the same problems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bibwiki.sphinx_ext import assembling, extension
from bibwiki.sphinx_ext.writing.renewal import Renewal

if TYPE_CHECKING:
    from conftest import Built, Project


@pytest.fixture
def assembled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One item for each time that a catalogue is assembled."""
    calls: list[str] = []
    assemble = assembling.assemble

    def count(*arguments: object, **options: object) -> object:
        calls.append("")
        return assemble(*arguments, **options)

    monkeypatch.setattr(assembling, "assemble", count)
    return calls


@pytest.mark.parametrize("builder", ["html", "dirhtml", "text"])
def test_nothing_is_concluded_when_nothing_changed(
    wiki: Project, assembled: list[str], builder: str
) -> None:
    wiki.replace("index.md", "closely", "closely {cite:p}`unknown2000`")
    first = wiki.build(builder)
    before = times(first)
    assembled.clear()

    again = wiki.build(builder)

    assert assembled == []
    assert [w for w in again.warnings if "bibwiki." in w] == [
        w for w in first.warnings if "bibwiki." in w
    ]
    written = {name for name, time in times(again).items() if before[name] != time}
    assert {name.split("/")[0].split(".")[0] for name in written} <= {
        "genindex",
        "search",
    }


def test_a_file_that_is_missing_is_written(wiki: Project) -> None:
    built = wiki.build()
    for name in ("works/muller2021merging.html", "objects.inv", "index.html"):
        (built.outdir / name).unlink()
        assert wiki.build().has(name)


def test_naming_one_file_leaves_the_others_to_the_next_build(wiki: Project) -> None:
    wiki.build()
    wiki.replace("works.bib", "Sorting {Small} Lists", "Sorting Tiny Lists")
    page = wiki.root / "docs/people/ada-example.md"
    wiki.replace("people/ada-example.md", "She sorts", "She often sorts")
    wiki.build(files=[page])

    again = wiki.build()
    clean = wiki.build(out="clean")

    assert again.tree() == clean.tree()


def test_a_build_that_broke_off_is_made_good(wiki: Project) -> None:
    built = wiki.build()
    (built.outdir / "index.html").write_text("half a pa", encoding="utf-8")
    mark = next(Path(built.app.doctreedir).glob("bibwiki-html-*.json"))
    mark.with_suffix(".open").touch()

    again = wiki.build()

    assert again.tree() == wiki.build(out="clean").tree()
    assert not mark.with_suffix(".open").exists()


def test_a_removed_page_leaves_its_neighbours(wiki: Project) -> None:
    pages = {f"{name}.md": f"# {name}\n\nText.\n" for name in ("one", "two", "three")}
    wiki.write(pages)
    wiki.replace(
        "index.md", "people/ada-example", "one\ntwo\nthree\npeople/ada-example"
    )
    wiki.build()
    wiki.replace("index.md", "two\n", "")
    (wiki.root / "docs/two.md").unlink()

    again = wiki.build()

    assert 'href="three.html"' in again.text("one.html")
    assert again.tree() == wiki.build(out="clean").tree()


def test_a_sentence_makes_no_catalogue_page(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    renew = Renewal.begin

    def look(self: Renewal, *arguments: Any) -> object:  # noqa: ANN401 - as given
        looked.append("")
        return renew(self, *arguments)

    monkeypatch.setattr(Renewal, "begin", look)
    wiki.build(html_theme="bibwiki")
    assert looked == [""]
    wiki.replace("people/ada-example.md", "Later others", "Much later others")

    again = wiki.build(html_theme="bibwiki")

    assert looked == [""]
    assert "Much later" in again.text("people/ada-example.html")
    assert again.tree() == wiki.build(out="clean", html_theme="bibwiki").tree()


def test_the_inventory_of_a_build_that_broke_off_does_not_stay(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = wiki.build().tree()["objects.inv"]
    wiki.replace("works.bib", "Sorting {Small} Lists", "Sorting Tiny Lists")
    with monkeypatch.context() as patched:
        patched.setattr(extension, "remember_written", lambda *_: None)
        broken = wiki.build()
    assert broken.tree()["objects.inv"] != first
    wiki.replace("works.bib", "Sorting Tiny Lists", "Sorting {Small} Lists")

    assert wiki.build().tree()["objects.inv"] == first


def times(built: Built) -> dict[str, int]:
    return {
        name: (built.outdir / name).stat().st_mtime_ns
        for name in built.tree()
        if not name.startswith("_static/")
    }
