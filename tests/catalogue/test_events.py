from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from conftest import Builder


def test_events_have_a_page_and_the_works_that_name_them(build: Builder) -> None:
    notes = (
        build.note(Kind.EVENT, "fair", "Spring Fair", also=("Fair of Looms",)),
        build.note(Kind.EVENT, "autumn", "Autumn Fair"),
    )
    catalogue = build.catalogue(
        build.work("a", "", "2019", event="Spring fair"),
        build.work("b", "", "2021", event="fair of looms"),
        build.work("c", "", "2021", event="Unknown Fair"),
        notes=notes,
    )

    assert list(catalogue.events) == ["autumn", "fair"]
    assert catalogue.events["fair"].works == ("b", "a")
    assert catalogue.events["fair"].note is notes[0]
    assert catalogue.events["autumn"].works == ()
