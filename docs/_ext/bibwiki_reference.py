"""Directives that print the reference from the code, so that it cannot drift."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective
from typing_extensions import override

from bibwiki.catalogue.query.terms import Field
from bibwiki.model.bibtex.fields import FIELD_GROUPS
from bibwiki.model.diagnostic import Problem, severity_of
from bibwiki.sphinx_ext.config import PREFIX, BibwikiConfig
from bibwiki_tools.cli import build_parser
from bibwiki_tools.explanations import explanation_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def attribute_docstrings(cls: type) -> dict[str, str]:
    """Map each attribute of a class to the docstring below it, in source order."""
    tree = ast.parse(inspect.getsource(cls))
    body = tree.body[0].body  # type: ignore[attr-defined] # a class's source
    found: dict[str, str] = {}
    for statement, following in pairwise(body):
        target = (
            getattr(statement, "target", None)
            or (getattr(statement, "targets", None) or [None])[0]
        )
        if isinstance(target, ast.Name) and isinstance(following, ast.Expr):
            found[target.id] = inspect.cleandoc(ast.literal_eval(following.value))
    return found


class GeneratedReference(SphinxDirective):
    """Base: writes Markdown or reStructuredText text and lets the parser read it."""

    arguments_wanted: ClassVar[int] = 0

    @override
    def run(self) -> list[Node]:
        lines = StringList(list(self.lines()), source=str(self.get_source_info()[0]))
        return self.parse_content_to_nodes_of(lines)

    def parse_content_to_nodes_of(self, lines: StringList) -> list[Node]:
        """Parse lines in the language of the page."""
        node = nodes.Element()
        self.state.nested_parse(lines, self.content_offset, node, match_titles=True)
        return node.children

    def lines(self) -> Iterator[str]:
        """Yield the lines of the text."""
        raise NotImplementedError


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        cells = (cell.replace("|", "\\|").replace("\n", " ") for cell in row)
        yield "| " + " | ".join(cells) + " |"
    yield ""


class ConfigurationValues(GeneratedReference):
    """``{configuration-values}``: every ``bibwiki_*`` value of ``conf.py``."""

    @override
    def lines(self) -> Iterator[str]:
        for option in fields(BibwikiConfig):
            yield f"`{PREFIX}{option.name}`"
            yield f": {option.metadata['doc']}"
            yield ""
            yield f"  Default: `{option.default!r}`"
            yield ""


class Problems(GeneratedReference):
    """``{problems}``: what goes wrong, and what bibwiki does with it."""

    @override
    def lines(self) -> Iterator[str]:
        rows = []
        for problem in Problem:
            text = explanation_of(problem)
            example = text.example.strip("`")
            rows.append(
                (
                    f"`{problem.value}`",
                    severity_of(problem).value,
                    f"{text.what} Example: ``` {example} ```",
                    text.done,
                    text.advice,
                )
            )
        head = ("code", "level", "what goes wrong", "what bibwiki does", "what to do")
        yield from table(head, rows)


class QueryFields(GeneratedReference):
    """``{query-fields}``: the fields of the query language."""

    @override
    def lines(self) -> Iterator[str]:
        docs = attribute_docstrings(Field)
        rows = [(f"`{field.value}`", docs[field.name]) for field in Field]
        yield from table(("field", "selects"), rows)


class BibTeXFields(GeneratedReference):
    """``{bibtex-fields}``: every field that is read, group by group."""

    @override
    def lines(self) -> Iterator[str]:
        for group in FIELD_GROUPS:
            yield f"## {group.title}"
            yield ""
            rows = [
                (", ".join(f"`{name}`" for name in names), meaning)
                for names, meaning in group.fields
            ]
            yield from table(("field", "what bibwiki makes of it"), rows)


class CommandLine(GeneratedReference):
    """``{command-line}``: the help of the command and its subcommands."""

    @override
    def lines(self) -> Iterator[str]:
        yield from self._help(build_parser())

    def _help(self, parser: argparse.ArgumentParser) -> Iterator[str]:
        yield f"**`{parser.prog}`**"
        yield ""
        yield "```text"
        yield from parser.format_help().rstrip().splitlines()
        yield "```"
        yield ""
        for action in parser._subparsers._actions if parser._subparsers else ():  # noqa: SLF001 - argparse has no public way
            for child in (getattr(action, "choices", None) or {}).values():
                yield from self._help(child)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("configuration-values", ConfigurationValues)
    app.add_directive("problems", Problems)
    app.add_directive("query-fields", QueryFields)
    app.add_directive("bibtex-fields", BibTeXFields)
    app.add_directive("command-line", CommandLine)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
