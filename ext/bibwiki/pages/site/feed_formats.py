"""Feeds as text: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from bibwiki.pages.site.feed_items import Feed, FeedItem
    from bibwiki.pages.site.site import Site

ATOM_SUFFIX = ".xml"
JSON_SUFFIX = ".json"
_ATOM = "http://www.w3.org/2005/Atom"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
_LONG_AGO = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: Atom must say something."""
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(site: Site, feed: Feed) -> str:
    """Return a feed as Atom."""
    address = site.file(f"{feed.path}{ATOM_SUFFIX}") or ""
    root = ET.Element("feed", xmlns=_ATOM)
    _text(root, "id", address)
    _text(root, "title", feed.title)
    _text(root, "updated", max((i.updated for i in feed.items), default=_LONG_AGO))
    _text(ET.SubElement(root, "author"), "name", site.title or "bibwiki")
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=address)
    if feed.page:
        ET.SubElement(root, "link", rel="alternate", type="text/html", href=feed.page)
    for item in feed.items:
        root.append(_entry(item))
    ET.indent(root)
    declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f"{declaration}{ET.tostring(root, encoding='unicode')}\n"


def _entry(item: FeedItem) -> ET.Element:
    entry = ET.Element("entry")
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _text(entry, "updated", item.updated)
    _text(entry, "published", item.published)
    for author in item.authors:
        _text(ET.SubElement(entry, "author"), "name", author)
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
    for tag in item.tags:
        ET.SubElement(entry, "category", term=clean(tag))
    if item.summary:
        _text(entry, "summary", item.summary)
    return entry


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = clean(text)


def clean(text: str) -> str:
    """Leave out what no XML document may hold."""
    return _NOT_XML.sub("", text)


def json_feed(site: Site, feed: Feed) -> str:
    """Return a feed as JSON Feed; items have text and no HTML."""
    found = {
        "version": _JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": site.file(f"{feed.path}{JSON_SUFFIX}") or "",
        "items": [_json_item(item) for item in feed.items],
    }
    known = {name: value for name, value in found.items() if value or name == "items"}
    return f"{json.dumps(known, ensure_ascii=False, indent=1)}\n"


def _json_item(item: FeedItem) -> dict[str, object]:
    found: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        # An item must have content; what is known of some works is their title.
        "content_text": str(item.summary or item.title),
        "date_published": item.published,
        "date_modified": item.updated,
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
    }
    return {name: value for name, value in found.items() if value}
