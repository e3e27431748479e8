"""What the codes of problems mean, in the words of the source itself."""

from __future__ import annotations

import ast
import inspect
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Problem
from bibwiki_tools.output import CommandError

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALIKE = 0.4
"""The least similarity (difflib's ratio) of a suggested code: codes are long."""


def explanation_of(problem: Problem) -> str:
    """Return the text of a problem's docstring, as plain sentences on one line."""
    return _docstrings()[problem.name]


def problem_of(code: str) -> Problem:
    """Return the kind of problem that has a code.

    ``bibwiki.`` before the code, as Sphinx prints it, and capitals do not count.

    Raises:
        CommandError: No problem has the code; the message names the nearest ones.
    """
    wanted = code.strip().lower().removeprefix("bibwiki.")
    codes = [problem.value for problem in Problem]
    if wanted in codes:
        return Problem(wanted)
    nearest = get_close_matches(wanted, codes, n=3, cutoff=_ALIKE)
    hint = f"; the nearest are {', '.join(nearest)}" if nearest else ""
    raise CommandError(f"no problem has the code {code!r}{hint}")


@cache
def _docstrings() -> Mapping[str, str]:
    """Map the names of the problems to the docstrings that follow them."""
    [tree] = ast.parse(inspect.getsource(Problem)).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found = {}
    for statement, following in pairwise(body):
        if isinstance(statement, ast.Assign) and isinstance(following, ast.Expr):
            [target] = statement.targets
            text = " ".join(str(ast.literal_eval(following.value)).split())
            found[ast.unparse(target)] = text.replace("``", "`")
    return found
