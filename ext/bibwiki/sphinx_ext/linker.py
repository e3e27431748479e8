"""Addresses of places as seen from a page, for each kind of output."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinx.builders.dirhtml import DirectoryHTMLBuilder
from sphinx.errors import NoUri

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.links import FilePlace, HerePlace, PagePlace, ThingPlace, WebPlace
from bibwiki.sphinx_ext.writing.page_paths import PagePaths

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.links import Place
    from bibwiki.sphinx_ext.wiki import Wiki


class BuilderLinker:
    """Gives addresses relative to the page it was made for.

    In HTML output an address is ``prefix`` (``../`` for each folder above) plus the
    address from the site's root. So all pages of one depth share one linker, and what
    was rendered for one of them fits the others.
    """

    def __init__(self, wiki: Wiki, pagename: str) -> None:
        self._wiki = wiki
        self._builder = builder = wiki.builder
        self._pagename = pagename
        self._has_files = writes_files(builder)
        self._prefix = depth_prefix(builder, pagename) if self._has_files else ""
        self._paths = PagePaths(partial(page_path, builder))
        self._urls: dict[Target, str | None] = {}

    @property
    def prefix(self) -> str:
        """What leads from the page to the site's root, e.g. ``../``."""
        return self._prefix

    def url(self, place: Place) -> str | None:
        """Return the address of a place, or None where this output has none."""
        # Only pages of things are asked for again and again.
        if type(place) is not ThingPlace:
            return self._find(place)
        if place.anchor and not self._has_files:
            return self._thing_url(place.target, place.anchor)
        try:
            url = self._urls[place.target]
        except KeyError:
            url = self._urls[place.target] = self._thing_url(place.target)
        if not place.anchor or url is None or "#" in url:  # a line of a list has one
            return url
        return url + _fragment(place.anchor)

    def citation_url(self, key: str) -> str | None:
        """Return where a citation of the key leads.

        The work's page; in output without such pages, a list that shows the work.
        """
        target = self._wiki.work_target(key)
        return None if target is None else self.url(ThingPlace(target))

    def _find(self, place: Place) -> str | None:
        """Return the address of anything but the page of a thing."""
        if isinstance(place, (WebPlace, HerePlace)):
            return place.url
        if isinstance(place, FilePlace):
            has_file = self._builder.name in {"html", "dirhtml"}
            return self._prefix + quote(place.path) if has_file else None
        if isinstance(place, PagePlace):
            if place.pagename not in self._builder.env.found_docs and (
                not self._wiki.has_catalogue_pages
            ):
                return None
            return self._document_url(place.pagename, place.anchor)
        return self._thing_url(place.target, place.anchor)

    def _thing_url(self, target: Target, anchor: str = "") -> str | None:
        pagename = self._wiki.pagename(target)
        if pagename is None and target.kind is Kind.WORK:
            found = self._wiki.list_places.anchor(target.id)
            return self._document_url(*found) if found else None
        return self._document_url(pagename, anchor) if pagename else None

    def _document_url(self, pagename: str, anchor: str) -> str | None:
        fragment = _fragment(anchor)
        if not self._has_files:
            try:
                uri = self._builder.get_relative_uri(self._pagename, pagename)
            except NoUri:
                return None
            # In one long page, a fragment says it all.
            return fragment if uri.startswith("#") and fragment else uri + fragment
        uri = self._prefix + quote(self._paths[pagename])
        return (uri or "./") + fragment


@lru_cache  # most are names of sections
def _fragment(anchor: str) -> str:
    return f"#{quote(anchor)}" if anchor else ""


def page_path(builder: Builder, pagename: str) -> str:
    """Return the address of a page below the site's root, not quoted.

    Slugs and document names may hold any letter. Sphinx's builder of files quotes them,
    and its builder of folders does not.
    """
    uri = builder.get_target_uri(pagename)
    is_plain = "%" not in uri or isinstance(builder, DirectoryHTMLBuilder)
    return uri if is_plain else unquote(uri)


def writes_files(builder: Builder) -> bool:
    """Tell whether a builder writes an HTML file for each page."""
    return bool(builder.format == "html" and builder.name != "singlehtml")


def depth_prefix(builder: Builder, pagename: str) -> str:
    """Return what leads from a page up to the site's root."""
    return "../" * builder.get_target_uri(pagename).count("/")
