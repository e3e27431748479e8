"""All that pages may read, each fact with a digest that tells when it changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from functools import cached_property, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from bibwiki.catalogue.catalogue import CataloguedWork, Credit
from bibwiki.catalogue.ordering import work_sort_name
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.tracing.fact_digest import ABSENT, entry_digest, fact_digest
from bibwiki.pages.tracing.labels import KEYS, NONE, WHOLE, bucket_of
from bibwiki.pages.tracing.tables import BRIEF, KEPT, key_reader, key_text, make_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.citations import MentionIndex
    from bibwiki.pages.tracing.recorder import Recorder
    from bibwiki.pages.tracing.remember import Remember


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
        remember: Remember,
    ) -> None:
        """Take over the mappings of a catalogue and of mentions.

        Args:
            catalogue: The catalogue.
            mentions: What documents mention of it.
            more: Further tables, by their labels.
            remember: Keeps tables that take long to make.
        """
        self._remember = remember
        self.catalogue = catalogue
        self.mentions = mentions
        self._tables: dict[str, Mapping[Any, Any]] = {
            field.name: getattr(source, field.name)
            for source in (catalogue, mentions)
            for field in fields(source)
        } | dict(more)
        self._digests: dict[str, _Digests] = {}
        self._resolved: dict[int, bytes] = {}
        """Digests of whom credits lead to, by the ``id()`` of the credit: works share
        credits, and the catalogue has them as long as this lives."""

    def table(self, label: str) -> Mapping[Any, Any]:
        """Return a table by its label."""
        if label not in self._tables:
            make = partial(make_table, self.catalogue, label)
            is_kept = label in KEPT
            self._tables[label] = self._remember(label, make) if is_kept else make()
        return self._tables[label]

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
        return self._known(label)[key]

    def settle(self, label: str, digests: Mapping[str, bytes]) -> None:
        """Take over the digests of facts that are known not to have changed."""
        self._known(label).update(digests)

    def entry_digests(self) -> dict[str, bytes]:
        """Map works to the digests of their entries.

        Of those alone whose records follow from an entry and from what people and other
        things follow from: one entry that says all its names, under one key.
        """
        if self._are_names_hidden:
            return {}
        return {
            key: entry_digest(one.entries[0])
            for key, one in self.catalogue.works.items()
            if len(one.entries) == 1 and len(one.keys) == 1
        }

    def _known(self, label: str) -> _Digests:
        digests = self._digests.get(label)
        if digests is None:
            digests = self._digests[label] = _Digests(self._digests_of(label))
        return digests

    def _digests_of(self, label: str) -> Callable[[str], bytes]:
        """Return what gives the digest of a table's fact."""
        about_many = {KEYS: self._keys, WHOLE: self._whole, NONE: self._none}
        for beginning, digest in about_many.items():
            if label.startswith(beginning):
                return digest(label.removeprefix(beginning))
        group, slash, kind = label.partition("/")
        if slash and f"{group}/" == BRIEF:
            return partial(self._brief_digest, Kind(kind))
        if label == "rank":
            return self._rank_digest
        if label == "works":
            return self._work_digest
        return partial(self._value_digest, self.table(label), key_reader(label))

    def _keys(self, label: str) -> Callable[[str], bytes]:
        keys = list(map(key_text, self.table(label)))
        return lambda _key: fact_digest(keys)

    def _whole(self, label: str) -> Callable[[str], bytes]:
        texts = list(map(key_text, self.table(label)))
        return lambda _key: fact_digest(
            [(text, self.digest(label, text)) for text in texts]
        )

    def _none(self, label: str) -> Callable[[str], bytes]:
        keys: dict[str, list[str]] = defaultdict(list)
        for text in map(key_text, self.table(label)):
            keys[str(bucket_of(text))].append(text)
        return lambda bucket: fact_digest(sorted(keys.get(bucket, ())))

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
        resolved = self._resolutions(record.credits), _CONCLUSIONS(record)
        if len(record.entries) == 1 and not self._are_names_hidden:
            return fact_digest((entry_digest(record.entries[0]), resolved))
        named = tuple(one.contribution for one in record.credits)
        return fact_digest((record.work, record.entries, named, resolved))

    def _resolutions(self, credits_: Iterable[Credit]) -> bytes:
        """Return digests of whom credits lead to, in a row."""
        known = self._resolved
        digests = []
        for one in credits_:
            found = known.get(id(one))
            if found is None:
                found = known[id(one)] = fact_digest(_RESOLUTION(one))
            digests.append(found)
        return b"".join(digests)

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
