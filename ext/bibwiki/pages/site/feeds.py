"""Which feeds there are, each as Atom and as JSON Feed.

One of the whole wiki, one of each type of work, one of each hand-written person and
topic.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.items import Link
from bibwiki.pages.links import FilePlace
from bibwiki.pages.page_view import Action
from bibwiki.pages.site.exports import EXPORTED_KINDS, exported_things
from bibwiki.pages.site.feed_formats import (
    ATOM_SUFFIX,
    JSON_SUFFIX,
    atom_feed,
    json_feed,
)
from bibwiki.pages.site.feed_items import (
    Feed,
    items_of_claims,
    items_of_questions,
    items_of_works,
    newest,
)
from bibwiki.pages.site.site_file import SiteFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bibwiki.model.work_type import WorkType
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.site import Site

_ALL = "feeds/all"
ALL_WORKS = f"{_ALL}{ATOM_SUFFIX}"


def feed_path(context: PageContext, target: Target) -> str | None:
    """Return the Atom feed of a thing; None where it has none."""
    if target.kind not in EXPORTED_KINDS or not context.has_document(target):
        return None
    return f"{_path(context, target)}{ATOM_SUFFIX}"


def feed_actions(context: PageContext, target: Target) -> tuple[Action, ...]:
    """Return the link to a thing's feed, if it has one."""
    path = feed_path(context, target) if context.about.address else None
    return (Action(Link("Atom feed", FilePlace(path))),) if path else ()


def _path(context: PageContext, target: Target) -> str:
    return f"feeds/{target.kind.folder}/{context.slug(target)}"


def as_json_feed(path: str) -> str:
    """Return the JSON Feed that tells the same as an Atom feed."""
    return path.removesuffix(ATOM_SUFFIX) + JSON_SUFFIX


def type_feed_path(work_type: WorkType) -> str:
    """Return the Atom feed of the works of one type, which the wiki has."""
    return f"feeds/types/{work_type.value}{ATOM_SUFFIX}"


def feed_files(context: PageContext, site: Site) -> Iterator[SiteFile]:
    """Yield all feeds; none where the site's address is not known."""
    if site.file("") is None:
        return
    yield from _files(site, _ALL, partial(_feed_of_all, context, site))
    for work_type in work_types(context):
        path = type_feed_path(work_type).removesuffix(ATOM_SUFFIX)
        feed = partial(_feed_of_type, context, site, path, work_type)
        yield from _files(site, path, feed)
    for target, _ in exported_things(context):
        path = _path(context, target)
        yield from _files(site, path, partial(_feed_of, context, site, path, target))


def work_types(context: PageContext) -> list[WorkType]:
    """Return the types of works that the wiki has, by their labels."""
    types = {one.work.work_type for one in context.catalogue.works.values()}
    return sorted(types, key=lambda one: one.label)


def _files(site: Site, path: str, feed: Callable[[], Feed]) -> Iterator[SiteFile]:
    yield SiteFile(f"{path}{ATOM_SUFFIX}", lambda: atom_feed(site, feed()))
    yield SiteFile(f"{path}{JSON_SUFFIX}", lambda: json_feed(site, feed()))


def _feed_of_all(context: PageContext, site: Site) -> Feed:
    keys = tuple(context.catalogue.rank)
    items = newest(
        items_of_works(context, site, keys),
        items_of_claims(context, site, context.catalogue.related),
        items_of_questions(context, site, context.catalogue.topics),
    )
    page = site.page(f"{Kind.WORK.folder}/index") or ""
    return Feed(_ALL, site.title, page, items)


def _feed_of_type(
    context: PageContext, site: Site, path: str, work_type: WorkType
) -> Feed:
    works = context.catalogue.works
    keys = [
        key for key in context.catalogue.rank if works[key].work.work_type is work_type
    ]
    page = site.page(f"{Kind.WORK.folder}/index") or ""
    title = f"{work_type.label} - {site.title}"
    return Feed(path, title, page, items_of_works(context, site, keys))


def _feed_of(context: PageContext, site: Site, path: str, target: Target) -> Feed:
    thing = context.catalogue.things(target.kind)[target.id]
    topics = (target.id,) if target.kind is Kind.TOPIC else ()
    items = newest(
        items_of_works(context, site, thing.works),
        items_of_claims(context, site, thing.works),
        items_of_questions(context, site, topics),
    )
    title = f"{thing.name} - {site.title}"
    return Feed(path, title, site.thing(target) or "", items)
