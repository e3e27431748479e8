"""Parts of sentences that the first texts of all kinds of pages share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.counts import topics_of
from bibwiki.pages.thing_links import by_weight
from bibwiki.pages.wording import enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bibwiki_tools.markup import Markup

_MANY = 5
"""How many people, works or topics a sentence names at most."""
_TOPIC_MIN_WORKS = 2
"""From how many works on a topic without a page can be linked: the default of
``bibwiki_topic_min_works``."""


def some(names: Sequence[str], *, more: bool = False) -> str:
    """Join a few names as a sentence does; say ``and others`` where there are more.

    Args:
        names: All names that are known, already as markup.
        more: There are more than these.
    """
    if len(names) > _MANY or more:
        return f"{', '.join(names[:_MANY])} and others"
    return enumeration(names)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Writes about the things of one catalogue."""

    markup: Markup

    def works(self, one: str, many: str, keys: Sequence[str]) -> Iterator[str]:
        """Yield sentences that name some works, above all the first and the last.

        Args:
            one: How the sentence about a single work begins, e.g. ``A work on X is``.
            many: What several works are called, e.g. ``The works on X``.
            keys: Primary keys, newest first.
        """
        works = self.markup.context.catalogue.works
        if len(keys) == 1:
            yield f"{one} {self.markup.title(keys[0])}."
            return
        dated = [key for key in keys if works[key].work.year is not None]
        if not dated or works[dated[0]].work.year == works[dated[-1]].work.year:
            if named := self.markup.named(keys[:_MANY]):
                yield f"{many} include {named}."
            return
        last, first = dated[0], dated[-1]
        yield f"{many} begin with {self.markup.title(first)}."
        yield f"The newest is {self.markup.title(last)}."
        others = [key for key in keys if key not in {first, last}]
        if named := self.markup.named(others[:_MANY]):
            yield f"Others are {named}."

    def people(self, one: str, many: str, weighed: Sequence[tuple[str, int]]) -> str:
        """Return a sentence that names people.

        Args:
            one: What a single person is called, e.g. ``A coauthor``.
            many: What several people are called.
            weighed: Ids with their weights, the greatest first; at least one.
        """
        links = [self.markup.link(Target(Kind.PERSON, id_)) for id_, _ in weighed]
        subject = f"{one} is" if len(links) == 1 else f"{many} are"
        return f"{subject} {some(links)}."

    def topics(self, keys: Sequence[str]) -> str:
        """Return links to the most frequent topics of some works, or nothing."""
        return self.weighed_topics(topics_of(self.markup.context, keys))

    def weighed_topics(self, counts: Mapping[str, int]) -> str:
        """Return links to the topics with the greatest counts, or nothing."""
        context = self.markup.context
        topics = context.catalogue.topics
        linkable = {
            one: count
            for one, count in counts.items()
            if topics[one].note or len(topics[one].works) >= _TOPIC_MIN_WORKS
        }
        weighed = by_weight(context, Kind.TOPIC, linkable)[:_MANY]
        targets = (Target(Kind.TOPIC, one) for one, _ in weighed)
        return enumeration([self.markup.link(target) for target in targets])
