"""Runs a command and measures what it and its children cost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

KIB_PER_UNIT = 1 if sys.platform != "darwin" else 1 / 1024
"""Linux counts the peak in KiB, macOS in bytes."""
INTERVAL = 0.2
"""Seconds from one look at the memory to the next."""
_SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_HIGHEST = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    cpu: float
    """Seconds, user and system, with every child that it waited for."""
    wall: float
    """Seconds."""
    peak: float
    """MiB at the peak, of all processes together: the sum of their proportional shares
    (PSS), looked at every 0.2 seconds, and no less than the first process ever had
    resident. Where a system does not tell shares, what the largest had resident."""


class CommandFailedError(Exception):
    """A measured command failed, so its cost means nothing."""


class TooSlowError(Exception):
    """A measured command was stopped after the time that it was given."""


_ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"
}
"""That of this process, but with Python's own default: compiled once is enough. With
the variable, every measured build compiled all of bibwiki first."""


def measure(
    command: list[str | Path], folder: Path, log: Path, most: float | None = None
) -> Cost:
    """Run a command, with its output in ``log``, and return its cost.

    Args:
        command: The program and its arguments.
        folder: Where it runs.
        log: The file that gets what it prints.
        most: The most seconds that it may take.
    """
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        peak = 0.0
        while True:
            finished, status, usage = os.wait4(process.pid, os.WNOHANG)
            wall = time.perf_counter() - started
            if finished:
                break
            if most is not None and wall > most:
                process.kill()
                process.wait()
                message = f"{command[0]} took more than {most:.0f} s"
                raise TooSlowError(message)
            peak = max(peak, _shares(process.pid), _highest(process.pid))
            time.sleep(min(INTERVAL, 0.01 + wall / 50))
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        text = log.read_text(encoding="utf-8", errors="replace")
        message = f"{command} ended with {process.returncode}:\n{text[-4000:]}"
        raise CommandFailedError(message)
    # A process is said to have had what its parent had when it was forked: the bench.
    # So the system's own figure is the last resort.
    peak = peak or usage.ru_maxrss * KIB_PER_UNIT
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak / 1024)


def _highest(pid: int) -> int:
    """Return the most KiB that a process has had resident since its program began."""
    try:
        text = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = _HIGHEST.search(text)
    return int(found[1]) if found else 0


def _shares(pid: int) -> int:
    """Return the KiB of a process and of its descendants, shared pages counted once."""
    total = 0
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        found = _SHARE.search(text)
        total = int(found[1]) if found else 0
        for task in Path(f"/proc/{pid}/task").iterdir():
            children = (task / "children").read_text(encoding="ascii")
            total += sum(_shares(int(child)) for child in children.split())
    except OSError:
        pass  # it has ended, or this system has no such files
    return total
