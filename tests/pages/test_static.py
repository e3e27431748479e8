from __future__ import annotations

import re
from pathlib import Path

import pytest

from bibwiki.pages import items, render

CLASS = re.compile(r"\bbw-[a-z0-9-]+")
SCRIPTS = (
    "bibwiki/drawings.js",
    "bibwiki/explore.js",
    "bibwiki.js",
    "bibwiki/not_found.js",
)
"""Those that style what they draw by classes of bibwiki.css."""
TEMPLATES = Path(render.__file__).parent / "templates"


def classes(text: str) -> set[str]:
    """Return the classes in a text, those that a value completes left out."""
    return {name for name in CLASS.findall(text) if not name.endswith("-")}


@pytest.mark.parametrize(
    "name",
    [
        "bibwiki.css",
        "bibwiki.js",
        "bibwiki/basket.js",
        "bibwiki/dialogs.js",
        "bibwiki/drawings.js",
        "bibwiki/explore.js",
        "bibwiki/excerpts.js",
        "bibwiki/names.js",
        "bibwiki/not_found.js",
        "bibwiki/search_facets.js",
        "bibwiki/search_index.js",
        "bibwiki/search_page.js",
        "bibwiki/search_pagefind.js",
        "bibwiki/search_phrases.js",
        "bibwiki/words.js",
        "bibwiki/palette.js",
        "bibwiki/preview.js",
        "bibwiki/records.js",
        "bibwiki/search.css",
    ],
)
def test_nothing_is_loaded_from_elsewhere(name: str) -> None:
    text = (render.STATIC / name).read_text(encoding="utf-8")

    assert not re.search(r"@import|url\(|\bfetch\(|src\s*=", text)


def test_what_others_wrote_is_listed_with_its_licence() -> None:
    root = Path(__file__).parent.parent.parent
    listed = (root / "docs/develop/third-party.md").read_text(encoding="utf-8")
    scripts = sorted((render.STATIC / "vendor").glob("*.js"))

    assert scripts
    for script in scripts:
        version = re.match(
            r"/\* (\w+ [\d.]+), (\w+) licence", script.read_text("utf-8")
        )
        assert version is not None
        assert " | ".join((*version[1].split(), version[2])) in listed
        assert script.with_suffix(".LICENSE.txt").is_file()


def test_styled_classes_are_used() -> None:
    css = (render.STATIC / "bibwiki.css").read_text(encoding="utf-8")
    used = {
        name
        for path in (*TEMPLATES.iterdir(), *map(render.STATIC.joinpath, SCRIPTS))
        for name in classes(path.read_text(encoding="utf-8"))
    }
    styles = {"person", "work", "topic", "venue", "organization", "ok", "alert"}
    properties = set(re.findall(r"--(bw-[a-z-]+)", css))

    styled = classes(css) - properties
    assert styled - used == {f"bw-badge-{style}" for style in styles}


def test_every_style_of_a_badge_is_documented() -> None:
    css = (render.STATIC / "bibwiki.css").read_text(encoding="utf-8")
    documented = Path(items.__file__).read_text(encoding="utf-8")

    for style in re.findall(r"\.bw-badge-([a-z]+)", css):
        assert re.search(rf"\b{style}\b", documented)


def test_controls_are_hidden_until_the_script_runs() -> None:
    template = (TEMPLATES / "blocks.html.jinja").read_text(encoding="utf-8")
    script = (render.STATIC / "bibwiki.js").read_text(encoding="utf-8")

    assert '<p class="bw-code-tools" hidden="hidden">' in template
    assert "tools.hidden = false" in script
