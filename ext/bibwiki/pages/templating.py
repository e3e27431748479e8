"""Jinja without what our templates have no use for.

A page is made of some hundred small macros, and most of the time of rendering went into
how Jinja calls them: for every call it binds arguments, for every attribute it also
tries the key of a mapping, and every text becomes two objects. Our templates call
macros by position and read attributes of frozen values, so the code that they compile
to can do just that. The HTML is the same, which a test compares.

Jinja's own places for this are used and nothing is replaced:
``Environment.code_generator_class`` and the methods of the generator that its native
templates override as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.compiler import Frame, MacroRef

_TEMPLATES = Path(__file__).parent / "templates"
HTML_FILTERS = frozenset({
    "block", "items", "label", "link", "run", "spans", "text", "work",
})  # fmt: skip
"""Filters that give HTML, whatever they are given."""


def text(value: object) -> str:
    """Return a value as HTML: markup as it is, anything else escaped.

    Most texts have nothing to escape, which five looks tell faster than a pattern.
    """
    if type(value) is Markup:
        return value
    if type(value) is str and not (
        "&" in value or "<" in value or ">" in value or "'" in value or '"' in value
    ):
        return value
    return escape(value)


def markup(html: str) -> Markup:
    """Return HTML that is escaped already, marked as such."""
    return str.__new__(Markup, html)


class _DirectCode(CodeGenerator):
    """Compiles macros to functions, calls to calls and attributes to attributes."""

    def macro_def(self, macro_ref: MacroRef, _frame: Frame) -> None:
        """Write what stands for a macro: its function, called by position."""
        macro = macro_ref.node
        if macro.defaults or macro_ref.accesses_caller or macro_ref.accesses_kwargs:
            self.fail("macros take their arguments by position", macro.lineno)
        self.write("macro")

    def return_buffer_contents(
        self,
        frame: Frame,
        force_unescaped: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> None:
        """Write the end of a macro: what it made counts as escaped."""
        if not force_unescaped:
            self.fail("only macros make HTML here", 1)
        self.writeline(f"return str.__new__(Markup, concat({frame.buffer}))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """Write an attribute; one that is not there is an error."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - as Jinja has it
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - the same
    ) -> None:
        """Write a call by position."""
        if node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller:
            self.fail("functions are called by position", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - the same
        """Write a test; what is compared with None is no call."""
        if node.name != "none":
            super().visit_Test(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(" is None)")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        is_html = isinstance(node, nodes.Filter) and node.name in HTML_FILTERS
        is_macro = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)
        if is_html or is_macro:
            self.write("(")
        elif frame.eval_ctx.autoescape:
            self.write("environment.text(")
        else:
            super()._output_child_pre(node, frame, finalize)


class TemplateEnvironment(Environment):
    """The templates beside this module, compiled to direct code."""

    code_generator_class = _DirectCode
    text = staticmethod(text)

    def __init__(self, **filters: Callable[..., object]) -> None:
        super().__init__(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        # Filters rather than functions: they are local names of the compiled code.
        self.filters |= filters | {"e": text}

    def macros(self, name: str) -> Any:  # noqa: ANN401 - mypy does not know macros
        """Return a template's module, whose attributes are its macros."""
        return self.get_template(f"{name}.html.jinja").module
