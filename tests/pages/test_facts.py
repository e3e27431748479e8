"""What somebody looked for in vain is another fact once it is there."""

from __future__ import annotations

from bibwiki.catalogue.catalogue import Catalogue
from bibwiki.catalogue.citations import MentionIndex
from bibwiki.pages.tracing.facts import Facts
from bibwiki.pages.tracing.labels import NONE, bucket_of
from bibwiki.pages.tracing.remember import make_anew


def _digest(table: dict[str, int], key: str) -> bytes:
    facts = Facts(Catalogue(), MentionIndex(), {"table": table}, make_anew)
    return facts.digest(f"{NONE}table", str(bucket_of(key)))


def test_a_key_that_comes_is_noticed_by_those_who_looked_for_it() -> None:
    assert _digest({"a": 1}, "c") != _digest({"a": 1, "c": 1}, "c")


def test_a_key_of_another_bucket_is_not_noticed() -> None:
    assert bucket_of("b") != bucket_of("c")
    assert _digest({"a": 1}, "c") == _digest({"a": 1, "b": 1}, "c")


def test_what_a_table_says_of_other_keys_is_not_noticed() -> None:
    assert _digest({"a": 1}, "c") == _digest({"a": 2}, "c")


def test_the_order_of_keys_does_not_count() -> None:
    keys = [f"key {number}" for number in range(3000)]
    same = [key for key in keys if bucket_of(key) == bucket_of("key 0")]
    assert len(same) > 1
    forwards, backwards = dict.fromkeys(keys, 1), dict.fromkeys(reversed(keys), 1)
    assert _digest(forwards, "key 0") == _digest(backwards, "key 0")
