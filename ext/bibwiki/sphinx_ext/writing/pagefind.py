"""Pagefind's index, where Pagefind is installed: it knows how English words inflect.

Pagefind is given titles and texts alone, as pages of a scratch folder that are named by
the numbers of their documents. Filters, sorting and what is shown of a result are those
of our own index: Pagefind's filters would make two builds differ, and its results would
be a file for every page.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.sphinx_ext.caches import digest
from bibwiki.sphinx_ext.writing.output_maker import write_file

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from bibwiki.pages.site.search.documents import Documents
    from bibwiki.sphinx_ext.wiki import Wiki

FOLDER = "_static/bibwiki/pagefind"
_PAGES = "pages.js"
_DIGEST = "digest.txt"
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made below it
"""A file system in memory, where Linux has one."""
_PLENTY = 500_000_000
"""Bytes that have to be free there; two thousand pages take a few per cent of it."""
_SECONDS = 600
_UNUSED = ("*-ui.*", "pagefind-highlight.js", "fragment")
"""Pagefind's own pages and results, which nothing here loads."""


def pagefind_version() -> str:
    """Return the version of Pagefind; empty where it, or its program, is missing."""
    try:
        version("pagefind-bin")
        return version("pagefind")
    except PackageNotFoundError:
        return ""


def has_pagefind(wiki: Wiki) -> bool:
    """Tell whether the search page finds an index of Pagefind's."""
    return (Path(wiki.builder.outdir) / FOLDER / _PAGES).is_file()


def write_pagefind(
    wiki: Wiki, documents: Documents, meanwhile: Iterator[str]
) -> Generator[str, None, Diagnostic | None]:
    """Let Pagefind index the documents, unless it has done so before.

    A new folder takes the place of the old one. Where there are more documents than
    ``bibwiki_pagefind_pages``, or no Pagefind, there is none.

    Args:
        wiki: The wiki of this build.
        documents: What can be found.
        meanwhile: The steps of what is done while Pagefind works.

    Yields:
        Those steps; the name of the folder before it is put in its place.

    Returns:
        What went wrong: then searching does without Pagefind.
    """
    folder = Path(wiki.builder.outdir) / FOLDER
    installed, most = pagefind_version(), wiki.config.pagefind_pages
    if not installed or not 0 < len(documents) <= most:
        shutil.rmtree(folder, ignore_errors=True)
        yield from meanwhile
        return None
    state = digest(installed, _language(wiki), tuple(documents))
    if (folder / _DIGEST).is_file() and (folder / _DIGEST).read_text() == state:
        yield from meanwhile
        return None
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=_scratch_place(wiki)) as scratch:
        made = yield from _run(wiki, documents, Path(scratch), meanwhile)
        yield folder.name
        if isinstance(made, Diagnostic):
            return made
        shutil.move(made, folder)
        (folder / _DIGEST).write_text(state)
        return None


def _scratch_place(wiki: Wiki) -> Path:
    """Return where thousands of small files are written and read once.

    In memory, where there is plenty of it: on a disk that takes seconds. Never in the
    output folder, where a killed build would leave them for readers.
    """
    try:
        if shutil.disk_usage(_MEMORY).free >= _PLENTY and os.access(_MEMORY, os.W_OK):
            return _MEMORY
    except OSError:
        pass
    return Path(wiki.builder.doctreedir)


def _language(wiki: Wiki) -> str:
    return wiki.builder.config.language or "en"


def _run(
    wiki: Wiki,
    documents: Documents,
    scratch: Path,
    meanwhile: Iterator[str],
) -> Generator[str, None, Path | Diagnostic]:
    """Return the folder of the index, or how Pagefind failed."""
    site, made = scratch / "site", scratch / "made"
    site.mkdir()
    for number, document in enumerate(documents):
        html = wiki.renderer.search_document(document, _language(wiki))
        content = html.encode("utf-8", "replace")
        write_file(f"{site}/{number}.html", content)
    options = ["--silent", "--site", str(site), "--output-path", str(made)]
    try:
        # Not "python -m pagefind": that is another Python, started just to start it.
        command = [import_module("pagefind_bin").get_executable(), *options]
        pagefind = subprocess.Popen(  # noqa: S603 - no shell, our own paths
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
    except (ImportError, OSError) as error:
        yield from meanwhile
        return _failure(error, b"")
    with pagefind:
        yield from meanwhile
        said = b""
        try:
            _, said = pagefind.communicate(timeout=_SECONDS)
            if pagefind.returncode:
                raise subprocess.CalledProcessError(pagefind.returncode, "pagefind")
            _finish(made)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            pagefind.kill()
            return _failure(error, said)
    return made


def _failure(error: Exception, said: bytes) -> Diagnostic:
    reason = said.decode("utf-8", "replace").strip() or str(error)
    message = (
        "Pagefind failed, so searching does without it: "
        f"{reason or type(error).__name__}"
    )
    return Diagnostic(Problem.SEARCH_INDEX, message, Location("search.html"))


def _finish(made: Path) -> None:
    """Write which document is which of Pagefind's, and drop what is not used."""
    numbers = {}
    for path in sorted((made / "fragment").iterdir()):
        text = gzip.decompress(path.read_bytes()).decode()
        url = json.loads(text[text.index("{") :])["url"]
        numbers[path.stem] = int(Path(url).stem)
    written = json.dumps(numbers, separators=(",", ":"))
    (made / _PAGES).write_text(f"bibwikiPagefind({written});\n", encoding="utf-8")
    for pattern in _UNUSED:
        for path in made.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
