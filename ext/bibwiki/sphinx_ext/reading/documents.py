"""Hand-written pages: reading what they are about, preparing their generated parts.

Section titles are added while a document is read, so that the local table of contents
and the search see them; their content is made when the page is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from bibwiki.model.notes.front_matter import read_note
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.sections import section_titles
from bibwiki.sphinx_ext.config import read_config
from bibwiki.sphinx_ext.reading.links import collect_links
from bibwiki.sphinx_ext.reading.mentions import (
    collect_mentions,
    first_sentence,
    free_id,
)
from bibwiki.sphinx_ext.reading.nodes import (
    HEADER,
    PROVENANCE,
    SECTION,
    wiki_placeholder,
)
from bibwiki.sphinx_ext.reading.texts import document_text
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from bibwiki.model.notes.note import Note


_NOT_TEXT = (nodes.docinfo, nodes.meta, nodes.comment, nodes.decoration)
"""What stands beside the text of a document."""


def read_front_matter(app: Sphinx, docname: str, content: list[str]) -> None:
    """Note what a MyST page declares itself to be about; handler of ``source-read``.

    The block is read from the source and not from Sphinx's metadata, where nested
    values are JSON strings without lines.
    """
    if not content[0].startswith("---"):
        return
    path = app.env.doc2path(docname)
    note, diagnostics = read_note(content[0], docname, str(path))
    domain = wiki_domain(app.env)
    domain.note_problems(docname, *diagnostics)
    if note is not None:
        domain.notes[docname] = note


def prepare_document(app: Sphinx, document: nodes.document) -> None:
    """Collect a document's mentions and add its generated parts.

    Handler of ``doctree-read``, before Sphinx collects titles and tables of contents
    (priority 500), which must see the added sections.
    """
    env = app.env
    domain = wiki_domain(env)
    domain.mentions[env.docname] = collect_mentions(document, env.docname)
    domain.texts[env.docname] = document_text(document, env.docname)
    domain.links[env.docname] = collect_links(document)
    if "bibtex_foot_old_refs" in env.current_document or (
        "bibtex_foot_new_refs" in env.current_document
    ):
        # Footnote citations are formatted while reading: read again after edits.
        for path in domain.wiki.bibliography.paths.values():
            env.note_dependency(str(path))
    note = domain.notes.get(env.docname)
    if note is not None and note.kind is Kind.TOPIC:
        definition = first_sentence(document)
        if definition:
            domain.definitions[env.docname] = definition
    if note is not None:
        # Pages about something are found through indexes and links, not a toctree.
        env.metadata[env.docname].setdefault("orphan", True)
        if read_config(app.config).sections:
            _add_generated_parts(document, note)


def _add_generated_parts(document: nodes.document, note: Note) -> None:
    """Put placeholders under the title and at the end of the page's section."""
    page = next(document.findall(nodes.section), None)
    if page is None:
        # A page without a heading gets one from its name.
        heading = nodes.title(note.name, note.name)
        # Sphinx takes the field list away only where it is the document's first child.
        aside = [c for c in document.children if isinstance(c, _NOT_TEXT)]
        text = [c for c in document.children if not isinstance(c, _NOT_TEXT)]
        page = nodes.section("", heading, *text, ids=[])
        page["ids"].append(free_id(document, note.name))
        document.children = []
        document += [*aside, page]
        document.note_explicit_target(page, page)
    about: dict[str, Any] = {"note": note}
    page.insert(1, wiki_placeholder(part=HEADER, **about))
    for identifier, title in section_titles(note):
        section = nodes.section("", nodes.title(title, title))
        section["ids"].append(free_id(document, identifier))
        # An id without a name: writers may have targets of the same name.
        document.ids[section["ids"][0]] = section
        section += wiki_placeholder(part=SECTION, section=identifier, **about)
        page += section
    page += wiki_placeholder(part=PROVENANCE, **about)
