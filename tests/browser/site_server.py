"""A built site, served on this machine for as long as a test run."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Site:
    """A built site and where it is served."""

    folder: Path
    origin: str
    """E.g. ``http://127.0.0.1:49152``, without a slash at the end."""

    def address(self, page: str) -> str:
        """Return the address of a page named as in the output folder."""
        return f"{self.origin}/{page}"

    def fullest(self, pattern: str) -> str:
        """Return the largest page of a kind, e.g. of ``works/*.html``.

        The largest shows the most, and is never the redirect of an old address. Indexes
        count only where the pattern names them.
        """
        pages = [
            path
            for path in self.folder.glob(pattern)
            if path.name != "index.html" or pattern.endswith("index.html")
        ]

        assert pages, f"the site has no page {pattern}"
        best = max(pages, key=lambda path: (path.stat().st_size, path.name))
        return best.relative_to(self.folder).as_posix()


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, answers a missing page with 404.html, and logs nothing."""

    protocol_version = "HTTP/1.1"

    @override
    def log_message(self, format: str, *args: Any) -> None:
        pass

    @override
    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        page = Path(self.translate_path("/404.html"))
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """Serve a folder on a free port of the loopback address."""
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()
