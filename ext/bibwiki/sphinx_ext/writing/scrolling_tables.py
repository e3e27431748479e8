"""Boxes in which wide tables scroll, for themes that let them overflow the page.

A box can be reached with the Tab key, because only what has the focus is scrolled
without a pointer (WCAG 2.1.1).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.heads import SITE_BUILDERS

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

_WITH_BOXES = frozenset({"pydata_sphinx_theme", "furo", "sphinx_rtd_theme"})
"""Themes that put tables into boxes of their own, and so do those derived from them."""


class wiki_table_box(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """What a wide table scrolls in. Attribute: ``label``, for screen readers."""


class BoxTables(SphinxPostTransform):
    """Puts tables into boxes; those inside of other tables are left alone."""

    default_priority = 950  # after bibwiki's own content, and Sphinx's last
    builders = tuple(SITE_BUILDERS)

    @override
    def run(self, **kwargs: Any) -> None:
        theme = getattr(wiki_domain(self.env).wiki.builder, "theme", None)
        folders = theme.get_theme_dirs() if theme is not None else ()
        if _WITH_BOXES & {Path(folder).name for folder in folders}:
            return
        for table in list(self.document.findall(nodes.table)):
            if not isinstance(table.parent, nodes.entry | wiki_table_box):
                _box(table)


def _box(table: nodes.table) -> None:
    title = table.next_node(nodes.title)
    box = wiki_table_box(label=title.astext() if title else "Table")
    # Not replace_self, which would give the box the ids that the table keeps.
    table.parent.replace(table, box)
    box += table


def visit_box(translator: HTML5Translator, node: wiki_table_box) -> None:
    """Open the box."""
    attributes = {"tabindex": "0", "role": "group", "aria-label": node["label"]}
    start = translator.starttag(node, "div", CLASS="bw-table-box", **attributes)
    translator.body.append(start)


def depart_box(translator: HTML5Translator, _node: wiki_table_box) -> None:
    """Close the box."""
    translator.body.append("</div>\n")
