"""Hand-written pages as values: the ``bibwiki`` block of their front matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bibwiki.model.diagnostic import Location
    from bibwiki.model.notes.kind import Kind


@dataclass(frozen=True, slots=True)
class Affiliation:
    """One line of a person's affiliations, as declared."""

    organization: str
    """An organization's id or name."""
    role: str = ""
    start: str = ""
    """``from`` in the front matter: a date as written, e.g. ``2023``."""
    end: str = ""
    """``to`` in the front matter; empty while it lasts or is not known."""
    as_of: str = ""
    """``as-of``: when this was true, e.g. ``as captured``."""
    source: str = ""
    """A citation key."""


@dataclass(frozen=True, slots=True)
class Advisor:
    """Somebody who advised a person's studies, as declared."""

    person: str
    """A person's id or name."""
    source: str
    """A citation key."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a topic, and how far it is answered."""

    text: str
    """One sentence, e.g. ``Do looms dream?``."""
    evidence: tuple[str, ...] = ()
    """Citation keys of the works that say most about it, the best first."""
    state: str = "open"
    """Of the answer yes: ``open``, ``supported``, ``disputed`` or ``refuted``."""
    judged: str = ""
    """The ISO date on which a person last judged the state."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a hand-written page declares about the thing it is about."""

    kind: Kind
    id: str
    """Unique within the kind; the file's name where the page declares none."""
    name: str
    """The display name; the id where the page declares none."""
    docname: str
    """The page: its path below the documents' folder, without suffix."""
    location: Location
    also: tuple[str, ...] = ()
    """Other names: names as written elsewhere, abbreviations, merged keywords."""
    hidden_names: tuple[str, ...] = ()
    """Names used to match and never shown or exported."""
    also_id: tuple[str, ...] = ()
    """Former ids."""
    affiliations: tuple[Affiliation, ...] = ()
    advisors: tuple[Advisor, ...] = ()
    """For people: who advised their studies, in the order declared."""
    links: tuple[tuple[str, str], ...] = ()
    """Label and safe address, in the order declared."""
    topics: tuple[str, ...] = ()
    """Topic ids or aliases."""
    orcid: str = ""
    checked: str = ""
    """The ISO date on which the page's facts were last checked."""
    curation: str = ""
    """Who answers for the facts, a value of :class:`~bibwiki.model.curation.Curation`;
    empty where the page does not say."""
    topic_kind: str = "concept"
    """For topics: concept, system, benchmark, dataset, method or model."""
    broader: tuple[str, ...] = ()
    """For topics: ids of wider topics."""
    see_also: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    """For topics: what is asked, in the order declared."""
    organization_kind: str = ""
    """For organizations, in a word or two as written, e.g. ``company``."""
    place: str = ""
    """For organizations: where it is, e.g. ``Zurich, Switzerland``."""
    parents: tuple[str, ...] = ()
    """For organizations, ``parent`` in the front matter: ids or names of those that it
    is part of."""
    ror: str = ""
    """For organizations: the id in the Research Organization Registry."""
    draft: bool = False
