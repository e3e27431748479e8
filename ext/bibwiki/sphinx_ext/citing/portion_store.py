"""Portions of ``.bib`` files, kept between builds and read by several processes.

Each portion is kept in a file of the doctree directory that is named after a digest of
its text. After an edit, the portion with the edit is read, and all others are loaded.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx.util.parallel import ParallelTasks, parallel_available

from bibwiki.catalogue.things import consequential
from bibwiki.model.bibtex.reader import read_bibtex
from bibwiki.model.garbage import pause_collection
from bibwiki.model.portions import (
    Portion,
    interpreted,
    join_portions,
    read_portion,
)
from bibwiki.pages.tracing.fact_digest import entry_digest, fact_digest
from bibwiki.sphinx_ext import caches
from bibwiki.sphinx_ext.citing.file_pieces import SplitFile, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bibwiki.sphinx_ext.citing.file_pieces import Part, Piece

_WORTH_A_PROCESS = 8
"""How many portions have to be read before others help: starting them costs, too."""


@dataclass(slots=True)
class _Plan:
    """How one file is read."""

    file: SplitFile
    macros: Mapping[str, str]
    """Those of the files before it."""
    parts: list[Part]
    """None where it has to be read at once."""
    known: Portion | None = None


class PortionStore:
    """Reads files, as much of them as is not known from earlier builds."""

    def __init__(self, folder: Path, jobs: int) -> None:
        self._folder = folder
        self._jobs = jobs
        self._used: set[str] = set()

    def read(self, files: Iterable[tuple[Path, str]]) -> list[Portion]:
        """Read files in their order; each sees the macros of those before it.

        Args:
            files: Where each file is, and what diagnostics call it.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        macros: Mapping[str, str] = {}
        planned: list[_Plan] = []
        for path, name in files:
            file = SplitFile(path, name)
            is_shared, pieces = self._split(file)
            plan = _Plan(file, macros, parts_of(file, pieces, macros))
            if is_shared:
                plan.known = self._read_macros(plan)
                macros = plan.known.file.macros
            planned.append(plan)
        parts = [part for plan in planned if plan.known is None for part in plan.parts]
        self._make_missing(parts)
        with pause_collection():
            read = [plan.known or self._join(plan) for plan in planned]
        self._prune()
        return read

    def _split(self, file: SplitFile) -> tuple[bool, tuple[Piece, ...]]:
        """Split a file, unless the same bytes were split before."""
        return caches.remembered(
            self._file(f"split-{file.digest}"), file.digest, file.split
        )

    def _read_macros(self, plan: _Plan) -> Portion:
        """Read a file on which others depend; its macros stand in its first portion."""
        if plan.parts:
            first = plan.parts[0]
            macros = (self._load(first) or self._make(first)).file.macros
            rest = [replace(part, macros=macros) for part in plan.parts[1:]]
            plan.parts = [first, *rest]
            self._make_missing(rest)
        with pause_collection():
            return self._join(plan)

    def _join(self, plan: _Plan) -> Portion:
        read = [
            (self._load(part) or self._make(part), part.piece.lines)
            for part in plan.parts
        ]
        joined = join_portions(read) if read else None
        return joined or self._whole(plan.file.path, plan.file.name, plan.macros)

    def _whole(self, path: Path, name: str, macros: Mapping[str, str]) -> Portion:
        """Read a file at once: it is damaged, or no text that can be split."""
        key = caches.digest(
            caches.file_digest(path), name, sorted(macros.items()), caches.code_digest()
        )
        return caches.remembered(
            self._file(f"whole-{key}"),
            key,
            lambda: interpreted(read_bibtex(path, name, macros=macros)),
        )

    def _make_missing(self, parts: list[Part]) -> None:
        """Read what is not kept yet, in several processes where that pays."""
        missing = [part for part in parts if not self._file(part.digest).is_file()]
        if self._jobs < 2 or not parallel_available or len(missing) < _WORTH_A_PROCESS:
            return
        tasks = ParallelTasks(self._jobs)
        for number in range(self._jobs):
            tasks.add_task(self._make_all, missing[number :: self._jobs])
        tasks.join()

    def _make_all(self, parts: list[Part]) -> None:
        for part in parts:
            self._make(part)

    def _make(self, part: Part) -> Portion:
        with pause_collection():
            portion = read_portion(part.text, part.file.name, part.macros, part.above)
            _keep_digests(portion)
        content = pickle.dumps(portion, pickle.HIGHEST_PROTOCOL)
        caches.write_at_once(self._file(part.digest), content)
        return portion

    def _load(self, part: Part) -> Portion | None:
        found = caches.load(self._file(part.digest))
        return found if isinstance(found, Portion) else None

    def _file(self, digest: str) -> Path:
        name = f"{digest}.pickle"
        self._used.add(name)
        return self._folder / name

    def _prune(self) -> None:
        """Delete what no file says any more."""
        for path in self._folder.iterdir():
            if path.name not in self._used:
                path.unlink(missing_ok=True)


def _keep_digests(portion: Portion) -> None:
    """Leave with entries and works the digests that every later build compares."""
    for entry in portion.file.entries:
        entry_digest(entry)
    for work, _ in filter(None, portion.works):
        object.__setattr__(work, "consequences", fact_digest(consequential(work)))
