"""The files that the citation basket exports from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bibwiki.pages.site.entry_files import address_hash, entry_files, file_count

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext


@pytest.mark.parametrize(
    ("works", "files"), [(0, 1), (1, 1), (16, 1), (17, 2), (33, 4), (10_000, 1024)]
)
def test_number_of_files(works: int, files: int) -> None:
    assert file_count(works) == files


# Published test vectors of FNV-1a, and texts beyond ASCII.
@pytest.mark.parametrize(
    ("text", "hashed"),
    [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)],
)
def test_hash(text: str, hashed: int) -> None:
    assert address_hash(text) == hashed


def test_every_work_is_in_its_file_in_each_format(big: PageContext) -> None:
    files = {
        file.path.rpartition("/")[2]: file.text()
        for file in entry_files(big, lambda target: f"works/{target.id}.html")
    }

    assert files.pop("index.js") == 'bibwikiEntries("index",16);\n'
    assert len(files) == 16
    found = {}
    for name, text in files.items():
        number = int(name.removesuffix(".js"))
        assert text.startswith(f"bibwikiEntries({number},")
        works = json.loads(text.partition(",")[2].removesuffix(");\n"))
        assert all(address_hash(path) % 16 == number for path in works)
        found |= works
    assert len(found) == 130
    bibtex, biblatex, ris, csl = found["works/work7.html"]
    assert bibtex.startswith("@article{work7,")
    assert "journaltitle" in biblatex
    assert ris.startswith("TY  - JOUR")
    assert json.loads(csl)[0]["id"] == "work7"
    assert "claim" not in bibtex
