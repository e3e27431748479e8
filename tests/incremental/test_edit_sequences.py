"""After every edit, the output is what a clean build gives: every file, every byte.

``BIBWIKI_SEQUENCES=200`` tries more sequences than the few that every run tries, and
``BIBWIKI_FIRST_SEQUENCE=1000`` others; ``make sequences`` does the first.
"""

from __future__ import annotations

import os
import shutil
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest
from builds import build, differences
from edits import EDITS
from invented import invented_wiki

from bibwiki.model.portions import split_portions
from bibwiki.pages.site.search import kept_index
from bibwiki.sphinx_ext import caches
from bibwiki.sphinx_ext.citing import file_pieces

if TYPE_CHECKING:
    from pathlib import Path

    from edits import Edit
    from invented import InventedWiki

BUILDERS = ("html", "dirhtml", "singlehtml", "latex", "text", "epub")
SEQUENCES = int(os.environ.get("BIBWIKI_SEQUENCES", "2"))
FIRST = int(os.environ.get("BIBWIKI_FIRST_SEQUENCE", "0"))
LENGTH = 10

pytestmark = [
    # MyST asks Sphinx for an attribute that will go when it explains a missing link.
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
    # Hundreds of builds go through code that others cover, twice as slowly if counted.
    pytest.mark.no_cover,
]


class Sequence:
    """A wiki that is edited, built, and compared with a clean build of itself."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wiki: InventedWiki = invented_wiki()
        self.done: list[str] = []
        self.folder = folder
        self._monkeypatch = monkeypatch
        # So that even these small files and few documents have several portions.
        small = partial(split_portions, entries=2)
        monkeypatch.setattr(file_pieces, "split_portions", small)
        monkeypatch.setattr(kept_index, "PORTION", 1)
        self.wiki.save(folder / "source")

    def edit(self, edit: Edit, random: Random) -> bool:
        """Make an edit; false where there is nothing to edit."""
        said = edit(self.wiki, random)
        if said:
            self.done.append(said)
            self.wiki.save(self.folder / "source")
        return bool(said)

    def build(self, builder: str, jobs: int = 1, seed: int | None = None) -> list[str]:
        """Build on top of what earlier builds left."""
        digest = f"{self.wiki.versions:032x}"
        self._monkeypatch.setattr(caches, "code_digest", lambda: digest)
        out = self.folder / "out"
        return build(self.folder / "source", builder, out, jobs=jobs, seed=seed)

    def check(self, *builders: str, jobs: int = 1, seed: int | None = None) -> None:
        """Build, and compare with a clean build."""
        clean = self.folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        for builder in builders:
            warnings = self.build(builder, jobs, seed)
            other = None if seed is None else seed + 1
            source = self.folder / "source"
            expected = build(source, builder, clean, jobs=1, seed=other)
            where = f"{builder} -j{jobs} after: " + "; ".join(self.done)
            found = differences(self.folder / "out" / builder, clean / builder)
            assert not found, f"{where}\n{found}"
            assert warnings == expected, where


@pytest.fixture
def sequence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sequence:
    return Sequence(tmp_path, monkeypatch)


@pytest.mark.parametrize("number", range(FIRST, FIRST + SEQUENCES))
def test_builds_after_edits_equal_clean_builds(sequence: Sequence, number: int) -> None:
    random = Random(number)
    for builder in BUILDERS:
        sequence.build(builder)
    edits = 0
    while edits < LENGTH:
        if sequence.edit(random.choice(EDITS), random):
            edits += 1
            # Other output folders skip some edits and see several at once.
            others = random.sample(BUILDERS[1:], random.randint(0, 2))
            sequence.check("html", *others, jobs=random.choice((1, 1, 2)))
    sequence.check(*BUILDERS)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_build_after_one_edit_equals_a_clean_build(
    sequence: Sequence, edit: Edit
) -> None:
    sequence.build("html")
    assert any(sequence.edit(edit, Random(number)) for number in range(9))
    sequence.check("html")


def test_neither_hash_seeds_nor_processes_change_anything(sequence: Sequence) -> None:
    random = Random(7)
    for seed, jobs in ((1, 1), (2, 2), (3, 2)):
        for builder in ("html", "latex"):
            sequence.build(builder, jobs, seed)
        sequence.edit(random.choice(EDITS), random)
    sequence.check("html", "latex", seed=4)
