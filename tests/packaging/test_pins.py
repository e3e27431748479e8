"""One file pins every package that any of the project's commands installs."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

REQUIREMENTS = (
    "constraints.txt",
    "docs/requirements.txt",
    "tests/requirements.txt",
)
BESIDES_REQUIREMENTS = ("bibwiki", "hatchling", "editables", "sphinx-autobuild")
"""What the Makefile and the build of the wheel ask for by name."""


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def _pins(repository: Path) -> dict[str, str]:
    pins = [line.split("==") for line in _lines(repository / "constraints.txt")]
    return {canonicalize_name(name): version for name, version in pins}


def _asked_for(repository: Path) -> list[Requirement]:
    lines = [
        line
        for path in REQUIREMENTS[1:]
        for line in _lines(repository / path)
        if not line.startswith("-")
    ]
    return [Requirement(line) for line in (*lines, *BESIDES_REQUIREMENTS)]


def _needed(repository: Path) -> list[Requirement]:
    """Return every requirement of everything asked for, as installed here."""
    waiting = _asked_for(repository)
    needed: list[Requirement] = []
    seen: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        needed.append(requirement)
        name = canonicalize_name(requirement.name)
        if name in seen:
            continue
        seen.add(name)
        try:
            texts = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # pinned all the same, or the test of the pins fails
        waiting += [
            further
            for further in map(Requirement, texts)
            if further.marker is None or further.marker.evaluate({"extra": ""})
        ]
    return needed


def test_every_pin_is_a_name_and_a_version(repository: Path) -> None:
    lines = _lines(repository / "constraints.txt")

    assert [
        line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[\w.+!]+", line)
    ] == []
    assert len(_pins(repository)) == len(lines), "a package is pinned twice"
    assert lines == sorted(lines)


@pytest.mark.parametrize("path", REQUIREMENTS)
def test_requirements_name_no_address(repository: Path, path: str) -> None:
    text = (repository / path).read_text(encoding="utf-8")

    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|@ ", text)


@pytest.mark.parametrize("path", REQUIREMENTS[1:])
def test_requirements_leave_versions_to_the_pins(repository: Path, path: str) -> None:
    lines = _lines(repository / path)

    assert lines[0] == "-c ../constraints.txt"
    assert [line for line in lines if re.search(r"[<>=~!]", line)] == []


def test_every_needed_package_is_pinned_in_range(repository: Path) -> None:
    pins = _pins(repository)
    ours = "bibwiki"

    problems = sorted(
        f"{requirement} (pinned: {pins.get(canonicalize_name(requirement.name))})"
        for requirement in _needed(repository)
        if requirement.name != ours
        and not requirement.specifier.contains(
            pins.get(canonicalize_name(requirement.name), "0"), prereleases=True
        )
    )

    assert problems == []
