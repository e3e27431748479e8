"""An invented wiki that edits change: what it says, and the files that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONF = """\
project = "Invented"
extensions = ["myst_parser", "bibwiki"]
bibtex_bibfiles = ["first.bib", "second.bib"]
suppress_warnings = ["epub.unknown_project_files"]
templates_path = []
html_copy_source = True
latex_elements = {"preamble": ""}
"""

FAMILIES = ("Example", "Müller", "Third", "Sample", "Nobody", "Ng")
GIVEN = ("Ada", "Jo", "Person", "A.")
WORDS = ("Sorting", "Merging", "Lists", "Trees", "Large", "Invented", "Results", "Late")
KEYWORDS = ("sorting", "merging", "trees", "rare one")


@dataclass
class Entry:
    """One BibTeX entry."""

    key: str
    file: str
    title: str
    authors: list[str]
    year: int
    keywords: list[str]
    extends: str = ""
    crossref: str = ""
    rights: dict[str, str] = field(default_factory=dict)
    """Fields on licence, access and checks."""

    def text(self) -> str:
        """Return what stands in the file."""
        fields = {
            "author": " and ".join(self.authors),
            "title": self.title,
            "journal": "Journal of Invented Results",
            "year": str(self.year),
            "keywords": ", ".join(self.keywords),
            "extends": self.extends,
            "crossref": self.crossref,
            **self.rights,
        }
        lines = [
            f"  {name} = {{{value}}},\n" for name, value in fields.items() if value
        ]
        return f"@article{{{self.key},\n{''.join(lines)}}}\n\n"


@dataclass
class Page:
    """A hand-written page."""

    title: str
    sentences: list[str]
    front_matter: str = ""
    children: list[str] = field(default_factory=list)
    """Its toctree."""

    def text(self) -> str:
        """Return what stands in the file."""
        toctree = ""
        if self.children:
            entries = "\n".join(f"/{child}" for child in self.children)
            toctree = f"\n```{{toctree}}\n:maxdepth: 2\n\n{entries}\n```\n"
        text = " ".join(self.sentences)
        return f"{self.front_matter}# {self.title}\n\n{text}\n{toctree}"


def about(kind: str, name: str, **more: str) -> str:
    """Return front matter that says what a page is about."""
    lines = "".join(
        f"  {key.replace('_', '-')}: {value}\n" for key, value in more.items()
    )
    return f"---\nbibwiki:\n  kind: {kind}\n  name: {name}\n{lines}---\n"


@dataclass
class InventedWiki:
    """Everything that the wiki's files say."""

    entries: list[Entry]
    pages: dict[str, Page]
    """Maps docnames to pages."""
    config: dict[str, object]
    versions: int = 0
    """How many times bibwiki was upgraded."""

    def files(self) -> dict[str, str]:
        """Map the path of each file to its text."""
        config = "".join(f"{name} = {value!r}\n" for name, value in self.config.items())
        files = {"conf.py": CONF + config}
        for name in ("first.bib", "second.bib"):
            files[name] = "".join(e.text() for e in self.entries if e.file == name)
        files |= {f"{name}.md": page.text() for name, page in self.pages.items()}
        return files

    def save(self, folder: Path) -> None:
        """Write the files that differ and delete those that are gone."""
        files = self.files()
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.relative_to(folder).as_posix() not in files:
                path.unlink()
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")


def invented_wiki() -> InventedWiki:
    """Return the wiki before the first edit."""
    first, second = "first.bib", "second.bib"
    entries = [
        Entry(
            "sort19",
            first,
            "Sorting Lists",
            ["Example, Ada", "Müller, Jo"],
            2019,
            ["sorting"],
        ),
        Entry(
            "merge21",
            first,
            "Merging Trees",
            ["Müller, Jo"],
            2021,
            ["merging", "sorting"],
            "sort19",
        ),
        Entry(
            "late20",
            second,
            "Late Results",
            ["Third, Person", "Example, A."],
            2020,
            ["trees"],
        ),
        Entry(
            "large20",
            second,
            "Large Lists",
            ["Example, Ada"],
            2020,
            ["trees", "merging"],
        ),
        Entry(
            "sample22",
            second,
            "Invented Trees",
            ["Sample, Jo", "Third, Person"],
            2022,
            [],
        ),
    ]
    pages = {
        "index": Page(
            "Invented",
            ["Lists were sorted {cite:p}`sort19`.", "Then [[Ada Example]] rested."],
            children=[
                "people/ada-example",
                "topics/sorting",
                "reading/one",
                "reading/two",
            ],
        ),
        "people/ada-example": Page(
            "Ada Example",
            ["She works with [[Jo Müller]] {cite:t}`large20`."],
            about("person", "Ada Example", also="[Ada Sample]"),
        ),
        "topics/sorting": Page(
            "Sorting",
            ["To sort is to order {cite:p}`sort19,merge21`."],
            about("topic", "Sorting"),
        ),
        "topics/ordering": Page(
            "Ordering", ["All orders."], about("topic", "Ordering")
        ),
        "reading/one": Page(
            "Reading one",
            [
                "We read {cite:t}`merge21` and {cite:p}`late20`.",
                "See {doc}`/reading/two`, {doc}`/topics/sorting` and [[trees]].",
            ],
        ),
        "reading/two": Page(
            "Reading two",
            [
                "Again {cite:p}`merge21`.",
                "Also {footcite}`sort19`.\n\n```{footbibliography}\n```\n",
            ],
            children=["reading/three"],
        ),
        "reading/three": Page(
            "Reading three",
            [
                "Nothing much.\n\n```{works} topic:trees\n:group: year\n```\n",
                "\n```{people}\n```\n\n```{overview}\n```\n\n```{timeline}\n```\n",
            ],
        ),
    }
    config: dict[str, object] = {"html_theme": "basic"}
    return InventedWiki(entries, pages, config)
