"""Directives that put lists into any page, and one that declares what a page is about.

They parse and check their arguments while a document is read and leave a placeholder;
what it shows is made when the page is written, since only then everything is known.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, TypeVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from typing_extensions import override

from bibwiki.catalogue.query.query import (
    THING_SORTS,
    WORK_SORTS,
    Group,
    QueryProblem,
    Sort,
    parse_query,
)
from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.notes.front_matter import read_note
from bibwiki.pages.listing import Listing, ListingKind
from bibwiki.sphinx_ext.reading.nodes import LISTING, wiki_placeholder
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils.nodes import Node
    from sphinx.util.typing import OptionSpec


_Word = TypeVar("_Word", bound=StrEnum)


def _choice(allowed: Sequence[_Word]) -> Callable[[str], _Word]:
    """Return an option converter whose error names what is allowed."""
    words = {word.value: word for word in allowed}

    def convert(argument: str) -> _Word:
        return words[directives.choice(argument, tuple(words))]

    return convert


_THING_OPTIONS: OptionSpec = {
    "sort": _choice(THING_SORTS),
    "limit": directives.positive_int,
}


class ListingDirective(SphinxDirective):
    """Base of the list directives: a query as the argument, or as the content."""

    listing_kind: ClassVar[ListingKind]
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    @override
    def run(self) -> list[Node]:
        written = " ".join([*self.arguments, *self.content]).strip()
        query = parse_query(written)
        if isinstance(query, QueryProblem):
            return [self._problem(written, query)]
        listing = Listing(
            self.listing_kind,
            query,
            sort=self.options.get("sort"),
            group=self.options.get("group"),
            limit=self.options.get("limit", 0),
            line=self.lineno,
        )
        return [self.placeholder(listing)]

    def placeholder(self, listing: Listing) -> Node:
        """Remember the list and return the node that stands for it."""
        docname = self.env.docname
        node = wiki_placeholder(part=LISTING, listing=listing, docname=docname)
        self.set_source_info(node)
        wiki_domain(self.env).note_listing(docname, listing)
        return node

    def _problem(self, written: str, problem: QueryProblem) -> Node:
        """Report a wrong query and show it, so that the author sees where it was."""
        name = self.listing_kind.value
        message = f"{{{name}}} {written!r}: {problem}"
        place = Location(*self.get_source_info())
        diagnostic = Diagnostic(Problem.INVALID_QUERY, message, place)
        wiki_domain(self.env).note_problems(self.env.docname, diagnostic)
        shown = f"{name}: {written}"
        return nodes.paragraph("", "", nodes.literal(shown, shown))


class WorksDirective(ListingDirective):
    """``{works} QUERY``: the works that a query selects, newest first."""

    listing_kind = ListingKind.WORKS
    option_spec: ClassVar[OptionSpec] = {
        "sort": _choice(WORK_SORTS),
        "group": _choice(tuple(Group)),
        "limit": directives.positive_int,
    }


class PeopleDirective(ListingDirective):
    """``{people} QUERY``: the people behind the works that a query selects."""

    listing_kind = ListingKind.PEOPLE
    option_spec: ClassVar[OptionSpec] = _THING_OPTIONS


class TopicsDirective(ListingDirective):
    """``{topics} QUERY``: topics, by their kind or by the works a query selects."""

    listing_kind = ListingKind.TOPICS
    option_spec: ClassVar[OptionSpec] = _THING_OPTIONS


class TimelineDirective(ListingDirective):
    """``{timeline} QUERY``: the selected works in the order of time, year by year."""

    listing_kind = ListingKind.TIMELINE
    option_spec: ClassVar[OptionSpec] = {
        "sort": _choice((Sort.NEWEST, Sort.OLDEST)),
        "limit": directives.positive_int,
    }


class WorkCardDirective(ListingDirective):
    """``{work-card} KEY``: one work with its summary and key claim."""

    listing_kind = ListingKind.CARD
    required_arguments = 1
    optional_arguments = 0
    has_content = False

    @override
    def run(self) -> list[Node]:
        key = self.arguments[0].strip()
        listing = Listing(ListingKind.CARD, key=key, line=self.lineno)
        return [self.placeholder(listing)]


class OverviewDirective(ListingDirective):
    """``{overview}``: a search field and a door to each section, for home pages."""

    listing_kind = ListingKind.OVERVIEW
    optional_arguments = 0
    has_content = False


class PageDirective(SphinxDirective):
    """``wiki:page``: declares in reStructuredText what a page is about.

    The content is YAML, the same mapping as under ``bibwiki:`` in MyST front matter.
    """

    has_content = True

    @override
    def run(self) -> list[Node]:
        # The same reader as for front matter, so that both say the same.
        block = "\n".join(f"  {line}" for line in self.content)
        source, _ = self.get_source_info()
        domain, docname = wiki_domain(self.env), self.env.docname
        note, diagnostics = read_note(
            f"---\nbibwiki:\n{block}\n---\n",
            docname,
            source,
            first_line=self.content_offset - 1,
        )
        domain.note_problems(docname, *diagnostics)
        if note is not None:
            domain.notes[docname] = note
        return []
