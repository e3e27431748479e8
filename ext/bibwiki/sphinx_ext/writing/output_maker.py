"""Making outputs and writing those that differ from the files that are there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from bibwiki.pages.tracing.reading_lists import ReadingList, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from pathlib import Path

    from bibwiki.pages.tracing.recorder import Recorder
    from bibwiki.sphinx_ext.writing.outputs import Output


_BINARY = getattr(os, "O_BINARY", 0)
"""What keeps Windows from changing line ends."""


class OutputError(SphinxError):
    """An output could not be made or written."""

    category = "bibwiki"


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a share of the outputs."""

    source: Source
    pages_written: int


class OutputMaker:
    """Makes outputs, notes what each read, and writes them."""

    def __init__(
        self, outdir: Path, recorder: Recorder, forget: Callable[[], None]
    ) -> None:
        """Take note of where outputs are written.

        Args:
            outdir: The output folder.
            recorder: Notes what they read.
            forget: Lets go what was kept for further outputs, when there are none.
        """
        self._outdir = outdir
        self._root = os.fspath(outdir)
        self._recorder = recorder
        self._forget = forget
        self._folders: set[str] = set()
        """Folders that are there, below the output folder."""

    def work(self, batches: Iterable[Sequence[Output]]) -> Generator[int, None, Made]:
        """Make outputs; yield how many were made since the last time."""
        lists: dict[str, ReadingList] = {}
        written = 0
        for batch in batches:
            for output in batch:
                differs, lists[output.name] = self._make(output)
                written += differs and output.is_page
            yield len(batch)
        recorder = self._recorder
        self._forget()  # the reading lists are large
        recorder.forget()
        source = Source(recorder.nodes, recorder.derived, recorder.digests, lists)
        return Made(source, written)

    def _make(self, output: Output) -> tuple[bool, ReadingList]:
        """Make an output; return whether it differed, and what it read."""
        try:
            content, read = self._recorder.record(output.content)
            differs = self._write(output.name, content)
        except SphinxError:
            raise
        except Exception as error:  # whatever it is, it has to say at which output
            message = (
                f"{output.name} could not be made or written "
                f"({type(error).__name__}: {error}); the next build goes on from here"
            )
            raise OutputError(message) from error
        return differs, ReadingList(output.given, read)

    def _write(self, name: str, content: bytes) -> bool:
        """Write a file unless it holds just this already; return whether it did not."""
        # No Path: making one takes longer than looking at a file.
        path = f"{self._root}/{name}"
        self._make_folder(name.rpartition("/")[0])
        try:
            write_file(path, content, os.O_EXCL)
        except FileExistsError:
            with open(path, "rb") as old:  # noqa: PTH123 - see above
                if old.read() == content:
                    return False
            write_file(path, content)
        return True

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            (self._outdir / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def write_file(path: str, content: bytes, how: int = os.O_TRUNC) -> None:
    """Write a file; file objects of Python take as long again as the writing itself.

    Args:
        path: The file.
        content: All that it is to hold.
        how: A further flag for opening it.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | _BINARY | how, 0o666)
    try:
        while (written := os.write(file, content)) < len(content):
            content = content[written:]  # a file may take less than all at once
    finally:
        os.close(file)


def missing_files(outdir: Path, paths: Iterable[str]) -> set[str]:
    """Return those of some paths below a folder that are no files.

    Each folder is listed once: asking for tens of thousands of files takes long.
    """
    by_folder: dict[str, set[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        by_folder.setdefault(folder, set()).add(name)
    missing: set[str] = set()
    for folder, names in by_folder.items():
        try:
            with os.scandir(outdir / folder) as entries:
                names.difference_update(one.name for one in entries if one.is_file())
        except OSError:  # there is no such folder: all of its files are missing
            pass
        missing.update(f"{folder}/{name}" if folder else name for name in names)
    return missing
