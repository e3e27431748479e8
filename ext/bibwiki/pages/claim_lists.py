"""Key claims: on the page of the work that makes them, and wherever it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Relation
from bibwiki.pages.blocks import ClaimList, Fold, Paragraph
from bibwiki.pages.items import ClaimItem, Link
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span

SHOWN = 10
"""Claims always seen on the page of a person or topic."""
LISTED = 50
"""Claims on such a page at all; more are found on the pages of the works."""
CLAIMS = "claims"
"""The pagename of the index of all claims."""
STANCES = (Relation.DISPUTES, Relation.SUPPORTS, Relation.REPLICATES)
"""What changes the state of a claim, the gravest first."""


def claim_anchor(number: int) -> str:
    """Return the id of a claim on its work's page; numbers count from 1."""
    return f"claim-{number}"


def own_claims(context: PageContext, catalogued: CataloguedWork) -> tuple[Block, ...]:
    """Return a work's claims with their permanent anchors and where they stand."""
    if not catalogued.work.claims:
        return ()
    stance = tuple(_stance(context, catalogued))
    return (
        ClaimList(
            tuple(
                ClaimItem(claim_anchor(number), text, stance)
                for number, text in enumerate(catalogued.work.claims, 1)
            )
        ),
    )


def claims_of_works(context: PageContext, keys: Iterable[str]) -> tuple[Block, ...]:
    """Return the claims that works make, in the works' order, each with its work."""
    items: list[ClaimItem] = []
    for key in keys:
        items += _claims_of(context, key)
        if len(items) >= LISTED:
            break
    if not items:
        return ()
    if len(items) <= SHOWN + 2:
        return (ClaimList(tuple(items)),)
    rest = tuple(items[SHOWN:LISTED])
    blocks: list[Block] = [ClaimList(rest)]
    if len(items) >= LISTED:
        index = Link("among all claims", PagePlace(CLAIMS))
        blocks.append(Paragraph(("More stand on the works' pages and ", index, ".")))
    return (
        ClaimList(tuple(items[:SHOWN])),
        Fold(f"and {counted(len(rest), 'more claim')}", tuple(blocks)),
    )


def all_claims(context: PageContext, keys: Iterable[str]) -> tuple[Block, ...]:
    """Return all claims that works make, none of them folded."""
    return (ClaimList(tuple(i for key in keys for i in _claims_of(context, key))),)


def _claims_of(context: PageContext, key: str) -> Iterator[ClaimItem]:
    """Yield a work's claims, each with a link to where the work makes it."""
    catalogued = context.catalogue.works[key]
    if not catalogued.work.claims:
        return
    stance = tuple(_stance(context, catalogued))
    for number, text in enumerate(catalogued.work.claims, 1):
        made_in = _work_label(context, key, claim_anchor(number))
        yield ClaimItem("", text, (made_in, "; ", *stance) if stance else (made_in,))


def _stance(context: PageContext, catalogued: CataloguedWork) -> Iterator[Span]:
    """Yield what other works say of a work, e.g. ``disputed by Babbage 1840``."""
    related = context.catalogue.related.get(catalogued.key, ())
    first = True
    for stance in STANCES:
        others = [o.key for o in related if o.inverse and o.relation is stance]
        if not others:
            continue
        yield f"{'' if first else '; '}{stance.inverse_label} "
        first = False
        for position, key in enumerate(others):
            if position:
                yield ", "
            yield _work_label(context, key)


def _work_label(context: PageContext, key: str, anchor: str = "") -> Link:
    label = citation_label(context.catalogue.works[key].work)
    return Link(label, ThingPlace(Target(Kind.WORK, key), anchor))
