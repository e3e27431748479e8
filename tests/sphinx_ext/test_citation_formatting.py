"""Formatting citations once says what sphinxcontrib-bibtex's own way says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pybtex.database import Entry, Person
from sphinxcontrib.bibtex.style.referencing import format_references
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle
from sphinxcontrib.bibtex.style.referencing.label import LabelReferenceStyle
from sphinxcontrib.bibtex.style.referencing.super_ import SuperReferenceStyle
from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo

from bibwiki.sphinx_ext.citing.formatting import ReferenceFormatter
from bibwiki.sphinx_ext.citing.labels import LabelledOnDemand, LookedUpAddress

if TYPE_CHECKING:
    from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle

PEOPLE = ["Ada Example", r"M{\"u}ller, Jo", "van der Berg, Jr, Cor", "{Society}"]
STYLES = [AuthorYearReferenceStyle, LabelReferenceStyle, SuperReferenceStyle]
ROLES = ["p", "ps", "t", "ts", "ct", "alp", "author", "year", "label"]


def reference(*people: str, url: str = "works/k.html", pre: str = "") -> Any:  # noqa: ANN401 - half of it stands in for a builder
    persons = {"author": [Person(name) for name in people]} if people else {}
    entry = Entry("misc", {"title": "Sorting", "year": "2000"}, persons)
    entry.key = f"k{len(people)}"
    shown: Any = LookedUpAddress(url)
    info = SphinxReferenceInfo(shown, "index", "", "", "Tip", pre, "p. 3")
    return entry, LabelledOnDemand(entry.key, lambda: {entry.key: "Lab00"}), info


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("style", STYLES)
def test_texts_are_those_of_the_style(
    style: type[BaseReferenceStyle], role: str
) -> None:
    formatter = ReferenceFormatter(style())

    for _ in range(2):
        for count in range(len(PEOPLE) + 1):
            cited = [reference(*PEOPLE[:count]), reference(PEOPLE[1], pre="see")]
            plain = format_references(style(), role, cited)

            assert str(formatter.format(role, cited)) == str(plain)
            assert (
                repr(formatter.format(role, cited)).partition(" object")[0]
                == (repr(plain).partition(" object")[0])
            )


def test_a_style_of_somebody_elses_formats_its_names_itself() -> None:
    made = AuthorYearReferenceStyle()
    plugin = type(
        "Shouting", (type(made.person.style_plugin),), {"__module__": "own"}
    )()
    made.person.style_plugin = plugin

    ReferenceFormatter(made)

    assert made.person.style_plugin is plugin
