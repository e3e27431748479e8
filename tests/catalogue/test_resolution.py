from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.catalogue import Catalogue
from bibwiki.catalogue.identity.resolution import nearest_names, resolve
from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from conftest import Builder


@pytest.fixture
def catalogue(build: Builder) -> Catalogue:
    return build.catalogue(
        build.work("looms", "Quill, Ada; Quill, Ada", "2021", also_keys=("old",)),
        build.work(
            "b", "Reed, Cleo", "2020", title="Reeds in Weaving", venue="Dice Letters"
        ),
        build.work("c:1", "{Weavers Guild}", title="Dye", keywords=("dice letters",)),
        build.work("d", "Quill, Ada", title="Twins"),
        build.work("e", "Quill, Ada", title="Twins"),
        notes=(
            build.note(Kind.TOPIC, "weaving", "Weaving", also=("Looming", "Dye")),
            build.note(Kind.PERSON, "bea", "Bea Fox", also=("B. Fox",)),
            build.note(Kind.PERSON, "bea-2", "Bea Fox", hidden_names=("Bob Secret",)),
            build.note(Kind.EVENT, "fair", "Spring Fair"),
            build.note(Kind.PERSON, "reed", "Reeds in Weaving"),
        ),
        topic_min_works=1,
    )


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        pytest.param("looms", None, "work:looms", id="key"),
        pytest.param(" old ", Kind.WORK, "work:looms", id="further-key"),
        pytest.param("LOOMS", Kind.WORK, "work:looms", id="key-in-other-case"),
        pytest.param("Title of looms", None, "work:looms", id="title"),
        pytest.param("Looming", None, "topic:weaving", id="alias"),
        pytest.param("weaving", Kind.TOPIC, "topic:weaving", id="id"),
        pytest.param("weaving", Kind.PERSON, None, id="other-kind"),
        pytest.param("Fox, B", None, "person:bea", id="alias-inverted"),
        pytest.param("Quill, Ada", None, None, id="two-people"),
        pytest.param("ada-quill-2", None, "person:ada-quill-2", id="exact-id"),
        pytest.param("Bea Fox", Kind.PERSON, None, id="two-pages"),
        pytest.param("Twins", None, None, id="two-titles"),
        pytest.param("bea", Kind.PERSON, "person:bea", id="id-of-a-namesake"),
        pytest.param("Bob Secret", None, None, id="hidden-name"),
        pytest.param("Dye", None, "topic:weaving", id="topic-before-work"),
        pytest.param("Dye", Kind.WORK, "work:c:1", id="the-work-where-asked-for"),
        pytest.param("Dice Letters", None, "topic:dice-letters", id="topic-first"),
        pytest.param("Reeds in weaving", None, "person:reed", id="page-before-none"),
        pytest.param("venue:dice letters", None, "venue:dice-letters", id="prefix"),
        pytest.param("Person: bea", None, "person:bea", id="prefix-with-space"),
        pytest.param("c:1", None, "work:c:1", id="key-with-colon"),
        pytest.param("work:c:1", None, "work:c:1", id="prefixed-key-with-colon"),
        pytest.param("event:", None, None, id="prefix-alone"),
        pytest.param("spring fair", None, "event:fair", id="event"),
        pytest.param("weavers guild", None, "organization:weavers-guild", id="org"),
        pytest.param("2021", None, "year:2021", id="year"),
        pytest.param("2021", Kind.YEAR, "year:2021", id="year-asked-for"),
        pytest.param("1999", None, None, id="year-without-works"),
        pytest.param("", None, None, id="empty"),
        pytest.param("nobody", None, None, id="unknown"),
    ],
)
def test_resolve(
    catalogue: Catalogue, text: str, kind: Kind | None, meant: str | None
) -> None:
    target = resolve(catalogue, text, kind)

    assert (target and str(target)) == meant


def test_of_two_namesakes_the_one_with_a_page_is_meant(build: Builder) -> None:
    page = build.note(Kind.PERSON, "ada", "Ada Quill")
    catalogue = build.catalogue(
        build.work("a", "Quill, Ada; Quill, Ada"), notes=(page,)
    )

    assert resolve(catalogue, "Ada Quill", None) == Target(Kind.PERSON, "ada")


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        pytest.param("Cleo Read", None, ("Cleo Reed",), id="letter"),
        pytest.param("Weavng", Kind.TOPIC, ("Weaving",), id="missing-letter"),
        pytest.param("weavers gild", Kind.ORGANIZATION, ("Weavers Guild",), id="org"),
        pytest.param("loosm", Kind.WORK, ("looms",), id="key"),
        pytest.param("Title of loms", Kind.WORK, ("Title of looms",), id="title"),
        pytest.param("Bea Fox", None, ("bea", "bea-2"), id="namesakes-by-id"),
        pytest.param("Bea Foxx", Kind.PERSON, ("bea", "bea-2"), id="near-namesakes"),
        pytest.param("Bob Secre", None, (), id="never-a-hidden-name"),
        pytest.param("2O21", None, ("2021",), id="year"),
        pytest.param("zzz", None, (), id="nothing"),
        pytest.param("", None, (), id="empty"),
    ],
)
def test_nearest_names(
    catalogue: Catalogue, text: str, kind: Kind | None, names: tuple[str, ...]
) -> None:
    assert nearest_names(catalogue, text, kind) == names


def test_no_more_names_than_asked_for(catalogue: Catalogue) -> None:
    assert len(nearest_names(catalogue, "Title of look", None, limit=1)) == 1


EMPTY = Catalogue()


@given(st.text())
def test_resolving_never_raises(text: str) -> None:
    assert resolve(EMPTY, text, None) is None
    assert nearest_names(EMPTY, text, None) == ()
