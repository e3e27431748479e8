"""The index of everything that can be linked by a name, and the slugs of all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.catalogue.slugs import assign_slugs
from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.notes.note import Note


_KINDS = (Kind.PERSON, Kind.TOPIC, Kind.VENUE, Kind.ORGANIZATION, Kind.EVENT)


def index_names(
    catalogue: Catalogue, declared: Mapping[Kind, Declarations]
) -> dict[str, tuple[Target, ...]]:
    """Map every folded name, alias, id, key and title to what it may mean.

    Hidden names are left out: whatever is found here may be shown. A name that a page
    declares, and that counts, means that page's thing and no other of its kind.
    """
    index: dict[str, tuple[Target, ...]] = {}
    several: dict[str, list[Target]] = {}  # few names have more than one meaning
    for target, texts in _names(catalogue):
        alone = (target,)
        for text in dict.fromkeys(texts):
            if folded := fold(text):
                known = index.setdefault(folded, alone)
                if known is not alone:
                    several.setdefault(folded, [*known]).append(target)
    # A thing may have several spellings of a name.
    index |= {name: tuple(sorted(set(many))) for name, many in several.items()}
    for kind in _KINDS:
        for folded, ids in declared[kind].by_name.items():
            targets = index.get(folded, ())
            if len(ids) == 1 and Target(kind, ids[0]) in targets:
                index[folded] = tuple(
                    one for one in targets if one.kind is not kind or one.id == ids[0]
                )
    return index


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
            more = _more_names(catalogue, kind, id_)
            names = (id_, thing.name, *more, *_declared(thing.note))
            yield Target(kind, id_), names
    for year in catalogue.years:
        yield Target(Kind.YEAR, str(year)), (str(year),)


def _more_names(catalogue: Catalogue, kind: Kind, id_: str) -> tuple[str, ...]:
    if kind is Kind.PERSON:
        return catalogue.people[id_].names
    return (catalogue.venues[id_].short,) if kind is Kind.VENUE else ()


def _declared(note: Note | None) -> tuple[str, ...]:
    return (*note.also, *note.also_id) if note else ()
