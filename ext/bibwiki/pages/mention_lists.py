"""Where documents mention a thing: page, section and the sentence around the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Fold, MentionList
from bibwiki.pages.items import Link, MentionGroup, MentionItem
from bibwiki.pages.links import PagePlace
from bibwiki.pages.thing_links import FOLD_AFTER, PLURALS
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.identity.mention import Mention, SentencePart
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span


SEEN_AT_ONCE = 5
"""The most documents that need no headings."""
LEAD = "Introduction"
"""What the part of a page before its first heading is called."""


def mention_blocks(context: PageContext, target: Target) -> tuple[Block, ...]:
    """Return the documents that mention a thing, by title; the rest after 20 folded.

    More than five are grouped by what they are about, if that is not the same.
    """
    groups = _groups(context, target)
    if not groups:
        return ()
    lists = _by_kind(context, groups) if len(groups) > SEEN_AT_ONCE else [("", groups)]
    if len(groups) <= FOLD_AFTER + 2:
        return tuple(MentionList(some, title) for title, some in lists)
    shown: list[Block] = []
    rest: list[Block] = []
    left = FOLD_AFTER
    for title, some in lists:
        if some[:left]:
            shown.append(MentionList(some[:left], title))
        if some[left:]:
            rest.append(MentionList(some[left:], "" if some[:left] else title))
        left = max(0, left - len(some))
    title = f"and {counted(len(groups) - FOLD_AFTER, 'more page')}"
    return (*shown, Fold(title, tuple(rest)))


def _by_kind(
    context: PageContext, groups: tuple[MentionGroup, ...]
) -> list[tuple[str, tuple[MentionGroup, ...]]]:
    """Return documents by what they are about, each kind with a heading and a count."""
    found: dict[Kind | None, list[MentionGroup]] = {}
    for group in groups:
        place = group.page.place
        docname = place.pagename if isinstance(place, PagePlace) else ""
        found.setdefault(context.tables.kind_of_document(docname), []).append(group)
    if len(found) == 1:
        return [("", groups)]
    ordered = [kind for kind in (*Kind, None) if kind in found]
    return [
        (f"{_heading(kind)} ({len(found[kind])})", tuple(found[kind]))
        for kind in ordered
    ]


def _heading(kind: Kind | None) -> str:
    return PLURALS[kind] if kind else "Other pages"


def _groups(context: PageContext, target: Target) -> tuple[MentionGroup, ...]:
    """Group places by document, documents by title, places in the document's order."""
    by_document: dict[str, list[Mention]] = {}
    for mention in context.mentions_of(target):
        by_document.setdefault(mention.docname, []).append(mention)
    ordered = sorted(
        by_document.values(),
        key=lambda places: (places[0].page_title.casefold(), places[0].docname),
    )
    return tuple(
        MentionGroup(
            Link(places[0].page_title, PagePlace(places[0].docname)),
            tuple(_mention_item(context, place, target) for place in _in_order(places)),
        )
        for places in ordered
    )


def _in_order(mentions: list[Mention]) -> list[Mention]:
    """Return a document's places in its order, one for each sentence."""
    by_sentence: dict[tuple[tuple[str, tuple[str, ...]], ...], Mention] = {}
    for mention in sorted(mentions, key=lambda one: (one.line, one.anchor)):
        said = tuple((part.text, part.keys) for part in mention.sentence)
        by_sentence.setdefault(said, mention)
    return list(by_sentence.values())


def _mention_item(
    context: PageContext, mention: Mention, target: Target
) -> MentionItem:
    text = mention.section_title or LEAD
    return MentionItem(
        Link(text, PagePlace(mention.docname, mention.anchor)),
        sentence_spans(context, mention.sentence, target),
    )


def sentence_spans(
    context: PageContext, sentence: Iterable[SentencePart], target: Target
) -> tuple[Span, ...]:
    """Return a sentence with its citations as labels, the mention itself in bold.

    Args:
        context: The catalogue.
        sentence: Its parts, in reading order.
        target: What is mentioned; of several keys cited at one place, its own is bold.
    """
    return tuple(_spans(context, sentence, target))


def _spans(
    context: PageContext, sentence: Iterable[SentencePart], target: Target
) -> Iterator[Span]:
    """Yield e.g. ``It computes numbers [``, a link ``Lovelace 1843``, and ``].``."""
    for part in sentence:
        if not part.keys:
            yield Link(part.text, strong=True) if part.own else part.text
            continue
        yield "["
        for position, key in enumerate(part.keys):
            if position:
                yield "; "
            yield _label_link(context, key, target if part.own else None)
        yield "]"


def _label_link(context: PageContext, key: str, own: Target | None) -> Link:
    """Return a citation's label; in bold where it cites the page's own work."""
    primary = context.catalogue.key_to_work.get(key)
    if primary is None:
        return Link(key)
    label = citation_label(context.catalogue.works[primary].work)
    if own is not None and own == Target(Kind.WORK, primary):
        return Link(label, strong=True)
    return context.link(Kind.WORK, primary, label)
