from __future__ import annotations

import pytest

from bibwiki.model.entry_types import WORK_TYPES, work_type_of
from bibwiki.model.work_type import WorkType

BIBLATEX = (
    "article book mvbook inbook bookinbook suppbook booklet collection mvcollection "
    "incollection suppcollection dataset manual misc online patent periodical "
    "suppperiodical proceedings mvproceedings inproceedings reference mvreference "
    "inreference report set software thesis unpublished artwork audio bibnote "
    "commentary image jurisdiction legislation legal letter movie music performance "
    "review standard video customa customb customc customd custome customf conference "
    "electronic mastersthesis phdthesis techreport www"
)
TYPES = [
    pytest.param("article", {"journal": "J"}, WorkType.ARTICLE, id="article"),
    pytest.param(
        "article",
        {"journal": "arXiv preprint arXiv:2101.00001"},
        WorkType.PREPRINT,
        id="article-in-arxiv",
    ),
    pytest.param("article", {"journal": "CoRR"}, WorkType.PREPRINT, id="corr"),
    pytest.param("article", {"journaltitle": "bioRxiv"}, WorkType.PREPRINT, id="bio"),
    pytest.param(
        "article", {"eprint": "2101.00001"}, WorkType.PREPRINT, id="no-journal"
    ),
    pytest.param("article", {"eprint": "x", "volume": "1"}, WorkType.ARTICLE, id="vol"),
    pytest.param(
        "article",
        {"journal": "Corroborations", "eprint": "2101.00001"},
        WorkType.ARTICLE,
        id="published",
    ),
    pytest.param("misc", {}, WorkType.MISC, id="misc"),
    pytest.param(
        "misc",
        {"eprint": "x", "archiveprefix": "arXiv"},
        WorkType.PREPRINT,
        id="eprint",
    ),
    pytest.param(
        "misc", {"eprint": "x", "eprinttype": "jstor"}, WorkType.MISC, id="jstor"
    ),
    pytest.param("misc", {"howpublished": "Talk"}, WorkType.TALK, id="talk"),
    pytest.param("misc", {"howpublished": "Podcast"}, WorkType.AUDIO, id="podcast"),
    pytest.param("misc", {"type": "Data set"}, WorkType.DATASET, id="data-set"),
    pytest.param("misc", {"type": "Computer program"}, WorkType.SOFTWARE, id="program"),
    pytest.param("misc", {"note": "Blog post"}, WorkType.POST, id="blog"),
    pytest.param("misc", {"note": "a talk " * 20}, WorkType.MISC, id="prose"),
    pytest.param("misc", {"eventtitle": "Days"}, WorkType.TALK, id="event"),
    pytest.param("misc", {"publisher": "arXiv"}, WorkType.PREPRINT, id="publisher"),
    pytest.param(
        "misc", {"howpublished": r"\url{https://a.b}"}, WorkType.WEBPAGE, id="address"
    ),
    pytest.param("online", {}, WorkType.WEBPAGE, id="online"),
    pytest.param("online", {"entrysubtype": "post"}, WorkType.POST, id="subtype-post"),
    pytest.param(
        "online", {"entrysubtype": "Press"}, WorkType.PRESS, id="subtype-press"
    ),
    pytest.param("online", {"type": "Forum thread"}, WorkType.POST, id="online-thread"),
    pytest.param("online", {"type": "Video"}, WorkType.WEBPAGE, id="online-video"),
    pytest.param(
        "article", {"entrysubtype": "newspaper"}, WorkType.PRESS, id="newspaper"
    ),
    pytest.param("unpublished", {}, WorkType.MANUSCRIPT, id="unpublished"),
    pytest.param("unpublished", {"type": "Lecture"}, WorkType.TALK, id="lecture"),
    pytest.param("in-proceedings", {}, WorkType.PAPER, id="hyphen"),
    pytest.param("gizmo", {}, None, id="unknown"),
    pytest.param("gizmo", {"journal": "J"}, WorkType.ARTICLE, id="unknown-in-journal"),
    pytest.param("gizmo", {"booktitle": "B"}, WorkType.PAPER, id="unknown-in-book"),
]


@pytest.mark.parametrize(("entry_type", "fields", "expected"), TYPES)
def test_the_work_type_follows_type_and_fields(
    entry_type: str, fields: dict[str, str], expected: WorkType | None
) -> None:
    assert work_type_of(entry_type, fields) is expected


@pytest.mark.parametrize("entry_type", BIBLATEX.split())
def test_every_entry_type_of_bibtex_and_biblatex_is_known(entry_type: str) -> None:
    assert entry_type in WORK_TYPES


def test_every_work_type_has_a_label() -> None:
    assert WorkType.PAPER.label == "Conference paper"
    assert WorkType.THESIS.label == "Thesis"
    assert all(each.label for each in WorkType)
