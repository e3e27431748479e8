"""Our entries as sphinxcontrib-bibtex wants them: pybtex objects, made on demand.

pybtex is never asked to parse a file. One entry becomes a pybtex entry when a citation
style or a ``bibliography`` directive asks for it, and nothing of it is pickled: the
mapping is refilled from our own reading in every build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pybtex.database import BibliographyData
from pybtex.database import Entry as PybtexEntry
from pybtex.database import Person as PybtexPerson
from pybtex.richtext import Text
from typing_extensions import override

from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.model.identifiers import safe_url
from bibwiki.model.latex.text import decode
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

# What pybtex's styles have a template for and which fields that template cannot do
# without (pybtex 0.26, style.formatting.unsrt); everything else becomes ``misc``.
_REQUIRED = {
    "article": ("author", "title", "journal", "year"),
    "book": ("title", "publisher", "year"),
    "booklet": ("title",),
    "inbook": ("title", "chapter", "publisher", "year"),
    "incollection": ("author", "title", "booktitle", "year"),
    "inproceedings": ("author", "title", "booktitle"),
    "manual": ("title",),
    "mastersthesis": ("author", "title", "school", "year"),
    "misc": (),
    "phdthesis": ("author", "title", "school", "year"),
    "proceedings": ("title", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "unpublished": ("author", "title", "note"),
}
_BY_WORK_TYPE = {
    WorkType.ARTICLE: "article",
    WorkType.BOOK: "book",
    WorkType.CHAPTER: "incollection",
    WorkType.PAPER: "inproceedings",
    WorkType.PROCEEDINGS: "proceedings",
    WorkType.THESIS: "phdthesis",
    WorkType.REPORT: "techreport",
}
# biblatex's names for BibTeX's fields (biblatex manual, section 2.2.5).
_BIBLATEX_NAMES = {
    "journaltitle": "journal",
    "location": "address",
    "institution": "school",
    "school": "institution",
    "annotation": "annote",
}
_PLAIN_NAME = re.compile(r"(?:[^\W_]|[., ])+")
"""Letters, digits, dots, commas: nothing that means something in LaTeX."""
_PERSONS = (Role.AUTHOR.value, Role.EDITOR.value)
_BRACES = re.compile("[{}]")
_DEPTH = 50
_ESCAPED_BRACES = re.compile(r"\\[{}]")
_TRIED_LENGTH = 10_000
"""Longer values, in characters, become plain text: no reference shows so much."""
_URL_COMMAND = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")


class WorkEntries(Mapping[str, PybtexEntry]):
    """Maps each citation key to its pybtex entry; equal spelling, file order."""

    def __init__(self, works: Mapping[str, Work]) -> None:
        self._works = works
        self._hidden = HiddenNames()
        self._made: dict[str, PybtexEntry] = {}

    def hide(self, hidden: HiddenNames) -> None:
        """Show no name from now on that a page hides."""
        self._hidden = hidden
        self._made.clear()

    @override
    def __getitem__(self, key: str) -> PybtexEntry:
        entry = self._made.get(key)
        if entry is None:
            entry = self._made[key] = pybtex_entry(
                self._hidden.work_without(self._works[key])
            )
        return entry

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._works)

    @override
    def __len__(self) -> int:
        return len(self._works)

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._works


class WorkBibliography(BibliographyData):  # type: ignore[misc] # pybtex is not typed
    """A pybtex bibliography over our works that pickles as an empty one.

    Sphinx pickles the environment at the end of a build and for every chunk of a
    parallel read; thousands of entries in it would cost seconds each time.
    """

    def __init__(self, works: Mapping[str, Work]) -> None:
        super().__init__()
        self.entries = WorkEntries(works)

    def hide(self, hidden: HiddenNames) -> None:
        """Show no name from now on that a page hides."""
        self.entries.hide(hidden)

    @override
    def __reduce__(self) -> tuple[type[WorkBibliography], tuple[dict[str, Work]]]:
        return (WorkBibliography, ({},))


def pybtex_entry(work: Work) -> PybtexEntry:
    """Return a work as pybtex's styles expect it.

    Fields keep their LaTeX where its braces are balanced, decoded too, because the
    styles decode it themselves; names are ours, split already. A type that lacks a
    field its template needs becomes ``misc``, whose template needs none: a citation
    must never fail.
    """
    fields = {
        name: text
        for name, value in work.entry.fields.items()
        if name not in _PERSONS and (text := _safe_text(value))
    }
    for written, wanted in _BIBLATEX_NAMES.items():
        if written in fields:
            fields.setdefault(wanted, fields[written])
    title = _as_latex(work.title) or _as_latex(work.key) or "untitled"
    fields.setdefault("title", title)
    if work.year is not None:
        fields["year"] = str(work.year)
    elif work.date_text:
        # "in press" says more than the style's "n.d.".
        fields["year"] = _as_latex(work.date_text)
    if (raw := fields.get("url")) is not None:
        if (address := safe_url(raw)) is None:
            del fields["url"]
        elif "\\" in raw:
            fields["url"] = address  # styles put it into an address as it is
    persons = {
        role.value: [
            _pybtex_person(contribution.name)
            for contribution in work.contributions
            if contribution.role is role
            and _as_latex(contribution.name.display).strip()
        ]
        for role in (Role.AUTHOR, Role.EDITOR)
    }
    if work.others and persons["author"]:
        persons["author"].append(PybtexPerson(last="others"))
    entry_type = _entry_type(work, fields, persons)
    entry = PybtexEntry(entry_type, fields, {r: p for r, p in persons.items() if p})
    entry.key = work.key
    return entry


def _entry_type(
    work: Work, fields: dict[str, str], persons: dict[str, list[PybtexPerson]]
) -> str:
    wanted = work.entry.entry_type
    if wanted not in _REQUIRED:
        wanted = _BY_WORK_TYPE.get(work.work_type, "misc")
    for name in _REQUIRED[wanted]:
        if not fields.get(name) and not persons.get(name):
            return "misc"
    return wanted


class _PlainPerson(PybtexPerson):  # type: ignore[misc] # pybtex is not typed
    """A person of names without LaTeX, which styles need not look for in them.

    They do so for every name of every citation; it took a third of the time of writing
    a citation.
    """

    @property
    @override
    def rich_first_names(self) -> list[Text]:
        return list(map(Text, self.first_names))

    @property
    @override
    def rich_prelast_names(self) -> list[Text]:
        return list(map(Text, self.prelast_names))

    @property
    @override
    def rich_last_names(self) -> list[Text]:
        return list(map(Text, self.last_names))

    @property
    @override
    def rich_lineage_names(self) -> list[Text]:
        return list(map(Text, self.lineage_names))


def _pybtex_person(name: Name) -> PybtexPerson:
    """Return our split name; made from parts, since parsing it again could fail."""
    plain = _PLAIN_NAME.fullmatch(name.display)
    person = _PlainPerson() if plain else PybtexPerson()
    if name.literal is not None:
        person.last_names = [_as_latex(name.literal)]
        return person
    person.first_names = _as_latex(name.given).split()
    person.prelast_names = _as_latex(name.particle).split()
    person.last_names = _as_latex(name.family).split()
    person.lineage_names = _as_latex(name.suffix).split()
    return person


def _safe_text(value: str) -> str:
    """Return a field that pybtex can read: balanced braces, no unsafe address."""
    value = _URL_COMMAND.sub(
        lambda m: m[0] if safe_url(m[1]) is not None else m[1], value
    )
    if "\\" not in value and "%" not in value:
        return value if _is_balanced(value) else _BRACES.sub("", value)
    # The styles decode before they look at braces: an escaped one becomes a brace, a
    # percent sign hides what follows, a backslash at the end cannot be decoded.
    is_short = len(value) <= _TRIED_LENGTH
    if is_short and _is_balanced(_ESCAPED_BRACES.sub("", value)) and _is_read(value):
        return value
    return _as_latex(decode(value))


def _is_read(value: str) -> bool:
    """Whether pybtex can read a value."""
    try:
        Text.from_latex(value)
    except Exception:  # noqa: BLE001 - whatever it is, the build must not die of it
        return False
    return True


def _is_balanced(text: str) -> bool:
    """Whether braces balance, and are not nested too deeply for pybtex's recursion."""
    depth = 0
    for brace in _BRACES.findall(text):
        depth += 1 if brace == "{" else -1
        if not 0 <= depth <= _DEPTH:
            return False
    return depth == 0


def _as_latex(text: str) -> str:
    """Return plain text so that the styles, which decode it, show it as it is."""
    return _BRACES.sub("", text).replace("\\", "").replace("%", r"\%")
