"""Runs the command as ``python -m bibwiki_tools``."""

from __future__ import annotations

import sys

from bibwiki_tools.cli import main

if __name__ == "__main__":
    sys.exit(main())
