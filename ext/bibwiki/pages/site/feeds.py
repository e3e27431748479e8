"""Atom feeds (RFC 4287): of the whole wiki, of hand-written people and topics.

A feed tells of works, newest first. Nothing in it comes from a clock: ``updated`` is
the date of the work, its month or year begun, so that two builds give the same feed.
Works without a date are left out. Ids are the works' standard addresses, which last.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.site.exports import EXPORTED_KINDS, exported_things
from bibwiki.pages.site.site_file import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.date import PartialDate
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.site import Site

ALL_WORKS = "feeds/all.xml"
_LONGEST = 50
"""Entries in a feed."""
_ATOM = "http://www.w3.org/2005/Atom"
_LONG_AGO = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: it must say something."""
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_path(context: PageContext, target: Target) -> str | None:
    """Return the feed of a thing; None where it has none."""
    if target.kind not in EXPORTED_KINDS or not context.has_document(target):
        return None
    return f"feeds/{target.kind.folder}/{context.catalogue.slugs[target]}.xml"


def feed_files(context: PageContext, site: Site) -> Iterator[SiteFile]:
    """Yield all feeds; none where the site's address is not known."""
    if site.file("") is None:
        return
    yield SiteFile(ALL_WORKS, partial(_feed_of_all, context, site))
    for target, _ in exported_things(context):
        path = feed_path(context, target)
        if path is not None:
            yield SiteFile(path, partial(_feed_of, context, site, path, target))


def _feed_of_all(context: PageContext, site: Site) -> str:
    newest = tuple(context.catalogue.rank) or tuple(context.catalogue.works)
    index = site.page(f"{Kind.WORK.folder}/index")
    return _feed(context, site, ALL_WORKS, site.title, index, newest)


def _feed_of(context: PageContext, site: Site, path: str, target: Target) -> str:
    thing = context.catalogue.things(target.kind)[target.id]
    title = f"{thing.name} - {site.title}"
    return _feed(context, site, path, title, site.thing(target), thing.works)


def _feed(
    context: PageContext,
    site: Site,
    path: str,
    title: str,
    page: str | None,
    keys: Iterable[str],
) -> str:
    dated = [
        (context.catalogue.works[key], date)
        for key in keys
        if (date := context.catalogue.works[key].work.date) and 0 < date.year < 10_000
    ][:_LONGEST]
    address = site.file(path) or ""
    feed = ET.Element("feed", xmlns=_ATOM)
    _text(feed, "id", address)
    _text(feed, "title", title)
    _text(feed, "updated", max((_begun(date) for _, date in dated), default=_LONG_AGO))
    _text(ET.SubElement(feed, "author"), "name", site.title or "bibwiki")
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=address)
    if page:
        ET.SubElement(feed, "link", rel="alternate", type="text/html", href=page)
    for catalogued, date in dated:
        feed.append(_entry(context, site, catalogued, date))
    ET.indent(feed)
    declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f"{declaration}{ET.tostring(feed, encoding='unicode')}\n"


def _entry(
    context: PageContext, site: Site, catalogued: CataloguedWork, date: PartialDate
) -> ET.Element:
    work = catalogued.work
    target = Target(Kind.WORK, catalogued.key)
    entry = ET.Element("entry")
    # The standard address: it stays when the work gets a hand-written page elsewhere.
    _text(entry, "id", site.page(context.pagename(target)) or "")
    _text(entry, "title", work.title)
    _text(entry, "updated", _begun(date))
    _text(entry, "published", _begun(date))
    for credit in catalogued.credits:
        _text(ET.SubElement(entry, "author"), "name", credit.contribution.name.display)
    link = site.thing(target) or ""
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    for topic in catalogued.topics:
        term = _clean(context.catalogue.topics[topic].name)
        ET.SubElement(entry, "category", term=term)
    summary = work.summary or work.abstract
    if summary:
        _text(entry, "summary", summary)
    return entry


def _begun(date: PartialDate) -> str:
    """Return the first moment of a day, month or year as RFC 3339 writes it."""
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    """Leave out what no XML document may hold."""
    return _NOT_XML.sub("", text)
