"""What every view function needs to know, and what several of them would find again.

A context lives as long as one build. What it remembers follows from the catalogue and
the mentions alone, so that the order in which pages are made does not matter.

Everything that views read through a context is noted by its recorder, if it has one
that does (:func:`traced`). Whoever adds something here that is remembered from page to
page must give it to all pages in a way that notes it, too: as a table of
:class:`~bibwiki.pages.tracing.facts.Facts`, or by ``recorder.derive``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.pairs import find_similar
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.about import About
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.noted_tables import NotedTables
from bibwiki.pages.sources import Sources
from bibwiki.pages.tracing.facts import Facts, traced_catalogue, traced_mentions
from bibwiki.pages.tracing.labels import WHOLE
from bibwiki.pages.tracing.recorder import NoRecorder, Recorder
from bibwiki.pages.tracing.remember import Remember, make_anew
from bibwiki.pages.tracing.tables import BRIEF, PLACES
from bibwiki.pages.wording import noun

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from typing import TypeAlias

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.citations import MentionIndex
    from bibwiki.catalogue.duplicates.pairs import Similar
    from bibwiki.catalogue.identity.mention import Mention, SentencePart
    from bibwiki.model.work import Work

    FindSimilar: TypeAlias = Callable[[Sequence[Work]], Sequence[Similar]]


DEFINITIONS = "definitions"
"""What the table of definitions is called where reading is noted."""
_MOST_COUNTED = 100_000
"""Counted links to things of a kind that are remembered at a time."""


@dataclass(slots=True)
class _Remembered:
    """What a context has made so far."""

    facts: Facts | None = None
    untraced: PageContext | None = None
    tables: NotedTables | None = None
    links: dict[Kind, dict[tuple[str, str | None], tuple[Link, int]]] = field(
        default_factory=lambda: {kind: {} for kind in Kind}
    )
    """Links to pages of things by kind, id and text, each with the number of what it
    tells of the thing."""
    counted: dict[Kind, dict[tuple[str, int | None, str], tuple[CountedLink, int]]] = (
        field(default_factory=lambda: {kind: {} for kind in Kind})
    )
    """The same with a count, by kind, id, count and what is counted."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """The catalogue and where documents mention what is in it."""

    catalogue: Catalogue
    mentions: MentionIndex
    home: str = "index"
    """The home page's name, for breadcrumbs."""
    definitions: Mapping[str, tuple[SentencePart, ...]] = field(default_factory=dict)
    """Maps a docname of a topic to the first sentence of its text."""
    curation: bool = True
    """Whether there is a page of what the collection's keepers could decide."""
    about: About = field(default_factory=About)
    """What the wiki says of itself."""
    sources: Sources = field(default_factory=Sources)
    """Where the wiki's files are edited."""
    things: str = ""
    """A digest of what people, venues, topics and organizations follow from; empty
    where nobody has worked it out. It is no fact: no page may show it."""
    remember: Remember = field(default=make_anew, repr=False, compare=False)
    """Keeps what follows from that."""
    find_similar: FindSimilar = field(default=find_similar, repr=False, compare=False)
    """Says which works are similar; may know it from before."""
    recorder: Recorder = field(default_factory=NoRecorder, repr=False, compare=False)
    """Notes what is read."""
    _remembered: _Remembered = field(
        default_factory=_Remembered, init=False, repr=False, compare=False
    )

    @property
    def untraced(self) -> PageContext:
        """The same content, to be read without noting it.

        For what every build finds out anew, and for what pages are given.
        """
        if type(self.recorder) is NoRecorder:
            return self
        found = self._remembered.untraced
        if found is None:
            facts = self.facts
            found = replace(
                self,
                catalogue=facts.catalogue,
                mentions=facts.mentions,
                definitions=facts.table(DEFINITIONS),
                recorder=NoRecorder(),
            )
            found._remembered.facts = facts  # noqa: SLF001 - of the same class
            self._remembered.untraced = found
        return found

    @property
    def facts(self) -> Facts:
        """The tables of this catalogue; what is read of them directly is not noted."""
        if self._remembered.facts is None:
            own = {DEFINITIONS: self.definitions}
            made = Facts(self.catalogue, self.mentions, own, self.remember)
            self._remembered.facts = made
        return self._remembered.facts

    def link(self, kind: Kind, id_: str, text: str | None = None) -> Link:
        """Return a link to the page of a thing, the same object at every call.

        The renderer reuses HTML by identity. Without a text it is the display name; the
        id where the catalogue has no such thing.
        """
        links = self._remembered.links[kind]
        found = links.get((id_, text))
        if found is None:
            number = self.recorder.number(BRIEF + kind.value, id_)
            shown = (self.facts.name(kind, id_) or id_) if text is None else text
            found = Link(shown, ThingPlace(Target(kind, id_))), number
            links[id_, text] = found
        self.recorder.read[found[1]] = None
        return found[0]

    def counted_link(
        self, kind: Kind, id_: str, count: int | None = None, unit: str = ""
    ) -> CountedLink:
        """Return :meth:`link` with its count, the same object at every call.

        Args:
            kind: What the link leads to.
            id_: Its id.
            count: How often it counts; None where only the link is shown.
            unit: What is counted, in the singular, e.g. ``joint work``.
        """
        counted = self._remembered.counted[kind]
        key = (id_, count, unit)
        found = counted.get(key)
        if found is None:
            if len(counted) >= _MOST_COUNTED:
                counted.clear()
            remark = "" if count is None else noun(count, unit)
            number = self.recorder.number(BRIEF + kind.value, id_)
            found = CountedLink(self.link(kind, id_), count, remark), number
            counted[key] = found
        self.recorder.read[found[1]] = None
        return found[0]

    def note_brief(self, target: Target) -> None:
        """Note that name and address of a thing are read: what links show of it."""
        self.recorder.note(BRIEF + target.kind, target.id)

    def note_places(self, kind: Kind, ids: Collection[str]) -> None:
        """Note that places of some things among their kind are read, to compare them.

        What decides them is what links show; of a work, its place in the file.
        """
        self.recorder.note_all(PLACES[kind], ids)

    def note_briefs(self, kind: Kind) -> None:
        """Note that name and address of all things of a kind are read."""
        self.recorder.note(WHOLE + BRIEF + kind.value, "")

    def name_of(self, target: Target) -> str:
        """Return the display name of a thing; its id where the catalogue has none."""
        return self.link(target.kind, target.id).text

    def short_name(self, venue: str) -> str:
        """Return the short name of a venue, by its id; empty where it has none."""
        self.recorder.note(BRIEF + Kind.VENUE.value, venue)
        return self.facts.catalogue.venues[venue].short

    def mentions_of(self, target: Target) -> tuple[Mention, ...]:
        """Return the places that mention a thing, its own document left out."""
        own = self.document(target)
        found = self.mentions.by_target.get(target, ())
        if own is None:
            return found
        return tuple(mention for mention in found if mention.docname != own)

    def definition(self, target: Target) -> tuple[SentencePart, ...]:
        """Return the sentence that a thing's document begins with; empty for none."""
        docname = self.document(target)
        return () if docname is None else self.definitions.get(docname, ())

    def document(self, target: Target) -> str | None:
        """Return the docname of a thing's hand-written page; None where it has none."""
        self.note_brief(target)
        return self.facts.catalogue.documents.get(target)

    def has_document(self, target: Target) -> bool:
        """Tell whether a thing has a hand-written page."""
        return self.document(target) is not None

    def slug(self, target: Target) -> str:
        """Return the last piece of the address of a thing's page."""
        self.note_brief(target)
        return self.facts.catalogue.slugs[target]

    def pagename(self, target: Target) -> str:
        """Return the standard address of a thing's page, without suffix."""
        return f"{target.kind.folder}/{self.slug(target)}"

    @property
    def tables(self) -> NotedTables:
        """What is found once for many pages; that it is read is noted."""
        if self._remembered.tables is None:
            self._remembered.tables = NotedTables(self.facts, self.recorder)
        return self._remembered.tables


def traced(context: PageContext) -> PageContext:
    """Return a context of the same content that notes what is read of it."""
    recorder = Recorder()
    facts = context.facts
    made = replace(
        context,
        catalogue=traced_catalogue(facts, recorder),
        mentions=traced_mentions(facts, recorder),
        definitions=recorder.mapping(DEFINITIONS, context.definitions),
        recorder=recorder,
    )
    made._remembered.facts = facts  # noqa: SLF001 - of the same class
    return made
