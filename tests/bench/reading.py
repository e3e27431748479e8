"""Reads the ``.bib`` files of a folder into works whose people are resolved.

Run as a program: it prints how many works and people there are and which seconds of CPU
time the reading took, without those of starting Python.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bibwiki.catalogue.assemble import assemble
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import read_bibtex_files
from bibwiki.model.interpret import interpret_all


def main() -> None:
    """Read the files of the folder that is named on the command line."""
    paths = sorted(Path(sys.argv[1]).glob("*.bib"))
    started = time.process_time()
    files = read_bibtex_files((path, path.name) for path in paths)
    entries, _ = inherit_fields(files)
    works, _ = interpret_all(entries)
    repeats = tuple(entry for entry in entries if not entry.kept)
    catalogue, _ = assemble(list(works), repeats, [])
    seconds = time.process_time() - started
    counts = {"works": len(catalogue.works), "people": len(catalogue.people)}
    sys.stdout.write(json.dumps({"cpu": seconds, **counts}))


if __name__ == "__main__":
    main()
