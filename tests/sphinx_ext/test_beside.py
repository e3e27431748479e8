"""What is found in copies of a process is what is found without them."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING, NoReturn

import pytest
from sphinx.errors import SphinxParallelError

from bibwiki.catalogue.assemble import assemble
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.interpret import interpret_all
from bibwiki.sphinx_ext import beside as beside_module
from bibwiki.sphinx_ext.beside import InCopies

if TYPE_CHECKING:
    from bibwiki.model.work import Work

GIVEN = ["Ada", "Bea", "Cid", "Dan", "Eve", "Ida", "Jon", "Kim"]
FAMILY = ["Ash", "Birch", "Elm", "Fir", "Moor", "Nash", "Oak", "Orr", "Pike"]
APART = [("Reed, Cleo", "Vale, Ben"), ("Hill, Fay", "Lake, Gil")]
"""Whom two people of one name write with, twice each."""


@pytest.fixture(autouse=True)
def small_collections_count_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside_module, "FEWEST", 1)


def works() -> list[Work]:
    """A collection where names are common, and four of them are of two people."""
    names = [f"{family}, {given}" for given in GIVEN for family in FAMILY]
    for name in ("Moor, Ada", "Nash, Bea", "Elm, Cid", "Fir, Dan"):
        for one, other in APART:
            names += [f"{name} and {one} and {other}"] * 2
    text = "".join(
        f"@article{{k{number}, title = {{T{number}}}, author = {{{name}}}, year = "
        f"{{2001}}, journal = {{J{number}}}, keywords = {{w{number // 2}}}}}\n"
        for number, name in enumerate(names)
    )
    return list(interpret_all(parse_bibtex(text, "a.bib").entries)[0])


def test_the_catalogue_is_the_same() -> None:
    alone = assemble(works(), (), ())
    with InCopies(2, 100) as beside:
        helped = assemble(works(), (), (), beside=beside)

    assert helped == alone
    namesakes = [id_ for id_ in alone[0].people if "-k" in id_]
    assert sorted(one.rpartition("-")[0] for one in namesakes) == [
        "ada-moor",
        "bea-nash",
        "cid-elm",
        "dan-fir",
    ]


@pytest.mark.parametrize(
    ("processes", "size", "is_copy"), [(2, 1, True), (1, 1, False), (2, 0, False)]
)
def test_work_is_done_elsewhere_if_there_may_be_copies(
    processes: int, size: int, *, is_copy: bool
) -> None:
    with InCopies(processes, size) as beside:
        result = beside(os.getpid)

        assert (result() != os.getpid()) == is_copy


def test_a_copy_that_fails_ends_the_build() -> None:
    def fail() -> NoReturn:
        message = "no loom"
        raise ValueError(message)

    with InCopies(2, 1) as beside, pytest.raises(SphinxParallelError, match="no loom"):
        beside(fail)()


def test_no_copy_is_left_when_something_else_fails() -> None:
    receiver, sender = os.pipe()

    def fail() -> None:
        with InCopies(2, 1) as beside:
            beside(lambda: os.read(receiver, 1))  # waits for ever
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not multiprocessing.active_children()
    os.close(sender)
