"""Works that may be one are looked for beside assembling, in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING, NoReturn

import pytest
from sphinx.errors import SphinxParallelError

from bibwiki.catalogue.duplicates.pairs import find_similar
from bibwiki.sphinx_ext import similar_works

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bibwiki.catalogue.duplicates.pairs import Similar
    from bibwiki.model.work import Work
    from conftest import Built, Processes, Project

ONE = ("works.bib", "Merging Large Lists", "Joining Large Lists")
TWICE = """
@article{twice, title = {Rusting Ships}, author = {Ada Quill}, year = 2019}
@article{again, title = {Rusting Ships}, author = {Ada Quill}, year = 2019}
"""

BO = """\
---
bibwiki: {kind: person, name: Ada Quill, hidden-names: [Bo Rook]}
---
# Ada Quill
"""
PAIR = b"Works that may be one"


def add_twice(wiki: Project) -> None:
    works = (wiki.root / "docs/works.bib").read_text(encoding="utf-8")
    wiki.write({"works.bib": works + TWICE})


def curation_of(built: Built) -> bytes:
    return built.tree()["curation.html"]


@pytest.fixture(name="processes")
def processes_fixture(noting: Processes, monkeypatch: pytest.MonkeyPatch) -> Processes:
    """Let small wikis count as large; note who compares."""

    def find(works: Sequence[Work]) -> Sequence[Similar]:
        noting.note()
        return find_similar(works)

    monkeypatch.setattr(similar_works, "FEWEST", 1)
    monkeypatch.setattr(similar_works, "find_similar", find)
    return noting


@pytest.mark.parametrize(("jobs", "process"), [(1, "here"), (2, "another")])
@pytest.mark.parametrize(
    ("edit", "times"),
    [
        (ONE, 2),
        (("index.md", "It followed", "It followed {cite:t}`twice` as"), 1),
        (("index.md", "It followed", "Zebras followed"), 1),
    ],
    ids=["title", "citation", "word"],
)
def test_they_are_looked_for_once_where_entries_differ(
    wiki: Project,
    processes: Processes,
    jobs: int,
    process: str,
    edit: tuple[str, str, str],
    times: int,
) -> None:
    add_twice(wiki)
    before = wiki.build(jobs=jobs)
    assert PAIR in curation_of(before)
    wiki.replace(*edit)

    edited = wiki.build(jobs=jobs)

    assert processes.noted == [process] * times
    assert curation_of(edited) == curation_of(wiki.build(out="clean"))
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("processes")
def test_names_that_are_hidden_from_now_on_count_as_what_is_shown(
    wiki: Project,
) -> None:
    add_twice(wiki)
    wiki.replace(
        "works.bib", "{Ada Quill}, year = 2019}\n@", "{Bo Rook}, year = 2019}\n@"
    )
    before = wiki.build(jobs=2)
    assert PAIR not in curation_of(before)
    wiki.write({"people/bo.md": BO})

    edited = wiki.build(jobs=2)

    assert PAIR in curation_of(edited)
    assert curation_of(edited) == curation_of(wiki.build(out="clean"))


def _killed() -> NoReturn:
    os._exit(9)  # says nothing, as a process that was killed


@pytest.mark.parametrize("end", [_killed, KeyboardInterrupt], ids=["killed", "failed"])
def test_a_build_fails_where_that_process_does_and_the_next_is_right(
    wiki: Project, monkeypatch: pytest.MonkeyPatch, end: Callable[[], BaseException]
) -> None:
    here = os.getpid()

    def fail(works: Sequence[Work]) -> Sequence[Similar]:
        if os.getpid() != here:
            raise end()
        return find_similar(works)

    monkeypatch.setattr(similar_works, "FEWEST", 1)
    with monkeypatch.context() as patched:
        patched.setattr(similar_works, "find_similar", fail)
        with pytest.raises(SphinxParallelError):
            wiki.build(jobs=2)
    assert multiprocessing.active_children() == []

    after = wiki.build(jobs=2)

    assert after.tree() == wiki.build(out="clean").tree()
