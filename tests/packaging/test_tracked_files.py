"""What the repository holds works from anywhere and fetches from nowhere."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FORBIDDEN = (
    pytest.param(
        r"files\.pythonhosted\.org|pypi\.org/simple|registry\.npmjs\.org"
        r"|deb\.debian\.org|--(?:extra-)?index-url[ =]|--find-links[ =]"
        r"|(?:curl|wget) [^\n]*https?:|git\+https?:|cdn\.jsdelivr|unpkg\.com"
        r"|fonts\.googleapis|cdnjs\.",
        id="an address to download a package or a script from",
    ),
    pytest.param(
        # Ada's files are invented.
        r"(?<![\w.:/~-])/(?:home|Users|root|work)/(?!ada\b)[\w.-]+"
        r"|(?<![\w.:/~-])/tmp/\w",
        id="a path of one machine",
    ),
)


def _tracked_texts(repository: Path) -> dict[str, str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - the git that the user has
        cwd=repository,
        capture_output=True,
        check=True,
    )
    texts = {}
    for name in listed.stdout.decode("utf-8").split("\0"):
        path = repository / name
        if not name or not path.is_file():
            continue
        content = path.read_bytes()
        if b"\0" not in content:  # a picture
            texts[name] = content.decode("utf-8", errors="replace")
    return texts


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_tracked_file_holds(repository: Path, pattern: str) -> None:
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for name, text in _tracked_texts(repository).items()
        for match in re.finditer(pattern, text)
    ]

    assert found == []
