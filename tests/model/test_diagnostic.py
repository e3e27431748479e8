from __future__ import annotations

from bibwiki.model.diagnostic import (
    Diagnostic,
    Location,
    Problem,
    Severity,
    severity_of,
)


def test_severity_is_fixed_by_the_kind_of_problem() -> None:
    place = Location("a.bib", 3)

    assert Diagnostic(Problem.DAMAGED_ENTRY, "x", place).severity is Severity.ERROR
    assert severity_of(Problem.UNKNOWN_ENTRY_TYPE) is Severity.INFO
    assert severity_of(Problem.ENCODING) is Severity.WARNING


def test_places_are_shown_and_ordered() -> None:
    places = [Location("b", 1), Location("a", 2), Location("a", 1, 5), Location("a", 1)]

    assert str(places[1]) == "a:2"
    assert sorted(places) == places[::-1]
