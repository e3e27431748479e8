"""What the tests of installing and hosting share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from environment import copy_tracked_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def checkout(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tracked files, which the tests of this folder may build in."""
    return copy_tracked_files(repository, tmp_path_factory.mktemp("checkout"))
