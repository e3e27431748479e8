"""Collecting where a document names works, people and other things, and how.

Runs when a document has been read. Each citation and wiki link gets an id, so that
other pages can link to the exact place, and is kept with its whole sentence.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinxcontrib.bibtex.citation_target import parse_citation_targets

from bibwiki.catalogue.identity.mention import Mention, SentencePart
from bibwiki.catalogue.sentences import split_sentences
from bibwiki.sphinx_ext.reading.titles import titled_link

if TYPE_CHECKING:
    from collections.abc import Iterator

FOOT_KEYS = "bibwiki_foot_keys"
"""The attribute of a footnote citation's node that holds its citation keys."""
_NOT_SHOWN = (nodes.substitution_definition, nodes.system_message, nodes.comment)
_INVISIBLE = (nodes.raw, nodes.system_message, nodes.image, nodes.footnote_reference)


def collect_mentions(document: nodes.document, docname: str) -> tuple[Mention, ...]:
    """Return the mentions in a document, in reading order.

    Gives every mention that has none an id on its node: this changes the doctree.
    """
    blocks: dict[int, nodes.Element] = {}
    for reference in document.findall(nodes.Element):
        if _is_mention(reference) and _is_shown(reference):
            block = _block_of(reference)
            blocks[id(block)] = block
    page_title = _page_title(document)
    return tuple(
        mention
        for block in blocks.values()
        for mention in _mentions_in(block, document, docname, page_title)
    )


def _is_mention(node: nodes.Node) -> bool:
    """Tell whether a node is a citation, a footnote citation or a link to a thing."""
    if isinstance(node, addnodes.pending_xref):
        return node.get("refdomain") in {"cite", "wiki"}
    return isinstance(node, nodes.inline) and FOOT_KEYS in node


def _is_shown(reference: nodes.Node) -> bool:
    """Tell whether a reference stands in the text, not in a definition or message."""
    parent = reference.parent
    while parent is not None:
        if isinstance(parent, _NOT_SHOWN):
            return False
        parent = parent.parent
    return True


def _block_of(reference: nodes.Element) -> nodes.Element:
    """Return the outermost text element around a reference: its paragraph."""
    block = reference
    parent = reference.parent
    while isinstance(parent, nodes.TextElement):
        block, parent = parent, parent.parent
    return block


def _mentions_in(
    block: nodes.Element,
    document: nodes.document,
    docname: str,
    page_title: nodes.title | None,
) -> Iterator[Mention]:
    pieces = list(_pieces(block))
    references = iter([reference for _, reference in pieces if reference is not None])
    section = _section_title(block, page_title)
    titles = _titles(page_title, section)
    for sentence in split_sentences(part for part, _ in pieces):
        around = _around(sentence, block)
        for index, part in enumerate(sentence):
            if not part.own:
                continue
            reference = next(references)
            kind, names = _named(reference)
            yield Mention(
                docname=docname,
                page_title=_text(page_title),
                section_title=_text(section),
                anchor=_anchor(reference, document, names),
                line=reference.line or block.line or 1,
                sentence=(*around, *_only_own(sentence, index)),
                kind=kind,
                names=names,
                titles=titles,
                path=_included_path(reference.source or block.source, document),
            )


def _included_path(source: str | None, document: nodes.document) -> str:
    """Return the absolute path of an included file; empty for the document's own."""
    own = document.get("source", "")
    if not source or source == own or not Path(source).is_file():
        return ""  # docutils may give the text of a directive a name of its own
    path = Path(source).resolve()
    return "" if path == Path(own).resolve() else path.as_posix()


def _around(
    sentence: tuple[SentencePart, ...], block: nodes.Element
) -> tuple[SentencePart, ...]:
    """Return the other cells of a table's row where the sentence says nothing itself.

    A cell that holds a citation alone is understood only together with its row.
    """
    cell = block.parent
    if not isinstance(cell, nodes.entry) or any(
        part.text.strip(" ,;.") for part in sentence
    ):
        return ()
    others = (other for other in cell.parent.children if other is not cell)
    words = " \N{MIDDLE DOT} ".join(filter(None, (o.astext() for o in others)))
    return (SentencePart(f"{' '.join(words.split())}: "),) if words else ()


def _only_own(
    sentence: tuple[SentencePart, ...], index: int
) -> tuple[SentencePart, ...]:
    """Return the sentence with only the part at the index marked as the mention."""
    return tuple(
        part if not part.own or position == index else replace(part, own=False)
        for position, part in enumerate(sentence)
    )


def _pieces(
    node: nodes.Node,
) -> Iterator[tuple[SentencePart, nodes.Element | None]]:
    """Yield the visible text below a node; mentions as parts of their own."""
    for child in node.children:
        if isinstance(child, nodes.Element) and _is_mention(child):
            kind, names = _named(child)
            if kind == "cite":
                yield SentencePart(keys=names, own=True), child
            else:
                link = None if child.get("refexplicit") else (kind, names[0])
                yield SentencePart(text=child.astext(), own=True, link=link), child
        elif isinstance(child, nodes.Text):
            yield SentencePart(text=" ".join(_spaced(child.astext()))), None
        elif (to_page := titled_link(child)) is not None:
            yield SentencePart(text=child.astext(), link=to_page), None
        elif not isinstance(child, _INVISIBLE):
            yield from _pieces(child)


def _spaced(text: str) -> Iterator[str]:
    """Yield the words of a text so that joining them folds line breaks only."""
    return iter(text.replace("\n", " ").split(" "))


def _named(reference: nodes.Element) -> tuple[str, tuple[str, ...]]:
    """Return the kind of a mention and what it names."""
    if FOOT_KEYS in reference:
        return "cite", reference[FOOT_KEYS]
    if reference["refdomain"] == "cite":
        targets = parse_citation_targets(reference["reftarget"])
        return "cite", tuple(target.key for target in targets)
    return reference["reftype"], (reference["reftarget"],)


def _anchor(
    reference: nodes.Element, document: nodes.document, names: tuple[str, ...]
) -> str:
    """Return the id of the place; made from what is named, so that it lasts."""
    if not reference["ids"]:
        reference["ids"].append(free_id(document, f"mention-{names[0]}"))
        document.note_explicit_target(reference, reference)
    return str(reference["ids"][0])


def free_id(document: nodes.document, wanted: str) -> str:
    """Return the first of ``wanted``, ``wanted-2``, ... that is free in the page.

    The result is a valid HTML id after docutils' rules. Repeats are counted in the
    document, so that the thousandth does not try a thousand names.
    """
    base = nodes.make_id(wanted) or "mention"
    counts: dict[str, int] = document.__dict__.setdefault("bibwiki_ids", {})
    while True:
        counts[base] = counts.get(base, 0) + 1
        candidate = base if counts[base] == 1 else f"{base}-{counts[base]}"
        if candidate not in document.ids:
            return candidate


def _page_title(document: nodes.document) -> nodes.title | None:
    return next(document.findall(nodes.title), None)


def _section_title(
    block: nodes.Element, page_title: nodes.title | None
) -> nodes.title | None:
    """Return the nearest heading above; None in the page's lead."""
    parent: nodes.Node | None = block
    while parent is not None:
        if isinstance(parent, nodes.section):
            title = parent.next_node(nodes.title)
            return None if title is page_title else title
        parent = parent.parent
    return None


def _text(title: nodes.title | None) -> str:
    return "" if title is None else title.astext()


def _titles(*titles: nodes.title | None) -> tuple[tuple[SentencePart, ...], ...]:
    """Return titles in parts where one of them says more than its words."""
    found = tuple(
        tuple(replace(part, own=False) for part, _ in _pieces(title)) if title else ()
        for title in titles
    )
    if any(part.keys or part.link for parts in found for part in parts):
        return found
    return ()


def first_sentence(document: nodes.document) -> tuple[SentencePart, ...]:
    """Return the sentence that the text of a document begins with; empty for none."""
    for paragraph in document.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section | nodes.document):
            parts = [part for part, _ in _pieces(paragraph)]
            for sentence in split_sentences(parts):
                return tuple(replace(part, own=False) for part in sentence)
    return ()
