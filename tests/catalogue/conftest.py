"""Builds works, pages and mentions of an invented collection in one line each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.identity.mention import Mention, SentencePart
from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.date import PartialDate
from bibwiki.model.diagnostic import Location
from bibwiki.model.names.name import Name
from bibwiki.model.notes.note import Note
from bibwiki.model.work import (
    Contribution,
    Relation,
    Role,
    Venue,
    Work,
    WorkRelation,
)
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.notes.kind import Kind


class Builder:
    """Makes model values from short texts; lines count up with every entry."""

    def __init__(self) -> None:
        self._line = 0

    def name(self, text: str) -> Name:
        """``Family, Given``, ``Family, Jr, Given`` or ``{Literal}``."""
        if text.startswith("{"):
            return Name(literal=text.strip("{}"))
        parts = [part.strip() for part in text.split(",")]
        words = parts[0].split()
        start = next((i for i, w in enumerate(words) if not w.islower()), 0)
        particle, family = " ".join(words[:start]), " ".join(words[start:])
        suffix = parts[1] if len(parts) == 3 else ""
        given = parts[-1] if len(parts) > 1 else ""
        return Name(given, family, particle, suffix)

    def creators(self, text: str, role: Role = Role.AUTHOR) -> tuple[Contribution, ...]:
        """Names joined by ``;``, each perhaps followed by ``=person-id``."""
        creators = []
        for one in filter(None, (part.strip() for part in text.split(";"))):
            name, _, id_ = one.partition("=")
            made = Contribution(self.name(name), role, declared_person=id_ or None)
            creators.append(made)
        return tuple(creators)

    def entry(self, key: str, *, kept: bool = True) -> Entry:
        self._line += 10
        fields = {"title": f"Raw title of {key}"}
        where = Location("bib/made.bib", self._line)
        return Entry(key, "article", fields, where, kept=kept)

    def work(
        self, key: str, authors: str = "", when: str = "", **given: object
    ) -> Work:
        """A work; ``when`` is ``2021``, ``2021-05`` or ``2021-05-04``."""
        work = Work(
            self.entry(key),
            WorkType.ARTICLE,
            f"Title of {key}",
            self.creators(authors),
            date=PartialDate(*map(int, when.split("-"))) if when else None,
        )
        if isinstance(venue := given.get("venue"), str):
            given["venue"] = Venue(venue, "journal")
        if isinstance(editors := given.pop("editors", None), str):
            editing = self.creators(editors, Role.EDITOR)
            given["contributions"] = work.contributions + editing
        for relation in Relation:
            if isinstance(keys := given.pop(relation.value, None), str):
                named = tuple(WorkRelation(relation, one) for one in keys.split())
                given["relations"] = (*given.get("relations", ()), *named)
        return replace(work, **given)

    def note(self, kind: Kind, id_: str, name: str = "", **given: object) -> Note:
        docname = str(given.pop("docname", f"{kind.folder}/{id_}"))
        where = Location(f"docs/{docname}.md", 1)
        return replace(Note(kind, id_, name or id_, docname, where), **given)

    def mention(self, docname: str, line: int, kind: str, *names: str) -> Mention:
        sentence = (SentencePart("As said in "), SentencePart(keys=names, own=True))
        return Mention(
            docname, docname.title(), "", f"m{line}", line, sentence, kind, names
        )

    def catalogue(
        self, *works: Work, notes: tuple[Note, ...] = (), **options: int
    ) -> Catalogue:
        return self.assembled(*works, notes=notes, **options)[0]

    def assembled(
        self,
        *works: Work,
        notes: tuple[Note, ...] = (),
        repeats: tuple[Entry, ...] = (),
        **options: int,
    ) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
        return assemble(works, repeats, notes, **options)


@pytest.fixture
def build() -> Builder:
    """A builder whose lines start anew."""
    return Builder()
