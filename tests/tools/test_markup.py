"""What reaches a page from a BibTeX file is text, a link or a citation."""

from __future__ import annotations

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.citations import MentionIndex
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.interpret import interpret
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.context import PageContext
from bibwiki_tools.markup import Markup


def _markup(bibtex: str) -> Markup:
    entries = parse_bibtex(bibtex, "x.bib").entries
    works = [interpret(entry)[0] for entry in entries]
    catalogue, _ = assemble(works, [], [], topic_min_works=1)
    return Markup(PageContext(catalogue, MentionIndex()))


@pytest.mark.parametrize(
    ("author", "id_", "link"),
    [
        pytest.param("Vale, Ada", "ada-vale", "[[Ada Vale]]", id="plain"),
        pytest.param("Váľe, Ada", "ada-vale", "[[Ada Váľe]]", id="accents"),
        pytest.param("O'Vale, A.-B.", "a-b-ovale", "[[A.-B. O'Vale]]", id="signs"),
        pytest.param("Vale, A*da*", "a-da-vale", "[[a-da-vale]]", id="markup"),
        pytest.param("Vale]] [[x, Ada", "ada-vale-x", "[[ada-vale-x]]", id="brackets"),
    ],
)
def test_link_names_the_person_where_that_is_safe(
    author: str, id_: str, link: str
) -> None:
    markup = _markup(f"@misc{{k, title = {{T}}, author = {{{author}}}}}")

    assert markup.link(Target(Kind.PERSON, id_)) == link


def test_link_says_the_kind_where_a_name_means_something_else() -> None:
    markup = _markup("@misc{k, title = {T}, author = {Maps}, keywords = {maps}}")

    assert markup.link(Target(Kind.PERSON, "maps")) == "{wiki:person}`maps`"
    assert markup.link(Target(Kind.TOPIC, "maps")) == "[[maps]]"


def test_title_cannot_be_markup() -> None:
    markup = _markup("@misc{k, title = {A *B* {cite:p}`c` [[d]] <e>}, year = {2020}}")

    assert markup.title("k") == (
        r"*A \*B\* cite:p\`c\` \[ \[d\]\] \<e\>* (2020) {cite:p}`k`"
    )


@pytest.mark.parametrize("key", ["a`b", "a{b", "a<b>", "a[b", "a|b"])
def test_key_that_no_role_can_hold_is_not_cited(key: str) -> None:
    markup = _markup("@misc{k, title = {T}}")

    assert markup.cited(key) == ""
    assert markup.named([key, "k"]) == "{cite:t}`k`"
    assert markup.named([key]) == ""
