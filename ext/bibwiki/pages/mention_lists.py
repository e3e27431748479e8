"""Where documents mention a thing: page, section and the sentence around the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.kind import Kind, Target
from bibwiki.pages.blocks import (
    Fold,
    Link,
    MentionGroup,
    MentionItem,
    MentionList,
)
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.thing_links import FOLD_AFTER
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.mention import Mention, SentencePart
    from bibwiki.pages.blocks import Block, Span
    from bibwiki.pages.context import PageContext


def mention_blocks(context: PageContext, target: Target) -> tuple[Block, ...]:
    """Return the documents that mention a thing, by title; the rest after 20 folded."""
    groups = mention_groups(context, context.mentions_of(target))
    if not groups:
        return ()
    if len(groups) <= FOLD_AFTER + 2:
        return (MentionList(groups),)
    rest = groups[FOLD_AFTER:]
    return (
        MentionList(groups[:FOLD_AFTER]),
        Fold(f"and {counted(len(rest), 'more page')}", (MentionList(rest),)),
    )


def mention_groups(
    context: PageContext, mentions: Iterable[Mention]
) -> tuple[MentionGroup, ...]:
    """Group places by document, documents by title, places in the document's order."""
    by_document: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_document.setdefault(mention.docname, []).append(mention)
    ordered = sorted(
        by_document.values(),
        key=lambda places: (places[0].page_title.casefold(), places[0].docname),
    )
    return tuple(
        MentionGroup(
            Link(places[0].page_title, PagePlace(places[0].docname)),
            tuple(_mention_item(context, place) for place in _in_order(places)),
        )
        for places in ordered
    )


def _in_order(mentions: list[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: (mention.line, mention.anchor))


def _mention_item(context: PageContext, mention: Mention) -> MentionItem:
    text = mention.section_title or mention.page_title
    return MentionItem(
        Link(text, PagePlace(mention.docname, mention.anchor)),
        sentence_spans(context, mention.sentence),
    )


def sentence_spans(
    context: PageContext, sentence: Iterable[SentencePart]
) -> tuple[Span, ...]:
    """Return a sentence with its citations as labels, its own mention in bold."""
    return tuple(_spans(context, sentence))


def _spans(context: PageContext, sentence: Iterable[SentencePart]) -> Iterator[Span]:
    """Yield a sentence with its citations as labels: ``[Lovelace 1843; ...]``."""
    for part in sentence:
        if not part.keys:
            yield Link(part.text, strong=True) if part.own else part.text
        elif part.own:
            labels = (link.text for link in _label_links(context, part.keys))
            yield Link(f"[{'; '.join(labels)}]", strong=True)
        else:
            yield "["
            for position, link in enumerate(_label_links(context, part.keys)):
                if position:
                    yield "; "
                yield link
            yield "]"


def _label_links(context: PageContext, keys: Iterable[str]) -> Iterator[Link]:
    for key in keys:
        primary = context.catalogue.key_to_work.get(key)
        if primary is None:
            yield Link(key)
        else:
            label = citation_label(context.catalogue.works[primary].work)
            yield Link(label, ThingPlace(Target(Kind.WORK, primary)))
