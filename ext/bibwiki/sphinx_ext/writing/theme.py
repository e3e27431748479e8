"""The ``bibwiki`` HTML theme: registers it and fills in what its templates need.

The theme itself (templates, styles, a script) is in :mod:`bibwiki`'s ``theme`` folder.
It inherits pydata-sphinx-theme's typography and colours, and leaves out what costs
every visitor much: the search index, the icon font, Bootstrap's script.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pydata_sphinx_theme  # type: ignore[import-untyped]

import bibwiki
from bibwiki.sphinx_ext.writing.site import first_paragraph
from bibwiki.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.util.typing import ExtensionMetadata

THEME_PATH = Path(bibwiki.__file__).parent / "theme"
_PYDATA_PATH = (
    Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme"
)
_PYDATA_STATIC = _PYDATA_PATH / "static"

_ICON_FONT = re.compile(
    r'(?:\.fa-[a-z0-9-]+,?)+\{--fa:"[^"]*"(?:;--fa--fa:"[^"]*")?\}'
    r"|@font-face\{[^{}]*\}"
    r"|/\*# sourceMappingURL=[^*]*\*/"
)
"""The 2,000 icon names and the font files in pydata's style sheet: 19 of its 64 kB."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the theme; Sphinx calls this for ``html_theme = "bibwiki"``.

    pydata-sphinx-theme is not loaded here: Sphinx does that when a builder needs our
    parent. With it loaded, builders of other themes, such as EPUB's, would fail.
    """
    app.add_html_theme("bibwiki", str(THEME_PATH))
    _add_components(app)
    app.connect("builder-inited", _add_script)
    app.connect("write-started", _write_base_style)
    # After pydata's handlers, whose additions it takes back.
    app.connect("html-page-context", _complete_context, priority=600)
    app.connect("build-finished", _remove_unused_files)
    return {
        "version": VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_components(app: Sphinx) -> None:
    """Let our components win over pydata's, and the project's own over ours.

    pydata appends its own when it is loaded, which may have happened before.
    """
    # A copy: the default is one list for all projects of a process.
    paths: list[str] = list(app.config.templates_path)
    pydata = str(_PYDATA_PATH / "components")
    position = paths.index(pydata) if pydata in paths else len(paths)
    paths.insert(position, str(THEME_PATH / "components"))
    app.config.templates_path = paths


def _is_active(builder: Builder) -> bool:
    theme = getattr(builder, "theme", None)
    return theme is not None and THEME_PATH in map(Path, theme.get_theme_dirs())


def _add_script(app: Sphinx) -> None:
    if _is_active(app.builder):
        app.add_js_file("scripts/frame.js", loading_method="defer")


def _write_base_style(_app: Sphinx, builder: Builder) -> None:
    """Write pydata's style sheet without its icon font, which the frame does not use.

    Before the static files are copied, so that its address gets a checksum.
    """
    if not _is_active(builder):
        return
    source = _PYDATA_STATIC / "styles" / "pydata-sphinx-theme.css"
    target = builder.outdir / "_static" / "styles" / "frame-base.css"
    target.parent.mkdir(parents=True, exist_ok=True)
    style = _ICON_FONT.sub("", source.read_text(encoding="utf-8"))
    target.write_text(style, encoding="utf-8")


def _complete_context(
    app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Fill in what the templates expect, whatever kind of page it is."""
    if not _is_active(app.builder):
        return
    # "auto" is decided by a script; the page comes in one of the two modes.
    context["color_mode"] = context.get("default_mode") or "auto"
    context["default_mode"] = "dark" if context["color_mode"] == "dark" else "light"
    context["script_files"] = _without_settings(context["script_files"])
    if app.builder.name == "singlehtml":
        # Sphinx says it has a search page, and writes none.
        has_page = context["hasdoc"]
        context["hasdoc"] = lambda name: name != "search" and has_page(name)
    if not context.get("favicon_url"):
        context["favicon_url"] = context["pathto"]("_static/bibwiki-favicon.svg", 1)
    described = 'name="description"' in (context.get("metatags") or "")
    # Catalogue pages bring their own, after their frame was rendered.
    if not described and not context.get("bibwiki_catalogue_page"):
        context["description"] = _description(context, doctree)


def _without_settings(scripts: Iterable[Any]) -> list[Any]:
    """Leave out settings that pydata writes into each page for scripts we do not have.

    They hold the page's name, so that no two pages of a folder would have the same
    frame.
    """
    return [
        script
        for script in scripts
        if not getattr(script, "attributes", {})
        .get("body", "")
        .lstrip()
        .startswith("DOCUMENTATION_OPTIONS.")
    ]


def _description(context: dict[str, Any], doctree: nodes.document | None) -> str:
    """Return the first paragraph of a document, else its title and the wiki's."""
    text = first_paragraph(doctree)
    if text:
        return text
    title = unescape(re.sub(r"<[^>]*>", "", context.get("title") or ""))
    site: str = context["docstitle"]
    return f"{title} ({site})" if title else site


def _remove_unused_files(app: Sphinx, exception: Exception | None) -> None:
    """Remove what pydata has copied for its own frame: 3 MB of scripts and fonts."""
    if exception is not None or not _is_active(app.builder):
        return
    static = app.outdir / "_static"
    for path in sorted(_PYDATA_STATIC.rglob("*"), reverse=True):
        copy = static / path.relative_to(_PYDATA_STATIC)
        if path.is_file():
            copy.unlink(missing_ok=True)
        elif copy.is_dir() and not any(copy.iterdir()):
            copy.rmdir()
