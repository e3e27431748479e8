"""Records of everything with a page, for searching by name in the reader's browser.

They are written as scripts that fill ``window.bibwikiRecords``, since a page opened
from the disk may load scripts and nothing else. ``static/bibwiki/records.js`` reads
them; the two change together. Rows are arrays to be small, and drop empty values at
their end:

* a thing: ``[page, name, works, line, other names ...]``
* a work: ``[page, title, year, venue, creators, state, other keys ...]``

``page`` is the file name of the standard address; with a slash in front it is an
address below the site's root. ``venue`` counts from 1 on and 0 is none. A creator is
the number of a person, counted from 0 on, or a name. Addresses are not quoted.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.affiliations import affiliation_spans
from bibwiki.pages.badges import state_badges
from bibwiki.pages.work_items import main_credits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bibwiki.catalogue.catalogue import CataloguedWork, Thing
    from bibwiki.pages.context import PageContext

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Row: TypeAlias = list[str | int | list[str | int]]

TOGETHER = 3000
"""Up to so many records, works are in the first file, with everything else."""
WORKS_PER_FILE = 10_000
_THINGS = (Kind.PERSON, Kind.TOPIC, Kind.VENUE, Kind.ORGANIZATION, Kind.EVENT)


def record_file_names(context: PageContext) -> tuple[str, ...]:
    """Return the names of the files, e.g. ``records-1.js``, in their order."""
    works = len(context.catalogue.works)
    things = sum(len(context.catalogue.things(kind)) for kind in _THINGS)
    more = 0 if works + things <= TOGETHER else -(-works // WORKS_PER_FILE)
    return tuple(f"records-{number}.js" for number in range(1, more + 2))


class RecordFiles:
    """Makes the files, the first to be loaded first; works are newest first."""

    def __init__(
        self, context: PageContext, suffix: str, address: Callable[[str], str]
    ) -> None:
        """Take note of what is needed to make them.

        Args:
            context: What there is.
            suffix: What ends the address of a page, e.g. ``.html``.
            address: Gives the address of a page below the site's root, not quoted.
        """
        self._context = context
        self._suffix = suffix
        self._rows = _Rows(context, suffix, address)
        self.names = record_file_names(context)

    def text(self, number: int) -> str:
        """Return what a file holds; they are counted from 0 on."""
        rows = self._rows
        newest = self._context.catalogue.rank
        if number:
            start = (number - 1) * WORKS_PER_FILE
            batch = islice(newest, start, start + WORKS_PER_FILE)
            return _script(number, {}, {Kind.WORK: rows.works(batch)})
        head: dict[str, str | int] = {"suffix": self._suffix, "files": len(self.names)}
        lists: dict[Kind, Iterable[Row]] = {kind: rows.things(kind) for kind in _THINGS}
        if len(self.names) == 1:
            lists[Kind.WORK] = rows.works(newest)
        return _script(0, head, lists)


def _script(
    number: int, head: Mapping[str, str | int], lists: Mapping[Kind, Iterable[Row]]
) -> str:
    members = [f"{_json(key)}:{_json(value)}" for key, value in head.items()]
    for kind, rows in lists.items():
        # On lines of their own, so that versions can be compared; it costs nothing.
        lines = ",\n".join(map(_json, rows))
        members.append(f"{_json(kind.value)}:[{lines}]")
    text = ",\n".join(members)
    return f"(window.bibwikiRecords??=[])[{number}]={{{text}}};\n"


class _Rows:
    """Makes the rows of one wiki.

    Of things they read all that there is of a kind, and note it as a whole: noting one
    after the other takes as long as making the rows.
    """

    def __init__(
        self, context: PageContext, suffix: str, address: Callable[[str], str]
    ) -> None:
        self._context = context
        self._catalogue = context.catalogue
        self._noted = context.facts.catalogue
        """The same; for what is noted already."""
        self._suffix = suffix
        self._address = address

    def things(self, kind: Kind) -> Iterator[Row]:
        """Yield the rows of a kind, in the order of the catalogue."""
        self._context.note_briefs(kind)
        for thing in self._catalogue.things(kind).values():
            yield _trimmed(
                [
                    self._page(Target(kind, thing.id)),
                    thing.name,
                    len(thing.works),
                    self._line(kind, thing.id),
                    *self._other_names(kind, thing),
                ]
            )

    def works(self, keys: Iterable[str]) -> Iterator[Row]:
        """Yield the rows of works."""
        works = self._catalogue.works
        people = dict(self._context.tables.positions(Kind.PERSON).items())
        venues = dict(self._context.tables.positions(Kind.VENUE).items())
        related = set(self._catalogue.related)
        for key in keys:
            catalogued = works[key]
            venue = catalogued.venue
            target = Target(Kind.WORK, key)
            self._context.note_brief(target)
            page = self._page(target)
            yield _trimmed(
                [
                    page,
                    catalogued.work.title,
                    catalogued.work.year or 0,
                    0 if venue is None else venues[venue] + 1,
                    self._creators(catalogued, people),
                    self._state(catalogued) if key in related else "",
                    *[key for key in catalogued.keys if key != page],
                ]
            )

    def _page(self, target: Target) -> str:
        slug = self._noted.slugs[target]
        standard = f"{target.kind.folder}/{slug}"
        address = self._address(self._noted.documents.get(target, standard))
        return slug if address == f"{standard}{self._suffix}" else f"/{address}"

    def _line(self, kind: Kind, id_: str) -> str:
        """Return what a thing is, in a few words; empty where nothing is known."""
        if kind is Kind.PERSON:
            spans = affiliation_spans(self._context, self._noted.people[id_])
            return "".join(s if isinstance(s, str) else s.text for s in spans)
        if kind is Kind.TOPIC:
            topic_kind = self._noted.topics[id_].topic_kind
            return "" if topic_kind == "concept" else topic_kind
        return self._noted.venues[id_].kind if kind is Kind.VENUE else ""

    def _other_names(self, kind: Kind, thing: Thing) -> list[str]:
        names: list[str] = []
        if kind is Kind.PERSON:
            names += self._noted.people[thing.id].names
        elif kind is Kind.TOPIC:
            names += self._noted.topics[thing.id].also
        elif kind is Kind.VENUE:
            names.append(self._noted.venues[thing.id].short)
        if thing.note is not None:
            names += thing.note.also
        return [name for name in dict.fromkeys(names) if name not in {"", thing.name}]

    def _creators(
        self, work: CataloguedWork, people: Mapping[str, int]
    ) -> list[str | int]:
        creators: list[str | int] = [
            people[credit.person]
            if credit.person is not None
            else credit.contribution.name.display
            for credit in main_credits(work)
        ]
        return [*creators, "and others"] if work.work.others else creators

    def _state(self, work: CataloguedWork) -> str:
        """Return the gravest thing that other works say against a work."""
        badges = state_badges(self._context, work)
        return next((badge.text for badge in badges if badge.style == "alert"), "")


def _trimmed(row: Row) -> Row:
    while row and not row[-1]:
        row.pop()
    return row
