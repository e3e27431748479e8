"""The values of a ``bibwiki`` block as the schema leaves them, taken out by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.identifiers import safe_url
from bibwiki.model.notes.note import Advisor, Affiliation, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bibwiki.model.diagnostic import Location
    from bibwiki.model.notes.schema import PathPart


class DeclaredValues:
    """A sound mapping, whose values have the forms that the schema allows."""

    def __init__(
        self,
        values: Mapping[str, object],
        place: Callable[[tuple[PathPart, ...]], Location],
    ) -> None:
        """Take over the mapping.

        Args:
            values: Maps the keys of the block to values.
            place: Gives the location of a value: keys and list indexes from the top.
        """
        self.diagnostics: list[Diagnostic] = []
        """What is wrong with values that the schema cannot judge, in no order."""
        self._values = values
        self._place = place

    def text(self, key: str) -> str:
        """Return a text, white space folded; empty where the block has none."""
        return _text(self._values, key)

    def switch(self, key: str) -> bool:
        """Tell whether something is said to be true."""
        return self._values.get(key) is True

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each once; a single text counts as a list."""
        return _texts(self._values, key)

    def affiliations(self) -> tuple[Affiliation, ...]:
        """Return a person's affiliations, in the order declared."""
        return tuple(
            Affiliation(
                organization=_text(each, "organization"),
                role=_text(each, "role"),
                start=_text(each, "from"),
                end=_text(each, "to"),
                as_of=_text(each, "as-of"),
                source=_text(each, "source"),
            )
            for each in self._mappings("affiliations")
        )

    def advisors(self) -> tuple[Advisor, ...]:
        """Return who advised a person's studies, in the order declared."""
        return tuple(
            Advisor(_text(each, "person"), _text(each, "source"))
            for each in self._mappings("advisors")
        )

    def questions(self) -> tuple[Question, ...]:
        """Return the questions about a topic, in the order declared."""
        return tuple(
            Question(
                _text(each, "question"),
                _texts(each, "evidence"),
                _text(each, "state") or "open",
                _text(each, "judged"),
            )
            for each in self._mappings("questions")
        )

    def links(self) -> tuple[tuple[str, str], ...]:
        """Return labels and safe addresses, in the order declared."""
        found = self._values.get("links")
        if not isinstance(found, dict):
            return ()
        links: list[tuple[str, str]] = []
        for label, text in found.items():
            url = safe_url(str(text))
            if url is not None:
                links.append((label, url))
                continue
            message = f'links: "{text}" is no http, https, mailto or ftp address'
            where = self._place(("links", label))
            self.diagnostics.append(Diagnostic(Problem.UNSAFE_URL, message, where))
        return tuple(links)

    def identifier(self, key: str, parse: Callable[[str], str | None]) -> str:
        """Return an identifier in its normal form; empty for none or a wrong one.

        Args:
            key: The key, which is also the name of the scheme.
            parse: Returns the normal form, None if the check digits do not fit.
        """
        text = self.text(key)
        found = parse(text)
        if text and found is None:
            message = f'{key}: "{text}" is none: its check digits do not fit'
            where = self._place((key,))
            problem = Problem.INVALID_IDENTIFIER
            self.diagnostics.append(Diagnostic(problem, message, where))
        return found or ""

    def _mappings(self, key: str) -> Iterator[Mapping[str, object]]:
        found = self._values.get(key)
        if isinstance(found, list):
            yield from (each for each in found if isinstance(each, dict))


def _text(values: Mapping[str, object], key: str) -> str:
    found = values.get(key)
    return "" if found is None else " ".join(str(found).split())


def _texts(values: Mapping[str, object], key: str) -> tuple[str, ...]:
    found = values.get(key, ())
    items = found if isinstance(found, list) else [found] if found else []
    return tuple(dict.fromkeys(" ".join(str(item).split()) for item in items))
