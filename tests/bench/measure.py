"""Runs a command and measures what it and its children cost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KIB_PER_UNIT = 1 if sys.platform != "darwin" else 1 / 1024
"""Linux counts the peak in KiB, macOS in bytes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    cpu: float
    """Seconds, user and system, with every child that it waited for."""
    wall: float
    """Seconds."""
    peak: float
    """Resident memory in MiB of the largest process at its peak."""


class CommandFailedError(Exception):
    """A measured command failed, so its cost means nothing."""


def measure(command: list[str | Path], folder: Path, log: Path) -> Cost:
    """Run a command, with its output in ``log``, and return its cost."""
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        text = log.read_text(encoding="utf-8", errors="replace")
        message = f"{command} ended with {process.returncode}:\n{text[-4000:]}"
        raise CommandFailedError(message)
    return Cost(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=wall,
        peak=usage.ru_maxrss * KIB_PER_UNIT / 1024,
    )
