"""The docutils node that stands for generated content until a page is written."""

from __future__ import annotations

from docutils import nodes

HEADER = "header"
"""``part`` of the placeholder under the title of a page about something."""
SECTION = "section"
"""``part`` of the placeholder in a generated section."""
PROVENANCE = "provenance"
"""``part`` of the placeholder at the end of such a page."""
LISTING = "listing"
"""``part`` of the placeholder that a list directive leaves."""


class wiki_placeholder(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """A place that is filled when the page is written.

    Attributes: ``part`` (one of the constants above); for all but listings ``note``
    (what the page declares itself to be about); for sections ``section`` (the id); for
    listings ``listing`` (a :class:`~bibwiki.pages.listing.Listing`) and ``docname``.
    """


def skip_placeholder(_self: object, _node: nodes.Node) -> None:
    """Leave out a placeholder that was not filled; needed by every writer."""
    raise nodes.SkipNode
