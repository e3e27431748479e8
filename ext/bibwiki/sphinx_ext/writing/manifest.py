"""What bibwiki wrote into an output folder, remembered from build to build.

One doctree directory serves several builders and output folders; each has a manifest of
its own there. It decides which documents show something outdated, and which files may
be deleted: only those that bibwiki wrote itself.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.sphinx_ext import caches
from bibwiki.sphinx_ext.caches import write_at_once
from bibwiki.sphinx_ext.conclusions import Past

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sphinx.builders import Builder

_SCHEMA = 4


@dataclass(slots=True)
class Manifest:
    """The state of one output folder after the last build that finished."""

    path: Path
    documents: dict[str, str] = field(default_factory=dict)
    """Maps a docname to the digest of what it shows from elsewhere."""
    state: str = ""
    """The digest of all that the files depend on; empty while they are written."""
    texts: str = ""
    """The digest of all that the full-text index depends on."""
    inventory: str = ""
    """The digest of all that the inventory depends on."""
    seen: str = ""
    """The digest of all that the whole output shows; see :class:`Past`."""
    frame: str = ""
    """The digest of what all files depend on, the catalogue left out."""
    lists: str = ""
    """The digest of the reading lists that tell what each file depends on."""
    unfinished: set[str] = field(default_factory=set)
    """Outputs that a build began to write and did not finish."""
    pages: int = 0
    """How many pages and redirects the files are."""
    _files: set[str] | None = None
    """None until somebody asks: reading as many names as there are pages takes long."""
    _kept_files: set[str] | None = None
    """Those that are kept; None where that is not known."""

    @classmethod
    def load(cls, builder: Builder) -> Manifest:
        """Read a builder's manifest; an empty one where there is none or it is broken.

        A manifest of other code keeps its files and documents (they may have to be
        deleted) and loses its digests, so that every document is written again.
        """
        place = f"{builder.name}\n{Path(builder.outdir).resolve()}"
        name = hashlib.blake2b(place.encode(), digest_size=8).hexdigest()
        path = Path(builder.doctreedir) / f"bibwiki-{builder.name}-{name}.json"
        manifest = cls(path)
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            manifest.documents = dict.fromkeys(stored["documents"], "")
            version = stored["schema"], stored["version"]
            if not manifest._names.is_file():
                # An earlier schema has them here; else somebody deleted them.
                manifest.files = set(stored.get("files", ()))
            elif version == (_SCHEMA, caches.code_digest()):
                manifest.documents = dict(stored["documents"])
                manifest.state = str(stored["state"])
                manifest.texts = str(stored["texts"])
                manifest.inventory = str(stored["inventory"])
                manifest.seen = str(stored["seen"])
                manifest.frame = str(stored["frame"])
                manifest.unfinished = set(stored["unfinished"])
                manifest.pages = int(stored["pages"])
                manifest.lists = str(stored["lists"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return manifest

    @property
    def open_mark(self) -> Path:
        """A file that is there while the output folder is being written."""
        return self.path.with_suffix(".open")

    @property
    def _names(self) -> Path:
        """The file that keeps the names of the files, one a line."""
        return self.path.with_suffix(".files")

    @property
    def files(self) -> set[str]:
        """Paths below the output folder, with forward slashes."""
        if self._files is None:
            try:
                text = self._names.read_bytes().decode("utf-8", "surrogatepass")
            except (OSError, UnicodeError):
                text = ""
            self._files = set(filter(None, text.split("\n")))
            self._kept_files = self._files
        return self._files

    @files.setter
    def files(self, files: set[str]) -> None:
        self._files = files

    def past(self) -> Past:
        """Return what the output folder shows; asked before anything is written.

        Where the last build broke off, no page is known to be whole.
        """
        if self.open_mark.exists():
            return Past(dict.fromkeys(self.documents, ""), broke_off=True)
        return Past(self.documents, self.seen)

    def save(self) -> None:
        """Write the manifest at once: a killed build leaves the old one or the new.

        The names of files are written if they are others. They say what may be deleted,
        whatever else is kept of a build.
        """
        if not self._names.is_file() or self._files not in (None, self._kept_files):
            text = "\n".join(sorted(self.files))
            write_at_once(self._names, text.encode("utf-8", "surrogatepass"))
            self._kept_files = self._files
        stored = {
            "schema": _SCHEMA,
            "version": caches.code_digest(),
            "state": self.state,
            "texts": self.texts,
            "inventory": self.inventory,
            "seen": self.seen,
            "frame": self.frame,
            "lists": self.lists,
            "unfinished": sorted(self.unfinished),
            "pages": self.pages,
            "documents": dict(sorted(self.documents.items())),
        }
        write_at_once(self.path, json.dumps(stored, indent=0).encode())

    def claim(self, files: Iterable[str], outdir: Path, taken: Collection[str]) -> None:
        """Take over a new set of files and delete those that are no longer in it.

        Files that a document has taken over (``taken``) are not ours any more.

        The union is saved first: files written by a build that is then interrupted are
        known to the next one.
        """
        wanted = set(files)
        vanished = self.files - wanted - set(taken)
        self.files = self.files | wanted
        self.save()
        for name in sorted(vanished):
            path = outdir / name
            path.unlink(missing_ok=True)
            remove_empty_folders(path.parent, outdir)
        self.files = wanted


def remove_empty_folders(folder: Path, outdir: Path) -> None:
    """Remove a folder of the output and those above it as long as they are empty."""
    while folder != outdir and outdir in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
