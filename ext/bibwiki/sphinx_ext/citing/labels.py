"""Labels of citations in the default style, made only when a reference style asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pybtex.database import Entry, Person
from pybtex.plugin import find_plugin
from sphinxcontrib.bibtex.style.referencing import format_references
from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle

NOWHERE = "bibwiki:nowhere"
"""The address of a citation that this output has no page or list for."""


class LookedUpAddress:
    """Stands in for a builder: gives the address that was looked up already.

    sphinxcontrib-bibtex asks a builder for addresses and, for LaTeX, writes links to
    targets that only its own bibliographies make.
    """

    name = "bibwiki"

    def __init__(self, url: str) -> None:
        self.url = url

    def get_relative_uri(self, _from: str, _to: str, _typ: str | None = None) -> str:
        """Return the address, whichever pages it leads between."""
        return self.url


@dataclass(frozen=True, slots=True)
class LabelledOnDemand:
    """Stands in for pybtex's formatted entry: labels are made when a style asks.

    Making them takes every entry of the wiki, and many reference styles ask for none.
    """

    key: str
    labels: Callable[[], Mapping[str, str]]

    @property
    def label(self) -> str:
        """The label in the default style, e.g. ``Lov43``."""
        return self.labels()[self.key]


class DefaultLabels:
    """The labels of all entries, unique in the whole wiki.

    They are computed over all entries, so that they do not change with what is cited.
    """

    def __init__(
        self,
        entries: Mapping[str, Entry],
        default_style: str,
        reference_style: BaseReferenceStyle,
    ) -> None:
        """Take the entries by key, and the styles of ``conf.py``; compute nothing."""
        self._entries = entries
        self._default_style = default_style
        self._reference_style = reference_style

    @cached_property
    def by_key(self) -> Mapping[str, str]:
        """Maps the key of each entry to its label in the default style."""
        style = find_plugin("pybtex.style.formatting", self._default_style)()
        entries = list(style.sort(list(self._entries.values())))
        labels = style.format_labels(entries)
        return {entry.key: label for label, entry in zip(labels, entries, strict=True)}

    def entry(self, key: str) -> LabelledOnDemand:
        """Return what stands for the formatted entry of a key."""
        return LabelledOnDemand(key, lambda: self.by_key)

    def shown(self, key: str) -> str:
        """Return what a citation shows of the label; empty in styles without labels."""
        return self.by_key[key] if self._are_shown else ""

    @cached_property
    def _are_shown(self) -> bool:
        """Whether the reference style shows labels at all: tried out on one entry."""
        asked: list[str] = []

        def labels() -> Mapping[str, str]:
            asked.append("")
            return {"": "label"}

        nowhere: Any = LookedUpAddress(NOWHERE)
        target = SphinxReferenceInfo(nowhere, "", "", "", None, "", "")
        fields = {"title": "Title", "year": "2000"}
        entry = Entry("misc", fields, {"author": [Person(last="Name")]})
        for role in ("p", "t"):
            sample: Any = [(entry, LabelledOnDemand("", labels), target)]
            format_references(self._reference_style, role, sample)
        return bool(asked)
