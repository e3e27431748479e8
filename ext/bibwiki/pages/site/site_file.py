"""Files of a site that are no pages: exports, feeds, the site map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bibwiki.pages.site.pieces import Piece


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that is not made yet."""

    path: str
    """Below the site's root, with forward slashes, e.g. ``exports/works.bib``."""
    text: Callable[[], str]
    """Makes the content."""
    given: object = ()
    """What the content is made of besides what is read in the catalogue meanwhile."""
    pieces: Callable[[], Iterable[Piece]] | None = None
    """Makes the same in pieces, each of which may be known from the last build."""
