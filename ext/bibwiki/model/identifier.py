"""Identifiers of works and creators: normalised, with their address."""

from __future__ import annotations

from bibwiki.model.values import value


@value(frozen=True, slots=True)
class Identifier:
    """One identifier in its normal form."""

    scheme: str
    """``doi``, ``arxiv``, ``isbn``, ``issn``, ``pmid``, ``handle`` or the like; of
    creators ``orcid``, or ``dblp`` for the number of one of several namesakes."""
    value: str
    """E.g. ``10.1000/xyz`` or ``2101.00001``: no address, no prefix."""
    url: str | None
    """Where it leads, e.g. ``https://doi.org/10.1000/xyz``; None if nowhere."""

    @property
    def label(self) -> str:
        """The scheme as readers know it, e.g. ``arXiv``."""
        return _LABELS.get(self.scheme, self.scheme.upper())


_LABELS = {"arxiv": "arXiv", "handle": "Handle"}
