"""What is wrong with documents: found while reading, or known only after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bibwiki.catalogue.identity.resolution import nearest_names, resolve
from bibwiki.catalogue.identity.suggestions import suggestion_diagnostics
from bibwiki.catalogue.identity.unresolved_names import unresolved_names
from bibwiki.catalogue.required_fields import missing_field_diagnostics
from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.kinds.curation_page import suggested_people
from bibwiki.pages.listing import listing_problem
from bibwiki.sphinx_ext.state import all_mentions, wiki_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.identity.mention import Mention
    from bibwiki.model.notes.kind import Target
    from bibwiki.sphinx_ext.citing.domain import WikiCiteDomain
    from bibwiki.sphinx_ext.domain import WikiDomain
    from bibwiki.sphinx_ext.wiki import Wiki


def problems_of_documents(env: BuildEnvironment) -> Iterator[Diagnostic]:
    """Yield the problems of all documents.

    First what was noted while they were read, then what names nothing: citations,
    links, names in the queries of lists and in front matter.
    """
    domain = wiki_domain(env)
    for docname in sorted(domain.problems):
        yield from domain.problems[docname]
    hints = Hints(domain)
    for mention in all_mentions(domain):
        path = mention.path or str(env.doc2path(mention.docname))
        location = Location(path, mention.line)
        for problem, message in _unresolved(domain, mention, hints):
            yield Diagnostic(problem, message, location)
    for docname in sorted(domain.listings):
        for listing in domain.listings[docname]:
            wrong = listing_problem(domain.wiki.context, listing)
            if wrong is not None:
                location = Location(str(env.doc2path(docname)), listing.line)
                yield Diagnostic(Problem.INVALID_QUERY, wrong, location)
    yield from unresolved_names(domain.wiki.catalogue)


def hints_about(wiki: Wiki) -> tuple[Diagnostic, ...]:
    """Return what is merely worth knowing, in the order of the works.

    It goes to the report alone, never to the terminal. Likely duplicates are not among
    it: `bibwiki check` looks for them, and so does the page of doubts.
    """
    suggested = suggested_people(wiki.context)
    return (
        *missing_field_diagnostics(wiki.bibliography.works.values()),
        *suggestion_diagnostics(wiki.catalogue, suggested),
    )


def mentioned_target(domain: WikiDomain, mention: Mention) -> Target | None:
    """Return what a wiki link or role means."""
    return resolve(domain.wiki.catalogue, mention.names[0], _kind(mention))


def _kind(mention: Mention) -> Kind | None:
    if mention.kind == "cite":
        return Kind.WORK
    return None if mention.kind == "any" else Kind(mention.kind)


class Hints:
    """Suggests names for those that stand for nothing; only for the first few.

    Each suggestion looks at all names, and a missing file can leave thousands unknown.
    """

    most = 50

    def __init__(self, domain: WikiDomain) -> None:
        self._domain = domain
        self._given = 0

    def hint(self, name: str, kind: Kind | None) -> str:
        """Return the end of a message; empty where nothing is near."""
        self._given += 1
        if self._given > self.most:
            return ""
        nearest = nearest_names(self._domain.wiki.catalogue, name, kind)
        return f"; did you mean {' or '.join(map(repr, nearest))}?" if nearest else ""


def _unresolved(
    domain: WikiDomain, mention: Mention, hints: Hints
) -> Iterator[tuple[Problem, str]]:
    """Yield a problem for each name of a mention that stands for nothing."""
    if mention.kind == "cite":
        cite = cast("WikiCiteDomain", domain.env.get_domain("cite"))
        for key in mention.names:
            if cite.entry_key(key) is None:
                message = f"no entry has the citation key {key!r}"
                yield Problem.UNKNOWN_KEY, message + hints.hint(key, Kind.WORK)
    elif mentioned_target(domain, mention) is None:
        name, kind = mention.names[0], _kind(mention)
        what = kind.value if kind else "page, work, person or topic"
        message = f"no {what} is called {name!r}"
        yield Problem.UNRESOLVED_LINK, message + hints.hint(name, kind)
