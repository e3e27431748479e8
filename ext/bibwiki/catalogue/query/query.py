"""The door to the query language of list directives.

Reading, answering, sorting and grouping each have a module; this one names what others
use.
"""

from __future__ import annotations

from bibwiki.catalogue.query.evaluation import (
    select_people,
    select_topics,
    select_works,
    unknown_name,
)
from bibwiki.catalogue.query.lists import (
    THING_SORTS,
    WORK_SORTS,
    group_works,
    sort_works,
)
from bibwiki.catalogue.query.parser import parse_query
from bibwiki.catalogue.query.terms import (
    Field,
    Group,
    Query,
    QueryProblem,
    Sort,
    Term,
    YearRange,
)

__all__ = [
    "THING_SORTS",
    "WORK_SORTS",
    "Field",
    "Group",
    "Query",
    "QueryProblem",
    "Sort",
    "Term",
    "YearRange",
    "group_works",
    "parse_query",
    "select_people",
    "select_topics",
    "select_works",
    "sort_works",
    "unknown_name",
]
