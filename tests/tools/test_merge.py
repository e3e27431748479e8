"""``bibwiki merge``: a patch that joins duplicates and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki_tools.entry_edits import Edit, apply_edits, unified_diff, with_keys

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

BEFORE = """\
% My sheep
@article{paper,
  author = {Muster, Ada and Vale, Ben},
  title = {Counting Sheep by Their Shadows},
  journal = {Journal of Invented Results},
  year = {2020}
}

@misc{preprint,
\tauthor = {Ada Muster and Ben Vale},
\ttitle = {Counting sheep by their shadows},
\teprint = {1901.00001},
\teprinttype = {arxiv},
\tyear = {2019},
}

@article{copy, author = {Muster, Ada and Vale, Ben},
  title = {Counting Sheep by Their Shadows}, year = {2020}}

@article{paper,
  author = {Muster, Ada and Vale, Ben},
  title = {Counting Sheep by Their Shadows},
}

@book{other, title = {Wool}, author = {Ruhm, Zoe}, year = {2001}}"""
AFTER = """\
% My sheep
@article{paper,
  author = {Muster, Ada and Vale, Ben},
  title = {Counting Sheep by Their Shadows},
  journal = {Journal of Invented Results},
  year = {2020},
  ids = {copy},
}

@misc{preprint,
\tauthor = {Ada Muster and Ben Vale},
\ttitle = {Counting sheep by their shadows},
\teprint = {1901.00001},
\teprinttype = {arxiv},
\tyear = {2019},
\trelated = {paper},
\trelatedtype = {version},
}

@book{other, title = {Wool}, author = {Ruhm, Zoe}, year = {2001}}"""


@pytest.fixture
def bib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a preprint, a copy and a repeat of one article."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "sheep.bib"
    path.write_text(BEFORE)
    return path


def test_patch_is_printed_and_nothing_written(bibwiki: Command, bib: Path) -> None:
    outcome = bibwiki("merge", "sheep.bib")

    assert (outcome.status, outcome.err) == (0, "")
    assert bib.read_text() == BEFORE
    lines = outcome.out.splitlines()
    assert lines[:3] == ["--- a/sheep.bib", "+++ b/sheep.bib", "@@ -3,7 +3,8 @@"]
    assert [line for line in lines[2:] if line[0] == "+"] == [
        "+  year = {2020},", "+  ids = {copy},",
        "+\trelated = {paper},", "+\trelatedtype = {version},",
    ]  # fmt: skip


def test_files_are_changed_when_told(bibwiki: Command, bib: Path) -> None:
    bibwiki("merge", "sheep.bib", "--write")

    assert bib.read_text() == AFTER
    assert bibwiki("merge", "sheep.bib").out == ""
    assert bibwiki("duplicates", "sheep.bib").out == "0 pairs\n"


def test_related_of_another_type_is_left_alone(bibwiki: Command, bib: Path) -> None:
    field = "year = {2020}, related = {other}, relatedtype = {reviewof}"
    text = BEFORE.partition("@article{copy")[0]
    text = text.replace("year = {2020}", field)
    bib.write_text(text.replace("\tyear = {2019}", f"\t{field}"))

    outcome = bibwiki("merge", "sheep.bib")

    assert outcome.out == ""
    assert "both have a related field of another type" in outcome.err


def test_what_others_inherit_from_stays(bibwiki: Command, bib: Path) -> None:
    child = "\n@inbook{part, title = {Shadows}, crossref = {copy}}\n"
    bib.write_text(BEFORE + child)

    bibwiki("merge", "sheep.bib", "--write")

    text = bib.read_text()
    assert "@article{copy," in text
    assert "ids =" not in text
    assert text.count("related = {paper}") == 2


def test_file_that_is_not_utf8_is_left_alone(bibwiki: Command, bib: Path) -> None:
    damaged = BEFORE.replace("My sheep", "My Schäfchen").encode("latin-1")
    bib.write_bytes(damaged)

    outcome = bibwiki("merge", "sheep.bib", "--write")

    assert "sheep.bib is not UTF-8 and was left as it is" in outcome.err
    assert bib.read_bytes() == damaged


def test_line_ends_of_the_file_stay(bibwiki: Command, bib: Path) -> None:
    bib.write_bytes(BEFORE.replace("\n", "\r\n").encode())

    bibwiki("merge", "sheep.bib", "--write")

    assert bib.read_bytes() == AFTER.replace("\n", "\r\n").encode()


def test_missing_file_is_refused(bibwiki: Command, bib: Path) -> None:
    assert bibwiki("merge", bib.name, "nowhere.bib").status == 2


@pytest.mark.parametrize(
    ("raw", "changed"),
    [
        pytest.param(
            "@misc{k, title = {T}}", "@misc{k, title = {T}, ids = {a, b}}", id="line"
        ),
        pytest.param(
            "@misc{k,\n\ttitle = {T}\n}",
            "@misc{k,\n\ttitle = {T},\n\tids = {a, b},\n}",
            id="several lines",
        ),
        pytest.param(
            "@misc(k, title = {T})",
            "@misc(k, title = {T}, ids = {a, b})",
            id="parentheses",
        ),
        pytest.param(
            '@misc{k, IDS = "c", title = {T}}',
            '@misc{k, IDS = "a, b, c", title = {T}}',
            id="more keys",
        ),
        pytest.param(
            "@misc{k, note = {see, ids = {x}}, ids = {c}}", None, id="another field"
        ),
        pytest.param("no entry", None, id="nothing"),
    ],
)
def test_keys_are_added_only_where_it_is_safe(raw: str, changed: str | None) -> None:
    assert with_keys(raw, {"ids": ["a", "b"]}) == changed


def test_diff_of_distant_edits_counts_lines() -> None:
    text = "".join(f"line {number}\n" for number in range(1, 41))
    gone = Edit(text.index("line 30"), text.index("line 31"), "")
    edits = [Edit(0, 7, "first\nsecond\n"), gone]

    lines = list(unified_diff("a.bib", text, edits))

    assert [line for line in lines if line.startswith("@@")] == [
        "@@ -1,4 +1,5 @@", "@@ -27,7 +28,6 @@",
    ]  # fmt: skip
    assert apply_edits(text, edits).count("\n") == 40
