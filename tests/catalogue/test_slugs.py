from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.slugs import IdMaker, assign_slugs

IDS = st.lists(
    st.text()
    | st.sampled_from(["index", "INDEX", "con", "a", "A", "a.b", "..", ".", "a/b"])
    | st.text("aA/.-", max_size=6),
    unique=True,
)


@pytest.mark.parametrize(
    "id_",
    ["ada-lovelace", "Lovelace1843", "a", "x_1", "10.1_x", "v1.2-b", "2021", "a" * 100],
)
def test_a_safe_id_is_its_own_slug(id_: str) -> None:
    assert assign_slugs([id_]) == {id_: id_}


@pytest.mark.parametrize(
    ("id_", "slug"),
    [
        pytest.param("DBLP:conf/x/Ada", r"dblp-conf-x-ada-[0-9a-f]{6}", id="signs"),
        pytest.param("../../etc/passwd", r"etc-passwd-[0-9a-f]{6}", id="path"),
        pytest.param("..", r"x-[0-9a-f]{6}", id="dots"),
        pytest.param(".hidden", r"hidden-[0-9a-f]{6}", id="leading-dot"),
        pytest.param("-rf", r"rf-[0-9a-f]{6}", id="leading-hyphen"),
        pytest.param("ends.", r"ends-[0-9a-f]{6}", id="trailing-dot"),
        pytest.param("", r"x-[0-9a-f]{6}", id="empty"),
        pytest.param("index", r"index-[0-9a-f]{6}", id="index"),
        pytest.param("By", r"by-[0-9a-f]{6}", id="parts-of-lists"),
        pytest.param("NUL", r"nul-[0-9a-f]{6}", id="windows-device"),
        pytest.param("com1.tar", r"com1-tar-[0-9a-f]{6}", id="windows-device-suffix"),
        pytest.param("Zoë", r"zoe-[0-9a-f]{6}", id="accents"),
        pytest.param("李明", r"x-[0-9a-f]{6}", id="other-script"),
        pytest.param("a b", r"a-b-[0-9a-f]{6}", id="space"),
        pytest.param("b" * 101, r"b{100}-[0-9a-f]{6}", id="overlong"),
        pytest.param("a%2e", r"a-2e-[0-9a-f]{6}", id="percent"),
        pytest.param("\ud800", r"x-[0-9a-f]{6}", id="lone-surrogate"),
    ],
)
def test_any_other_id_gets_a_readable_slug_with_its_hash(id_: str, slug: str) -> None:
    assert re.fullmatch(slug, assign_slugs([id_])[id_])


def test_the_first_of_ids_that_differ_in_case_keeps_the_plain_slug() -> None:
    slugs = assign_slugs(["Ada", "ada", "ADA"])

    assert slugs["Ada"] == "Ada"
    assert re.fullmatch("ada-[0-9a-f]{6}", slugs["ada"])
    assert slugs["ada"] != slugs["ADA"]


def test_a_hash_that_somebody_has_as_a_key_grows() -> None:
    first = assign_slugs(["a b"])["a b"]
    slugs = assign_slugs(["a b", first])

    assert slugs[first] == first
    assert re.fullmatch("a-b-[0-9a-f]{7}", slugs["a b"])


def test_a_slug_does_not_depend_on_what_else_is_there() -> None:
    alone = assign_slugs(["a/b"])["a/b"]

    assert assign_slugs(["x", "a/b", "y z"])["a/b"] == alone


@given(IDS)
def test_slugs_are_file_names_that_stay_in_their_folder(ids: list[str]) -> None:
    for slug in assign_slugs(ids).values():
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", slug)
        assert not slug.endswith(".")
        assert len(slug) <= 120


@given(IDS)
def test_slugs_are_unique_where_case_does_not_count(ids: list[str]) -> None:
    slugs = assign_slugs(ids)

    assert list(slugs) == ids or set(slugs) == set(ids)
    assert len({slug.lower() for slug in slugs.values()}) == len(ids)


def test_ids_that_are_taken_are_counted_up() -> None:
    maker = IdMaker(["ada-quill", "Bea"])

    made = [maker.make(base) for base in ("ada-quill", "ada-quill", "bea", "cleo")]

    assert made == ["ada-quill-2", "ada-quill-3", "bea-2", "cleo"]


@given(st.lists(st.sampled_from(["a", "A", "a-2", "b", "a-2-2"])))
def test_made_ids_are_unique_where_case_does_not_count(bases: list[str]) -> None:
    maker = IdMaker()
    made = [maker.make(base).lower() for base in bases]

    assert len(set(made)) == len(made)
