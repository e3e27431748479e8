"""The index of everything that can be linked by a name, and the slugs of all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.catalogue.slugs import assign_slugs
from bibwiki.model.kind import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.note import Note


_KINDS = (Kind.PERSON, Kind.TOPIC, Kind.VENUE, Kind.ORGANIZATION, Kind.EVENT)


def index_names(catalogue: Catalogue) -> dict[str, tuple[Target, ...]]:
    """Map every folded name, alias, id, key and title to what it may mean.

    Hidden names are left out: whatever is found here may be shown.
    """
    index: dict[str, dict[Target, None]] = {}
    for target, texts in _names(catalogue):
        for text in texts:
            if folded := fold(text):
                index.setdefault(folded, {})[target] = None
    return {
        name: tuple(targets) if len(targets) == 1 else tuple(sorted(targets))
        for name, targets in index.items()
    }


def slugs_of_pages(catalogue: Catalogue) -> dict[Target, str]:
    """Give every page of the catalogue its file name; unique within a folder.

    Works come in file order; of the other kinds, what has a hand-written page comes
    first.
    """
    ids: dict[Kind, list[str]] = {Kind.WORK: list(catalogue.works)}
    for kind in _KINDS:
        things = catalogue.things(kind)
        documented = [id_ for id_ in things if things[id_].note]
        ids[kind] = documented + [id_ for id_ in things if not things[id_].note]
    ids[Kind.YEAR] = [str(year) for year in catalogue.years]
    return {
        Target(kind, id_): slug
        for kind, many in ids.items()
        for id_, slug in assign_slugs(many).items()
    }


def _names(catalogue: Catalogue) -> Iterator[tuple[Target, tuple[str, ...]]]:
    for key, work in catalogue.works.items():
        names = (*work.keys, work.work.title, *_declared(work.note))
        yield Target(Kind.WORK, key), names
    for kind in _KINDS:
        for id_, thing in catalogue.things(kind).items():
            yield Target(kind, id_), (id_, thing.name, *_declared(thing.note))
    for id_, person in catalogue.people.items():
        yield Target(Kind.PERSON, id_), person.names
    for id_, venue in catalogue.venues.items():
        yield Target(Kind.VENUE, id_), (venue.short,)
    for year in catalogue.years:
        yield Target(Kind.YEAR, str(year)), (str(year),)


def _declared(note: Note | None) -> tuple[str, ...]:
    return (*note.also, *note.also_id) if note else ()
