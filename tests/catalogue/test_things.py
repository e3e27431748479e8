"""What was found behind works is used again just where nothing of it has changed.

The fact that is tested: a catalogue that is assembled with what an earlier one found is
the same, problems included, as one that is assembled anew.
"""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.things import consequential
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.interpret import interpret_all
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.tracing.fact_digest import fact_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.things import Things
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.notes.note import Note
    from conftest import Builder

BIB = """\
@article{loom,
  author = {Quill, Ada and Rook, Bo and {Guild of Weavers}}, year = 1901,
  title = {On Looms}, journal = {Cloth Letters}, volume = 3, number = 1, pages = {4-9},
  keywords = {looms, dreams}, doi = {10.5555/loom}, publisher = {Thread House},
  license = {CC BY 4.0}, checked = {2026-01-02}, curation = {imported},
  abstract = {Looms.}, url = {https://example.org/loom}, note = {Invited},
}
@inproceedings{reed,
  author = {Quill, Ada B. and Rook, Bo}, year = 1901, title = {On Reeds},
  booktitle = {Proceedings of Cloth}, keywords = {looms}, annotation = {Good.},
  claim = {Reeds sing.}, supports = {loom},
}
@misc{dye, author = {Rook, Bo and Rook, Bo}, date = {1903}, title = {Dyes},
  author+an:id = {1="nobody"}, pubstate = {inpress}, eventtitle = {Cloth Day}}
@misc{ink, author = {Rook, Bo}, date = {1903}, title = {Inks}}
@phdthesis{knot, author = {Knotter, Cy}, advisor = {Quill, Ada}, year = 1904,
  title = {Knots}, school = {Thread House}, ids = {knots},
}
"""

WITHOUT_CONSEQUENCE = [
    ("title = {Dyes}", "title = {Early Dyes}"),
    ("title = {On Looms}", "title = {On Old Looms}"),
    ("{Looms.}", "{Looms and\n\n\nnothing else.}"),
    ("volume = 3", "volume = 5"),
    ("number = 1", "number = 7"),
    ("{4-9}", "{5-9}"),
    ("org/loom}", "org/looms}"),
    ("{Invited}", "{Invited talk}"),
    ("{Reeds sing.}", "{Reeds hum.}"),
    ("{Good.}", "{Very good.}"),
    ("CC BY 4.0", "CC0"),
    ("2026-01-02", "2026-01-03"),
    ("{imported}", "{verified}"),
    ("@misc{dye", "\n\n@misc{dye"),
]
CONSEQUENTIAL = [
    ("Quill, Ada B.", "Quill, Ada C."),
    ("Bo and {Guild of Weavers}", "Bo"),
    ("year = 1901,\n  title", "year = 1902,\n  title"),
    ("Cloth Letters", "Cloth Reports"),
    ("{looms, dreams}", "{looms}"),
    ("Thread House},\n  lic", "Yarn House},\n  lic"),
    ('1="nobody"', '2="nobody"'),
    ("10.5555/loom", "10.5555/other"),
    ("Cloth Day", "Cloth Night"),
    ("title = {Dyes}", "title = {Plant Dyes}"),  # now after those of the same date
    ("@misc{dye", "@misc{dyes"),
    ("@misc{dye", "@online{dye"),
    ("{knots}", "{knotty}"),
    ("supports", "disputes"),
]


class _Memory:
    """Remembers what was found last, as bytes, as between builds."""

    def __init__(self) -> None:
        self.kept: tuple[bytes, bytes] | None = None
        self.found = 0

    def __call__(self, grounds: Iterable[object], find: Callable[[], Things]) -> Things:
        digest = b"".join(map(fact_digest, grounds))
        if self.kept is None or self.kept[0] != digest:
            self.found += 1
            self.kept = digest, pickle.dumps(find())
        things: Things = pickle.loads(self.kept[1])  # noqa: S301 - made above
        return things


def _assembled(
    text: str, notes: list[Note], memory: _Memory | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    entries, _ = inherit_fields([parse_bibtex(text, "cloth.bib")])
    works, _ = interpret_all(entries)
    if memory is None:
        return assemble(works, [], notes)
    for work in works[::2]:  # as it is kept with most works between builds
        digest = fact_digest(consequential(work))
        object.__setattr__(work, "consequences", digest)
    return assemble(works, [], notes, remember=memory)


@pytest.fixture
def notes(build: Builder) -> list[Note]:
    return [
        build.note(Kind.PERSON, "ada", "Ada Quill", hidden_names=("Ada B. Quill",)),
        build.note(Kind.TOPIC, "looms", "Looms", broader=("machines",)),
        build.note(Kind.EVENT, "day", "Cloth Day"),
    ]


@pytest.mark.parametrize(("old", "new"), [*WITHOUT_CONSEQUENCE, *CONSEQUENTIAL])
def test_a_catalogue_is_the_same_with_what_was_found_before(
    old: str, new: str, notes: list[Note]
) -> None:
    assert old in BIB
    edited = BIB.replace(old, new, 1)
    memory = _Memory()
    assert _assembled(BIB, notes, memory) == _assembled(BIB, notes)

    assert _assembled(edited, notes, memory) == _assembled(edited, notes)
    assert memory.found == 1 + ((old, new) in CONSEQUENTIAL)


def test_what_pages_say_is_looked_at(build: Builder, notes: list[Note]) -> None:
    more = [*notes, build.note(Kind.PERSON, "bo", "Bo Rook")]
    memory = _Memory()
    _assembled(BIB, notes, memory)

    assert _assembled(BIB, more, memory) == _assembled(BIB, more)
    assert memory.found == 2


def test_problems_of_names_stand_where_their_entries_stand_now(
    notes: list[Note],
) -> None:
    memory = _Memory()
    before = _assembled(BIB, notes, memory)[1]
    moved = _assembled(f"\n\n{BIB}", notes, memory)[1]

    assert memory.found == 1
    lines = [
        (a.location.line, b.location.line)
        for a, b in zip(before, moved, strict=True)
        if a.location.path == "cloth.bib"
    ]
    assert lines
    assert all(now == then + 2 for then, now in lines)
