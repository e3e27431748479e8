"""A build that ends in the middle leaves a state from which the next one is right."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
from typing import TYPE_CHECKING

import pytest

from bibwiki.pages.tracing import amended_lists
from bibwiki.sphinx_ext.writing import copies, output_maker, shared_work
from bibwiki.sphinx_ext.writing.output_maker import OutputError, OutputMaker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Built, Project


@pytest.mark.parametrize("after", [0, 3, 12])
@pytest.mark.parametrize("edited", [False, True], ids=["first build", "after an edit"])
def test_a_killed_build(wiki: Project, edited: bool, after: int) -> None:  # noqa: FBT001 - a case
    if edited:
        wiki.build()
        wiki.replace("works.bib", "Example, Ada", "Example, Adele")
    process = multiprocessing.get_context("fork").Process(
        target=_build_and_die, args=(wiki, after)
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL

    _equals_a_clean_build(wiki)


def test_what_a_killed_build_was_writing_is_removed(wiki: Project) -> None:
    wiki.build()
    left = wiki.root / "out" / "doctrees" / "bibwiki-things.pickle.12345.tmp"
    left.write_bytes(b"half of")

    wiki.build()

    assert not left.exists()


def _build_and_die(wiki: Project, after: int) -> None:
    """Build, and end this process in the middle of a file behind so many others."""
    write = OutputMaker._write
    written: list[str] = []

    def write_and_die(self: OutputMaker, name: str, content: bytes) -> bool:
        if len(written) == after:
            path = self._outdir / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content[: len(content) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        differs = write(self, name, content)
        written.extend([name] * differs)
        return differs

    OutputMaker._write = write_and_die  # type: ignore[method-assign]
    wiki.build()


@pytest.mark.parametrize("after", [0, 1, 5, 14])
def test_a_full_disk(
    wiki: Project, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    wiki.build()
    wiki.replace("works.bib", "Example, Ada", "Example, Adele")
    written: list[str] = []

    def write(self: OutputMaker, name: str, content: bytes) -> bool:
        path = self._outdir / name
        if path.is_file() and path.read_bytes() == content:
            return False
        if len(written) >= after:
            path.write_bytes(content[:10])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(name)
        return True

    with monkeypatch.context() as patched:
        patched.setattr(OutputMaker, "_write", write)
        with pytest.raises(OutputError, match=r"could not .* No space left"):
            wiki.build()

    _equals_a_clean_build(wiki)


@pytest.mark.parametrize("suffix", ["lists", "amended"])
@pytest.mark.parametrize("state", ["cut", "gone", "older"])
def test_broken_reading_lists(
    wiki: Project, monkeypatch: pytest.MonkeyPatch, suffix: str, state: str
) -> None:
    monkeypatch.setattr(amended_lists, "_SHARE", 0)  # all edits count as small
    doctrees = wiki.root / "out/doctrees"
    wiki.build()
    wiki.replace("works.bib", "Merging Large Lists", "Joining Large Lists")
    wiki.build()
    (path,) = doctrees.glob(f"bibwiki-html-*.{suffix}")
    older = path.read_bytes()
    wiki.replace("works.bib", "Joining Large Lists", "Joining Long Lists")
    wiki.build()
    # As it was when the older ones were written.
    wiki.replace("works.bib", "Joining Long Lists", "Joining Large Lists")
    if state == "cut":
        path.write_bytes(path.read_bytes()[:-9])
    elif state == "gone":
        path.unlink()
    else:  # a build was killed between writing the two
        path.write_bytes(older if suffix == "amended" else b"")

    _equals_a_clean_build(wiki)


def test_names_of_files_that_are_lost(wiki: Project) -> None:
    wiki.build()
    wiki.replace("works.bib", "Example, Ada", "Example, Adele")
    for path in (wiki.root / "out/doctrees").glob("bibwiki-*.files"):
        path.unlink()

    # What nobody knows to be ours any more stays; all else is written again.
    clean = wiki.build(out="clean").tree()
    assert clean.items() <= wiki.build().tree().items()


def test_processes_write_what_one_does(
    wiki: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = wiki.build()
    monkeypatch.setattr(shared_work, "FEWEST", 2)
    monkeypatch.setattr(shared_work, "BATCH", 2)

    two = wiki.build(out="two", jobs=2)

    assert two.tree().keys() == one.tree().keys()
    assert _differing(two, one) == []
    wiki.replace("works.bib", "Example, Ada", "Example, Adele")
    assert _differing(wiki.build(out="two", jobs=2), wiki.build(out="clean")) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_fails_is_named(
    wiki: Project, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    def fail(_self: OutputMaker, name: str, _content: bytes) -> bool:
        if name == "works/muller2021merging.html":
            message = "no ink"
            raise ValueError(message)
        return True

    monkeypatch.setattr(shared_work, "FEWEST", 2)
    monkeypatch.setattr(shared_work, "BATCH", 2)
    monkeypatch.setattr(output_maker.OutputMaker, "_write", fail)
    named = r"works/muller2021merging\.html could not .*ValueError: no ink"
    with pytest.raises(Exception, match=named):
        wiki.build(jobs=jobs)


def test_a_process_ends_with_the_build_that_started_it(tmp_path: Path) -> None:
    def steps() -> Iterator[int]:
        for number in range(3):
            yield number
            (tmp_path / f"{number}").touch()

    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    arguments = (lambda: iter(()), steps, sender, -1)
    process = context.Process(target=copies._run, args=arguments)
    process.start()
    process.join()
    assert process.exitcode == 1
    assert not list(tmp_path.iterdir())
    receiver.close()


def _equals_a_clean_build(wiki: Project) -> None:
    assert _differing(wiki.build(), wiki.build(out="clean")) == []


def _differing(one: Built, other: Built) -> list[str]:
    mine, theirs = one.tree(), other.tree()
    return sorted(
        name
        for name in mine.keys() | theirs.keys()
        if mine.get(name) != theirs.get(name)
    )
