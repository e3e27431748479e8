from __future__ import annotations

import pytest

from bibwiki.catalogue.identity.display_names import fullest, split_display_name
from bibwiki.model.names.name import Name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Quill", Name("Ada", "Quill")),
        ("Ada Bea Quill", Name("Ada Bea", "Quill")),
        ("Ada van der Quill", Name("Ada", "Quill", "van der")),
        ("Quill, Ada", Name("Ada", "Quill")),
        ("Ada Quill, Jr.", Name("Ada", "Quill", suffix="Jr.")),
        ("Ada", Name(family="Ada")),
        ("ada quill", Name("ada", "quill")),
        ("Ada Quill,", Name("Ada", "Quill,")),
    ],
)
def test_split_display_name(text: str, name: Name) -> None:
    assert split_display_name(text) == name


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        pytest.param([("Ada", 9), ("Ada Bea", 1)], "Ada Bea", id="longest"),
        pytest.param([("Zoe", 9), ("Zoë", 1)], "Zoë", id="accents"),
        pytest.param([("ADA", 1), ("Ada", 2)], "Ada", id="most-frequent"),
        pytest.param([("ADA", 2), ("Ada", 2)], "ADA", id="first"),
    ],
)
def test_the_fullest_name_is_shown(names: list[tuple[str, int]], shown: str) -> None:
    counts = {Name(given, "Quill"): count for given, count in names}

    assert fullest(counts).given == shown
