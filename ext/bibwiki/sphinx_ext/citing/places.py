"""The places where bibliographies list entries, found by key and by document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinxcontrib.bibtex.directives import BibliographyKey, BibliographyValue
    from sphinxcontrib.bibtex.domain import Citation


class ListedPlaces:
    """What the bibliographies of a project list, by the key and by the document."""

    def __init__(
        self,
        citations: Iterable[Citation],
        bibliographies: Mapping[BibliographyKey, BibliographyValue],
    ) -> None:
        """Go once through what is listed, in the order of the bibliographies."""
        owned: dict[str, list[Citation]] = {}
        listed: dict[str, list[Citation]] = {}
        for citation in citations:
            listed.setdefault(citation.bibliography_key.docname, []).append(citation)
            if bibliographies[citation.bibliography_key].list_ == "citation":
                owned.setdefault(citation.key, []).append(citation)
        # Lists of the other styles carry no label that a citation could repeat.
        self._owned = owned
        self._listed = listed

    def entry_key(self, key: str) -> str | None:
        """Return the key of the entry that a key of a list stands for.

        They differ where a bibliography has a ``keyprefix``; None for unlisted keys.
        """
        places = self._owned.get(key)
        return str(places[0].entry.key) if places else None

    def citation(self, key: str, docname: str) -> Citation | None:
        """Return the key's place in a list: in this document, else the last one."""
        places = self._owned.get(key, ())
        for citation in places:
            if citation.bibliography_key.docname == docname:
                return citation
        return places[-1] if places else None

    def of_document(self, docname: str) -> Iterable[Citation]:
        """Return everything that the bibliographies of a document list, in order."""
        return self._listed.get(docname, ())
