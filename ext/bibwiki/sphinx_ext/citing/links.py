"""What sphinxcontrib-bibtex puts on a page: linked to works, and made safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

from bibwiki.model.identifiers import safe_url
from bibwiki.pages.links import ThingPlace
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain


class LinkBibliographies(SphinxPostTransform):
    """Link the entries of ``bibliography`` lists to works; drop unsafe addresses.

    After sphinxcontrib-bibtex has filled its lists (priority 5).
    """

    default_priority = 7

    @override
    def run(self, **kwargs: Any) -> None:
        for item in self._formatted_entries():
            for reference in list(item.findall(nodes.reference)):
                uri = reference.get("refuri")
                if uri is not None and safe_url(uri) is None:
                    # pybtex makes a link of whatever stands in a field.
                    text = nodes.inline("", "", *reference.children)
                    reference.replace_self(text)
        self._link_to_works()

    def _formatted_entries(self) -> Iterator[nodes.Element]:
        """Yield every node that holds an entry formatted by pybtex."""
        for node in self.document.findall(nodes.Element):
            if isinstance(node, nodes.citation | nodes.footnote) or (
                isinstance(node, nodes.list_item) and "docname" in node
            ):
                yield node

    def _link_to_works(self) -> None:
        cite = cast("WikiCiteDomain", self.env.get_domain("cite"))
        docname = self.env.docname
        keys: dict[str, str] = {
            citation.citation_id: str(citation.entry.key)
            for citation in cite.citations
            if citation.bibliography_key.docname == docname
        }
        if not keys:
            return
        wiki = wiki_domain(self.env).wiki
        linker = wiki.linker(docname)
        for item in self._formatted_entries():
            ids: list[str] = item.get("ids", [])
            key = next((keys[one] for one in ids if one in keys), None)
            target = wiki.work_target(key) if key is not None else None
            url = linker.url(ThingPlace(target)) if target is not None else None
            if url is None:
                continue
            text = nodes.Text("page of this work")
            link = nodes.reference("", "", text, internal=True, refuri=url)
            paragraphs = list(item.findall(nodes.paragraph))
            if paragraphs:
                paragraphs[-1] += [nodes.Text(" ("), link, nodes.Text(")")]
