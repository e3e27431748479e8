"""Finds the browser of the browser tests, and installs it when run as a command.

In this order: a browser that the machine has, the system's package, Playwright's own
download. Anything else ends with one message that says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""For a browser that only ever opens pages of this machine, perhaps as root."""

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)

MESSAGE = """\
The browser tests need Chromium, and there is none: it is not on PATH, the system's
packages did not give it, and Playwright's download failed.
Install Chromium or Google Chrome, or set BIBWIKI_CHROMIUM to its executable."""


def find_chromium() -> Path | None:
    """Return the executable to start, or None when the machine has none.

    ``BIBWIKI_CHROMIUM`` comes first. A command that cannot say its version is passed
    over: Ubuntu's ``chromium-browser`` may be a stub that asks for a snap.
    """
    named = os.environ.get("BIBWIKI_CHROMIUM")
    if named:
        return Path(named) if _starts(Path(named)) else None
    for command in COMMANDS:
        found = shutil.which(command)
        if found and _starts(Path(found)):
            return Path(found)
    downloaded = _playwrights_own()
    return downloaded if _starts(downloaded) else None


def _playwrights_own() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(executable: Path) -> bool:
    try:
        done = subprocess.run(
            [executable, "--version"], capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _install_package() -> None:
    """Install Debian's package, where this account may without being asked."""
    if shutil.which("apt-get") is None or _package_is_a_stub():
        return
    sudo: list[str] = []
    if os.geteuid() != 0:
        sudo = ["sudo", "-n"]
        if shutil.which("sudo") is None or not _run([*sudo, "true"]):
            return
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "-y"]
    _run([*apt, "update"])
    _run([*apt, "install", "--no-install-recommends", "chromium", "fonts-dejavu-core"])


def _package_is_a_stub() -> bool:
    """Say whether the system is Ubuntu, whose package asks for a snap."""
    release = Path("/etc/os-release")
    return release.is_file() and "ID=ubuntu" in release.read_text("utf-8").splitlines()


def _download() -> None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> bool:
    """Run a command whose output matters only when everything else fails, too."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def main() -> int:
    """Make sure that there is a browser; return the exit status."""
    for install in (_install_package, _download):
        if find_chromium() is not None:
            return 0
        sys.stdout.write("Installing Chromium for the browser tests ...\n")
        sys.stdout.flush()
        install()
    if find_chromium() is not None:
        return 0
    sys.stderr.write(MESSAGE + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
