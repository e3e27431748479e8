"""Prints who and what is taken for one, against the truth: a part of ``make bench``."""

from __future__ import annotations

import sys

from duplicates import measure_duplicates
from identity import measure_identity
from invented_pairs import make_pairs
from mentions import make_anthology, make_large_anthology


def format_scores() -> str:
    """Return the scores of bibwiki and of the plain rules as a table in Markdown."""
    people, names = measure_identity(make_anthology())
    more, more_names = measure_identity(make_large_anthology())
    works, rule = measure_duplicates(make_pairs())
    rows = (
        ("people, bibwiki", people.precision, people.recall),
        ("people, plain normalised names", names.precision, names.recall),
        ("ten times as many, bibwiki", more.precision, more.recall),
        ("ten times as many, plain", more_names.precision, more_names.recall),
        ("works, bibwiki", works.precision, works.recall),
        ("works, DOI or title, first surname and year", rule.precision, rule.recall),
    )
    lines = ["| What | Precision | Recall | F1 |", "| --- | ---: | ---: | ---: |"]
    lines += [
        f"| {what} | {p:.3f} | {r:.3f} | {2 * p * r / (p + r):.3f} |"
        for what, p, r in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{format_scores()}\n")
