"""What pages know of the site that they stand on: its title and absolute addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target


class Site(Protocol):
    """A site; one whose address is not known gives no addresses."""

    @property
    def title(self) -> str:
        """What the site is called, as plain text."""

    def page(self, pagename: str) -> str | None:
        """Return the absolute address of a page; None where the site's is unknown."""

    def file(self, path: str) -> str | None:
        """Return the absolute address of a file below the site's root."""

    def thing(self, target: Target) -> str | None:
        """Return the absolute address of a thing's page; None where it has none."""
