"""Finds links of a built site that lead nowhere, without a browser."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINKING = frozenset({"href", "src", "poster"})


@dataclass(slots=True)
class _Page:
    ids: set[str] = field(default_factory=set)
    repeated: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the ids and the links of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value is not None:
                if value in self.page.ids:
                    self.page.repeated.append(value)
                self.page.ids.add(value)
            elif name in LINKING and value is not None:
                self.page.links.append(value)
            elif name == "content" and value is not None and "url=" in value:
                self.page.links.append(value.partition("url=")[2])  # a redirect


class SiteLinks:
    """Every page of a built site, read once."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file()
        }
        self._pages = {
            name: _read_page(folder / name)
            for name in sorted(self._files)
            if name.endswith(".html") and not name.startswith("_")
        }

    def __len__(self) -> int:
        return len(self._pages)

    def repeated_ids(self) -> list[str]:
        """Return ``page#id`` for each id that a page uses twice."""
        return [
            f"{name}#{one}"
            for name, page in self._pages.items()
            for one in page.repeated
        ]

    def broken(self) -> list[str]:
        """Return ``page -> link`` for each link within the site that leads nowhere."""
        return list(self._broken())

    def _broken(self) -> Iterator[str]:
        for name, page in self._pages.items():
            for link in dict.fromkeys(page.links):
                if not self._leads_somewhere(name, link):
                    yield f"{name} -> {link}"

    def _leads_somewhere(self, name: str, link: str) -> bool:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return True
        target = self._target(name, unquote(parts.path))
        if target not in self._files:
            return False
        fragment = unquote(parts.fragment)
        page = self._pages.get(target)
        return not fragment or page is None or fragment in page.ids

    def _target(self, name: str, path: str) -> str:
        """Return the file that a path leads to, seen from a page."""
        if not path:
            return name
        base = "" if path.startswith("/") else posixpath.dirname(name)
        target = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        if target == ".":
            return "index.html"
        is_folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
        return f"{target}/index.html" if is_folder else target


def _read_page(path: Path) -> _Page:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page
