"""Short states of a work that are shown wherever it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Relation
from bibwiki.pages.items import Badge

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.work import Work
    from bibwiki.pages.context import PageContext

_STATES = (
    (Relation.RETRACTS, Badge("retracted", "alert")),
    (Relation.CORRECTS, Badge("corrected", "alert")),
    (Relation.DISPUTES, Badge("disputed", "alert")),
    (Relation.REPLICATES, Badge("replicated", "ok")),
    (Relation.SUPPORTS, Badge("supported", "ok")),
)
"""What other works say of a work, the gravest first."""


def type_badge(work: CataloguedWork) -> Badge:
    """Return the badge that names a work's type."""
    return Badge(work.work.work_type.label, "work")


def state_badges(context: PageContext, work: CataloguedWork) -> tuple[Badge, ...]:
    """Return what other works say of a work, the gravest first."""
    related = context.catalogue.related.get(work.key)
    if not related:
        return ()
    told = {other.relation for other in related if other.inverse}
    return tuple(badge for relation, badge in _STATES if relation in told)


def access_badge(work: Work) -> tuple[Badge, ...]:
    """Return the badge of a work that is open access, as its entry says."""
    return (Badge("open access", "ok"),) if work.rights.is_open else ()


def citing_pages(context: PageContext, key: str) -> int:
    """Return how many documents mention a work, its own left out."""
    mentions = context.mentions_of(Target(Kind.WORK, key))
    return len({mention.docname for mention in mentions})


def cited_badge(context: PageContext, key: str) -> tuple[Badge, ...]:
    """Return the badge that counts the pages that cite a work; none for no page."""
    pages = citing_pages(context, key)
    if not pages:
        return ()
    return (Badge("cited on 1 page" if pages == 1 else f"cited on {pages} pages"),)
