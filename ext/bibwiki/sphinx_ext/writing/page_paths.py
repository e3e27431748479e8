"""Where the pages of a build are: their files, and their addresses below the root."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.builders.html import StandaloneHTMLBuilder


class PagePaths:
    """Gives the paths of pages, below the output folder or the site's root.

    Pages of one folder differ by their names alone, which makes the builder's answer
    about one of them do for all: asking it about each takes long.
    """

    _SAMPLE = "0sample0"

    def __init__(self, path_of: Callable[[str], str]) -> None:
        """Take over what asks the builder for the path of a page."""
        self._path_of = path_of
        self._frames: dict[str, tuple[str, str]] = {}

    def __getitem__(self, pagename: str) -> str:
        folder, slash, name = pagename.rpartition("/")
        if name == "index":  # where each page has a folder, it has that of its parent
            return self._path_of(pagename)
        frame = self._frames.get(folder)
        if frame is None:
            sample = self._path_of(f"{folder}{slash}{self._SAMPLE}")
            before, _, after = sample.rpartition(self._SAMPLE)
            frame = self._frames[folder] = before, after
        before, after = frame
        return f"{before}{name}{after}"


class FilePaths(PagePaths):
    """Gives the files of pages, below the output folder, with forward slashes."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        super().__init__(partial(path_of, builder))
        self._builder = builder

    def of_documents(self) -> set[str]:
        """Return the files of documents, which no catalogue page may take.

        By file, not by name: with dirhtml, works and works/index are one file.
        """
        return {self[name] for name in self._builder.env.found_docs}


def path_of(builder: StandaloneHTMLBuilder, pagename: str) -> str:
    """Return the file of a page, below the output folder, with forward slashes."""
    path = os.fspath(builder.get_outfilename(pagename))
    below = path.removeprefix(os.fspath(builder.outdir) + os.sep)
    return os.path.normpath(below).replace(os.sep, "/")
