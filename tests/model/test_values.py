"""Values behave like frozen dataclasses."""

from __future__ import annotations

import pickle
from copy import copy
from dataclasses import dataclass, replace

import pytest

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.diagnostic import Location
from bibwiki.model.values import value


@value(frozen=True, slots=True, order=True)
class Place:
    """A value."""

    path: str
    line: int = 1


@value(frozen=True, slots=True)
class Alone:
    """A value of one field."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Frozen:
    """The same as the standard library has it."""

    path: str
    line: int = 1


def test_equal_values_are_one_key() -> None:
    assert {Place("a", 1): "first"}[Place("a")] == "first"
    assert Place("a") != Place("a", 2)
    assert hash(Place("a", 2)) == hash(Frozen("a", 2))
    assert Place("a", 2) < Place("b", 1)


def test_values_are_kept_and_changed_like_frozen_ones() -> None:
    kept = pickle.dumps(Place("a", 2))

    assert pickle.loads(kept) == Place("a", 2)  # noqa: S301 - the line above
    alone = pickle.dumps(Alone(("a", "b")))
    assert pickle.loads(alone) == Alone(("a", "b"))  # noqa: S301 - the line above
    assert copy(Place("a", 2)) == Place("a", 2)
    assert replace(Place("a"), line=3) == Place("a", 3)
    assert repr(Place("a")) == repr(Frozen("a")).replace("Frozen", "Place")


def test_what_is_noted_of_a_value_is_kept_and_no_name_of_a_field() -> None:
    entry = Entry("quill2020", "book", {}, Location("a.bib", 1))
    object.__setattr__(entry, "digest", b"12345678")
    kept = pickle.dumps(entry)

    loaded = pickle.loads(kept)  # noqa: S301 - the line above
    assert loaded == entry
    assert loaded.digest == b"12345678"
    assert b"entry_type" not in kept


def test_a_value_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Place("a").column = 3  # type: ignore[attr-defined] # what is tested


def test_what_changes_is_no_value() -> None:
    with pytest.raises(TypeError, match="use dataclass"):
        value(frozen=False, slots=True)
