from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.unresolved_names import unresolved_names
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from conftest import Builder


def test_publishers_and_literal_creators_are_organizations(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "{Weavers' Guild}", "2019", publisher="Loom Press"),
        build.work("b", "{weavers guild}", "2021", publisher="LOOM PRESS"),
        build.work("c", "{Loom Press}", "2020", publisher="Loom Press"),
    )

    assert list(catalogue.organizations) == ["loom-press", "weavers-guild"]
    assert catalogue.organizations["weavers-guild"].name == "Weavers' Guild"
    assert catalogue.organizations["weavers-guild"].works == ("b", "a")
    assert catalogue.organizations["loom-press"].works == ("b", "c", "a")
    assert catalogue.works["b"].publisher == "loom-press"


def test_a_page_gathers_its_aliases(build: Builder) -> None:
    page = build.note(
        Kind.ORGANIZATION, "guild", "Weavers Guild", also=("W. G.",), also_id=("wg",)
    )
    catalogue = build.catalogue(
        build.work("a", publisher="W.G."), build.work("b", "{wg}"), notes=(page,)
    )

    assert list(catalogue.organizations) == ["guild"]
    assert catalogue.organizations["guild"].note is page
    assert set(catalogue.organizations["guild"].works) == {"a", "b"}


def test_works_without_a_publisher_have_none(build: Builder) -> None:
    catalogue = build.catalogue(build.work("a", publisher=" "))

    assert catalogue.works["a"].publisher is None
    assert catalogue.organizations == {}


def test_parts_of_an_organization(build: Builder) -> None:
    kind = Kind.ORGANIZATION
    catalogue = build.catalogue(
        build.work("a", publisher="Loom Press"),
        notes=(
            build.note(kind, "z-lab", "Z Lab", parents=("guild", "Loom College")),
            build.note(kind, "a-lab", "A Lab", parents=("G.", "a-lab", "guild")),
            build.note(kind, "guild", "Guild", also=("G.",), parents=("z-lab",)),
        ),
    )
    organizations = catalogue.organizations

    assert organizations["z-lab"].parents == ("guild", "loom-college")
    assert organizations["a-lab"].parents == ("guild",)
    assert organizations["guild"].parts == ("a-lab", "z-lab")
    assert organizations["z-lab"].parts == ("guild",)
    assert organizations["loom-college"].parts == ("z-lab",)
    assert (organizations["loom-college"].name, organizations["loom-press"].parts) == (
        "Loom College",
        (),
    )


def test_a_parent_that_is_a_slip_of_another_is_reported(build: Builder) -> None:
    kind = Kind.ORGANIZATION
    catalogue = build.catalogue(
        notes=(
            build.note(kind, "lab", "Lab", parents=("Weavers Giuld",)),
            build.note(kind, "other", "Other", parents=("Nobody's College",)),
            build.note(kind, "guild", "Weavers Guild"),
        ),
    )

    (found,) = unresolved_names(catalogue)

    assert found.message == (
        "parent names 'Weavers Giuld', which nothing else names; "
        "the nearest are 'Weavers Guild'"
    )


def test_a_name_of_signs_gets_an_id(build: Builder) -> None:
    catalogue = build.catalogue(build.work("a", publisher="!!!"))

    assert list(catalogue.organizations) == ["organization"]
