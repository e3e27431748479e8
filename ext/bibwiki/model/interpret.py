"""From entries to works: the only rooms that know BibTeX's field names.

The names of the fields are biblatex's, BibTeX's beside them and bibwiki's own; names,
addresses and venues have rooms of their own (:mod:`~bibwiki.model.contributions`,
:mod:`~bibwiki.model.addresses`, :mod:`~bibwiki.model.publication`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bibwiki.model.addresses import read_addresses
from bibwiki.model.contributions import read_contributions
from bibwiki.model.curation import CURATION_FIELDS, CURATIONS, curation_of
from bibwiki.model.dates import ReadDate, read_date, read_year_month
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.entry_types import work_type_of
from bibwiki.model.garbage import pause_collection
from bibwiki.model.keywords import split_keywords
from bibwiki.model.latex.marked_text import joined_text
from bibwiki.model.latex.text import decode, read_text
from bibwiki.model.places import field_location
from bibwiki.model.publication import join_title, read_publication
from bibwiki.model.record_dates import read_record_dates
from bibwiki.model.rights import read_rights
from bibwiki.model.work import Relation, Work, WorkRelation
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.diagnostic import Location

_CLAIM = re.compile(r"claim(\d{0,6})")
_KEY_SEPARATOR = re.compile(r"[,;]")
_DECLARED_RELATIONS = tuple(
    relation
    for relation in Relation
    if relation not in {Relation.RELATED, Relation.VERSION}
)
_RELATION_NAMES = frozenset(relation.value for relation in _DECLARED_RELATIONS)
_DATABASES = frozenset({
    "scopus", "web of science", "wos", "pubmed", "medline", "crossref", "dblp", "arxiv",
    "google scholar", "semantic scholar", "ieee xplore", "embase",
})  # fmt: skip
"""What exports write into ``source``: names of databases, and no keys."""
_PUBSTATES = {
    "inpress": "in press",
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "prepublished": "prepublished",
}


def interpret(
    entry: Entry, raw: str | None = None
) -> tuple[Work, tuple[Diagnostic, ...]]:
    """Read an entry into a work.

    Args:
        entry: A complete entry: what it inherits is among its fields.
        raw: Its text, which tells the places of problems; if None, its own.

    Returns:
        The work, whatever the entry lacks, and what could not be understood.
    """
    fields = entry.fields
    problems: list[tuple[Problem, str, str]] = []
    work_type = _work_type(entry, problems)
    names = read_contributions(fields)
    addresses = read_addresses(fields)
    publication = read_publication(fields, work_type)
    date = _read_date(fields, problems)
    recorded = read_record_dates(fields)
    problems += (*names.problems, *addresses.problems)
    work = Work(
        entry=entry,
        work_type=work_type,
        title=_title(entry, problems),
        contributions=names.contributions,
        others=names.others,
        date=date.date,
        date_text=date.text,
        **publication._asdict(),
        identifiers=addresses.identifiers,
        links=addresses.links,
        keywords=split_keywords(fields.get("keywords") or fields.get("keyword") or ""),
        abstract=read_text(fields.get("abstract", "")),
        summary=read_text(fields.get("annotation", "")),
        claims=_claims(fields),
        relations=tuple(_relations(fields)),
        also_keys=tuple(_keys(fields.get("ids", ""))),
        event=decode(fields.get("eventtitle", "")),
        note=_note(fields),
        rights=read_rights(fields),
        **_curation(fields, problems),
        **recorded._asdict(),
    )
    if not problems:
        return work, ()
    text = entry.raw if raw is None else raw
    return work, tuple(_diagnostics(entry, text, problems))


def interpret_all(
    entries: Iterable[Entry],
) -> tuple[tuple[Work, ...], tuple[Diagnostic, ...]]:
    """Read many entries; repeats (``kept`` is false) are left out.

    Returns:
        The works and all diagnostics, in the order of the entries.
    """
    works: list[Work] = []
    diagnostics: list[Diagnostic] = []
    with pause_collection():
        for entry in entries:
            if entry.kept:
                work, found = interpret(entry)
                works.append(work)
                diagnostics.extend(found)
    return tuple(works), tuple(diagnostics)


def _diagnostics(
    entry: Entry, raw: str, problems: Iterable[tuple[Problem, str, str]]
) -> Iterator[Diagnostic]:
    """Yield problems with the places of the fields that they are about."""
    places: dict[str, Location] = {}
    for problem, message, field in problems:
        if field not in places:
            places[field] = field_location(raw, entry.location, field)
        yield Diagnostic(problem, f"{entry.key}: {message}", places[field])


def _work_type(entry: Entry, problems: list[tuple[Problem, str, str]]) -> WorkType:
    work_type = work_type_of(entry.entry_type, entry.fields)
    if work_type is not None:
        return work_type
    message = f'no work type is known for "@{entry.entry_type}"; taken as "@misc"'
    problems.append((Problem.UNKNOWN_ENTRY_TYPE, message, ""))
    return WorkType.MISC


def _title(entry: Entry, problems: list[tuple[Problem, str, str]]) -> str:
    fields = entry.fields
    title = read_text(fields.get("title", ""))
    title = join_title(title, read_text(fields.get("subtitle", "")))
    if title:
        return title
    problems.append((Problem.MISSING_TITLE, "the entry has no title", "title"))
    other = fields.get("shorttitle") or fields.get("maintitle") or ""
    return read_text(other) or entry.key


def _read_date(
    fields: Mapping[str, str], problems: list[tuple[Problem, str, str]]
) -> ReadDate:
    found = ReadDate()
    for field in ("date", "year", "eventdate"):
        text = fields.get(field)
        if not text or found.date is not None:
            continue
        if field == "year":
            other = read_year_month(
                text, fields.get("month", ""), fields.get("day", "")
            )
        else:
            other = read_date(text)
        if other.problem:
            problems.append((Problem.INVALID_DATE, f"{field}: {other.problem}", field))
        found = ReadDate(other.date, found.text or other.text)
    if found.date is None and not found.text:
        state = fields.get("pubstate", "").strip()
        return ReadDate(text=_PUBSTATES.get(state.lower(), decode(state)))
    return found if found.date is None else ReadDate(found.date)


def _claims(fields: Mapping[str, str]) -> tuple[str, ...]:
    numbered = [
        (int(matched[1] or 1), read_text(text))
        for name, text in fields.items()
        if name.startswith("claim") and (matched := _CLAIM.fullmatch(name))
    ]
    numbered.sort(key=lambda each: each[0])
    return tuple(text for _, text in numbered if text)


def _relations(fields: Mapping[str, str]) -> Iterator[WorkRelation]:
    if "related" in fields:
        is_version = fields.get("relatedtype", "").strip().lower() == "version"
        relation = Relation.VERSION if is_version else Relation.RELATED
        for key in _keys(fields["related"]):
            yield WorkRelation(relation, key)
    if not _RELATION_NAMES.isdisjoint(fields):
        for relation in _DECLARED_RELATIONS:
            for key in _keys(fields.get(relation.value, "")):
                if relation is not Relation.SOURCE or key.lower() not in _DATABASES:
                    yield WorkRelation(relation, key)


def _keys(text: str) -> list[str]:
    """Split a list of citation keys; each once."""
    if not text:
        return []
    keys = (key.strip(" \t\n{}") for key in _KEY_SEPARATOR.split(text))
    return list(dict.fromkeys(key for key in keys if key))


def _curation(
    fields: Mapping[str, str], problems: list[tuple[Problem, str, str]]
) -> dict[str, Any]:
    """Return who answers for the entry and when it was checked, if it says so."""
    if CURATION_FIELDS.isdisjoint(fields):
        return {}
    said = fields.get("curation", "").strip().lower()
    if said and said not in CURATIONS:
        message = f'curation: "{said[:80]}" is none of {", ".join(CURATIONS)}'
        problems.append((Problem.INVALID_CURATION, message, "curation"))
    text = fields.get("checked", "").strip()
    day = read_date(text)
    if text and day.date is None:
        message = f'checked: "{text[:80]}" is no date'
        problems.append((Problem.INVALID_DATE, message, "checked"))
    return {"curation": curation_of(said, day.date), "checked": day.date}


def _note(fields: Mapping[str, str]) -> str:
    """Join ``note`` and ``addendum`` as sentences."""
    notes = [read_text(fields.get(name, "")) for name in ("note", "addendum")]
    sentences: list[str] = []
    for note in filter(None, notes):
        sentences += (" " if sentences else "", note, "" if note[-1] in ".!?" else ".")
    return joined_text(sentences)
