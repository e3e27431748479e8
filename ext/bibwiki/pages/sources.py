"""Where the files of the wiki can be edited, and how they came to be what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from bibwiki.pages.items import Link
from bibwiki.pages.links import WebPlace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATH = "{path}"
"""Stands in a template for the path of a file, from the folder of the documents."""
_UP = re.compile(r"[^/?&=#]+/\.\./")


_TEMPLATE = re.compile(r"https?://[^\s/?#{}]+/\S*")


def is_template(text: str) -> bool:
    """Tell whether a text is a safe address with a place for the path of a file."""
    return PATH in text and _TEMPLATE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Sources:
    """Addresses of the files at the host of the wiki's repository."""

    edit_url: str = ""
    """The address at which a file is edited, with :data:`PATH`; empty for none."""
    history_url: str = ""
    """The address that tells how a file changed, likewise."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Maps bibliographies, as pages name them, to their paths from the folder of the
    documents, e.g. ``../bib/works.bib``; those elsewhere are left out."""

    def links(self, path: str, shown: str = "") -> Iterator[Link]:
        """Yield links to edit a file and to its history, those that are known.

        Args:
            path: From the folder of the documents.
            shown: What the links name, where there are several files.
        """
        edit = file_address(self.edit_url, path)
        if edit:
            yield Link(f"Edit {shown or 'this file'}", WebPlace(edit))
        history = file_address(self.history_url, path)
        if history:
            words = f"History of {shown}" if shown else "Its history"
            yield Link(words, WebPlace(history))


@lru_cache  # there are few files, and many pages name each
def file_address(template: str, path: str) -> str:
    """Return the address of a file; empty for no template or a path above the host.

    Args:
        template: An address with :data:`PATH`.
        path: With slashes; it may go up from where the template puts it.
    """
    address = template.replace(PATH, quote(path))
    host_end = address.find("/", address.find("://") + 3)
    host, rest = address[:host_end], address[host_end:]
    while "/../" in rest:
        rest, found = _UP.subn("", rest, count=1)
        if not found:
            return ""
    return host + rest
