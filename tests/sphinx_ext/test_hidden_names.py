"""A hidden name stands nowhere in what is published or printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bibwiki_tools.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

HIDDEN = re.compile(r"zebediah|z\. quaggle|quaggle, z|quaggle", re.IGNORECASE)
"""Any trace of the name; nothing else in the wiki looks like it."""
CONF = """
bibtex_default_style = "alpha"
bibtex_reference_style = "author_year"
"""
WORKS = r"""
@article{early2001,
  author = {Zebediah Quaggle and M{\"u}ller, Jo},
  title = {Early Looms},
  journal = {Journal},
  year = {2001},
  keywords = {sorting},
  claim = {Looms are early.},
}
@inproceedings{early2000,
  author = {Quaggle, Zebediah and others},
  editor = {Qu{\"a}ggle, Zebediah and Third, Person},
  title = {Early Looms, a Draft},
  booktitle = {Conference},
  year = {2000},
  related = {early2001},
  relatedtype = {version},
}
@book{edited1999,
  author = {Third, Person},
  editor = {family=Quaggle, given=Zebediah},
  title = {A Book of Looms},
  publisher = {Press},
  year = {1999},
  shortauthor = {Zebediah Quaggle},
}
@book{early2001, author = {Zebediah Quaggle}, title = {A repeat}, year = 2001}
@misc{list1998, author = {Zebediah Quaggle, Person Third, Ada Example}, title = {Three}}
@misc{odd1997, author = {Quaggle,, Zebediah}, title = {Commas}, year = 1997}
@misc{twice1996, author = {Zebediah Quaggle and Quaggle, Zebediah}, title = {Twice}}
"""
PERSON = """---
bibwiki:
  kind: person
  name: Zoe Quince
  id: zoe-quince
  also-id: [zoe]
  hidden-names: [Zebediah Quaggle, Zebediah Quäggle]
---
# Zoe Quince

She wove.
"""
OTHER = """---
bibwiki:
  kind: person
  name: Somebody Else
  also: [Zebediah Quaggle]
---
# Somebody Else
"""
CITING = """# Citing

Text {footcite:p}`early2001` and {cite:t}`early2001` and {cite:p}`edited1999`.

```{footbibliography}
```

```{bibliography}
:all:
```

```{works}
```
"""


@pytest.fixture
def hiding(wiki: Project) -> Project:
    wiki.replace("conf.py", "html_theme", f"{CONF}\nhtml_theme")
    wiki.replace("works.bib", "@inproceedings{muller", WORKS + "@inproceedings{muller")
    wiki.write({"people/zoe-quince.md": PERSON})
    wiki.write({"citing.md": CITING})
    return wiki


def traces(folder: Path) -> list[str]:
    """Return where any trace of the name stands below a folder."""
    return [
        f"{path.relative_to(folder).as_posix()}: {found[0]}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and ".doctrees" not in path.parts
        and (found := HIDDEN.search(path.read_bytes().decode("utf-8", "replace")))
    ]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "epub", "text", "latex"])
def test_no_output_holds_a_hidden_name(hiding: Project, builder: str) -> None:
    built = hiding.build(builder, html_baseurl="https://example.org/")

    assert traces(built.outdir) == []
    assert not any(HIDDEN.search(one) for one in built.warnings)
    if builder == "html":
        assert "Zoe Quince" in built.text("works/early2001.html")
        assert "author = {Quince, Zoe and M" in built.text("exports/works.bib")
        assert "Quince" in built.text("citing.html")
        assert not built.has("_sources/people/zoe-quince.md.txt")
        assert built.has("_sources/citing.md.txt")


def test_the_report_of_a_build_holds_none(hiding: Project) -> None:
    hiding.write({"people/else.md": OTHER})
    built = hiding.build()

    report = next(hiding.root.rglob("bibwiki-report.json")).read_text("utf-8")
    assert not HIDDEN.search(report.replace("Somebody", ""))
    assert "a hidden name of Zoe Quince" in report
    assert built.warnings


def test_hiding_a_name_later_is_as_good(hiding: Project) -> None:
    hiding.replace("people/zoe-quince.md", "  hidden-names", "  also")
    assert traces(hiding.build().outdir)
    hiding.replace("people/zoe-quince.md", "  also:", "  hidden-names:")

    built = hiding.build()

    assert traces(built.outdir) == []
    assert built.tree() == hiding.build(out="clean").tree()


def test_a_directive_hides_as_well(hiding: Project) -> None:
    (hiding.root / "docs/people/zoe-quince.md").unlink()
    rst = (
        "Zoe\n===\n\n.. wiki:page::\n\n   kind: person\n   name: Zoe Quince\n"
        "   hidden-names: [Zebediah Quaggle, Zebediah Quäggle]\n\nShe wove.\n"
    )
    hiding.write({"people/zoe-quince.rst": rst})

    assert traces(hiding.build().outdir) == []


COMMANDS = [
    ["who", "Zoe Quince"],
    ["who", "J. Müller"],
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "github"],
    ["duplicates"],
    ["duplicates", "--json"],
    ["inspect", "docs/works.bib", "--pages", "docs"],
    ["inspect", "docs/works.bib", "--pages", "docs", "--json"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_one(
    hiding: Project,
    command: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(hiding.root)
    main(command)
    printed = capsys.readouterr()

    assert printed.out
    assert not HIDDEN.search(printed.out + printed.err)
