"""Builds of an invented wiki, in this process or one of their own, and the output."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from difflib import unified_diff
from io import StringIO
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.console import strip_escape_sequences
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from pathlib import Path

_TIMES = re.compile(
    rb"<dc:date>[^<]*</dc:date>|<meta property=.dcterms:modified.>[^<]*</meta>"
    rb"|<dc:identifier[^>]*>[^<]*</dc:identifier>|urn:uuid:[0-9a-f-]*"
    rb'|<meta name="dtb:uid"[^>]*>'
)
"""When and as what a book was made: in ``content.opf`` and ``toc.ncx``."""


def build(
    source: Path, builder: str, out: Path, *, jobs: int = 1, seed: int | None = None
) -> list[str]:
    """Build and return what bibwiki warns of, sorted.

    Args:
        source: The folder of ``conf.py``.
        builder: E.g. ``html``.
        out: Gets one folder for the builder, and ``doctrees`` for all builders.
        jobs: How many processes read and write.
        seed: Build in a process of its own, whose hashes follow from this number.
    """
    target, doctrees = out / builder, out / "doctrees"
    if seed is None:
        warnings = StringIO()
        with patch_docutils(source), docutils_namespace():
            app = Sphinx(
                source,
                source,
                target,
                doctrees,
                builder,
                status=StringIO(),
                warning=warnings,
                parallel=jobs,
            )
            app.build()
        text = warnings.getvalue()
    else:
        command = [sys.executable, "-m", "sphinx", "-q", "-N", "-b", builder]
        command += ["-j", str(jobs), "-d", doctrees, source, target]
        environment = os.environ | {"PYTHONHASHSEED": str(seed)}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        )
        text = done.stderr
    lines = strip_escape_sequences(text).splitlines()
    return sorted(line for line in lines if "[bibwiki." in line)


def tree(folder: Path) -> dict[str, bytes]:
    """Map the path of each file of an output to its content, times left out."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or path.name.startswith(".buildinfo"):
            continue
        content = path.read_bytes()
        if path.suffix == ".epub":
            found |= {f"{name}/{n}": c for n, c in _book(content).items()}
        else:
            found[name] = _timeless(name, content)
    return found


def _book(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {n: _timeless(n, book.read(n)) for n in book.namelist()}


def _timeless(name: str, content: bytes) -> bytes:
    is_index = name.endswith(("content.opf", "toc.ncx"))
    return _TIMES.sub(b"", content) if is_index else content


def differences(built: Path, clean: Path) -> str:
    """Return how two outputs differ, in words; empty where they are equal."""
    one, other = tree(built), tree(clean)
    found = []
    for name in sorted({*one, *other}):
        if one.get(name) == other.get(name):
            continue
        if name not in one or name not in other:
            found.append(
                f"{name}: only in the {'clean' if name in other else 'later'} build"
            )
            continue
        texts = (
            t.decode("utf-8", "replace").splitlines() for t in (one[name], other[name])
        )
        lines = unified_diff(*texts, "incremental", "clean", n=0, lineterm="")
        found.append("\n".join([f"{name}:", *(line[:300] for line in list(lines)[:8])]))
    return "\n".join(found[:6])
