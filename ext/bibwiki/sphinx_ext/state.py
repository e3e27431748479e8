"""The door to what bibwiki keeps in Sphinx's environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.identity.mention import Mention
    from bibwiki.sphinx_ext.domain import WikiDomain


def wiki_domain(env: BuildEnvironment) -> WikiDomain:
    """Return the domain of an environment, which holds all of bibwiki's state."""
    return cast("WikiDomain", env.get_domain("wiki"))


def all_mentions(domain: WikiDomain) -> Iterator[Mention]:
    """Yield the mentions of all documents, by docname, then in page order."""
    for docname in sorted(domain.mentions):
        yield from domain.mentions[docname]
