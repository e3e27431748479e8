"""bibwiki assembles BibTeX files and MyST pages into a cross-referenced wiki.

Importing this package imports neither Sphinx nor docutils: the layers
:mod:`bibwiki.model`, :mod:`bibwiki.catalogue` and :mod:`bibwiki.pages` work without
them, and the command line uses only those. Sphinx finds the extension through
:func:`setup`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.version import VERSION

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["VERSION", "setup"]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register bibwiki with Sphinx; called by Sphinx for ``extensions = ["bibwiki"]``.

    The import stands inside so that the core stays importable without Sphinx. Nothing
    that it makes is garbage.
    """
    from bibwiki.model.garbage import pause_collection  # noqa: PLC0415 - see above

    with pause_collection():
        from bibwiki.sphinx_ext.extension import register  # noqa: PLC0415

    return register(app)
