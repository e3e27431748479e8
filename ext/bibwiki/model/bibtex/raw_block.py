"""What stands in a file, taken apart but not yet looked into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.diagnostic import Problem

if TYPE_CHECKING:
    from bibwiki.model.bibtex.values import Value


class RawField(NamedTuple):
    """A field as it stands in the file."""

    name: str
    """As written."""
    value: Value
    position: int
    """Where the name stands, in characters from the start of the file."""


class Damage(NamedTuple):
    """Something that is broken at one place."""

    message: str
    position: int
    problem: Problem = Problem.DAMAGED_ENTRY


@dataclass(slots=True)
class RawBlock:
    """An entry or ``@string`` as it stands in the file."""

    start: int
    end: int
    """Behind the closing delimiter."""
    entry_type: str
    """In lower case; may be empty."""
    raw: str = ""
    """Its text; empty where nobody has cut it out of the file yet."""
    key: str = ""
    """As written; empty where there is none."""
    fields: list[RawField] = field(default_factory=list)
    """In file order, repeats included."""
    damages: list[Damage] = field(default_factory=list)
