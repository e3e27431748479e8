"""What the codes of problems mean, in the words of the source itself."""

from __future__ import annotations

import ast
import inspect
import re
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.diagnostic import Problem
from bibwiki_tools.output import CommandError

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALIKE = 0.4
"""The least similarity (difflib's ratio) of a suggested code: codes are long."""
_PART = re.compile(r":(bibwiki|you|example): ")


class Explanation(NamedTuple):
    """What the docstring of a problem says, each part on one line.

    Code stands between single backquotes, except in the example.
    """

    what: str
    """What goes wrong."""
    done: str
    """What bibwiki does with it."""
    advice: str
    """What to do."""
    example: str
    """A piece of a file that has the problem, or words about one."""


def explanation_of(problem: Problem) -> Explanation:
    """Return what a problem's docstring says."""
    return _explanations()[problem.name]


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
def _explanations() -> Mapping[str, Explanation]:
    """Map the names of the problems to what the docstrings behind them say."""
    [tree] = ast.parse(inspect.getsource(Problem)).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found = {}
    for statement, following in pairwise(body):
        if isinstance(statement, ast.Assign) and isinstance(following, ast.Expr):
            [target] = statement.targets
            docstring = str(ast.literal_eval(following.value))
            found[ast.unparse(target)] = _explanation(docstring)
    return found


def _explanation(docstring: str) -> Explanation:
    what, *named = _PART.split(" ".join(docstring.split()))
    parts = dict(zip(named[::2], named[1::2], strict=True))
    texts = [what, parts["bibwiki"], parts["you"], parts["example"]]
    return Explanation(*(text.strip().replace("``", "`") for text in texts))
