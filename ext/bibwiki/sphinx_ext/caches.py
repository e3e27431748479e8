"""What may be kept between builds, and when it may not be trusted any more.

Everything kept stands in the doctree directory, next to Sphinx's own pickles, and says
what it was made from.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import bibwiki
from bibwiki.model.garbage import pause_collection

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


@cache
def code_digest() -> str:
    """Return a digest of bibwiki's own files.

    A new version is another one, and so is every edit while bibwiki is developed: what
    older code made is never taken for what this code would make.
    """
    hashed = hashlib.blake2b(digest_size=16)
    root = Path(bibwiki.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".jinja", ".json", ".html", ".toml"}:
            hashed.update(path.relative_to(root).as_posix().encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()


def digest(*shown: object) -> str:
    """Return a digest of plain frozen values: equal values, equal digests."""
    hashed = hashlib.blake2b(digest_size=16)
    for value in shown:
        hashed.update(repr(value).encode("utf-8", "surrogatepass"))
        hashed.update(b"\0")
    return hashed.hexdigest()


def file_digest(path: Path) -> str:
    """Return a digest of a file's bytes; empty for a file that cannot be read."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def remembered(path: Path, made_from: str, make: Callable[[], _T]) -> _T:
    """Return what was kept in a file, or make it anew and keep it.

    Args:
        path: The file, in the doctree directory.
        made_from: A digest of everything that the value follows from. A kept value
            with another digest, or one that cannot be read, is made anew.
        make: Makes the value, which has to be picklable.
    """
    key = digest(made_from, code_digest())
    kept = load(path)
    if isinstance(kept, tuple) and len(kept) == 2 and kept[0] == key:
        return cast("_T", kept[1])
    value = make()
    write_at_once(path, pickle.dumps((key, value), pickle.HIGHEST_PROTOCOL))
    return value


def load(path: Path) -> object:
    """Return what a file of ours keeps; None where there is none or it is broken."""
    try:
        with pause_collection():
            return pickle.loads(path.read_bytes())  # noqa: S301 - ours, as Sphinx's own pickles are
    except Exception:  # noqa: BLE001 - whatever a broken pickle raises, it is made anew
        return None


def write_at_once(path: Path, content: bytes) -> None:
    """Write a file so that an interrupted build leaves the old one or the new one.

    Of several processes that write the same at once, none is in another's way.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    scratch.write_bytes(content)
    scratch.replace(path)


def remove_scratch(folder: Path) -> None:
    """Remove what builds that broke off were writing into a folder."""
    for path in folder.glob("bibwiki-*.tmp"):
        path.unlink(missing_ok=True)
