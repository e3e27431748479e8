"""The one address under which a reference says a work can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bibwiki.model.work import Work

_LABELS = ("URL", "Website", "PDF", "Code", "Data", "Video", "Slides", "Blog", "Press")


def best_url(work: Work) -> str:
    """Return a DOI's address, an arXiv or other id's, else a link's; empty if none."""
    for identifier in work.identifiers:  # the DOI is the first, then arXiv
        if identifier.url:
            return identifier.url
    links = {link.label: link.url for link in reversed(work.links)}
    return next((links[label] for label in _LABELS if label in links), "")


def identifier_value(work: Work, scheme: str) -> str:
    """Return a work's identifier of a scheme; empty where it has none."""
    for identifier in work.identifiers:
        if identifier.scheme == scheme:
            return identifier.value
    return ""
