"""Topics: subjects with a page, from hand-written pages and from keywords."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibwiki.catalogue.catalogue import Topic
from bibwiki.catalogue.folding import fold, kebab
from bibwiki.catalogue.ordering import collation_key, newest_first
from bibwiki.catalogue.slugs import IdMaker
from bibwiki.model.diagnostic import Diagnostic, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.notes.note import Note


@dataclass(frozen=True, slots=True)
class Topics:
    """All topics, and those of each work."""

    topics: Mapping[str, Topic]
    """Sorted by name."""
    by_work: tuple[tuple[str, ...], ...]
    """Topic ids for each work, in the order of its keywords, no repeats."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Draft:
    note: Note | None = None
    spellings: Counter[str] = field(default_factory=Counter)
    works: list[str] = field(default_factory=list)


def assemble_topics(
    keywords: Mapping[str, Sequence[str]],
    declared: Declarations,
    rank: Mapping[str, int],
    *,
    min_works: int,
) -> Topics:
    """Make the topics behind the keywords of all works.

    A keyword that a page declares as id, name or alias is that page's topic. Any other
    is a topic from ``min_works`` works on; below that no page is made.

    Args:
        keywords: Maps each primary key to its keywords, works in file order.
        declared: The topics' pages.
        rank: The place of each primary key, newest first.
        min_works: How many works give a keyword a page of its own.
    """
    drafts: dict[str, _Draft] = {
        f"page {id_}": _Draft(note) for id_, note in declared.notes.items()
    }
    key_of = _KeywordKeys(declared)
    work_keys: list[tuple[str, ...]] = []
    for work, words in keywords.items():
        first_spellings: dict[str, str] = {}
        for word in words:
            if key := key_of(word):
                first_spellings.setdefault(key, word)
        for key, word in first_spellings.items():
            draft = drafts.setdefault(key, _Draft())
            draft.works.append(work)
            draft.spellings[word] += 1
        work_keys.append(tuple(first_spellings))
    ids = _ids(drafts, declared, min_works)
    kept = {ids[key]: draft for key, draft in drafts.items() if key in ids}
    topics, problems = _topics(kept, declared, rank)
    by_work = tuple(tuple(ids[key] for key in keys if key in ids) for keys in work_keys)
    return Topics(topics, by_work, problems)


class _KeywordKeys:
    """Returns what tells topics apart, remembering every spelling it has met."""

    def __init__(self, declared: Declarations) -> None:
        self._declared = declared
        self._keys: dict[str, str] = {}

    def __call__(self, keyword: str) -> str:
        """Return the key of a keyword; empty for a blank one."""
        key = self._keys.get(keyword)
        if key is None:
            page = self._declared.id_of(keyword)
            folded = fold(keyword)
            key = f"page {page}" if page else folded and f"keyword {folded}"
            self._keys[keyword] = key
        return key


def _ids(
    drafts: Mapping[str, _Draft], declared: Declarations, min_works: int
) -> dict[str, str]:
    maker = IdMaker([*declared.notes, *declared.former_ids])
    ids = {}
    for key, draft in drafts.items():
        if draft.note:
            ids[key] = draft.note.id
        elif len(draft.works) >= min_works:
            ids[key] = maker.make(kebab(_spelling(draft)) or "topic")
    return ids


def _spelling(draft: _Draft) -> str:
    """Return the most frequent spelling, the first met among equals."""
    return max(draft.spellings, key=draft.spellings.__getitem__)


def _topics(
    drafts: Mapping[str, _Draft], declared: Declarations, rank: Mapping[str, int]
) -> tuple[dict[str, Topic], tuple[Diagnostic, ...]]:
    names = {
        id_: draft.note.name if draft.note else _spelling(draft)
        for id_, draft in drafts.items()
    }
    links = _Links(declared, names)
    ordered = sorted(names, key=lambda id_: (collation_key(names[id_]), id_))
    broader = {id_: links.resolve(drafts[id_].note, "broader") for id_ in ordered}
    see_also = {id_: links.resolve(drafts[id_].note, "see_also") for id_ in ordered}
    narrower: dict[str, list[str]] = {}
    for id_, many in broader.items():
        for wider in many:
            narrower.setdefault(wider, []).append(id_)
    topics = {}
    for id_ in ordered:
        note = drafts[id_].note
        topics[id_] = Topic(
            id_,
            names[id_],
            note.topic_kind if note else "concept",
            newest_first(drafts[id_].works, rank),
            also=note.also if note else (),
            broader=broader[id_],
            narrower=tuple(narrower.get(id_, ())),
            see_also=see_also[id_],
            note=note,
        )
    return topics, tuple(links.diagnostics)


class _Links:
    """Resolves the topics that a topic's page names."""

    def __init__(self, declared: Declarations, names: Mapping[str, str]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._declared = declared
        self._by_name = {fold(name): id_ for id_, name in names.items()}
        self._ids = frozenset(names)

    def resolve(self, note: Note | None, field_name: str) -> tuple[str, ...]:
        """Return the ids under ``broader`` or ``see_also``, the topic's own left out.

        What names no topic is reported.
        """
        if note is None:
            return ()
        found = {}
        for text in note.broader if field_name == "broader" else note.see_also:
            id_ = self._topic(text)
            if id_ is None:
                key = field_name.replace("_", "-")
                message = f"{key} names {text!r}, which is no topic: write its page"
                problem = Problem.UNRESOLVED_LINK
                self.diagnostics.append(Diagnostic(problem, message, note.location))
            elif id_ != note.id:
                found[id_] = True
        return tuple(found)

    def _topic(self, text: str) -> str | None:
        if text in self._ids:
            return text
        return self._declared.id_of(text) or self._by_name.get(fold(text))
