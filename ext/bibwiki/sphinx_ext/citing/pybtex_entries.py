"""Our entries as sphinxcontrib-bibtex wants them: pybtex objects, made on demand.

pybtex is never asked to parse a file. One entry becomes a pybtex entry when a citation
style or a ``bibliography`` directive asks for it, and nothing of it is pickled: the
mapping is refilled from our own reading in every build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pybtex.database import BibliographyData
from pybtex.database import Entry as PybtexEntry
from pybtex.database import Person as PybtexPerson
from typing_extensions import override

from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.model.identifiers import safe_url
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType
from bibwiki.sphinx_ext.citing.pybtex_values import as_latex, pybtex_person, safe_text

if TYPE_CHECKING:
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
_PERSONS = (Role.AUTHOR.value, Role.EDITOR.value)


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
    fields, persons = _fields(work), _persons(work)
    entry_type = _entry_type(work, fields, persons)
    entry = PybtexEntry(entry_type, fields, {r: p for r, p in persons.items() if p})
    entry.key = work.key
    return entry


def _fields(work: Work) -> dict[str, str]:
    fields = {
        name: text
        for name, value in work.entry.fields.items()
        if name not in _PERSONS and (text := safe_text(value))
    }
    for written, wanted in _BIBLATEX_NAMES.items():
        if written in fields:
            fields.setdefault(wanted, fields[written])
    title = as_latex(work.title) or as_latex(work.key) or "untitled"
    fields.setdefault("title", title)
    if work.year is not None:
        fields["year"] = str(work.year)
    elif work.date_text:
        # "in press" says more than the style's "n.d.".
        fields["year"] = as_latex(work.date_text)
    if (raw := fields.get("url")) is not None:
        if (address := safe_url(raw)) is None:
            del fields["url"]
        elif "\\" in raw:
            fields["url"] = address  # styles put it into an address as it is
    return fields


def _persons(work: Work) -> dict[str, list[PybtexPerson]]:
    persons = {
        role.value: [
            pybtex_person(contribution.name)
            for contribution in work.contributions
            if contribution.role is role and as_latex(contribution.name.display).strip()
        ]
        for role in (Role.AUTHOR, Role.EDITOR)
    }
    if work.others and persons["author"]:
        persons["author"].append(PybtexPerson(last="others"))
    return persons


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
