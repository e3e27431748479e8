"""Entries to BibTeX text that every tool reads again.

Fields come in a stable order. The text is balanced whatever the values hold, because a
brace too many in one entry would break the file it is pasted into.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.list_comments import without_comments
from bibwiki.model.bibtex.macros import MONTH_MACROS
from bibwiki.model.curation import CURATION_FIELDS
from bibwiki.model.entry_types import WORK_TYPES
from bibwiki.model.record_dates import RECORD_FIELDS

if TYPE_CHECKING:
    from bibwiki.model.bibtex.entry import Entry

OWN_FIELDS = frozenset({
    "annotation", "source", "cites", "supports", "disputes", "extends", "replicates",
    "corrects", "retracts", "pdf", "code", "data", "video", "slides", "blog", "thread",
    "website", "press", *CURATION_FIELDS, *RECORD_FIELDS,
})  # fmt: skip
"""The wiki's own fields and the dates of the record; with ``claim``, ``claim2`` ... of
no use to those who cite a work."""

_PRIVATE_FIELDS = frozenset({"file", "crossref", "xdata", "local-url", "owner"})
"""What points to a machine, or to entries whose fields are inherited already."""

_NAME_FIELDS = frozenset({"author", "editor", "translator", "advisor", "supervisor"})
_FIELD_ORDER = (
    "author", "author+an", "author+an:id", "editor", "editor+an", "editor+an:id",
    "translator", "title", "subtitle", "titleaddon", "booktitle", "booksubtitle",
    "journal", "journaltitle", "journalsubtitle", "shortjournal", "maintitle", "series",
    "edition", "volume", "number", "issue", "pages", "pagetotal", "eid", "chapter",
    "publisher", "institution", "school", "organization", "location", "address",
    "type", "entrysubtype", "howpublished", "version", "eventtitle", "eventdate",
    "venue", "date", "year", "month", "day", "origdate", "pubstate", "doi", "eprint",
    "eprinttype", "eprintclass", "archiveprefix", "primaryclass", "isbn", "issn",
    "pmid", "pmcid", "url", "urldate", "note", "addendum", "abstract", "keywords",
)  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(_FIELD_ORDER)}
_CLAIM = re.compile(r"claim\d*")
_MONTH_NAMES = {text: macro for macro, text in MONTH_MACROS.items()}
_BRACE = re.compile(r"(?<!\\)[{}]")
_SOUND_NAME = re.compile(r"[^\W\d][\w.:+/-]*")
_KEY_BREAKERS = re.compile(r"[\s,{}()=\"#%\\~'@]+")


def format_bibtex(
    entry: Entry,
    *,
    own_fields: bool = False,
    private_fields: bool = False,
    abstract: bool = True,
) -> str:
    """Format an entry.

    Args:
        entry: A complete entry: inherited fields are written out.
        own_fields: Write the wiki's own fields too.
        private_fields: Write ``file`` and the like too; ``crossref`` as well.
        abstract: Write the abstract.

    Returns:
        Text that ends with a line break. Field names are in lower case, values in
        braces; a month that is a macro stays one. What BibTeX could not read again is
        mended: unmatched braces are left out, signs that end a key become hyphens.
    """
    fields = entry.fields
    names = _written_names(tuple(fields), own_fields, private_fields, abstract)
    key = entry.key
    if not key.isalnum():
        key = _KEY_BREAKERS.sub("-", key).strip("-") or "unnamed"
    lines = [f"@{_sound_type(entry.entry_type)}{{{key},"]
    lines += [f"  {name} = {_format_value(name, fields[name])}," for name in names]
    return "\n".join([*lines, "}", ""])


# The same few sets of names come with most entries, so what follows is kept.
@lru_cache(1024)
def _written_names(
    names: tuple[str, ...],
    own_fields: bool,  # noqa: FBT001 - a cache hashes these faster
    private_fields: bool,  # noqa: FBT001 - the same
    abstract: bool,  # noqa: FBT001 - the same
) -> tuple[str, ...]:
    """Return the names of the fields that are written, in their order."""
    written = [
        name
        for name in names
        if _SOUND_NAME.fullmatch(name)
        and (own_fields or not _is_own(name))
        and (private_fields or name not in _PRIVATE_FIELDS)
        and (abstract or name != "abstract")
    ]
    return tuple(sorted(written, key=_rank))


def _is_own(name: str) -> bool:
    return name in OWN_FIELDS or _CLAIM.fullmatch(name) is not None


def _rank(name: str) -> tuple[int, str]:
    return _RANK.get(name, len(_RANK)), name


@lru_cache(1024)
def _sound_type(entry_type: str) -> str:
    if re.fullmatch(r"[a-z][\w-]*", entry_type):
        return entry_type
    letters = re.sub(r"[\W\d_]+", "", entry_type)
    return letters if letters in WORK_TYPES else "misc"


def _format_value(name: str, value: str) -> str:
    if name == "month" and value in _MONTH_NAMES:
        return _MONTH_NAMES[value]
    if "%" in value and name in _NAME_FIELDS:
        value = without_comments(value)  # these need the line breaks that end them
    if ("{" in value or "}" in value) and not _is_balanced(value):
        value = _balanced(value)
    if "\n" in value:
        value = " ".join(filter(None, map(str.strip, value.split("\n"))))
    else:
        value = value.strip()
    if value.endswith("\\"):
        value += " "  # else the backslash would hide the closing brace
    return f"{{{value}}}"


def _is_balanced(value: str) -> bool:
    """Tell whether each brace has a partner; a backslash takes its meaning away."""
    if "\\" in value:
        value = value.replace("\\{", " ").replace("\\}", " ")
    first, *others = value.split("{")
    depth = -first.count("}")
    for part in others:
        if depth < 0:
            return False
        depth += 1 - part.count("}")
    return depth == 0


def _balanced(value: str) -> str:
    """Leave out every brace that has no partner."""
    open_braces: list[int] = []
    surplus: set[int] = set()
    for brace in _BRACE.finditer(value):
        if brace[0] == "{":
            open_braces.append(brace.start())
        elif open_braces:
            open_braces.pop()
        else:
            surplus.add(brace.start())
    surplus.update(open_braces)
    return "".join(
        character for place, character in enumerate(value) if place not in surplus
    )
