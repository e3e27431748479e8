"""What every test may use, in which order tests start, and that CI skips none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import settings

from remembered import remember

if TYPE_CHECKING:
    from collections.abc import Generator

    ReportT = TypeVar("ReportT", pytest.TestReport, pytest.CollectReport)

remember()
pytest_plugins = ["sphinx.testing.fixtures"]

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# A shared machine is slow now and then, which says nothing about the code. In CI the
# examples follow from the commit alone; elsewhere every run tries new ones.
settings.register_profile("bibwiki", deadline=None, derandomize=IN_CI)
settings.load_profile("bibwiki")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the work tree."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def rootdir() -> Path:
    """Where Sphinx's own fixtures find ``test-<testroot>``."""
    return Path(__file__).parent / "roots"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Fail a skipped test in CI."""
    return _no_skipping((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """Fail a module that skips itself in CI."""
    return _no_skipping((yield))


def _no_skipping(report: ReportT) -> ReportT:
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but CI skips nothing: {report.longrepr}"
    return report


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with what takes long, so that no worker waits for it at the end."""
    items.sort(key=_expected_rank)


def _expected_rank(item: pytest.Item) -> int:
    if item.nodeid.startswith("tests/browser/"):
        return 0
    if item.nodeid.startswith("tests/incremental/"):
        return 1
    return 1 if item.get_closest_marker("packaging") else 2
