r"""Texts with inline markup: emphasis, formulas, links inside a title or an abstract.

Most texts have none and are plain strings. Those with markup are strings too, so that
whoever sorts, searches or exports them sees plain text; renderers ask for their runs.
A place that knows nothing of markup therefore shows the plain text, never its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.latex.formula import plain_formula

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self


class Inline(NamedTuple):
    """A run of text with the same look."""

    text: str
    """Unicode; of a formula its TeX source without dollar signs."""
    style: str = ""
    """``emphasis``, ``strong``, ``smallcaps``, ``code``, ``superscript``,
    ``subscript``, ``math`` or empty."""
    url: str = ""
    r"""Where ``\href`` or ``\url`` lead."""

    @property
    def plain(self) -> str:
        """What a reader sees where there is no markup."""
        if self.style == "math":
            plain = plain_formula(self.text)
            return f"${self.text}$" if plain is None else plain
        return self.text


class MarkedText(str):
    """Plain text together with the runs that show its markup.

    Equal to its plain text, and as good as that wherever a string will do. What its
    methods return (slices, replacements, joins) is plain.
    """

    __slots__ = ("runs",)

    runs: tuple[Inline, ...]
    """In reading order, at least one; addresses are safe to link to."""

    def __new__(cls, plain: str, runs: tuple[Inline, ...]) -> Self:
        """Put plain text and its runs together."""
        text = super().__new__(cls, plain)
        text.runs = runs
        return text

    def __repr__(self) -> str:
        """Tell apart what differs in markup alone: digests are made of this."""
        return f"MarkedText({super().__repr__()}, {self.runs!r})"

    def __reduce__(
        self,
    ) -> tuple[type[MarkedText], tuple[str, tuple[Inline, ...]]]:
        return (MarkedText, (str(self), self.runs))


def runs_of(text: str) -> tuple[Inline, ...]:
    """Return the runs of a text; one without a look for a plain one."""
    return text.runs if isinstance(text, MarkedText) else (Inline(text),)


def joined_text(parts: Iterable[str]) -> str:
    """Join texts and keep the markup that any of them has."""
    parts = tuple(filter(None, parts))
    plain = "".join(parts)
    if not any(isinstance(part, MarkedText) for part in parts):
        return plain
    return MarkedText(plain, tuple(run for part in parts for run in runs_of(part)))
