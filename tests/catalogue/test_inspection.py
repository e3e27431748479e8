from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from bibwiki.catalogue.inspection import SCHEMA, inspect, read_schema
from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.identifier import Identifier
from bibwiki.model.notes.kind import Kind
from bibwiki.model.work import Role
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from bibwiki.catalogue.inspection import Json
    from conftest import Builder


@pytest.fixture
def report(build: Builder) -> dict[str, Json]:
    article = build.work(
        "quill1843",
        "de Quill, Jr, Ada=ada; {Weavers Guild}; Fox, B.",
        "1843-05",
        editors="Reed, Cleo",
        also_keys=("old",),
        others=True,
        venue="Journal of Dice",
        publisher="Loom Press",
        pages="10-20",
        identifiers=(Identifier("doi", "10.1/x", None),),
        keywords=("Looms",),
    )
    preprint = build.work("pre", version="quill1843", work_type=WorkType.PREPRINT)
    repeat = build.entry("quill1843", kept=False)
    catalogue, problems = build.assembled(
        article,
        preprint,
        build.work("bare"),
        repeats=(repeat,),
        notes=(build.note(Kind.PERSON, "ada", "Ada de Quill, Jr"),),
        topic_min_works=1,
    )
    late = Diagnostic(Problem.MISSING_TITLE, "'bare' has none", Location("b.bib", 9, 3))
    early = Diagnostic(Problem.DUPLICATE_KEY, "'quill1843'", Location("b.bib", 2))
    other = Diagnostic(Problem.UNKNOWN_ENTRY_TYPE, "'x'", Location("a.bib", 1))
    return inspect(catalogue, [late, other, *problems, early])


def test_the_report_is_as_expected(report: dict[str, Json]) -> None:
    expected = Path(__file__).with_name("inspect.json").read_text(encoding="utf-8")

    assert json.dumps(report, indent=2, ensure_ascii=False) + "\n" == expected


def test_the_report_fits_its_schema(report: dict[str, Json]) -> None:
    jsonschema.validate(report, json.loads(read_schema()))


def test_the_schema_is_a_schema_and_names_all_values() -> None:
    schema = json.loads(read_schema())
    jsonschema.Draft202012Validator.check_schema(schema)

    definitions = schema["$defs"]
    work_types = definitions["work"]["properties"]["work_type"]["enum"]
    assert work_types == [one.value for one in WorkType]
    roles = definitions["creator"]["properties"]["role"]["enum"]
    assert roles == [one.value for one in Role]
    assert schema["properties"]["schema"]["const"] == SCHEMA
