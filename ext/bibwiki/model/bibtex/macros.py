"""BibTeX macros: ``@string`` definitions and the months.

Names are compared without case. As in BibTeX, a value sees the latest definition above
it; where there is none above, the first one below counts, so the order of a file does
not matter. Expansion is bounded in time and memory, whatever the definitions say.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.values import Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.model.bibtex.values import Value

MONTH_MACROS: Mapping[str, str] = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
"""The macros that every BibTeX style defines, with the words of ``plain.bst``."""

_MACRO_LIMIT = 100_000
"""The longest text, in characters, that a macro may expand to."""
_TOTAL_LIMIT = 20_000_000
"""The most characters that all expansions of one file may add up to."""


@dataclass(slots=True)
class _Definition:
    position: int
    terms: tuple[Term, ...]
    text: str | None = None
    """The expansion, once it is known."""
    waiting: bool = False
    """Its expansion has begun: who asks for it now asks in a circle."""


@dataclass(slots=True)
class MacroTable:
    """The macros of one file, and those that files read before it define."""

    inherited: Mapping[str, str] = field(default_factory=dict)
    """Macros of earlier files: maps a name in lower case to its text."""
    cut_short: list[int] = field(default_factory=list)
    """Positions of definitions or values that grew too long and were cut."""
    undefined: list[tuple[str, int]] = field(default_factory=list)
    """Names that definitions use and nothing defines, and the definition's position."""
    _definitions: dict[str, list[_Definition]] = field(default_factory=dict)
    _spent: int = 0

    def define(self, name: str, value: Value, position: int) -> None:
        """Note an ``@string``; call in the order of the file.

        Args:
            name: As written.
            value: Its value, taken apart.
            position: Where the definition stands, in characters from the start.
        """
        terms = (Term(value),) if isinstance(value, str) else value
        definition = _Definition(position, terms)
        self._definitions.setdefault(name.lower(), []).append(definition)

    def expand(
        self, terms: Sequence[Term], position: int
    ) -> tuple[str, tuple[str, ...]]:
        """Join the terms of a value.

        Args:
            terms: What :func:`~bibwiki.model.bibtex.values.parse_value` gave.
            position: Where the value stands: decides between several definitions.

        Returns:
            The text, and the names that no definition was found for. These stand in
            the text as written.
        """
        texts: list[str] = []
        unknown: list[str] = []
        for term in terms:
            text = self._text_of(term, position)
            if text is None:
                unknown.append(term.text)
                text = term.text
            texts.append(text)
        if len(texts) == 1:
            return texts[0], tuple(unknown)
        if self._spent > _TOTAL_LIMIT:
            self.cut_short.append(position)
            return " ".join(term.text for term in terms), tuple(unknown)
        joined = "".join(texts)
        self._spent += len(joined)
        return joined, tuple(unknown)

    def expansions(self) -> dict[str, str]:
        """Return the text of every macro as it stands at the end of the file."""
        result = dict(self.inherited)
        for name, definitions in self._definitions.items():
            last = definitions[-1]
            text = self._resolve(last)
            if text is not None:
                result[name] = text
        return result

    def _text_of(self, term: Term, position: int) -> str | None:
        if not term.macro:
            return term.text
        definition = self._find(term.text.lower(), position)
        if definition is None:
            name = term.text.lower()
            return self.inherited.get(name, MONTH_MACROS.get(name))
        return self._resolve(definition)

    def _find(self, name: str, position: int) -> _Definition | None:
        definitions = self._definitions.get(name)
        if definitions is None:
            return None
        index = bisect_right(definitions, position, key=lambda each: each.position)
        return definitions[max(index - 1, 0)]

    def _resolve(self, wanted: _Definition) -> str | None:
        """Expand a definition and what it needs, without recursion.

        Chains of many thousand macros occur in hostile files.
        """
        pending = [wanted]
        while pending:
            current = pending[-1]
            if current.text is not None:
                pending.pop()
                continue
            needed = [] if current.waiting else self._unresolved(current)
            current.waiting = True
            if needed:
                pending.extend(needed)
                continue
            pending.pop()
            current.text = self._join(current)
        return wanted.text

    def _unresolved(self, definition: _Definition) -> list[_Definition]:
        """Return what has to be expanded first, each once."""
        found = (
            self._find_for(definition, term.text)
            for term in definition.terms
            if term.macro
        )
        return [
            each for each in found if each and each.text is None and not each.waiting
        ]

    def _find_for(self, user: _Definition, name: str) -> _Definition | None:
        """Find a definition as seen from another: never that other itself."""
        found = self._find(name.lower(), user.position - 1)
        return None if found is user else found

    def _join(self, definition: _Definition) -> str:
        texts: list[str] = []
        length = 0
        for term in definition.terms:
            text = term.text
            if term.macro:
                text = self._text_within(definition, term.text)
            length += len(text)
            if texts and (length > _MACRO_LIMIT or self._spent > _TOTAL_LIMIT):
                self.cut_short.append(definition.position)
                break
            texts.append(text)
        self._spent += length
        return "".join(texts)

    def _text_within(self, user: _Definition, name: str) -> str:
        """Look up a name that a definition uses; note it if there is none."""
        other = self._find_for(user, name)
        known = self.inherited.get(name.lower(), MONTH_MACROS.get(name.lower()))
        text = known if other is None else other.text
        if text is None:  # unknown, or asked for in a circle
            self.undefined.append((name, user.position))
            return name
        return text
