"""Tables of what pages read, each fact with a digest that tells when it changes.

Besides the catalogue's own mappings there are tables that say less: a page that links
to a venue depends on its name and address (``brief/venue``), not on its list of works.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from functools import cached_property, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from bibwiki.catalogue.catalogue import CataloguedWork, Credit
from bibwiki.catalogue.folding import fold_words
from bibwiki.catalogue.ordering import work_sort_name
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.parts import PART_LENGTH
from bibwiki.pages.tracing.fact_digest import ABSENT, fact_digest
from bibwiki.pages.tracing.recorder import KEYS, WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.citations import MentionIndex
    from bibwiki.model.notes.note import Question
    from bibwiki.pages.tracing.recorder import Recorder

BRIEF = "brief/"
ORDER = "order/"
FIRST = "first/"
SHELF = "shelf"
ALIKE = "alike"
ASKED = "asked"
DIVIDED = "divided"
SUBJECTS = "subjects"
_TARGETS = frozenset({"slugs", "documents", "by_target"})
"""Tables whose keys are targets; those of all others are texts, if not years."""


def _all_but(kind: type, *left_out: str) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the fields of a dataclass, but for those that are named."""
    return attrgetter(*(f.name for f in fields(kind) if f.name not in left_out))


_RESOLUTION = _all_but(Credit, "contribution")
_CONCLUSIONS = _all_but(CataloguedWork, "work", "entries", "credits")
_NOTHING: Any = object()


class Facts:
    """The tables of one catalogue, made when first asked for."""

    def __init__(
        self,
        catalogue: Catalogue,
        mentions: MentionIndex,
        more: Mapping[str, Mapping[Any, Any]],
    ) -> None:
        """Take over the mappings of a catalogue and of mentions.

        Args:
            catalogue: The catalogue.
            mentions: What documents mention of it.
            more: Further tables, by their labels.
        """
        self.catalogue = catalogue
        self.mentions = mentions
        self._tables: dict[str, Mapping[Any, Any]] = {
            field.name: getattr(source, field.name)
            for source in (catalogue, mentions)
            for field in fields(source)
        } | dict(more)
        self._digests: dict[str, _Digests] = {}

    def table(self, label: str) -> Mapping[Any, Any]:
        """Return a table by its label."""
        if label not in self._tables:
            self._tables[label] = self._make_table(label)
        return self._tables[label]

    def _make_table(self, label: str) -> Mapping[Any, Any]:
        if label == SHELF:
            return self._shelves()
        if label == ALIKE:
            return self._alike()
        if label == ASKED:
            return self._asked()
        if label == SUBJECTS:
            documents = self.catalogue.documents
            return {docname: target.kind for target, docname in documents.items()}
        if label == DIVIDED:
            return {one.value: len(self.things(one)) > PART_LENGTH for one in Kind}
        group, _, kind = label.partition("/")
        makers: dict[str, Callable[[Kind], Mapping[Any, Any]]] = {
            BRIEF: self._positions,
            ORDER: self._positions,
            FIRST: self._first_years,
        }
        return makers[f"{group}/"](Kind(kind))

    def _positions(self, kind: Kind) -> Mapping[str, int]:
        ids = self.catalogue.works if kind is Kind.WORK else self.things(kind)
        return {id_: position for position, id_ in enumerate(ids)}

    def _first_years(self, kind: Kind) -> Mapping[int, tuple[str, ...]]:
        first: dict[int, list[str]] = defaultdict(list)
        works = self.catalogue.works
        for thing in self.things(kind).values():
            years = [works[key].work.year for key in thing.works]
            known = [year for year in years if year is not None]
            if known:
                first[min(known)].append(thing.id)
        return {year: tuple(ids) for year, ids in first.items()}

    def _shelves(self) -> Mapping[tuple[str, int], list[str]]:
        shelves: dict[tuple[str, int], list[str]] = defaultdict(list)
        for key, work in self.catalogue.works.items():
            if work.venue is not None and work.work.year is not None:
                shelves[work.venue, work.work.year].append(key)
        return dict(shelves)

    def _alike(self) -> Mapping[str, tuple[str, ...]]:
        """Map family names with an initial to the people of such names, if several."""
        alike: dict[str, list[str]] = defaultdict(list)
        for person in self.catalogue.people.values():
            if key := family_and_initial(person.sort_name):
                alike[key].append(person.id)
        return {key: tuple(ids) for key, ids in alike.items() if len(ids) > 1}

    def _asked(self) -> Mapping[str, tuple[tuple[str, Question], ...]]:
        """Map works to the questions of topics, by id, that name them as evidence."""
        asked: dict[str, list[tuple[str, Question]]] = defaultdict(list)
        works = self.catalogue.key_to_work
        for topic in self.catalogue.topics.values():
            for question in topic.note.questions if topic.note else ():
                found = (works.get(key) for key in question.evidence)
                for key in dict.fromkeys(filter(None, found)):
                    asked[key].append((topic.id, question))
        return {key: tuple(questions) for key, questions in asked.items()}

    def things(self, kind: Kind) -> Mapping[str, Any]:
        """Map the ids of a kind to its things, nothing of which is noted."""
        return self.catalogue.things(kind)

    def name(self, kind: Kind, id_: str) -> str | None:
        """Return the display name of a thing; None where there is none."""
        if kind is Kind.WORK:
            work = self.catalogue.works.get(id_)
            return work.work.title if work else None
        thing = self.things(kind).get(id_)
        return thing.name if thing else None

    # Digests.

    def digest(self, label: str, key: str) -> bytes:
        """Return the digest of a fact by its label and its key as text."""
        digests = self._digests.get(label)
        if digests is None:
            digests = self._digests[label] = _Digests(self._digests_of(label))
        return digests[key]

    def _digests_of(self, label: str) -> Callable[[str], bytes]:
        """Return what gives the digest of a table's fact."""
        if label.startswith(KEYS):
            keys = [key_text(key) for key in self.table(label.removeprefix(KEYS))]
            return lambda _key: fact_digest(keys)
        if label.startswith(WHOLE):
            return lambda _key: self._whole_digest(label.removeprefix(WHOLE))
        group, slash, kind = label.partition("/")
        if slash and f"{group}/" == BRIEF:
            return partial(self._brief_digest, Kind(kind))
        if label == "rank":
            return self._rank_digest
        if label == "works":
            return self._work_digest
        return partial(self._value_digest, self.table(label), _reader(label))

    def _whole_digest(self, label: str) -> bytes:
        texts = list(map(key_text, self.table(label)))
        return fact_digest([(text, self.digest(label, text)) for text in texts])

    def _value_digest(
        self, table: Mapping[Any, Any], key_of: Callable[[str], Any], text: str
    ) -> bytes:
        value = table.get(key_of(text), _NOTHING)
        return ABSENT if value is _NOTHING else fact_digest(value)

    def _work_digest(self, key: str) -> bytes:
        """Return a digest of a work's record.

        All that is interpreted follows from the entry, where it has only one and says
        all its names.
        """
        record = self.catalogue.works.get(key)
        if record is None:
            return ABSENT
        resolved = tuple(map(_RESOLUTION, record.credits)), _CONCLUSIONS(record)
        if len(record.entries) == 1 and not self._are_names_hidden:
            return fact_digest((record.entries[0], resolved))
        named = tuple(one.contribution for one in record.credits)
        return fact_digest((record.work, record.entries, named, resolved))

    @cached_property
    def _are_names_hidden(self) -> bool:
        notes = (person.note for person in self.catalogue.people.values())
        return any(note is not None and note.hidden_names for note in notes)

    def _brief_digest(self, kind: Kind, id_: str) -> bytes:
        """Return a digest of what links show and what decides a thing's place.

        Not of the place among its kind: with every new person, that of thousands
        changes, but not which of two comes first.
        """
        target = Target(kind, id_)
        slug = self.catalogue.slugs.get(target)
        document = self.catalogue.documents.get(target)
        thing = self.things(kind).get(id_)
        more = (getattr(thing, "short", ""), getattr(thing, "sort_name", ""))
        return fact_digest((self.name(kind, id_), *more, slug, document))

    def _rank_digest(self, key: str) -> bytes:
        """Return a digest of what decides a work's place among all works."""
        catalogued = self.catalogue.works.get(key)
        if catalogued is None:
            return ABSENT
        work = catalogued.work
        return fact_digest((work.date, work_sort_name(work), work.title))


class _Digests(dict[str, bytes]):
    """The digests of a table by its keys as text, made when first asked for."""

    def __init__(self, make: Callable[[str], bytes]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> bytes:
        made = self[key] = self._make(key)
        return made


def family_and_initial(sort_name: str) -> str:
    """Return family name and initial, folded; empty for names without a given name."""
    parts = sort_name.split(",")  # family name, perhaps a suffix, given names
    initial = fold_words(parts[-1])[:1] if len(parts) > 1 else ""
    return f"{fold_words(parts[0])}, {initial}" if initial else ""


def key_text(key: Any) -> str:
    """Return a table's key as text; the keys of a table have different texts."""
    if isinstance(key, str):
        return key
    if isinstance(key, Target):
        return f"{key.kind.value}/{key.id}"
    if isinstance(key, tuple):
        return "\0".join(map(str, key))
    return str(key)


def _reader(label: str) -> Callable[[str], Any]:
    """Return what makes a key of its text."""
    if label in _TARGETS:
        return _target
    if label == SHELF:
        return _shelf
    return int if label == "years" or label.startswith(FIRST) else str


def _target(text: str) -> Target:
    kind, _, id_ = text.partition("/")
    return Target(Kind(kind), id_)


def _shelf(text: str) -> tuple[str, int]:
    venue, _, year = text.rpartition("\0")
    return venue, int(year)


def traced_catalogue(facts: Facts, recorder: Recorder) -> Catalogue:
    """Return a catalogue whose mappings note what is read of them."""
    return replace(facts.catalogue, **_traced(facts.catalogue, recorder))


def traced_mentions(facts: Facts, recorder: Recorder) -> MentionIndex:
    """Return mentions whose mappings note what is read of them."""
    return replace(facts.mentions, **_traced(facts.mentions, recorder))


def _traced(source: Any, recorder: Recorder) -> dict[str, Mapping[Any, Any]]:
    # Every field, so that a mapping that is added is traced, too.
    return {
        field.name: recorder.mapping(field.name, getattr(source, field.name), key_text)
        for field in fields(source)
    }
