"""The full-text index: written with the pages, the same however it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Built, Project

FOLDER = "_static/bibwiki/search/"
TOPIC = "---\nbibwiki: {kind: topic, name: Sorting of things}\n---\n# Sorting\n"


def index_of(built: Built) -> dict[str, bytes]:
    return {name: c for name, c in built.tree().items() if name.startswith(FOLDER)}


def test_the_index_has_pages_of_both_kinds(wiki: Project) -> None:
    built = wiki.build(html_theme="bibwiki")

    texts = built.text(f"{FOLDER}results-0.js")
    assert "works/muller2021merging.html" in texts
    assert "Lists of ten items are sorted." in texts
    assert "people/ada-example.html" in texts
    assert "She sorts lists. Later others merged them." in texts
    assert "Welcome. Sorting was solved. Then Ada Example rested." in texts
    assert built.warnings == []


def test_other_themes_have_no_use_for_it(wiki: Project) -> None:
    assert index_of(wiki.build()) == {}


def test_an_edited_wiki_has_the_index_of_a_new_one(wiki: Project) -> None:
    wiki.build(html_theme="bibwiki")
    wiki.replace("index.md", "It followed", "Zebras followed")
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")

    edited = index_of(wiki.build(html_theme="bibwiki"))

    assert f"{FOLDER}terms-z.js" in edited
    assert edited == index_of(wiki.build(html_theme="bibwiki", out="new", jobs=2))


def test_what_no_word_begins_with_any_more_is_deleted(wiki: Project) -> None:
    wiki.replace("index.md", "It followed", "Zebras followed")
    assert wiki.build(html_theme="bibwiki").has(f"{FOLDER}terms-z.js")
    wiki.replace("index.md", "Zebras followed", "It followed")

    built = wiki.build(html_theme="bibwiki")

    assert not built.has(f"{FOLDER}terms-z.js")


def test_files_are_written_only_when_they_change(wiki: Project) -> None:
    name = f"{FOLDER}terms-l.js"
    before = (wiki.build(html_theme="bibwiki").outdir / name).stat().st_mtime_ns
    wiki.replace("index.md", "It followed", "Zebras followed")

    after = (wiki.build(html_theme="bibwiki").outdir / name).stat().st_mtime_ns

    assert after == before


@pytest.mark.parametrize("kept", [None, b"", b"broken"])
def test_the_index_is_amended_as_if_it_were_made_anew(
    wiki: Project, kept: bytes | None
) -> None:
    first = wiki.build(html_theme="bibwiki")
    [words] = first.outdir.parent.rglob("bibwiki-html-*.words")
    if kept is not None:
        words.write_bytes(kept)
    (first.outdir / FOLDER / "terms-e.js").unlink(missing_ok=True)
    wiki.replace("works.bib", "Merging Large Lists", "Joining Zebra Lists")

    edited = index_of(wiki.build(html_theme="bibwiki"))

    assert "zebra" in edited[f"{FOLDER}terms-z.js"].decode()
    assert edited == index_of(wiki.build(html_theme="bibwiki", out="new"))


def test_the_search_page_says_where_everything_is_listed(wiki: Project) -> None:
    built = wiki.build(html_theme="bibwiki")

    without_scripts = built.text("search.html").partition('"find-plain"')[2]
    assert 'href="works/index.html"' in without_scripts
    assert "searchindex.js" not in built.text("search.html")


def test_links_without_words_are_found_by_the_names_of_things(wiki: Project) -> None:
    links = (
        "Thanks to [[ada-example]], {topic}`sorting`, [[ada-example|a friend]],\n"
        "{work}`muller2021merging` and [[no-such-thing]] {cite:p}`muller2021merging`.\n"
    )
    wiki.replace("index.md", "It followed", f"{links}\nIt followed")
    wiki.write({"topics/sorting.md": TOPIC})

    built = wiki.build(html_theme="bibwiki")

    assert (
        "Thanks to Ada Example, Sorting of things, a friend, Merging Large Lists and "
        "no-such-thing." in built.text(f"{FOLDER}results-0.js")
    )


def test_the_index_follows_names_that_change(wiki: Project) -> None:
    wiki.replace("index.md", "It followed", "About {topic}`sorting`.\n\nIt followed")
    wiki.write({"topics/sorting.md": TOPIC})
    wiki.build(html_theme="bibwiki")
    wiki.replace("topics/sorting.md", "Sorting of things", "Zebra sorting")

    edited = index_of(wiki.build(html_theme="bibwiki"))

    assert "About Zebra sorting." in edited[f"{FOLDER}results-0.js"].decode()
    assert edited == index_of(wiki.build(html_theme="bibwiki", out="new"))


LINKED = """# Sorting
See {doc}`/more/lists`, {ref}`long-lists`, [](more/lists.md), [](#long-lists),
[](more/lists.md#rather-long-lists), {doc}`more/lists` and {ref}`words <long-lists>`.
Long ones, {ref}`long-lists`: {cite:p}`muller2021merging`.

```{toctree}
more/lists
```
"""
LISTS = (
    "# All lists\n\nBack to {doc}`../index`.\n\n(long-lists)=\n## Rather long lists\n"
)


@pytest.mark.filterwarnings("ignore:.*MystReferenceResolver.app")
def test_links_to_pages_and_sections_are_shown_by_their_titles(wiki: Project) -> None:
    wiki.write({"index.md": LINKED, "more/lists.md": LISTS})

    built = wiki.build(html_theme="bibwiki", myst_heading_anchors=3)

    texts = built.text(f"{FOLDER}results-0.js")
    assert (
        "See All lists, Rather long lists, All lists, Rather long lists, Rather long "
        "lists, All lists and words. Long ones, Rather long lists:" in texts
    )
    assert "Back to Sorting." in texts
    assert "Long ones, Rather long lists: " in built.text(
        "works/muller2021merging.html"
    )
    assert built.warnings == []


@pytest.mark.filterwarnings("ignore:.*MystReferenceResolver.app")
def test_titles_of_other_pages_are_shown_as_they_are_now(wiki: Project) -> None:
    wiki.write({"index.md": LINKED, "more/lists.md": LISTS})
    wiki.build(html_theme="bibwiki", myst_heading_anchors=3)
    wiki.replace("more/lists.md", "Rather long", "Longer")

    edited = wiki.build(html_theme="bibwiki", myst_heading_anchors=3)

    clean = wiki.build(html_theme="bibwiki", myst_heading_anchors=3, out="new")
    assert "Long ones, Longer lists: " in edited.text("works/muller2021merging.html")
    assert "See All lists, Longer lists," in edited.text(f"{FOLDER}results-0.js")
    assert edited.tree() == clean.tree()
