"""The ``cite`` domain of sphinxcontrib-bibtex with look-ups and our pages as targets.

Private parts of sphinxcontrib-bibtex 2.7 are used in this room and nowhere else;
contract tests watch them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from sphinxcontrib.bibtex.citation_target import CitationTarget, parse_citation_targets
from sphinxcontrib.bibtex.domain import BibtexDomain, Citation
from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo
from typing_extensions import override

from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.catalogue.labels import citation_label
from bibwiki.sphinx_ext.citing.citation_nodes import citation_node
from bibwiki.sphinx_ext.citing.formatting import ReferenceFormatter
from bibwiki.sphinx_ext.citing.labels import NOWHERE, DefaultLabels, LookedUpAddress
from bibwiki.sphinx_ext.citing.places import ListedPlaces
from bibwiki.sphinx_ext.citing.role import WikiCiteRole
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from pybtex.style import FormattedEntry
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.identity.mention import Mention
    from bibwiki.sphinx_ext.citing.labels import LabelledOnDemand


_NEVER_CITED = frozenset({"annotation", "abstract", "keywords", "file", "source"})
"""Fields that no citation or footnote shows."""


class WikiCiteDomain(BibtexDomain):
    """Citations that lead to a bibliography where a page has one, else to the work."""

    roles: ClassVar[dict[str, Any]] = {
        name: WikiCiteRole()
        for name in BibtexDomain._role_names  # noqa: SLF001 - watched by a contract test
    }

    _to_number = False
    """Whether reading has ended and the bibliographies are not numbered yet."""

    @override
    def env_updated(self) -> Iterable[str]:
        notes = [note for _, note in sorted(wiki_domain(self.env).notes.items())]
        wiki_domain(self.env).wiki.hide(HiddenNames.of_notes(notes))
        for derived in ("_places", "_labels", "_formatter", "_resolved"):
            self.__dict__.pop(derived, None)
        self._to_number = True
        return []

    @property
    @override
    def citations(self) -> list[Citation]:
        """What the bibliographies list; numbered when first asked for after reading."""
        if self._to_number:
            self._to_number = False
            self._number()
        citations: list[Citation] = self.data["citations"]
        return citations

    def _number(self) -> None:
        self.data["citations"].clear()
        # Without bibliographies there is nothing to number, and going through all
        # references for each entry is what makes large projects slow.
        if not self.bibliographies:
            return
        # Which of several lists counts must not depend on what was read last.
        self.data["bibliographies"] = dict(
            sorted(self.bibliographies.items(), key=lambda item: item[0].docname)
        )
        self.citation_refs.sort(key=lambda reference: reference.docname)
        super().env_updated()

    @cached_property
    def _places(self) -> ListedPlaces:
        """What the bibliographies list, since the last change of a document."""
        return ListedPlaces(self.citations, self.bibliographies)

    def entry_key(self, key: str) -> str | None:
        """Return the key of the entry that a written key stands for.

        They differ where a bibliography has a ``keyprefix``; None for unknown keys.
        """
        if key in self.bibdata.data.entries:
            return key
        return self._places.entry_key(key)

    def without_prefixes(self, mention: Mention) -> Mention:
        """Return a mention with the keys of entries for the keys as written."""
        if mention.kind != "cite" or not any(
            bibliography.keyprefix for bibliography in self.bibliographies.values()
        ):
            return mention
        parts = (
            replace(part, keys=tuple(self.entry_key(k) or k for k in part.keys))
            for part in mention.sentence
        )
        names = tuple(self.entry_key(name) or name for name in mention.names)
        return replace(mention, names=names, sentence=tuple(parts))

    @cached_property
    def _labels(self) -> DefaultLabels:
        """The labels of all entries, since the last change of a document."""
        return DefaultLabels(
            self.bibdata.data.entries,
            self.env.config.bibtex_default_style,
            self.reference_style,
        )

    @cached_property
    def _formatter(self) -> ReferenceFormatter:
        """Formats citations, since the last change of a document."""
        return ReferenceFormatter(self.reference_style)

    @cached_property
    def _resolved(self) -> dict[tuple[str, str, str], nodes.inline]:
        """Maps role, what is cited and the vantage to what stands for it each time."""
        return {}

    @override
    def resolve_xref(  # type: ignore[override] # upstream returns an inline, too
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.Element:
        """Replace the citation by one reference for each key, all in the given style.

        Unknown keys stay visible, marked, at the end; they were reported after reading.
        """
        seen = typ, target, wiki_domain(env).wiki.vantage(fromdocname)
        found = self._resolved.get(seen)
        if found is not None:
            return found.deepcopy()
        targets = list(parse_citation_targets(target))
        known = [t for t in targets if self.entry_key(t.key) is not None]
        references = [self._reference(builder, fromdocname, t) for t in known]
        shown: list[nodes.Node] = []
        if references:
            shown = self._formatter.format(typ, references).render(self.backend)
        result = citation_node(
            target, shown, [t.key for t in targets if t not in known]
        )
        if all(isinstance(r[2].builder, LookedUpAddress) for r in references):
            self._resolved[seen] = result.deepcopy()
        return result

    def _reference(
        self, builder: Builder, fromdocname: str, target: CitationTarget
    ) -> tuple[Any, FormattedEntry | LabelledOnDemand, SphinxReferenceInfo]:
        """Return what the reference style needs for one key."""
        wiki = wiki_domain(self.env).wiki
        citation = self._places.citation(target.key, fromdocname)
        key = self.entry_key(target.key) or target.key
        entry = self.bibdata.data.entries[key]
        if citation is not None and wiki.config.cite_target == "bibliography":
            formatted, to, anchor = (
                citation.formatted_entry,
                citation.bibliography_key.docname,
                citation.citation_id,
            )
            addresses: Any = builder
        else:
            formatted = self._labels.entry(key)
            to = anchor = ""
            url = wiki.linker(fromdocname).citation_url(key)
            addresses = LookedUpAddress(url or NOWHERE)
        info = SphinxReferenceInfo(
            builder=addresses,
            fromdocname=fromdocname,
            todocname=to,
            citation_id=anchor,
            title=self._tooltip(key),
            pre_text=target.pre,
            post_text=target.post,
        )
        return entry, formatted, info

    def _tooltip(self, key: str) -> str | None:
        if not self.env.config.bibtex_tooltips:
            return None
        work = wiki_domain(self.env).wiki.shown_work(key)
        return f"{citation_label(work)}: {work.title}"

    @override
    def resolve_any_xref(  # type: ignore[override] # upstream returns an inline, too
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.Element]]:
        """Answer nothing: the wiki domain answers ``any``; two would be ambiguous."""
        return []

    def shown_citation(self, key: str, fromdocname: str) -> tuple[object, ...]:
        """Return everything that a page citing this key shows of it.

        A page must be written again exactly when this changes.
        """
        citation = self._places.citation(key, fromdocname)
        written, entry_key = key, self.entry_key(key)
        if entry_key is None:
            return (written,)
        key = entry_key
        place = (
            (citation.bibliography_key.docname, citation.citation_id)
            if citation is not None
            else ()
        )
        if citation is not None:
            label = citation.formatted_entry.label
        else:
            label = self._labels.shown(key)
        work = wiki_domain(self.env).wiki.shown_work(key)
        authors = tuple(c.name.display for c in work.contributions)
        fields = {k: v for k, v in work.entry.fields.items() if k not in _NEVER_CITED}
        return (written, place, label, work.title, authors, work.date_text, fields)

    def shown_bibliographies(self, docname: str) -> tuple[object, ...]:
        """Return everything that the bibliographies of a document show."""
        wiki = wiki_domain(self.env).wiki
        return tuple(
            (
                citation.key,
                citation.citation_id,
                citation.formatted_entry.label,
                tuple(wiki.shown_work(citation.entry.key).entry.fields.items()),
            )
            for citation in self._places.of_document(docname)
        )
