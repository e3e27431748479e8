"""Where something is mentioned: page, section, sentence, and the exact place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from bibwiki.catalogue.identity.mention import Mention
    from conftest import Project


def mentions_of(project: Project, text: str) -> tuple[Mention, ...]:
    """Return the mentions of a page with this text."""
    project.write({"index.md": text})
    built = project.build("text")
    return wiki_domain(built.app.env).mentions["index"]


def sentence_of(mention: Mention) -> str:
    return "".join(
        f"<{','.join(part.keys) or part.text}>"
        if part.own
        else f"[{','.join(part.keys)}]"
        if part.keys
        else part.text
        for part in mention.sentence
    ).strip()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param(
            "# T\n\nOne here. Two {cite:p}`a` here. Three.",
            ["Two <a> here."],
            id="only its own sentence",
        ),
        pytest.param(
            "# T\n\nOne {cite:p}`a` and {cite:p}`b`.",
            ["One <a> and [b].", "One [a] and <b>."],
            id="two in one sentence",
        ),
        pytest.param(
            "# T\n\nOne is so. {cite:p}`a`\n\nTwo.",
            ["One is so. <a>"],
            id="after the full stop",
        ),
        pytest.param(
            "# T\n\nAs Dr. Who and A. Bee et al. say {cite:p}`a`, it is 3.5 now.",
            ["As Dr. Who and A. Bee et al. say <a>, it is 3.5 now."],
            id="abbreviations end nothing",
        ),
        pytest.param(
            "# T\n\n* item *one* [[Ada Example]]\n* item two",
            ["item one <Ada Example>"],
            id="list item with markup and a wiki link",
        ),
        pytest.param(
            "# T\n\n| a | b |\n| - | - |\n| x {cite:p}`a` | y |",
            ["x <a>"],
            id="table cell",
        ),
        pytest.param(
            "# T\n\n| a | b |\n| - | - |\n| x y | {cite:p}`a` |",
            ["x y: <a>"],
            id="table cell that says nothing itself",
        ),
    ],
)
def test_the_sentence_around_a_mention(
    wiki: Project, text: str, sentences: list[str]
) -> None:
    found = [sentence_of(mention) for mention in mentions_of(wiki, text)]

    assert found == sentences


def test_a_mention_knows_its_section_and_line(wiki: Project) -> None:
    first, second = mentions_of(
        wiki, "# T\n\nLead {cite:p}`a`.\n\n## Part\n\nMore {cite:p}`a`.\n"
    )

    assert (first.section_title, first.line) == ("", 3)
    assert (second.section_title, second.line) == ("Part", 7)
    assert (first.page_title, first.kind, first.names) == ("T", "cite", ("a",))
    assert first.anchor != second.anchor


def test_a_work_says_where_and_how_it_is_cited(wiki: Project) -> None:
    page = wiki.build().text("works/muller2021merging.html")

    cited_in = page.split('id="cited-in"')[1]
    anchor = re.search(r'href="\.\./index\.html#(cite-muller2021merging)"', cited_in)
    assert anchor is not None
    assert "It followed" in cited_in
    assert "closely." in cited_in
    assert "Merging" in cited_in
    assert f'id="{anchor[1]}"' in wiki.build().text("index.html")


def test_a_person_is_mentioned_by_a_wiki_link(wiki: Project) -> None:
    page = wiki.build().text("people/ada-example.html")

    mentioned = page.split('id="mentions"')[1]
    assert "rested." in mentioned
    assert 'href="../index.html#mention-ada-example"' in mentioned


def test_sentences_name_things_as_the_page_does(wiki: Project) -> None:
    wiki.write(
        {
            "page.md": "---\norphan: true\n---\n# Page\n\n"
            "{person}`ada-example` and {topic}`sorting` met "
            "{cite:p}`example2019sorting`.\n"
        }
    )

    page = wiki.build().text("works/example2019sorting.html")

    sentence = page[page.index("../page.html#cite-example2019sorting") :]
    sentence = sentence[: sentence.index(" met ")]
    assert "Ada Example and " in sentence
    assert "ada-example" not in sentence.split(">")[-1]


def test_a_sentence_is_shown_once_however_often_it_cites_the_work(
    wiki: Project,
) -> None:
    text = "Twice {cite:p}`example2019sorting` and {cite:t}`example2019sorting`."
    wiki.write({"page.md": f"---\norphan: true\n---\n# Page\n\n{text}\n"})

    page = wiki.build().text("works/example2019sorting.html")

    assert page.count("Twice ") == 1


def test_definitions_and_messages_mention_nothing(wiki: Project) -> None:
    wiki.write(
        {
            "page.rst": ":orphan:\n\nPage\n====\n\n"
            ".. |ada| replace:: the [[Ada Example]] of old\n\nNot used.\n"
        }
    )

    built = wiki.build()

    assert built.warnings == []
    assert "of old" not in built.text("people/ada-example.html")


def test_titles_that_cite_show_the_label(wiki: Project) -> None:
    wiki.write(
        {
            "index.md": "# What {cite:p}`example2019sorting` did\n\n"
            "One {cite:p}`example2019sorting`.\n\n"
            "## On {person}`ada-example` and {cite:p}`example2019sorting`\n\n"
            "Two {cite:p}`example2019sorting`.\n"
        }
    )

    page = wiki.build().text("works/example2019sorting.html")

    assert "What [Example and Müller 2019] did" in page
    assert "On Ada Example and [Example and Müller 2019]" in page


def test_the_glossary_has_the_first_sentence_of_each_topic(wiki: Project) -> None:
    wiki.write(
        {
            "topics/tides.md": "---\nbibwiki: {kind: topic, name: Tides}\n---\n"
            "# Tides\n\nTides rise {cite:p}`example2019sorting`. They fall.\n",
            "topics/fog.md": "---\nbibwiki: {kind: topic, name: Fog}\n---\n# Fog\n",
        }
    )

    first = wiki.build()
    assert "Tides rise [" in first.text("glossary.html")
    assert "They fall" not in first.text("glossary.html")

    wiki.write(
        {
            "topics/fog.md": "---\nbibwiki: {kind: topic, name: Fog}\n---\n"
            "# Fog\n\nFog hides.\n",
        }
    )
    assert "Fog hides." in wiki.build().text("glossary.html")
