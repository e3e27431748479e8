"""What ``bibwiki inspect`` tells people about a collection, line by line."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bibwiki.catalogue.catalogue import Catalogue, Person, Topic
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki_tools.collection import Collection


def summarise(collection: Collection, limit: int) -> Iterator[str]:
    """Yield works in file order, people and topics with most works first, problems.

    Args:
        collection: What was read.
        limit: How many works, people and topics are shown; 0 shows all. Problems are
            always shown.
    """
    catalogue = collection.catalogue
    yield from _part("Works", _work_lines(catalogue), len(catalogue.works), limit)
    yield from _part(
        "People", _lines(catalogue.people.values()), len(catalogue.people), limit
    )
    yield from _part(
        "Topics", _lines(catalogue.topics.values()), len(catalogue.topics), limit
    )
    problems = collection.diagnostics
    yield from _part("Problems", map(problem_line, problems), len(problems), 0)


def problem_line(problem: Diagnostic) -> str:
    """Return a problem as compilers write it: ``path:line: severity code message``."""
    return f"{problem.location}: {problem.severity} {problem.problem} {problem.message}"


def _part(title: str, lines: Iterable[str], count: int, limit: int) -> Iterator[str]:
    if title != "Works":
        yield ""
    yield f"{title}: {count:,}"
    # Problems begin at the margin, where editors look for a file and line.
    indent = "" if title == "Problems" else "  "
    for line in islice(lines, limit or None):
        yield f"{indent}{line}"
    if limit and count > limit:
        yield f"  ... and {count - limit:,} more; --limit 0 shows all"


def _work_lines(catalogue: Catalogue) -> Iterator[str]:
    for key, work in catalogue.works.items():
        yield f"{key}  {citation_label(work.work)}: {work.work.title}"


def _lines(things: Iterable[Person | Topic]) -> Iterator[str]:
    by_weight: Sequence[Person | Topic] = sorted(
        things, key=lambda thing: -len(thing.works)
    )
    for thing in by_weight:
        yield f"{thing.id}  {thing.name}, {counted(len(thing.works), 'work')}"
