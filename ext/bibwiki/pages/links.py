"""Where a link leads, without knowing addresses.

Views say what they link to; the adaptor that renders them says where that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from bibwiki.model.values import value

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target


@value(frozen=True, slots=True)
class ThingPlace:
    """The page of a thing of the wiki, or a place on it."""

    target: Target
    anchor: str = ""


@value(frozen=True, slots=True)
class PagePlace:
    """A page by its name (a document, an index), or a place on it."""

    pagename: str
    """Path below the site's root without suffix, e.g. ``people/index``."""
    anchor: str = ""


@value(frozen=True, slots=True)
class WebPlace:
    """An address outside the wiki, already checked to be safe."""

    url: str


@value(frozen=True, slots=True)
class HerePlace:
    """A place on the page that the link stands on."""

    anchor: str

    @property
    def url(self) -> str:
        """The address as seen from the page, the same for every page."""
        return f"#{self.anchor}"


@value(frozen=True, slots=True)
class FilePlace:
    """A file of the site that is no page."""

    path: str
    """Below the site's root, e.g. ``exports/works.bib``."""


Place: TypeAlias = ThingPlace | PagePlace | WebPlace | HerePlace | FilePlace


class Linker(Protocol):
    """Knows addresses: one implementation for each way of writing a site."""

    @property
    def prefix(self) -> str:
        """What leads from the page being rendered to the site's root, e.g. ``../``.

        Linkers of one output with the same prefix give the same address for the same
        place, so that HTML rendered for one page is reused on the others.
        """

    def url(self, place: Place) -> str | None:
        """Return the address of a place as seen from the page being rendered.

        None means that there is no such page in this output; the text is then shown
        without a link.
        """
