"""What the fuzzer found stays mended, and what is known holds for every target."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets import TARGETS

HERE = Path(__file__).parent
CASES = sorted((HERE.parent / "cases" / "bib").glob("*.bib"))
FINDINGS = sorted(HERE.glob("findings/*/*"))


@pytest.mark.parametrize(
    "path", [pytest.param(path, id="/".join(path.parts[-2:])) for path in FINDINGS]
)
def test_a_finding_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("path", [pytest.param(each, id=each.stem) for each in CASES])
def test_every_case_holds(path: Path) -> None:
    TARGETS["bibliography"](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@given(content=st.binary(max_size=200))
def test_any_bytes_hold(name: str, content: bytes) -> None:
    TARGETS[name](content)
