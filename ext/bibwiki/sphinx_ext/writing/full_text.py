"""Writing the full-text index of the theme's search page: scripts below ``_static``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bibwiki
from bibwiki.pages.site.search.documents import SiteTexts, search_documents
from bibwiki.pages.site.search.files import index_files, untouched
from bibwiki.pages.site.search.found_words import FoundWords, find_words
from bibwiki.sphinx_ext.caches import write_at_once
from bibwiki.sphinx_ext.linker import page_path
from bibwiki.sphinx_ext.reading.as_read import AsRead
from bibwiki.sphinx_ext.reading.titles import LinkTitles
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.heads import SITE_BUILDERS
from bibwiki.sphinx_ext.writing.page_paths import PagePaths
from bibwiki.sphinx_ext.writing.pagefind import has_pagefind, write_pagefind

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.search.documents import SearchDocument
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
        kept: Where the words of the index are kept; those that are kept there are of
            the files that are there.

    Yields:
        The name of each file or folder before it is written.

    Returns:
        What went wrong with Pagefind.
    """
    documents = tuple(_documents_of(wiki, context)) if has_full_text(wiki) else ()
    own = _write_files(wiki, context.catalogue, documents, kept)
    return (yield from write_pagefind(wiki, documents, own))


def _documents_of(wiki: Wiki, context: PageContext) -> Iterator[SearchDocument]:
    env = wiki.builder.env
    as_read = AsRead(context, LinkTitles(env))
    texts = {name: as_read.text(text) for name, text in wiki_domain(env).texts.items()}

    address = PagePaths(partial(page_path, wiki.builder)).__getitem__
    return search_documents(context, SiteTexts(texts, address))


def has_index(wiki: Wiki) -> bool:
    """Tell whether the folder of the index is as it should be: there, or not."""
    index = Path(wiki.builder.outdir) / FOLDER / INDEX
    return index.is_file() == has_full_text(wiki)


def _write_files(
    wiki: Wiki, catalogue: Catalogue, documents: Sequence[SearchDocument], kept: Path
) -> Iterator[str]:
    """Write the files of our own index whose content differs; delete all others.

    The folder is all ours: which files there are follows from the words.
    """
    folder = Path(wiki.builder.outdir) / FOLDER
    left = {path.name: path for path in folder.glob("*.js")}
    if has_full_text(wiki):
        folder.mkdir(parents=True, exist_ok=True)
        venues = {id_: venue.name for id_, venue in catalogue.venues.items()}
        topics = {id_: topic.name for id_, topic in catalogue.topics.items()}
        words, touched = find_words(documents, _words_before(kept))
        is_current = untouched(set(left) if touched is not None else (), touched or ())
        for file in index_files(documents, venues, topics, words, is_current):
            yield file.name
            if file.text is not None:
                _write(folder / file.name, file.text)
            left.pop(file.name, None)
        write_at_once(kept, words.to_bytes())
    for path in left.values():
        path.unlink()


def _words_before(kept: Path) -> FoundWords | None:
    try:
        return FoundWords.from_bytes(kept.read_bytes())
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
