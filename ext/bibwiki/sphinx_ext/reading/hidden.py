"""Hidden names in a build: known before a page is read, and in no published source.

Footnote citations are formatted while their page is read, so the names to hide are
taken from the pages' declarations before anything else is read.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.model.notes.front_matter import read_note
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from bibwiki.model.notes.note import Note

_KEY = "hidden-names"
_DIRECTIVE = re.compile(
    r"^\.\. (?:wiki:)?page::[ \t]*\n((?:[ \t]+.*\n|\s*\n)+)", re.MULTILINE
)


def find_hidden_names(
    _app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> Iterable[str]:
    """Read the names to hide, and name the pages whose footnotes may show others.

    Handler of ``env-get-outdated``: the notes are still those of the last build.
    """
    domain = wiki_domain(env)
    notes = dict(domain.notes)
    before = HiddenNames.of_notes(list(notes.values()))
    for docname in (*added, *changed, *removed):
        notes.pop(docname, None)
    for docname in (*added, *changed):
        note = _hiding_note(env, docname)
        if note is not None:
            notes[docname] = note
    hidden = HiddenNames.of_notes(list(notes.values()))
    domain.wiki.hide(hidden)
    if not env.all_docs or (hidden.written, hidden.shown) == (
        before.written,
        before.shown,
    ):
        return []
    return [
        docname
        for docname, mentions in domain.mentions.items()
        if docname not in removed and any(one.kind == "cite" for one in mentions)
    ]


def _hiding_note(env: BuildEnvironment, docname: str) -> Note | None:
    """Return what a document declares, if that hides a name."""
    source = _source(env, docname)
    if _KEY not in source:
        return None
    if not source.startswith("---"):
        block = _DIRECTIVE.search(source + "\n")
        if block is None:
            return None
        content = textwrap.indent(textwrap.dedent(block[1]), "  ")
        source = f"---\nbibwiki:\n{content}\n---\n"
    return read_note(source, docname, docname)[0]


def _source(env: BuildEnvironment, docname: str) -> str:
    try:
        return env.doc2path(docname).read_text("utf-8-sig", "replace")
    except OSError:
        return ""


def keep_source_private(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Publish no source that holds a hidden name; handler of ``html-page-context``."""
    hidden = wiki_domain(app.env).wiki.hidden
    if not hidden or doctree is None or not context.get("sourcename"):
        return
    if hidden.stands_in(_source(app.env, pagename)):
        published = Path(app.outdir) / "_sources" / context["sourcename"]
        published.unlink(missing_ok=True)  # by a build before the name was hidden
        context["sourcename"] = ""
