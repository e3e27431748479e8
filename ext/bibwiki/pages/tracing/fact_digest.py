"""Digests of facts: equal values have equal digests, in every process and build.

Python's own ``hash`` differs between processes, ``repr`` is slow, and pickles depend on
which equal strings are one object. So values are taken apart into tuples of plain
values, which ``marshal`` writes in one way only (version 2 has no references).
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from bibwiki.catalogue.identity.mention import Mention
from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.diagnostic import Location
from bibwiki.model.latex.marked_text import MarkedText
from bibwiki.model.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 8
"""Bytes of a digest. Each is compared with one other, that of the same fact in the last
build, so that chance makes two alike in one of 10**19 edits."""
ABSENT = b"\0" * SIZE
"""Stands for a fact that there is not."""
NOT_SHOWN: dict[type, frozenset[str]] = {
    # Where something stands moves with every line that is written above it. Mentions
    # stand in the order of their lines.
    Location: frozenset({"line", "column"}),
    Mention: frozenset({"line"}),
    Entry: frozenset({"raw", "digest"}),
    Work: frozenset({"consequences"}),
}
"""Fields that no page shows; one that did would not be made anew when they change."""
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
_GETTERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}
"""Maps a dataclass to what gives all its fields."""


def fact_digest(value: object) -> bytes:
    """Return a digest of a value made of dataclasses, enums, tuples and plain values.

    Raises:
        TypeError: The value holds something else.
    """
    try:
        # Of plain values in tuples, which most are: marshal takes no subclass of them.
        content = marshal.dumps(value, 2)  # type: ignore[arg-type] # tried
    except ValueError:  # it holds something else
        content = marshal.dumps(_plain(value), 2)
    return blake2b(content, digest_size=SIZE).digest()


def entry_digest(entry: Entry) -> bytes:
    """Return the digest of an entry, which keeps it: many builds compare the same."""
    if not entry.digest:
        object.__setattr__(entry, "digest", fact_digest(_ENTRY(entry)))
    return entry.digest


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    # Most members are plain, which is found out faster here than by a call for each.
    if kind is tuple or kind is list:
        if _PLAIN.issuperset(map(type, value)):
            return tuple(value)
        return tuple([m if type(m) in _PLAIN else _plain(m) for m in value])
    getter = _GETTERS.get(kind) or _new_getter(value)
    members = [m if type(m) in _PLAIN else _plain(m) for m in getter(value)]
    return (kind.__name__, *members)


def _new_getter(value: object) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes a value of this type apart, and keep it for the next."""
    kind = type(value)
    getter: Callable[[Any], tuple[Any, ...]]
    if isinstance(value, Enum):
        getter = _member
    elif isinstance(value, MarkedText):
        getter = _text_and_runs
    elif isinstance(value, tuple):
        getter = tuple  # one with named members
    elif isinstance(value, Mapping):
        getter = _items
    elif isinstance(value, set | frozenset):
        getter = sorted  # type: ignore[assignment] # any iterable will do
    elif kind is Entry:
        getter = _digest_alone
    elif is_dataclass(value):
        # With one name, attrgetter would give the bare value.
        getter = attrgetter(*_shown(kind), "__class__.__name__")
    else:
        message = f"no digest for {kind.__name__}"
        raise TypeError(message)
    _GETTERS[kind] = getter
    return getter


def _shown(kind: type) -> list[str]:
    left_out = NOT_SHOWN.get(kind, frozenset())
    return [one.name for one in fields(kind) if one.name not in left_out]


# A place as what is shown of it: then nothing is left that marshal does not take.
_PLACE = tuple(f"location.{name}" for name in _shown(Location))
_ENTRY = attrgetter(*(name for name in _shown(Entry) if name != "location"), *_PLACE)


def _digest_alone(entry: Entry) -> tuple[bytes]:
    return (entry_digest(entry),)


def _member(member: Enum) -> tuple[object]:
    return (member.value,)


def _text_and_runs(text: MarkedText) -> tuple[object, ...]:
    return str(text), text.runs


def _items(mapping: Mapping[Any, Any]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    # Not pairs: most keys and values are plain, and a pair would be taken apart.
    return tuple(mapping), tuple(mapping.values())
