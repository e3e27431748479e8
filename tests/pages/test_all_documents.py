"""Documents of the full-text index that are the same need not be made to know that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bibwiki.pages.site.search import kept_index
from bibwiki.pages.site.search.all_documents import AllDocuments
from bibwiki.pages.site.search.documents import FacetNames, PageText, SiteTexts
from bibwiki.pages.tracing.fact_digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bibwiki.model.notes.note import Note
    from bibwiki.pages.context import PageContext

BIB = """
@article{first, title = {One Tide}, author = {Ada Lamp and Bo Wick}, year = 2020,
  journal = {Annals of Doubt}, shortjournal = {AoD}, keywords = {tides, lamps}}
@article{second, title = {Two Tides}, author = {Ada Lamp}, year = 2019,
  journal = {Annals of Doubt}, keywords = {tides, lamps}}
@book{third, title = {Three Tides}, author = {Cy Oil}, year = 2018}
"""


def documents_of(
    context: PageContext, texts: dict[str, PageText] | None = None
) -> AllDocuments:
    return AllDocuments(context, SiteTexts(texts or {}, lambda name: f"{name}.html"))


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ("", "", set()),
        ("One Tide", "One Ebb", {"works/first.html"}),
        ("2020", "2021", {"works/first.html"}),
        ("keywords = {tides, lamps}}\n@book", "keywords = {tides}}\n@book", None),
        ("and Bo Wick", "and Bo Wick and others", {"works/first.html"}),
        ("= {Cy Oil}", "= {C. Oil}", None),
        ("{AoD}", "{AD}", None),
        ("@book", "@report", {"works/third.html"}),
        ("year = 2018}", "year = 2018, retracts = {first}}", {"works/first.html"}),
        ("year = 2018}", "year = 2018, annotation = {Wet}}", {"works/third.html"}),
        ("year = 2018}", "year = 2018, ids = {old}}", {"works/third.html"}),
        ("year = 2018}", "year = 2018, journal = {Annals of Doubt}}", None),
    ],
)
def test_documents_of_the_same_grounds_are_the_same(
    context_of: Callable[..., PageContext],
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    differ: set[str] | None,
) -> None:
    """``differ`` None: several documents are others, maybe of things that are new."""
    monkeypatch.setattr(kept_index, "PORTION", 1)
    before = documents_of(context_of(BIB))
    after = documents_of(context_of(BIB.replace(old, new)))

    known = dict(zip(grounds(before), before, strict=True))
    others = set()
    for ground, document in zip(grounds(after), after, strict=True):
        assert known.get(ground, document) == document
        if ground not in known:
            others.add(document.path)
            assert document not in set(before) or new  # none is another for nothing
    if differ is not None:
        assert differ <= others
        assert len(others) <= len(differ) + 1  # the work that says it, besides


def test_what_pages_say_is_among_the_grounds(
    library: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_index, "PORTION", 1)
    page = PageText("Starting", "Open the door.")
    before = documents_of(library, {"guide/start": page})
    after = documents_of(library, {"guide/start": replace(page, text="Knock.")})

    differ = [a != b for a, b in zip(grounds(before), grounds(after), strict=True)]

    assert differ == [a != b for a, b in zip(before, after, strict=True)]
    assert differ.count(True) == 1


def test_names_that_are_hidden_are_among_the_grounds(
    context_of: Callable[..., PageContext],
    hand_written: tuple[tuple[Note, ...], tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept_index, "PORTION", 1)
    note = next(one for one in hand_written[0] if one.kind.value == "person")
    plain = replace(note, id="ada-lamp", name="Ada Light", also=("Ada Lamp",))
    hidden = replace(plain, also=(), hidden_names=("Ada Lamp",))
    before, after = (documents_of(context_of(BIB, (n,))) for n in (plain, hidden))

    known = dict(zip(grounds(before), before, strict=True))

    assert list(before) != list(after)
    for ground, document in zip(grounds(after), after, strict=True):
        assert known.get(ground, document) == document


@pytest.mark.parametrize("texts", [{}, {"guide/start": PageText("Starting", "Open.")}])
def test_names_of_facets_are_those_of_the_documents(
    library: PageContext, texts: dict[str, PageText]
) -> None:
    documents = documents_of(library, texts)

    assert documents.facet_names() == FacetNames.of(documents)


def grounds(documents: AllDocuments) -> Iterable[bytes]:
    """Return the digest of each document's grounds."""
    digests = documents.portions()
    return [digests[at : at + SIZE] for at in range(0, len(digests), SIZE)]
