"""Every field that bibwiki reads, and what it takes it for.

The reference is generated from this table. It follows biblatex; where BibTeX has
another name for the same thing, both are listed.
"""

from __future__ import annotations

from typing import NamedTuple

from bibwiki.model.record_dates import ADDED_FIELDS, CHANGED_FIELDS, TIMESTAMP
from bibwiki.model.rights_fields import ACCESS_FIELDS, LICENCE_FIELDS


class FieldGroup(NamedTuple):
    """Fields that belong together."""

    title: str
    fields: tuple[tuple[tuple[str, ...], str], ...]
    """Names of one meaning, the preferred one first, and the meaning."""


FIELD_GROUPS: tuple[FieldGroup, ...] = (
    FieldGroup(
        "Creators",
        (
            (("author",), "authors, separated by `and`; `and others` for the rest"),
            (("editor",), "editors"),
            (("translator",), "translators"),
            (("advisor", "supervisor"), "who advised a thesis"),
            (("orcid-numbers",), "the Web of Science's: ORCIDs by name"),
            (("collaboration",), "INSPIRE's: organizations, listed behind the authors"),
            (("author+an",), "marks of authors by number, as in `1=equal; 3=equal`"),
            (("author+an:id",), 'person ids of authors, as in `3="jane-doe"`'),
            (("editor+an", "translator+an", "advisor+an", "supervisor+an"), "the same"),
            (
                ("editor+an:id", "translator+an:id", "advisor+an:id",
                 "supervisor+an:id"),
                "the same",
            ),
        ),
    ),
    FieldGroup(
        "Title and text",
        (
            (("title",), "the title; LaTeX is decoded, case is kept"),
            (("subtitle",), "put behind the title and a colon"),
            (("shorttitle", "maintitle"), "taken where there is no title"),
            (("abstract",), "the abstract"),
            (("note", "addendum"), "remarks; shown one after the other"),
            (("keywords", "keyword"), "topic ids or names, separated by commas"),
        ),
    ),
    FieldGroup(
        "Where it appeared",
        (
            (("journaltitle", "journal"), "the journal, newspaper or site"),
            (("journalsubtitle",), "put behind the journal's title"),
            (("shortjournal",), "the journal's short name"),
            (("booktitle",), "the proceedings or book that holds the work"),
            (("booksubtitle",), "put behind `booktitle`"),
            (("shortbooktitle",), "the short name of `booktitle`"),
            (("series",), "a conference's short name, or the series of a book"),
            (("shortseries",), "the short name of a book's series"),
            (("volume",), "the volume"),
            (("number", "issue"), "the number or issue"),
            (("pages",), "pages in any spelling"),
            (("eid",), "an article's own number; searched for an arXiv id"),
            (("publisher", "institution", "school", "organization"),
             "who published it; the first that is given"),
            (("eventtitle",), "the event at which it was presented"),
        ),
    ),
    FieldGroup(
        "Date",
        (
            (("date",), "an EDTF date; of a range, the beginning counts"),
            (("year", "month", "day"), "the date in parts"),
            (("eventdate",), "taken where there is no other date"),
            (("pubstate",), "shown where there is no date, as in `inpress`"),
        ),
    ),
    FieldGroup(
        "Sort of work",
        (
            (("entrysubtype",), "`post`, `press`, `talk`, `podcast` and the like"),
            (("howpublished", "type", "titleaddon", "eventtype"),
             "words such as `Talk` tell the sort of work; an address becomes a link"),
        ),
    ),
    FieldGroup(
        "Identifiers",
        (
            (("doi",), "a DOI in any spelling"),
            (("eprint",), "an identifier in the archive that `eprinttype` names"),
            (("eprinttype", "archiveprefix"), "`arxiv`, `pubmed`, `jstor`, `hdl` ..."),
            (("eprintclass", "primaryclass"), "the class of an old arXiv number"),
            (("arxivid", "arxiv"), "an arXiv id"),
            (("isbn",), "an ISBN; its check digit is tested"),
            (("issn",), "an ISSN; its check digit is tested"),
            (("pmid",), "a PubMed id"),
            (("pmcid",), "a PubMed Central id"),
            (("handle", "hdl"), "a Handle"),
            (("ids",), "further citation keys of the same work"),
        ),
    ),
    FieldGroup(
        "Links",
        (
            (("url", "link"), "the work's address"),
            (("pdf",), "the work as PDF"),
            (("code",), "its code"),
            (("data",), "its data"),
            (("video",), "a recording"),
            (("slides",), "slides"),
            (("blog",), "a blog post about it"),
            (("thread",), "a thread about it"),
            (("website",), "its web site"),
            (("press",), "a press piece about it"),
        ),
    ),
    FieldGroup(
        "Rights",
        (
            (LICENCE_FIELDS,
             "licences; those of Creative Commons, in any spelling, mean open access"),
            (ACCESS_FIELDS,
             "who may read it: `true`, `gold`, `Green Published`, `closed` ..."),
        ),
    ),
    FieldGroup(
        "The wiki's own knowledge",
        (
            (("annotation",), "a summary in the wiki's own words"),
            (("claim", "claim2"), "key claims, one sentence each; `claim3` and so on"),
            (("related",), "keys of related works"),
            (("relatedtype",), "`version` joins the related works to one"),
            (("cites",), "keys of works in its list of references"),
            (("supports",), "keys of works that it supports"),
            (("disputes",), "keys of works that it disputes"),
            (("extends",), "keys of works that it extends"),
            (("replicates",), "keys of works that it replicates"),
            (("corrects",), "keys of works that it corrects"),
            (("retracts",), "keys of works that it retracts"),
            (("source",), "keys of the documents that the entry was taken from"),
        ),
    ),
    FieldGroup(
        "The record",
        (
            (("curation",), "`verified`, `imported` by a program or `needs-check`"),
            (("checked",), "the day of its last check, by a person if not `imported`"),
            (ADDED_FIELDS, "the day on which the entry was added, as in `2024-05-01`"),
            (CHANGED_FIELDS, "the day on which it was changed last"),
            ((TIMESTAMP,), "the first of these if it is missing, else the second"),
        ),
    ),
    FieldGroup(
        "Inheritance",
        (
            (("crossref",), "the key of the entry that holds this one"),
            (("xdata",), "keys of `@xdata` entries whose fields are taken over"),
        ),
    ),
)  # fmt: skip
"""In the order of the reference."""

FIELD_NAMES = frozenset(
    name for group in FIELD_GROUPS for names, _ in group.fields for name in names
)
"""Every name in the table."""
