"""What a document shows of other documents: navigation, toctrees, links' texts.

Sphinx leaves it stale when only the other document changes. It goes into the digest of
what a document shows, so that the document is written again.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from docutils import nodes

from bibwiki.catalogue.identity.resolution import resolve
from bibwiki.pages.thing_links import name_of
from bibwiki.sphinx_ext.caches import digest
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from bibwiki.sphinx_ext.reading.links import DocumentLink

_OWN_THEME = "bibwiki"
"""The theme known to show no more of the toctrees than neighbours and parents."""
_OUR_DOMAINS = frozenset({"cite", "footcite", "wiki"})


class Surroundings:
    """What the documents of one build show of each other."""

    def __init__(self, env: BuildEnvironment, builder: Builder) -> None:
        self._env = env
        self._builder = builder
        self._trees: dict[str, str] = {}

    def of(self, docname: str) -> tuple[object, ...]:
        """Return everything that a document shows of others; equal means unchanged."""
        env = self._env
        children = env.toctree_includes.get(docname, ())
        links = wiki_domain(env).links.get(docname, ())
        return (
            tuple(self._linked(link, docname) for link in links),
            [self._tree(child) for child in children],
            env.toc_secnumbers.get(docname),
            env.toc_fignumbers.get(docname),
            self._navigation(docname) if self._builder.format == "html" else (),
        )

    def everything(self) -> tuple[object, ...]:
        """Return what all documents may show of each other; see :meth:`of`."""
        env = self._env
        return sorted(self._objects.items()), [
            (
                name,
                self._tree(name),
                env.toctree_includes.get(name),
                env.toc_fignumbers.get(name),
            )
            for name in sorted(env.found_docs)
        ]

    def _navigation(self, docname: str) -> tuple[object, ...]:
        """Return what a theme's frame shows around a document."""
        relations = self._relations
        around = relations.get(docname, ())
        parents = []
        parent = around[0] if around else None
        while parent is not None and parent not in parents:
            parents.append(parent)
            parent = relations[parent][0] if parent in relations else None
        shown = [(name, self._title(name)) for name in (*around, *parents) if name]
        return tuple(shown), self._sidebar

    @cached_property
    def _relations(self) -> Mapping[str, list[str | None]]:
        """Maps each document of the toctrees to its parent, previous and next one."""
        return self._env.collect_relations()

    @cached_property
    def _sidebar(self) -> str:
        """What may stand in a sidebar: everything, except in a theme without."""
        config = self._builder.config
        is_book = self._builder.name == "epub"
        if is_book or config.html_theme == _OWN_THEME:
            return ""
        return self._tree(config.root_doc)

    def _tree(self, docname: str) -> str:
        """Return a digest of the titles of a document and of all below it."""
        if docname not in self._trees:
            self._trees[docname] = ""  # a circle ends here
            env = self._env
            below = [self._tree(one) for one in env.toctree_includes.get(docname, ())]
            shown = self._title(docname), self._headings(docname), below
            numbers = env.toc_secnumbers.get(docname)
            self._trees[docname] = digest(docname, shown, numbers)
        return self._trees[docname]

    def _title(self, docname: str) -> str:
        title = self._env.titles.get(docname)
        return "" if title is None else title.astext()

    def _headings(self, docname: str) -> list[tuple[str, str]]:
        toc = self._env.tocs.get(docname)
        found = toc.findall(nodes.reference) if toc is not None else ()
        return [(str(one.get("anchorname")), one.astext()) for one in found]

    def _linked(self, link: DocumentLink, origin: str) -> tuple[object, ...]:
        """Return what a link may lead to and be called."""
        documents = [
            (name, self._title(name), self._headings(name))
            for name in dict.fromkeys((link.docname(origin), link.docname("")))
            if name in self._env.titles
        ]
        names = dict.fromkeys((link.target, link.target.lower()))
        objects = [self._objects[name] for name in names if name in self._objects]
        wiki = wiki_domain(self._env).wiki
        thing = resolve(wiki.catalogue, link.target.removeprefix("#"), None)
        page = thing and (wiki.pagename(thing), name_of(wiki.context, thing))
        return link, documents, objects, page

    @cached_property
    def _objects(self) -> Mapping[str, list[tuple[str, ...]]]:
        """Maps a name to all that the other domains call so: kind, place, text."""
        objects: dict[str, list[tuple[str, ...]]] = {}
        for domain in self._env.domains.sorted():
            if domain.name in _OUR_DOMAINS:
                continue
            for name, text, kind, docname, anchor, _ in domain.get_objects():
                found = (domain.name, kind, docname, anchor, str(text))
                objects.setdefault(name, []).append(found)
        standard = self._env.domains.standard_domain
        for name, (docname, anchor) in standard.anonlabels.items():
            text = str(standard.labels.get(name, ("", "", ""))[2])
            objects.setdefault(name, []).append((docname, anchor, text))
        return objects
