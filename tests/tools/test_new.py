"""``bibwiki new``: pages from what the catalogue knows, and no file lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

ADA = """\
---
bibwiki:
  kind: person
  id: ada-m-example
  name: Ada M. Example
---

# Ada M. Example

The works by Ada M. Example in this wiki begin with *The Imaginary Abacus* (2019) {cite:p}`example2019abacus`.
The newest is *Counting to Seven* (2023) {cite:p}`muster2023count`.
A coauthor of several of them is [[Ben Muster]].
They are about [[abaci]] and [[invented numbers]].
"""  # noqa: E501 - one sentence, one line

NUMBERS = """\
---
bibwiki:
  kind: topic
  id: invented-numbers
  name: invented numbers
---

# invented numbers

The works on invented numbers in this wiki begin with *The Imaginary Abacus* (2019) {cite:p}`example2019abacus`.
The newest is *Counting to Seven* (2023) {cite:p}`muster2023count`.
Others are {cite:t}`muster2021sorting`.
People with several of them are [[Ben Muster]] and [[Ada M. Example]].
Several of them are also about [[abaci]].
"""  # noqa: E501 - one sentence, one line

PRESS = """\
---
bibwiki:
  kind: organization
  id: castle-press
  name: Castle Press
---

# Castle Press

The works published by Castle Press in this wiki begin with *Sorting Invented Numbers \\& Colours* (2021) {cite:p}`muster2021sorting`.
The newest is *An Atlas of Nowhere* (2023) {cite:p}`vale2023atlas`.
[[Ben Muster]] is affiliated with it.
Topics of these works are [[invented numbers]].
"""  # noqa: E501 - one sentence, one line

SORTING = """\
---
bibwiki:
  kind: work
  id: muster2021sorting
---

# Sorting Invented Numbers \\& Colours

*Sorting Invented Numbers \\& Colours* {cite:p}`muster2021sorting` is a conference paper by [[Ben Muster]] and [[A. Example]].
It appeared in [[Imaginary Conference]] in 2021.
It is about [[invented numbers]].
It extends {cite:t}`example2019abacus`.
"""  # noqa: E501 - one sentence, one line

ATLAS = """\
---
bibwiki:
  kind: work
  id: vale2023atlas
---

# An Atlas of Nowhere

*An Atlas of Nowhere* {cite:p}`vale2023atlas` is a book edited by [[Zoë Vale]].
It appeared in 2023.
"""


@pytest.mark.parametrize(
    ("kind", "name", "path", "text"),
    [
        pytest.param(
            "person", "Example, Ada M", "people/ada-m-example.md", ADA, id="person"
        ),
        pytest.param(
            "topic", "Invented  numbers", "topics/invented-numbers.md", NUMBERS,
            id="topic",
        ),
        pytest.param(
            "organization", "castle press", "organizations/castle-press.md", PRESS,
            id="organization",
        ),
        pytest.param(
            "work", "muster2021sorting", "works/muster2021sorting.md", SORTING,
            id="work by key",
        ),
        pytest.param(
            "work", "An atlas of nowhere", "works/vale2023atlas.md", ATLAS,
            id="work by title",
        ),
    ],
)  # fmt: skip
def test_page_tells_what_is_known(
    bibwiki: Command, wiki: Path, kind: str, name: str, path: str, text: str
) -> None:
    outcome = bibwiki("new", kind, name)

    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == f"wrote docs/{path}\n"
    assert (wiki / "docs" / path).read_text(encoding="utf-8") == text


def test_topic_of_one_work_is_known(bibwiki: Command, wiki: Path) -> None:
    outcome = bibwiki("new", "topic", "maps")

    assert outcome.err == ""
    assert "A work on maps is *An Atlas of Nowhere*" in (
        wiki / "docs/topics/maps.md"
    ).read_text(encoding="utf-8")


def test_person_with_one_work_has_a_part_in_it(bibwiki: Command, wiki: Path) -> None:
    bibwiki("new", "person", "A. Example")

    text = (wiki / "docs/people/a-example.md").read_text(encoding="utf-8")
    assert "A. Example is an author of *Sorting" in text
    assert "A coauthor is [[Ben Muster]]." in text


def test_other_spellings_are_declared(bibwiki: Command, wiki: Path) -> None:
    (wiki / "bib/more.bib").write_text(
        "@misc{k, title = {K}, author = {Example, Ada and Muster, Ben}}\n"
        "@misc{l, title = {L}, author = {Ada M Example}}\n"
    )

    bibwiki("new", "person", "Ada Example")

    text = (wiki / "docs/people/ada-example.md").read_text(encoding="utf-8")
    assert "\n  also: [Ada Example]\n" in text


@pytest.mark.usefixtures("wiki")
def test_new_page_takes_its_place_in_the_catalogue(bibwiki: Command) -> None:
    bibwiki("new", "person", "Ada M. Example")

    outcome = bibwiki("new", "person", "ada-m-example")

    assert outcome.status == 2
    assert (
        outcome.err
        == "bibwiki: docs/people/ada-m-example is already the page of person "
        "'ada-m-example'\n"
    )


@pytest.mark.usefixtures("wiki")
def test_page_elsewhere_is_found(bibwiki: Command) -> None:
    outcome = bibwiki("new", "person", "B. Muster")

    assert outcome.status == 2
    assert "docs/people/ben is already the page of person 'ben'" in outcome.err


def test_file_that_declares_nothing_is_not_overwritten(
    bibwiki: Command, wiki: Path
) -> None:
    path = wiki / "docs/topics/maps.md"
    path.parent.mkdir()
    path.write_text("mine")

    outcome = bibwiki("new", "topic", "maps")

    assert outcome.status == 2
    assert "exists already" in outcome.err
    assert path.read_text() == "mine"


def test_unknown_name_makes_an_empty_page_and_a_remark(
    bibwiki: Command, wiki: Path
) -> None:
    outcome = bibwiki("new", "person", "Vale, Zora")

    assert outcome.status == 0
    assert outcome.err == (
        "bibwiki: no person is called 'Vale, Zora'; the nearest are 'Zoë Vale'; "
        "the page is empty\n"
    )
    assert (wiki / "docs/people/zora-vale.md").read_text() == (
        "---\nbibwiki:\n  kind: person\n  id: zora-vale\n  name: Zora Vale\n---\n"
        "\n# Zora Vale\n"
    )


@pytest.mark.usefixtures("wiki")
def test_unknown_work_is_refused(bibwiki: Command) -> None:
    outcome = bibwiki("new", "work", "vale2023atlass")

    assert outcome.status == 2
    assert outcome.err == (
        "bibwiki: no entry has the key or title 'vale2023atlass'; the nearest are "
        "'vale2023atlas'\n"
    )


def test_name_of_several_people_is_refused(bibwiki: Command, wiki: Path) -> None:
    page = (wiki / "docs/people/ben.md").read_text()
    (wiki / "docs/people/other.md").write_text(page.replace("id: ben", "id: ben-2"))

    outcome = bibwiki("new", "person", "Ben Muster")

    assert outcome.status == 2
    assert "'Ben Muster' is not unique" in outcome.err
    assert "'ben'" in outcome.err
    assert "'ben-2'" in outcome.err


@pytest.mark.usefixtures("wiki")
def test_name_without_letters_is_refused(bibwiki: Command) -> None:
    outcome = bibwiki("new", "topic", "!?")

    assert outcome.status == 2
    assert "'!?' has no letters to make a file name of" in outcome.err


def test_hostile_name_stays_inside_of_the_pages(bibwiki: Command, wiki: Path) -> None:
    before = {path for path in wiki.rglob("*") if "docs/topics" not in path.as_posix()}

    outcome = bibwiki("new", "topic", "../../etc/passwd: {x}")

    assert outcome.status == 0
    after = {path for path in wiki.rglob("*") if "docs/topics" not in path.as_posix()}
    assert after == before


def test_files_and_folder_can_be_named(bibwiki: Command, wiki: Path) -> None:
    (wiki / "pages").mkdir()
    (wiki / "one.bib").write_text("@misc{one, title = {One}, author = {Vale, Uno}}")

    outcome = bibwiki(
        "new", "work", "one", "--docs", "pages", "--bib", wiki / "one.bib"
    )

    assert outcome.out == "wrote pages/works/one.md\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["--docs", "nowhere"], "nowhere is no folder; name that of conf.py",
            id="docs",
        ),
        pytest.param(["--bib", "missing.bib"], "missing.bib", id="bib"),
    ],
)  # fmt: skip
def test_missing_input_is_named(
    bibwiki: Command, wiki: Path, arguments: list[str], message: str
) -> None:
    outcome = bibwiki("new", "topic", "maps", *arguments)

    assert outcome.status == 2
    assert message in outcome.err
    assert not (wiki / "docs/topics").exists()


def test_wiki_without_bibtex_files_says_so(bibwiki: Command, wiki: Path) -> None:
    (wiki / "bib/references.bib").unlink()

    outcome = bibwiki("new", "topic", "maps")

    assert outcome.status == 0
    assert "no BibTeX files in docs/../bib; name them by --bib" in outcome.err
