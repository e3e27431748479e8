"""What hundreds of small builds in one process need not work out again each time.

A build compiles the templates of Sphinx, of the theme and of bibwiki, and asks which
plugins are installed: most of the time that a wiki of two works takes. The answers
follow from the templates and from what is installed, and neither changes during a run.
"""

from __future__ import annotations

import importlib.metadata
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment
from jinja2.nodes import Template

if TYPE_CHECKING:
    from collections.abc import Hashable
    from types import CodeType


def remember() -> None:
    """Compile equal templates once in this process, and look for plugins once.

    Must come before Sphinx is imported: it takes the function that looks for plugins.
    """
    importlib.metadata.entry_points = cache(importlib.metadata.entry_points)
    compile_anew = Environment.compile
    compiled: dict[Hashable, str | CodeType] = {}

    def compile_once(
        self: Environment, source: str | Template, *more: object, **named: object
    ) -> str | CodeType:
        if isinstance(source, Template):
            return compile_anew(self, source, *more, **named)
        key = (_settings(self), source, more, *sorted(named.items()))
        if key not in compiled:
            compiled[key] = compile_anew(self, source, *more, **named)
        return compiled[key]

    Environment.compile = compile_once


def _settings(environment: Environment) -> Hashable:
    """Return all that the code of a template depends on, beside its source.

    Filters and tests count as well: Jinja works out what they make of constants.
    """
    return (
        type(environment),
        environment.code_generator_class,
        environment.lexer,
        environment.undefined,
        environment.autoescape,
        environment.finalize,
        environment.optimized,
        environment.is_async,
        *environment.extensions,
        vars(environment).get("newstyle_gettext"),
        frozenset(environment.filters.items()),
        frozenset(environment.tests.items()),
    )
