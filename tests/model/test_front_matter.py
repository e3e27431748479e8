from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bibwiki.model.diagnostic import Location, Problem
from bibwiki.model.notes.front_matter import note_from_mapping, read_note
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Advisor, Affiliation, Note, Question
from bibwiki.model.notes.schema import load_schema

PERSON = """\
---
title: Not ours
bibwiki:
  kind: person
  name: Ada One
  also: [A. One, No, 2023]
  hidden-names: Old Name
  affiliations:
    - {organization: loom-society, role: weaver, from: 2023, to: "2024"}
    - {organization: Loom Club, as-of: as captured, source: capture}
  links: {homepage: "https://a.b"}
  topics: [weaving]
  orcid: https://orcid.org/0000-0002-1825-0097
  checked: 2026-11-20
  draft: true
---
# Ada
"""


def test_a_person_is_read() -> None:
    note, diagnostics = read_note(PERSON, "people/ada-one", "docs/people/ada-one.md")

    assert diagnostics == ()
    assert note == Note(
        kind=Kind.PERSON,
        id="ada-one",
        name="Ada One",
        docname="people/ada-one",
        location=Location("docs/people/ada-one.md", 4, 3),
        also=("A. One", "No", "2023"),
        hidden_names=("Old Name",),
        affiliations=(
            Affiliation("loom-society", "weaver", "2023", "2024"),
            Affiliation("Loom Club", as_of="as captured", source="capture"),
        ),
        links=(("homepage", "https://a.b"),),
        topics=("weaving",),
        orcid="0000-0002-1825-0097",
        checked="2026-11-20",
        draft=True,
    )


def test_a_topic_is_read() -> None:
    note, diagnostics = read_note(
        "---\nbibwiki: {kind: topic, id: looms, topic-kind: system, broader: [a],"
        " see-also: [b], also-id: [old]}\n...\n",
        "topics/index",
        "a.md",
    )

    assert diagnostics == ()
    assert note is not None
    assert (note.id, note.name, note.topic_kind) == ("looms", "looms", "system")
    assert (note.broader, note.see_also, note.also_id) == (("a",), ("b",), ("old",))


def test_advisors_are_read_with_their_sources() -> None:
    note, diagnostics = read_note(
        "---\nbibwiki:\n  kind: person\n"
        "  advisors: [{person: Bo Two, source: letter}, {person: Cy}]\n---\n",
        "people/ada",
        "a.md",
    )

    assert [one.message for one in diagnostics] == [
        "advisors.1: source is missing; ignored"
    ]
    assert note is not None
    assert note.advisors == (Advisor("Bo Two", "letter"),)


def test_questions_about_a_topic_are_read() -> None:
    note, diagnostics = read_note(
        "---\nbibwiki:\n  kind: topic\n  questions:\n"
        "    - {question: Do looms dream?, evidence: [a, b], state: disputed,\n"
        "       judged: 2026-11-20}\n"
        "    - {question: 'Why?', evidence: c}\n---\n",
        "topics/looms",
        "a.md",
    )

    assert diagnostics == ()
    assert note is not None
    assert note.questions == (
        Question("Do looms dream?", ("a", "b"), "disputed", "2026-11-20"),
        Question("Why?", ("c",), "open"),
    )


def test_an_organization_is_read() -> None:
    note, diagnostics = read_note(
        "---\nbibwiki: {kind: organization, organization-kind: research  group,"
        " place: Loomtown, parent: [guild, Loom College],"
        " ror: https://ror.org/05DXPS055}\n---\n",
        "groups/lab",
        "a.md",
    )

    assert diagnostics == ()
    assert note is not None
    assert (note.organization_kind, note.place) == ("research group", "Loomtown")
    assert (note.parents, note.ror) == (("guild", "Loom College"), "05dxps055")


@pytest.mark.parametrize(
    ("docname", "expected"),
    [("people/ada", "ada"), ("looms/index", "looms"), ("x", "x")],
)
def test_the_id_is_the_files_name(docname: str, expected: str) -> None:
    note, _ = read_note("---\nbibwiki: {kind: topic}\n---\n", docname, "a.md")

    assert note is not None
    assert note.id == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Title\n",
        "---\ntitle: x\n---\n",
        "---\nother: {bibwiki: x}\n---\n",
        "text\n---\nbibwiki: {kind: topic}\n---\n",
        "---\n- bibwiki:\n---\n",
        "---\nx: |\n bibwiki:\n---\n",
        '---\n"a\nbibwiki: b"\n---\n',
        '---\n{x: "a\nbibwiki: b"}\n---\n',
        "---\n? [bibwiki]\n: x\nother: |\n  bibwiki: no\n---\n",
    ],
)
def test_a_page_without_a_block_declares_nothing(text: str) -> None:
    assert read_note(text, "a", "a.md") == (None, ())


FAULTS = [
    pytest.param("kind: topic\n  kindd: x", 3, "kindd", id="unknown-key-near"),
    pytest.param("kind: topic\n  zzz: x", 3, "known: kind", id="unknown-key"),
    pytest.param("kind: topic\n  also: {a: b}", 3, "list of texts", id="mapping"),
    pytest.param("kind: topic\n  also: [a, [b]]", 3, "list of texts", id="nested"),
    pytest.param("kind: topic\n  topic-kind: x", 3, "concept", id="choice"),
    pytest.param("kind: topic\n  checked: soon", 3, "2026-11-20", id="date"),
    pytest.param("kind: topic\n  draft: maybe", 3, "true or false", id="switch"),
    pytest.param("kind: topic\n  id:", 3, "not a text", id="empty-text"),
    pytest.param("kind: topic\n  id: ''", 3, "id", id="no-text"),
    pytest.param("kind: topic\n  affiliations: x", 3, "a list", id="no-list"),
    pytest.param("kind: topic\n  links: x", 3, "a mapping", id="no-mapping"),
    pytest.param(
        "kind: topic\n  affiliations: [{role: x}]",
        3,
        "organization is missing",
        id="required",
    ),
    pytest.param(
        "kind: topic\n  questions: [{question: Why?, state: maybe}]",
        3,
        "open, supported, disputed, refuted",
        id="state",
    ),
    pytest.param("kind: topic\n  questions: [{state: open}]", 3, "question", id="ask"),
    pytest.param(
        "kind: topic\n  affiliations: [{organization: x, rol: y}]",
        3,
        "role",
        id="inner-key",
    ),
]


@pytest.mark.parametrize(("block", "line", "words"), FAULTS)
def test_a_wrong_key_is_reported_and_ignored(block: str, line: int, words: str) -> None:
    note, diagnostics = read_note(f"---\nbibwiki:\n  {block}\n---\n", "a", "a.md")

    assert note is not None
    assert note.kind is Kind.TOPIC
    assert [each.problem for each in diagnostics] == [Problem.INVALID_FRONT_MATTER]
    assert diagnostics[0].location.line == line + 1
    assert words in diagnostics[0].message


@pytest.mark.parametrize(
    ("block", "line"),
    [
        pytest.param("bibwiki: text", 2, id="no-mapping"),
        pytest.param("bibwiki:\n  id: x", 3, id="no-kind"),
        pytest.param("bibwiki:\n  kind: gizmo", 3, id="unknown-kind"),
        pytest.param("bibwiki:\n  kind: [", 4, id="no-yaml"),
        pytest.param("bibwiki: *nowhere", 2, id="no-anchor"),
        pytest.param("bibwiki: {a: " + "[" * 30 + "]" * 30 + "}", 1, id="deep"),
        pytest.param("bibwiki: " + "[" * 5000 + "]" * 5000, 1, id="very-deep"),
        pytest.param("bibwiki: &a {kind: topic, also: *a}", 1, id="circle"),
    ],
)
def test_a_block_that_cannot_be_read_declares_nothing(block: str, line: int) -> None:
    note, diagnostics = read_note(f"---\n{block}\n---\n", "a", "a.md")

    assert note is None
    assert [each.problem for each in diagnostics] == [Problem.INVALID_FRONT_MATTER]
    assert diagnostics[0].location.line == line


def test_faults_inside_faults_are_all_reported() -> None:
    note, diagnostics = read_note(
        "---\nbibwiki: {kind: person, affiliations: [{role: [x]}, {organization: b}]}"
        "\n---\n",
        "a",
        "a.md",
    )

    assert note is not None
    assert note.affiliations == (Affiliation("b"),)
    assert len(diagnostics) == 2


def test_aliases_cannot_multiply() -> None:
    rows = "\n".join(
        f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]" for i in range(9)
    )
    text = f"---\na0: &a0 [x]\n{rows}\nbibwiki: {{kind: topic, also: *a9}}\n---\n"

    note, diagnostics = read_note(text, "a", "a.md")

    assert note is None
    assert "too many values" in diagnostics[0].message


def test_unsafe_links_and_wrong_orcids_are_left_out() -> None:
    note, diagnostics = read_note(
        "---\nbibwiki:\n  kind: person\n  links:\n    x: javascript:alert(1)\n"
        "  orcid: 0000-0002-1825-0098\n---\n",
        "a",
        "a.md",
    )

    assert note is not None
    assert (note.links, note.orcid) == ((), "")
    assert [(each.problem, each.location.line) for each in diagnostics] == [
        (Problem.UNSAFE_URL, 5),
        (Problem.INVALID_IDENTIFIER, 6),
    ]


def test_the_block_of_a_directive_has_its_own_first_line() -> None:
    _, diagnostics = read_note(
        "---\nbibwiki:\n  kind: topic\n  x: y\n---\n", "a", "a.rst", first_line=10
    )

    assert diagnostics[0].location == Location("a.rst", 13, 3)


def test_repeated_keys_count_once() -> None:
    note, _ = read_note("---\nbibwiki: {kind: topic, id: a, id: b}\n---\n", "x", "a.md")

    assert note is not None
    assert note.id == "a"


def test_the_schema_is_sound_and_names_every_kind() -> None:
    schema = load_schema()
    kinds = schema["properties"]["kind"]["enum"]

    Draft202012Validator.check_schema(schema)
    assert set(kinds) == {kind.value for kind in Kind} - {"year"}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_note(f"---\nbibwiki: {text}\n---\n", "a", "a.md")
    read_note(f"---\nbibwiki:\n  kind: topic\n  also: {text}\n---\n", "a", "a.md")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
)


@given(st.dictionaries(st.sampled_from(sorted(load_schema()["properties"])), JSON))
def test_any_values_are_checked(values: dict[str, Any]) -> None:
    note, diagnostics = note_from_mapping(
        {**values, "kind": "topic"}, "a", lambda _: Location("a.md")
    )

    assert note is not None
    assert json.dumps([each.message for each in diagnostics])


def test_kinds_name_their_folders() -> None:
    assert Kind.PERSON.folder == "people"
    assert Kind.ORGANIZATION.label == "Organization"
    assert str(Target(Kind.PERSON, "ada")) == "person:ada"


def test_a_block_that_never_ends_is_reported() -> None:
    note, [problem] = read_note(
        "---\ntitle: x\nbibwiki:\n  kind: person\n\n# A\n\nText.\n", "a", "a.md"
    )

    assert note is None
    assert "never closed" in problem.message
    assert problem.location.line == 1


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_note("---\n\nText about bibwiki: see below.\n", "a", "a.md") == (
        None,
        (),
    )


def test_the_first_of_two_equal_keys_counts_and_the_second_is_reported() -> None:
    note, [problem] = read_note(
        "---\nbibwiki:\n  kind: person\n  name: One\n  name: Two\n---\n", "a", "a.md"
    )

    assert note is not None
    assert note.name == "One"
    assert "'name' stands twice" in problem.message
    assert problem.location.line == 5
