"""The pages of a built wiki as a site for Hugo: as many, with the same text.

Hugo gets less to do: what a page shows is given as text, with nothing to work out.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from checks import MAIN

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINES = re.compile(r"\s*\n\s*")
CONFIGURATION = """\
baseURL = "https://example.org/"
title = "Bench"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "home", "section"]
"""
TEMPLATE = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }} - {{ site.Title }}</title></head>
<body>
<nav><a href="/">{{ site.Title }}</a></nav>
<main><h1>{{ .Title }}</h1>
{{ .Content }}</main>
</body>
</html>
"""


def write_hugo_site(folder: Path, built: Path) -> int:
    """Write a source page for each page of a built wiki; return how many."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(TEMPLATE, encoding="utf-8")
    (folder / "hugo.toml").write_text(CONFIGURATION, encoding="utf-8")
    count = 0
    for page in sorted(built.rglob("*.html")):
        path = folder / "content" / page.relative_to(built).with_suffix(".md")
        if path.name == "index.md":  # a folder's own page is another kind of page
            path = path.with_name("overview.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        title, text = json.dumps(path.stem), _text(page.read_text(encoding="utf-8"))
        path.write_text(f"---\ntitle: {title}\n---\n\n{text}\n", encoding="utf-8")
        count += 1
    return count


def _text(html: str) -> str:
    found = MAIN.search(html)
    bare = _TAG.sub("", _HEAD.sub("", found[0] if found else ""))
    return _LINES.sub("\n\n", bare).replace("{{", "{ {").strip()
