"""Whatever is read of a traced mapping is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bibwiki.pages.tracing.labels import KEYS, NONE, WHOLE, bucket_of
from bibwiki.pages.tracing.recorder import Recorder
from bibwiki.pages.tracing.traced_mapping import TracedMapping

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = {"a": 1, "b": 2}
A, C = ("table", "a"), (f"{NONE}table", str(bucket_of("c")))
ALL_KEYS, ALL = (f"{KEYS}table", ""), (f"{WHOLE}table", "")

READS: dict[str, tuple[Callable[[Any], object], object, set[tuple[str, str]]]] = {
    "item": (lambda m: m["a"], 1, {A}),
    "item twice": (lambda m: m["a"] + m["a"], 2, {A}),
    "get": (lambda m: m.get("a"), 1, {A}),
    "get missing": (lambda m: m.get("c", 7), 7, {C}),
    "in": (lambda m: "a" in m, True, {A}),
    "not in": (lambda m: "c" in m, False, {C}),
    "iteration": (list, ["a", "b"], {ALL_KEYS}),
    "reversed": (lambda m: list(reversed(m)), ["b", "a"], {ALL_KEYS}),
    "length": (len, 2, {ALL_KEYS}),
    "truth": (bool, True, {ALL_KEYS}),
    "keys": (lambda m: list(m.keys()), ["a", "b"], {ALL_KEYS}),
    "values": (lambda m: list(m.values()), [1, 2], {ALL}),
    "items": (lambda m: list(m.items()), [("a", 1), ("b", 2)], {ALL}),
    "equality": (lambda m: m == TABLE, True, {ALL}),
    "inequality": (lambda m: m != TABLE, False, {ALL}),
    "copy": (lambda m: m.copy(), TABLE, {ALL}),
    "union": (lambda m: m | {"c": 3}, {**TABLE, "c": 3}, {ALL}),
    "union from the right": (lambda m: {"c": 3} | m, {**TABLE, "c": 3}, {ALL}),
    "text": (repr, repr(TABLE), {ALL}),
}


@pytest.mark.parametrize("read", READS)
def test_reading_is_noted(read: str) -> None:
    do, value, noted = READS[read]
    recorder = Recorder()
    table = recorder.mapping("table", TABLE)

    found, numbers = recorder.record(lambda: do(table))

    assert found == value
    assert {recorder.nodes[number] for number in numbers} == noted


@pytest.mark.parametrize(
    "make",
    [dict, lambda m: {**m}, lambda m: dict(**m)],
    ids=["dict", "stars", "arguments"],
)
def test_copying_notes_all_items(make: Callable[[Any], object]) -> None:
    recorder = Recorder()
    table = recorder.mapping("table", TABLE)

    found, numbers = recorder.record(lambda: make(table))

    assert found == TABLE
    assert {A, ("table", "b"), ALL_KEYS} <= {recorder.nodes[n] for n in numbers}


def test_a_missing_item_is_noted() -> None:
    recorder = Recorder()
    table = recorder.mapping("table", TABLE)

    def read() -> None:
        with pytest.raises(KeyError):
            table["c"]

    assert [recorder.nodes[n] for n in recorder.record(read)[1]] == [C]


def test_no_method_of_dictionaries_is_forgotten() -> None:
    known = vars(TracedMapping)
    harmless = {
        "__class__", "__class_getitem__", "__delattr__", "__dir__", "__doc__",
        "__format__", "__getattribute__", "__getitem__", "__getstate__", "__init__",
        "__init_subclass__", "__new__", "__reduce__", "__setattr__", "__sizeof__",
        "__str__", "__subclasshook__", "__lt__", "__le__", "__gt__", "__ge__",
        "fromkeys",
    }  # fmt: skip
    assert set(dir(dict)) - known.keys() - harmless == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.__setitem__("a", 2),
        lambda m: m.pop("a"),
        lambda m: m.setdefault("c", 3),
        lambda m: m.update(c=3),
        lambda m: m.clear(),
    ],
    ids=["item", "pop", "default", "update", "clear"],
)
def test_nothing_can_be_changed(change: Callable[[Any], object]) -> None:
    table = Recorder().mapping("table", TABLE)
    with pytest.raises(TypeError, match="read only"):
        change(table)


def test_what_is_derived_is_read_by_all_who_use_it() -> None:
    recorder = Recorder()
    table = recorder.mapping("table", TABLE)

    def use() -> int:
        return table["b"] + recorder.derive("sum", "x", lambda: table["a"] + 1)

    first, again = recorder.record(use), recorder.record(use)

    assert first[0] == again[0] == 4
    nodes = [{recorder.nodes[n] for n in read} for _, read in (first, again)]
    assert nodes == [{("table", "b"), ("derived sum", "x")}] * 2
    (read,) = recorder.derived.values()
    assert [recorder.nodes[n] for n in read] == [A]


def test_what_was_derived_is_made_again_under_its_number() -> None:
    recorder = Recorder()
    facts = recorder.mapping("works", {"a": 1})

    def derive() -> tuple[int, list[int]]:
        value, read = recorder.record(
            lambda: recorder.derive("item", "a", lambda: facts["a"])
        )
        return value, list(read)

    first = derive()
    derived = {number: list(read) for number, read in recorder.derived.items()}
    recorder.forget()

    assert derive() == first == (1, [*derived])
    assert {n: list(read) for n, read in recorder.derived.items()} == derived
