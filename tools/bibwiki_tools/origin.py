"""Where this bibwiki came from, so that a new wiki can ask for the same one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution

from bibwiki.version import VERSION


@dataclass(frozen=True, slots=True)
class Requirement:
    """A line of a requirements file."""

    line: str
    """After PEP 508, e.g. ``bibwiki~=0.1.0``."""
    local: bool
    """It names a folder or file of this machine, so it helps nowhere else."""

    def with_extra(self, extra: str) -> str:
        """Return the line that installs an extra too, e.g. ``bibwiki[x]~=0.1.0``."""
        return self.line.replace("bibwiki", f"bibwiki[{extra}]", 1)


def own_requirement() -> Requirement:
    """Return the requirement that installs the bibwiki that is running."""
    try:
        origin = distribution("bibwiki").read_text("direct_url.json")
    except PackageNotFoundError:  # run from a work tree, by PYTHONPATH
        origin = None
    return requirement_for(origin)


def requirement_for(direct_url: str | None) -> Requirement:
    """Return the requirement for a distribution with this record of its origin.

    Args:
        direct_url: The text of ``direct_url.json`` (PEP 610); None for a distribution
            that came from a package index.
    """
    if direct_url is None:
        return Requirement(f"bibwiki~={VERSION}", local=False)
    origin = json.loads(direct_url)
    url = origin["url"]
    local = url.startswith("file:")
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        url = f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
    if origin.get("subdirectory"):
        url = f"{url}#subdirectory={origin['subdirectory']}"
    return Requirement(f"bibwiki @ {url}", local=local)
