"""The shipped wiki, built once, served, and opened in Chromium."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from chromium import ARGUMENTS, find_chromium
from site_server import Site, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

WAIT = 10_000
"""Milliseconds that anything on a page may take; a busy machine is not a fault."""


@pytest.fixture(scope="session")
def built_wiki(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """The output folder of a clean build of ``docs/``: one for all workers."""
    folder = tmp_path_factory.getbasetemp()
    folder = (folder if worker_id == "master" else folder.parent) / "wiki"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "html").is_dir():
            _build(repository / "docs", folder)
    return folder / "html"


def _build(source: Path, folder: Path) -> None:
    command: list[str | Path] = [sys.executable, "-m", "sphinx", "-W", "--keep-going"]
    command += ["-q", "-b", "html", "-d", folder / "doctrees"]
    command += [source, folder / "building"]
    built = subprocess.run(command, capture_output=True, text=True, check=False)

    assert built.returncode == 0, built.stderr
    (folder / "building").rename(folder / "html")


@pytest.fixture(scope="session")
def site(built_wiki: Path) -> Iterator[Site]:
    """The shipped wiki behind a web server."""
    with serve(built_wiki) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once for all tests."""
    executable = find_chromium()

    assert executable is not None, "no Chromium: run `make chromium`"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=list(ARGUMENTS)
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def new_context(browser: Browser) -> Callable[..., BrowserContext]:
    """Makes fresh browser profiles that whoever asks for them closes."""

    def make(**options: Any) -> BrowserContext:  # noqa: ANN401 # the browser's own
        context = browser.new_context(**({"reduced_motion": "reduce"} | options))
        context.set_default_timeout(WAIT)
        return context

    return make


@pytest.fixture
def open_context(
    new_context: Callable[..., BrowserContext],
) -> Iterator[Callable[..., BrowserContext]]:
    """Makes fresh browser profiles: ``open_context(color_scheme="dark")``."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        contexts.append(new_context(**options))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def used_contexts() -> Iterator[dict[str, BrowserContext]]:
    """Maps options to the browser profile that the tests of a module share."""
    contexts: dict[str, BrowserContext] = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def open_page(
    new_context: Callable[..., BrowserContext], used_contexts: dict[str, BrowserContext]
) -> Iterator[Callable[..., Page]]:
    """Opens pages for tests that look and leave nothing behind: ``open_page(**dress)``.

    Their profiles have seen other pages, so that a script need not be loaded again.
    """
    pages: list[Page] = []

    def make(**options: object) -> Page:
        named = repr(sorted(options.items()))
        if named not in used_contexts:
            used_contexts[named] = new_context(**options)
        pages.append(used_contexts[named].new_page())
        return pages[-1]

    yield make
    for page in pages:
        page.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """A page of an ordinary window."""
    return open_context().new_page()
