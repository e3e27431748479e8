r"""Texts that carry their inline markup."""

from __future__ import annotations

import pickle

import pytest

from bibwiki.model.latex.marked_text import Inline, MarkedText, joined_text, runs_of
from bibwiki.model.latex.text import read_text

MARKED = [
    pytest.param(r"\emph{a}", "a", "emphasis", id="emph"),
    pytest.param(r"\textit{a}", "a", "emphasis", id="textit"),
    pytest.param(r"{\em a}", "a", "emphasis", id="em"),
    pytest.param(r"{\it a}", "a", "emphasis", id="it"),
    pytest.param(r"\mkbibemph{a}", "a", "emphasis", id="mkbibemph"),
    pytest.param(r"\textbf{a}", "a", "strong", id="textbf"),
    pytest.param(r"{\bf a}", "a", "strong", id="bf"),
    pytest.param(r"\textsc{a}", "a", "smallcaps", id="textsc"),
    pytest.param(r"{\sc a}", "a", "smallcaps", id="sc"),
    pytest.param(r"\texttt{a_b}", "a_b", "code", id="texttt"),
    pytest.param(r"{\tt a}", "a", "code", id="tt"),
    pytest.param(r"\textsuperscript{th}", "th", "superscript", id="superscript"),
    pytest.param(r"\textsubscript{2}", "₂", "subscript", id="subscript"),
    pytest.param("<i>a</i>", "a", "emphasis", id="tag"),
    pytest.param("<jats:sup>a</jats:sup>", "a", "superscript", id="jats"),
    pytest.param("$x^2$", "x²", "math", id="math"),
    pytest.param(r"\(x^2\)", "x²", "math", id="round-math"),
    pytest.param(r"\[x^2\]", "x²", "math", id="square-math"),
    pytest.param("$$x^2$$", "x²", "math", id="display-math"),
    pytest.param(r"\ensuremath{x^2}", "x²", "math", id="ensuremath"),
]


@pytest.mark.parametrize(("source", "plain", "style"), MARKED)
def test_markup_is_kept_beside_the_plain_text(
    source: str, plain: str, style: str
) -> None:
    text = read_text(f"On {source} here")

    assert text == f"On {plain} here"
    assert [run.style for run in runs_of(text)] == ["", style, ""]


@pytest.mark.parametrize("source", ["A {Loom} of 5\\%", r"Caf{\'e} -- b", "a < b", ""])
def test_texts_without_markup_are_plain_strings(source: str) -> None:
    assert type(read_text(source)) is str


def test_links_keep_safe_addresses_alone() -> None:
    text = read_text(
        r"See \href{https://a.example/b\%20c}{here}, \url{https://b.example/~c} "
        r"or \href{java&#10;script:alert(1)}{there}"
    )

    assert text == "See here, https://b.example/~c or there"
    assert [run.url for run in runs_of(text) if run.url] == [
        "https://a.example/b%20c",
        "https://b.example/~c",
    ]


def test_a_marked_text_is_as_good_as_its_plain_text() -> None:
    text = read_text(r"\emph{B} a")

    assert isinstance(text, MarkedText)
    assert {text: 1}["B a"] == 1
    assert sorted(["C", text]) == ["B a", "C"]
    assert type(text.lower()) is type(f"{text}") is str
    kept = pickle.loads(pickle.dumps(text))  # noqa: S301 - our own
    assert (kept, runs_of(kept)) == (text, runs_of(text))
    assert repr(text) != repr(read_text(r"B \emph{a}"))


def test_joining_keeps_the_markup_of_the_parts() -> None:
    joined = joined_text([read_text(r"\emph{A}"), ": ", "b", ""])

    assert joined == "A: b"
    assert runs_of(joined) == (Inline("A", "emphasis"), Inline(": "), Inline("b"))
    assert type(joined_text(["a", "b"])) is str
