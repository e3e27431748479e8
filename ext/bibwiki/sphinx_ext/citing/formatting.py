"""Formatting references in a style: a name that comes again is not formatted again.

A style is a template of pybtex's, which makes dozens of objects for each name of each
citation, and most people have several works.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pybtex.style.names import BaseNameStyle
from sphinxcontrib.bibtex.style.referencing import PersonStyle, format_references
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pybtex.database import Entry, Person
    from pybtex.richtext import BaseText, Text
    from pybtex.style import FormattedEntry
    from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle
    from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo

    from bibwiki.sphinx_ext.citing.labels import LabelledOnDemand

_PURE = ("pybtex.", "sphinxcontrib.bibtex.")
"""Where name styles come from that look at nothing but the name."""


class ReferenceFormatter:
    """Formats references in one style."""

    def __init__(self, style: BaseReferenceStyle) -> None:
        """Take a style, and let it remember the names that it formats."""
        self._style = style
        for persons in _person_styles(style):
            if type(persons.style_plugin).__module__.startswith(_PURE):
                persons.style_plugin = RememberedNames(persons.style_plugin)

    def format(
        self,
        role: str,
        references: Sequence[
            tuple[Entry, FormattedEntry | LabelledOnDemand, SphinxReferenceInfo]
        ],
    ) -> BaseText:
        """Return the text of a citation.

        Args:
            role: How it cites, e.g. ``p``.
            references: What is cited, in order.
        """
        return format_references(self._style, role, references)


class RememberedNames(BaseNameStyle):  # type: ignore[misc] # pybtex is not typed
    """A style of names that formats each name once."""

    def __init__(self, style: BaseNameStyle) -> None:
        self._style = style
        self._formatted: dict[tuple[object, ...], Text] = {}

    @override
    def format(self, person: Person, abbr: bool = False) -> Text:
        """Return the text of a name, where other styles return a template of it."""
        names = (person.first_names, person.middle_names, person.prelast_names)
        more = (person.last_names, person.lineage_names)
        key = (type(person), abbr, *map(tuple, names), *map(tuple, more))
        found = self._formatted.get(key)
        if found is None:
            found = self._style.format(person, abbr).format()
            self._formatted[key] = found
        return found


def _person_styles(style: Any) -> Iterator[PersonStyle]:  # noqa: ANN401 - plugins may have any parts
    """Yield what formats names in a style, or in those that it is made of."""
    for part in (style, *getattr(style, "styles", ())):
        persons = getattr(part, "person", None)
        if isinstance(persons, PersonStyle):
            yield persons
