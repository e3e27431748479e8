"""``make fuzz``: looks for bytes that break a target, led by coverage.

Each target runs in a process of its own for its share of the time. What breaks one is
kept in ``tests/fuzz/findings/TARGET/``, where the tests find it. Decision 0012 says why
it is atheris.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
CASES = HERE.parent / "cases" / "bib"
TARGET_NAMES = (
    "bibliography", "fields", "front_matter", "latex", "names", "dates", "query",
)  # fmt: skip
_LONGEST = 4000
"""The longest input, in bytes: damage is local, and short inputs run quickly."""


def main() -> int:
    """Run every target that is named; return 1 if one was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=210, help="for all together")
    parser.add_argument("--inner", metavar="TARGET", help=argparse.SUPPRESS)
    args, rest = parser.parse_known_args()
    if args.inner:
        _fuzz(args.inner, rest)
    if find_spec("atheris") is None:
        sys.stdout.write(
            "make fuzz: skipped. atheris has no wheel for this Python and system; it "
            "has for CPython 3.11 to 3.13 on Linux with x86-64.\n"
        )
        return 0
    chosen = args.targets or TARGET_NAMES
    share = max(args.seconds // len(chosen), 1)
    broken = [name for name in chosen if not _run(name, share)]
    sys.stdout.write(f"broken: {', '.join(broken) or 'none'}\n")
    return int(bool(broken))


def _run(name: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; return whether it held."""
    findings = HERE / "findings" / name
    findings.mkdir(parents=True, exist_ok=True)
    seeds = [findings]
    if name == "bibliography":
        seeds.append(CASES)
    with tempfile.TemporaryDirectory() as corpus:
        command = [
            sys.executable, str(Path(__file__)), "--inner", name, corpus,
            *map(str, seeds), f"-max_total_time={seconds}", f"-max_len={_LONGEST}",
            f"-artifact_prefix={findings}/", "-timeout=20", "-verbosity=0",
            "-print_final_stats=1", f"-dict={HERE / 'words.dict'}",
        ]  # fmt: skip
        sys.stdout.write(f"== {name}: {seconds} s\n")
        sys.stdout.flush()
        done = subprocess.run(command, check=False)
    if not any(findings.iterdir()):
        findings.rmdir()
    return done.returncode == 0


def _fuzz(name: str, arguments: list[str]) -> None:
    """Hand this process over to the fuzzer; it does not come back."""
    import atheris  # noqa: PLC0415 - only where it is installed

    with atheris.instrument_imports(include=["bibwiki"]):
        from targets import TARGETS  # noqa: PLC0415 - instrumented while imported

    atheris.Setup([sys.argv[0], *arguments], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
