"""What a work is evidence for: questions about topics, and claims of other works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Relation
from bibwiki.pages.blocks import ClaimList, Fold, Paragraph, Table
from bibwiki.pages.claim_lists import claim_anchor
from bibwiki.pages.items import ClaimItem, Link
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.parts import shown_first
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext

EVIDENCE = "evidence"
"""The id of the section."""
SHOWN = 20
"""Claims that are always seen, the others in a fold: a review may dispute hundreds."""
_HEADS = ("Question", "Topic", "State")
_BEARINGS = (Relation.SUPPORTS, Relation.REPLICATES, Relation.DISPUTES)
"""What a work says of the claims of another, friendly first: of its own claims, a page
names first who disputes them."""


def evidence_blocks(
    context: PageContext, catalogued: CataloguedWork
) -> tuple[Block, ...]:
    """Return the questions that name a work as evidence, and the claims it bears on.

    A work that says of another that it supports, replicates or disputes it bears on
    every claim of that.
    """
    return (*_questions(context, catalogued.key), *_claims(context, catalogued.key))


def _questions(context: PageContext, key: str) -> Iterator[Block]:
    asked = context.tables.questions_of(key)
    if not asked:
        return
    rows = tuple(
        ((question.text,), (_questions_link(context, topic),), (question.state,))
        for topic, question in asked
    )
    yield Table("Questions that this work is evidence for", _HEADS, rows)


def _questions_link(context: PageContext, topic: str) -> Link:
    target = Target(Kind.TOPIC, topic)
    return Link(context.name_of(target), ThingPlace(target, "questions"))


def _claims(context: PageContext, key: str) -> Iterator[Block]:
    """Yield the claims of other works that a work bears on, by what it says of them."""
    related = context.catalogue.related.get(key, ())
    for bearing in _BEARINGS:
        keys = dict.fromkeys(
            one.key for one in related if one.relation is bearing and not one.inverse
        )
        items = tuple(item for other in keys for item in _claims_of(context, other))
        if not items:
            continue
        verb = bearing.value.capitalize()
        yield Paragraph((f"{verb} what others claim:",))
        shown = shown_first(len(items), SHOWN)
        yield ClaimList(items[:shown])
        if rest := items[shown:]:
            yield Fold(f"and {counted(len(rest), 'more claim')}", (ClaimList(rest),))


def _claims_of(context: PageContext, key: str) -> Iterator[ClaimItem]:
    """Yield the claims of a work, each with a link to where it is made."""
    work = context.catalogue.works[key].work
    label = citation_label(work) if work.claims else ""
    for number, text in enumerate(work.claims, 1):
        place = ThingPlace(Target(Kind.WORK, key), claim_anchor(number))
        yield ClaimItem("", text, (Link(label, place),))
