"""What one entry says about a work, read into values.

A :class:`Work` is an interpreted entry: decoded text, split names, normalised dates and
identifiers. Who the creators *are*, which topics exist and which entries belong
together is not decided here but in :mod:`bibwiki.catalogue`.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bibwiki.model.values import value

if TYPE_CHECKING:
    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.curation import Curation
    from bibwiki.model.date import PartialDate
    from bibwiki.model.identifier import Identifier
    from bibwiki.model.names.name import Name
    from bibwiki.model.work_type import WorkType


class Role(StrEnum):
    """What a creator did, after biblatex's name fields."""

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    ADVISOR = "advisor"

    __hash__ = str.__hash__  # Enum's own is a function of Python's


class Relation(StrEnum):
    """How one work stands to another; each is also a field name that holds keys."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    EXTENDS = "extends"
    REPLICATES = "replicates"
    CORRECTS = "corrects"
    RETRACTS = "retracts"
    CITES = "cites"
    """The other work stands in its list of references; JabRef's field of that name."""
    RELATED = "related"
    """biblatex's ``related`` without a type of its own."""
    VERSION = "version"
    """biblatex's ``related`` with ``relatedtype = {version}``: the same work."""
    SOURCE = "source"
    """The entry was taken from that document: provenance."""

    __hash__ = str.__hash__  # Enum's own is a function of Python's

    @property
    def inverse_label(self) -> str:
        """What the other work is told, e.g. ``disputed by``."""
        return _INVERSE_LABELS[self]


_INVERSE_LABELS = {
    Relation.SUPPORTS: "supported by",
    Relation.DISPUTES: "disputed by",
    Relation.EXTENDS: "extended by",
    Relation.REPLICATES: "replicated by",
    Relation.CORRECTS: "corrected by",
    Relation.RETRACTS: "retracted by",
    Relation.CITES: "cited by",
    Relation.RELATED: "related",
    Relation.VERSION: "version",
    Relation.SOURCE: "source of",
}


@value(frozen=True, slots=True)
class Contribution:
    """A creator as one work names them."""

    name: Name
    role: Role
    marks: tuple[str, ...] = ()
    """biblatex name annotations, e.g. ``("equal",)``."""
    declared_person: str | None = None
    """The person id given by ``author+an:id``, unchecked."""
    identifiers: tuple[Identifier, ...] = ()
    """What tells a creator from namesakes: an ORCID, a number of DBLP; at most one of a
    scheme, and never one that two creators of the work have."""


@value(frozen=True, slots=True)
class Venue:
    """Where a work appeared, as its entry writes it."""

    name: str
    """E.g. ``Journal of Invented Results``."""
    kind: str
    """``journal``, ``conference``, ``book``, ``series`` or ``website``."""
    short: str = ""
    """E.g. ``JIR``; empty if the entry gives none."""


@value(frozen=True, slots=True)
class ExternalLink:
    """An address that a field of the entry gives; always http, https, mailto or ftp."""

    label: str
    """One of ``PDF``, ``Code``, ``Data``, ``Video``, ``Slides``, ``Blog``,
    ``Thread``, ``Website``, ``Press``, ``URL``."""
    url: str


@value(frozen=True, slots=True)
class WorkRelation:
    """A field of this entry that names another work."""

    relation: Relation
    key: str
    """A citation key, unchecked."""


@value(frozen=True, slots=True)
class Licence:
    """What readers may do with a work, as its entry says."""

    name: str
    """The short name of a licence of Creative Commons, e.g. ``CC BY 4.0``; else the
    field's own words."""
    url: str | None
    """Where it can be read; always https or http."""
    is_open: bool = False
    """It is one of Creative Commons."""


@value(frozen=True, slots=True)
class Rights:
    """Under which licence a work stands, and who may read it."""

    licences: tuple[Licence, ...] = ()
    """In the order of the entry, each once."""
    access: str = ""
    """What the entry says of access, apart from licences: ``open access (gold)``,
    ``embargoed access``; empty where it says nothing."""
    is_open: bool = False
    """It is open access: the entry says so, or the licence is of Creative Commons."""


NO_RIGHTS = Rights()
"""Of an entry that says nothing of them."""


@value(frozen=True, slots=True)
class Work:
    """An interpreted entry. Texts are Unicode without LaTeX.

    Title, abstract, summary, claims and note keep their inline markup as
    :class:`~bibwiki.model.latex.marked_text.MarkedText`; all others are plain.
    """

    entry: Entry
    """Where it comes from."""
    work_type: WorkType
    title: str
    """Never empty: the key where the entry has no title. Subtitle after a colon."""
    contributions: tuple[Contribution, ...]
    """In the order of the entry: authors, then editors, translators, advisors."""
    others: bool = False
    """The author list ended with ``and others``."""
    date: PartialDate | None = None
    date_text: str = ""
    """What the date fields say where no date could be read, e.g. ``in press``."""
    venue: Venue | None = None
    publisher: str = ""
    """``publisher``, ``institution``, ``school`` or ``organization``."""
    volume: str = ""
    number: str = ""
    pages: str = ""
    """With a plain hyphen, e.g. ``10-20``."""
    identifiers: tuple[Identifier, ...] = ()
    """At most one of a scheme; DOI first, then arXiv, then the others by scheme."""
    links: tuple[ExternalLink, ...] = ()
    keywords: tuple[str, ...] = ()
    """As written, reference managers' flags left out, no repeats."""
    abstract: str = ""
    summary: str = ""
    """The ``annotation`` field: a summary in the wiki's own words."""
    claims: tuple[str, ...] = ()
    """``claim``, ``claim2`` ... in the order of their numbers."""
    relations: tuple[WorkRelation, ...] = ()
    also_keys: tuple[str, ...] = ()
    """biblatex ``ids``: further citation keys of the same work."""
    event: str = ""
    """``eventtitle``."""
    note: str = ""
    """``note`` and ``addendum``, sentence by sentence."""
    rights: Rights = NO_RIGHTS
    curation: Curation | None = None
    """Who answers for the entry's facts; None where nobody said."""
    checked: PartialDate | None = None
    """The day on which the entry was last checked."""
    added: PartialDate | None = None
    """The day on which the entry was put into its file, if a program noted it."""
    changed: PartialDate | None = None
    """The later day of the entry's last change, likewise."""
    consequences: bytes = field(default=b"", init=False, repr=False, compare=False)
    """A digest of all that decides who and what is behind it, if somebody has worked it
    out: it stays with the work. A copy that says something else has none."""

    def moved_to(self, entry: Entry) -> Work:
        """Return the work of its entry as that stands elsewhere in its file."""
        moved = replace(self, entry=entry)
        object.__setattr__(moved, "consequences", self.consequences)
        return moved

    @property
    def key(self) -> str:
        """The citation key of its entry."""
        return self.entry.key

    @property
    def year(self) -> int | None:
        """The year of its date, if it has one."""
        return self.date.year if self.date else None
