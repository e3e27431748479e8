"""ORCIDs and numbers of DBLP: the same is one person, another one is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.identity.suggestions import suggest_people
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.interpret import interpret_all
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note

if TYPE_CHECKING:
    from bibwiki.catalogue.catalogue import Catalogue

ADA = "0000-0001-2345-6789"
BEA = "0000-0002-1825-0097"


def read(*authors: str, notes: tuple[Note, ...] = (), editor: str = "") -> Catalogue:
    """Works with the keys ``a``, ``b`` ..., each with one list of authors."""
    entries = "".join(
        f"@book{{{chr(97 + number)}, title = {{T {number}}}, author = {{{one}}}, "
        f"editor = {{{editor}}}}}\n"
        for number, one in enumerate(authors)
    )
    works, _ = interpret_all(parse_bibtex(entries, "a.bib").entries)
    catalogue, _ = assemble(works, (), notes)
    return catalogue


def people(catalogue: Catalogue, place: int = 0) -> list[str | None]:
    return [work.credits[place].person for work in catalogue.works.values()]


def page(id_: str, name: str, orcid: str = "", also: tuple[str, ...] = ()) -> Note:
    where = Location(f"people/{id_}.md")
    return Note(Kind.PERSON, id_, name, f"people/{id_}", where, orcid=orcid, also=also)


@pytest.mark.parametrize(
    ("authors", "same"),
    [
        pytest.param(("Wei Wang 0001", "Wei Wang 0002"), False, id="two-numbers"),
        pytest.param(("Wei Wang 0001", "Wang, Wei 0001"), True, id="one-number"),
        pytest.param(("Wei Wang 0001", "Wang 0002, Wei"), False, id="inverted"),
        pytest.param(("Wei Wang 0001", "0002, Wei Wang"), False, id="zotero"),
        pytest.param(("Wei Wang 0001", "Wei Wang"), True, id="one-has-none"),
        pytest.param((f"Wei Wang ({ADA})", f"Wei Wang ({BEA})"), False, id="orcids"),
        pytest.param((f"Wei Wang ({ADA})", f"Wang, W. ({ADA})"), True, id="one-orcid"),
        pytest.param((f"Wei Wang ({ADA})", "W. Wang"), False, id="initials"),
        pytest.param(
            (rf"Wei Wang\orcidlink{{{ADA}}}", f"Ada Loom ({ADA})"), True, id="married"
        ),
    ],
)
def test_identifiers_tell_namesakes_apart(
    authors: tuple[str, str], *, same: bool
) -> None:
    first, second = people(read(*authors))

    assert (first == second) is same


def test_a_name_without_number_stays_with_those_it_wrote_with() -> None:
    catalogue = read(
        "Wei Wang 0001 and Ada Loom",
        "Wei Wang 0002 and Ben Vale",
        "Wei Wang and Ben Vale",
    )

    assert people(catalogue) == ["wei-wang", "wei-wang-b", "wei-wang-b"]
    assert [one.credits[0].rule for one in catalogue.works.values()] == [
        "identifier",
        "identifier",
        "normalised name",
    ]


def test_pages_declare_orcids_and_numbers() -> None:
    notes = (
        page("ada", "Wei Wang", orcid=ADA),
        page("bea", "Wei Wang", also=("Wei Wang 0002",)),
    )
    catalogue = read(
        f"W. Wang ({ADA})", "Wei Wang 0002", "Wei Wang", "Wei Wang 0003", notes=notes
    )

    assert people(catalogue) == ["ada", "bea", None, None]


def test_another_orcid_is_not_the_page() -> None:
    catalogue = read(
        f"Ada Loom ({BEA})", "Ada Loom", notes=(page("ada", "Ada Loom", ADA),)
    )

    assert people(catalogue) == ["ada-loom", "ada"]


def test_an_orcid_of_two_authors_tells_neither() -> None:
    catalogue = read(f"Ada Loom ({ADA}) and Ben Vale ({ADA})", f"Cid Ash ({ADA})")

    assert people(catalogue) == ["ada-loom", "cid-ash"]


def test_the_author_who_is_editor_too_is_one_person() -> None:
    catalogue = read(f"Wei Wang ({ADA})", f"Wei Wang ({BEA})", editor="Wang, Wei")

    assert people(catalogue, 0) == people(catalogue, 1)


def test_a_spelling_is_not_joined_across_orcids() -> None:
    shared = "Ben Vale and Cid Ash and Dan Orr"
    catalogue = read(f"Jian-Yun Nie ({ADA}) and {shared}", f"Jianyun Nie and {shared}")
    parted = read(
        f"Jian-Yun Nie ({ADA}) and {shared}", f"Jianyun Nie ({BEA}) and {shared}"
    )

    assert len(set(people(catalogue))) == 1
    assert len(set(people(parted))) == 2
    assert suggest_people(parted) == ()


def test_a_declared_id_stays_with_its_person() -> None:
    entries = parse_bibtex(
        """@misc{a, title = {A}, author = {Wei Wang 0001}}
        @misc{b, title = {B}, author = {Wei Wang 0002}, author+an:id = {1="wei-wang"}}
        """,
        "a.bib",
    ).entries
    works, _ = interpret_all(entries)
    catalogue, problems = assemble(works, (), ())

    assert people(catalogue) == ["wei-wang-a", "wei-wang"]
    assert catalogue.works["b"].credits[0].rule == "declared id"
    assert problems == ()
