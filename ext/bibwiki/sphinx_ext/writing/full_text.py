"""Writing the full-text index of the theme's search page: scripts below ``_static``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bibwiki
from bibwiki.pages.site.search.all_documents import AllDocuments
from bibwiki.pages.site.search.documents import SiteTexts
from bibwiki.pages.site.search.files import index_files
from bibwiki.pages.site.search.kept_index import KeptIndex, LastIndex
from bibwiki.sphinx_ext.caches import write_at_once
from bibwiki.sphinx_ext.linker import page_path
from bibwiki.sphinx_ext.reading.as_read import AsRead
from bibwiki.sphinx_ext.reading.titles import LinkTitles
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.copies import Steps
from bibwiki.sphinx_ext.writing.heads import SITE_BUILDERS
from bibwiki.sphinx_ext.writing.page_paths import PagePaths
from bibwiki.sphinx_ext.writing.pagefind import has_pagefind, write_pagefind

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.pages.context import PageContext
    from bibwiki.sphinx_ext.wiki import Wiki

FOLDER = "_static/bibwiki/search"
INDEX = "index.js"
_THEME = Path(bibwiki.__file__).parent / "theme"


def has_full_text(wiki: Wiki) -> bool:
    """Tell whether this output has a search page that reads the index: our theme's."""
    theme = getattr(wiki.builder, "theme", None)
    if wiki.builder.name not in SITE_BUILDERS or theme is None:
        return False
    return _THEME in map(Path, theme.get_theme_dirs())


def describe_search_page(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Tell the search page that there is an index; handler of ``html-page-context``."""
    if pagename == "search":
        wiki = wiki_domain(app.env).wiki
        context["bibwiki_full_text"] = has_full_text(wiki)
        context["bibwiki_pagefind"] = has_pagefind(wiki)


def index_texts(
    wiki: Wiki, context: PageContext, kept: Path
) -> Generator[str, None, Diagnostic | None]:
    """Write the indexes of the full text: our own, and Pagefind's for its word forms.

    Args:
        wiki: The wiki of this build.
        context: Its context; one that does not note what is read is faster.
        kept: Where it is kept what the index is made of; what is kept there is of the
            files that are there.

    Yields:
        The name of each file or folder before it is written.

    Returns:
        What went wrong with Pagefind.
    """
    documents = _documents_of(wiki, context) if has_full_text(wiki) else None
    own = _write_files(wiki, context.catalogue, documents, kept)
    return (yield from write_pagefind(wiki, documents or (), own))


def _documents_of(wiki: Wiki, context: PageContext) -> AllDocuments:
    env = wiki.builder.env
    as_read = AsRead(context, LinkTitles(env))
    texts = {name: as_read.text(text) for name, text in wiki_domain(env).texts.items()}

    address = PagePaths(partial(page_path, wiki.builder)).__getitem__
    return AllDocuments(context, SiteTexts(texts, address))


def has_index(wiki: Wiki) -> bool:
    """Tell whether the folder of the index is as it should be: there, or not."""
    index = Path(wiki.builder.outdir) / FOLDER / INDEX
    return index.is_file() == has_full_text(wiki)


def _write_files(
    wiki: Wiki, catalogue: Catalogue, documents: AllDocuments | None, kept: Path
) -> Iterator[str]:
    """Write the files of our own index whose content differs; delete all others.

    The folder is all ours: which files there are follows from the words.
    """
    folder = Path(wiki.builder.outdir) / FOLDER
    left = {path.name: path for path in folder.glob("*.js")}
    if documents is not None:
        folder.mkdir(parents=True, exist_ok=True)
        venues = {id_: venue.name for id_, venue in catalogue.venues.items()}
        topics = {id_: topic.name for id_, topic in catalogue.topics.items()}
        before, portions = _kept_in(kept, wiki.settings), documents.portions()
        last = LastIndex(before, len(documents), portions, set(left))
        names = documents.facet_names()
        files = Steps(index_files(documents, venues, topics, names, last))
        for file in files:
            yield file.name
            if file.text is not None:
                _write(folder / file.name, file.text)
            left.pop(file.name, None)
        write_at_once(kept, files.result.to_bytes(wiki.settings))
    for path in left.values():
        path.unlink()


def _kept_in(path: Path, settings: str) -> KeptIndex | None:
    try:
        return KeptIndex.from_bytes(path.read_bytes(), settings)
    except OSError:
        return None


def _write(path: Path, text: str) -> None:
    # Half of a surrogate pair, from a byte that is no UTF-8, becomes "?".
    content = text.encode("utf-8", "replace")
    try:
        if path.read_bytes() == content:
            return
    except OSError:
        pass
    path.write_bytes(content)
