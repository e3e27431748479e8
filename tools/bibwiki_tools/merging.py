"""What ``bibwiki merge`` proposes: likely duplicates become declared versions.

An entry is removed only where it says nothing that the one that stays does not say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.catalogue.duplicates.judgement import PairKind
from bibwiki.catalogue.duplicates.pairs import find_duplicates
from bibwiki.catalogue.versions import is_published
from bibwiki_tools.entry_edits import (
    Edit,
    apply_edits,
    line_starts_of,
    place_of,
    removal,
    with_keys,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.work import Work
    from bibwiki_tools.collection import Collection

_NAMED_BY = ("crossref", "xdata", "entryset")


@dataclass(frozen=True, slots=True)
class FileChange:
    """What changes in one file."""

    path: str
    text: str
    """Before, with line feeds."""
    edits: tuple[Edit, ...]
    """Sorted, none overlapping."""
    newline: str = "\n"
    """What ends the lines of the file itself; in the texts it is a line feed."""

    @property
    def written(self) -> bytes:
        """The file after the change."""
        text = apply_edits(self.text, self.edits)
        return text.replace("\n", self.newline).encode()


@dataclass(slots=True)
class MergePlan:
    """Which entries are changed, before their text is looked at."""

    additions: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Maps citation keys to fields to the keys added to them."""
    removed: list[Entry] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What could not be joined, and why."""


def plan_merge(collection: Collection) -> MergePlan:
    """Decide what to do about likely duplicates and exact repeats.

    The published version stays first, else the first in the files. Versions get
    ``related`` with ``relatedtype = {version}``; an entry that says nothing more is
    removed and its key goes to ``ids`` of the other.
    """
    plan = MergePlan()
    held = _held(collection.works)
    for members in _groups(collection):
        primary = next((work for work in members if is_published(work)), members[0])
        for work in members:
            if work is not primary:
                _join(plan, primary, work, held)
    for one in collection.catalogue.works.values():
        kept = {entry.key: entry for entry in one.entries if entry.kept}
        for entry in one.entries:
            if not entry.kept and _says_nothing_more(entry, kept.get(entry.key)):
                plan.removed.append(entry)
    return plan


def file_changes(collection: Collection, plan: MergePlan) -> Iterator[FileChange]:
    """Turn a plan into edits, file by file; adds a remark for what is refused."""
    removed = {id(entry) for entry in plan.removed}
    changed = [work.entry for work in collection.works if work.key in plan.additions]
    by_file: dict[str, list[Entry]] = {}
    for entry in (*changed, *plan.removed):
        entries = by_file.setdefault(entry.location.path, [])
        if not any(entry is one for one in entries[-1:]):
            entries.append(entry)
    for path, entries in by_file.items():
        try:
            text = Path(path).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            plan.remarks.append(f"{path} is not UTF-8 and was left as it is")
            continue
        windows = 0 < text.count("\r\n") == text.count("\n")
        newline = "\r\n" if windows else "\n"
        text = text.replace("\r\n", "\n") if windows else text
        starts = line_starts_of(text)
        edits = []
        for entry in entries:
            edit = _edit(entry, text, starts, plan, remove=id(entry) in removed)
            if edit is None:
                plan.remarks.append(
                    f"{entry.location}: {entry.key!r} cannot be changed safely; "
                    f"change it by hand"
                )
            else:
                edits.append(edit)
        if edits:
            yield FileChange(path, text, tuple(_apart(sorted(edits))), newline)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Leave out edits inside others: entries that damage has put into each other."""
    end = 0
    for edit in edits:
        if edit.start >= end:
            yield edit
            end = edit.end


def _edit(
    entry: Entry, text: str, starts: Sequence[int], plan: MergePlan, *, remove: bool
) -> Edit | None:
    place = place_of(entry, text, starts)
    if place is None:
        return None
    if remove:
        return removal(text, place, len(entry.raw))
    new = with_keys(entry.raw, plan.additions[entry.key])
    return None if new is None else Edit(place, place + len(entry.raw), new)


def _groups(collection: Collection) -> Iterable[list[Work]]:
    """Return the entries that belong together, in file order."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for pair in find_duplicates(collection.works, collection.catalogue):
        if pair.judgement.kind is not PairKind.RELATED:
            parent[root(pair.second.key)] = root(pair.first.key)
    groups: dict[str, list[Work]] = {}
    for work in collection.works:
        if work.key in parent:
            groups.setdefault(root(work.key), []).append(work)
    return groups.values()


def _held(works: Iterable[Work]) -> set[str]:
    """Return the keys of entries that others inherit from: these stay."""
    return {
        key.strip()
        for work in works
        for name in _NAMED_BY
        for key in work.entry.fields.get(name, "").split(",")
    }


def _join(plan: MergePlan, primary: Work, work: Work, held: set[str]) -> None:
    if work.key not in held and _says_nothing_more(work.entry, primary.entry):
        plan.removed.append(work.entry)
        ids = plan.additions.setdefault(primary.key, {}).setdefault("ids", [])
        ids += [work.key, *work.also_keys]
        return
    for one, other in ((work, primary), (primary, work)):
        fields = one.entry.fields
        added = plan.additions.get(one.key, {})
        if "related" not in fields or fields.get("relatedtype") == "version":
            added = plan.additions.setdefault(one.key, {})
            added.setdefault("related", []).append(other.key)
            if "related" not in fields:
                added["relatedtype"] = ["version"]
            return
    plan.remarks.append(
        f"{work.key!r} and {primary.key!r} both have a related field of another type; "
        f"join them by hand"
    )


def _says_nothing_more(entry: Entry, other: Entry | None) -> bool:
    """Tell whether all that an entry says, another says in the same words."""
    if other is None or entry.entry_type != other.entry_type:
        return False
    return all(
        " ".join(value.split()) == " ".join(other.fields.get(name, "").split())
        for name, value in entry.fields.items()
    )
