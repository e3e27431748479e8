"""The shipped wiki, built once, served, and opened in Chromium."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

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
def built_wiki(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a clean build of ``docs/``."""
    folder = tmp_path_factory.mktemp("wiki")
    command: list[str | Path] = [sys.executable, "-m", "sphinx", "-W", "--keep-going"]
    command += ["-q", "-b", "html", "-d", folder / "doctrees"]
    command += [repository / "docs", folder / "html"]
    built = subprocess.run(command, capture_output=True, text=True, check=False)

    assert built.returncode == 0, built.stderr
    return folder / "html"


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


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes fresh browser profiles: ``open_context(color_scheme="dark")``."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(
            **({"reduced_motion": "reduce"} | options)  # type: ignore[arg-type] # as given
        )
        context.set_default_timeout(WAIT)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """A page of an ordinary window."""
    return open_context().new_page()
