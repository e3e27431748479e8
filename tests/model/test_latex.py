# ruff: noqa: RUF001 - look-alikes are what LaTeX commands stand for

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.latex.text import Inline, decode, decode_inline

TEXTS = [
    pytest.param("Plain text", "Plain text", id="plain"),
    pytest.param("The {GPT} and {\\LaTeX} way", "The GPT and LaTeX way", id="braces"),
    pytest.param(r"{\'e}\'{e}\'e\' e", "éééé", id="acute"),
    pytest.param(r"\`a \^{o} \~n \"u \=o \.z", "à ô ñ ü ō ż", id="sign-accents"),
    pytest.param(r"{\v{r}} \v r \c c \c{c} \H{o} \k{a}", "ř ř ç ç ő ą", id="letters"),
    pytest.param(r"\u{g} \r{a} \d{s} \b{d} \t{oo}", "ğ å ṣ ḏ o͡o", id="rarer"),
    pytest.param(r"\'{\i} \'\i {\i} \^\j", "í í ı ĵ", id="dotless"),
    pytest.param(
        r"\O{} \o\ \ss\ {\L}odz \AA{}s", "Ø ø ß Łodz Ås", id="special-letters"
    ),
    pytest.param(r"\'{ea}n {\'\i}", "éan í", id="accent-on-first-of-group"),
    pytest.param(r"\'{} \~{}", "´ ~", id="accent-alone"),
    pytest.param(r"\'{\^e}", "ế", id="accent-on-accent"),
    pytest.param(r"\'\^e", "ê", id="accent-on-accent-without-braces"),
    pytest.param(r"\'{\ae}", "ǽ", id="accent-on-command"),
    pytest.param("1--2 -- a---b", "1–2 – a—b", id="dashes"),
    pytest.param("``a'' `b' 'c'", "“a” ‘b’ 'c'", id="quotes"),
    pytest.param("?`que? !`ay!", "¿que? ¡ay!", id="spanish"),
    pytest.param(r"a~b\,c\ d\quad e\\f", "a b c d e f", id="spaces"),
    pytest.param("a\n\tb   c\u2028d", "a b c d", id="white-space"),
    pytest.param("a\x00b\x1bc\x85d", "abcd", id="control-characters"),
    pytest.param(r"50\% \& \# \_ \$5 \{x\}", "50% & # _ $5 {x}", id="escaped"),
    pytest.param("50% of all", "50% of all", id="bare-percent"),
    pytest.param(r"\emph{a} \textbf{b {C}} {\em d} {\bf e}", "a b C d e", id="fonts"),
    pytest.param(r"\textsuperscript{2} H\textsubscript{2}O", "² H₂O", id="digits"),
    pytest.param(r"21\textsuperscript{st}", "21st", id="raised-letters"),
    pytest.param(r"\href{http://a.b/~x%20}{text}", "text", id="href"),
    pytest.param(r"see \url{http://a.b/~x%20_y}", "see http://a.b/~x%20_y", id="url"),
    pytest.param(r"\enquote{a \'e}", "“a é”", id="enquote"),
    pytest.param(r"\foo{bar} \foo[x]{y}", "bar y", id="unknown-command"),
    pytest.param(r"\textcolor{red}{a} \begin{x}\item b", "a b", id="two-arguments"),
    pytest.param(r"\texorpdfstring{$\alpha$}{alpha}", "alpha", id="texorpdfstring"),
    pytest.param(r"C:\Users", r"C:\Users", id="unknown-word"),
    pytest.param(r"\noopsort{1973}1974", "1974", id="hidden-argument"),
    pytest.param(r"\alpha-\textonequarter", "α-¼", id="pylatexenc"),
    pytest.param(r"a \& b \relax c\xspace", "a & b c", id="no-trace"),
    pytest.param(r"a $x_i^2$ b", "a xᵢ² b", id="math"),
    pytest.param(r"\(x\) \ensuremath{y} $$z$$", "x y z", id="other-math"),
    pytest.param(r"\(x", "x", id="open-math"),
    pytest.param("from $5 to $6", "from $5 to $6", id="prices"),
    pytest.param(r"cost $ 5 and $x\$y$ or $a $", r"cost $ 5 and x$y or $a $", id="d"),
    pytest.param("A &amp; B &#233; &#xe9; &lt;", "A & B é é <", id="entities"),
    pytest.param(r"A \&amp; B {\&}amp; C", "A & B & C", id="escaped-entities"),
    pytest.param("&amp;lt; &nosuch; &#0; AT&T", "&lt; &nosuch; &#0; AT&T", id="once"),
    pytest.param("<i>a</i> H<sub>2</sub>O <b>c</b>", "a H₂O c", id="tags"),
    pytest.param("H<SUB>2</SUB>O", "H₂O", id="tags-in-capitals"),
    pytest.param('<span class="nocase">iX</span>', "iX", id="tags-with-attributes"),
    pytest.param("<mml:math><mml:mi>x</mml:mi></mml:math>", "x", id="tags-of-math"),
    pytest.param("a <b and c> d", "a <b and c> d", id="signs-that-are-no-tag"),
    pytest.param(r"Petrov{\cprime}", "Petrovʹ", id="soft-sign"),
    pytest.param("<script>x</script> a<b", "<script>x</script> a<b", id="no-tags"),
    pytest.param("``a `b' c'' it's", "“a ‘b’ c” it's", id="quotes-in-quotes"),
    pytest.param("rock `n' roll `90s", "rock ‘n’ roll `90s", id="no-pair"),
    pytest.param("`code` it's", "`code` it's", id="backticks"),
    pytest.param(r"\og a\fg{} b", "« a » b", id="french-quotes"),
    pytest.param(r"a \verb|x_y\z| b", r"a x_y\z b", id="verbatim"),
    pytest.param(r"a\kern-.1667em b\hskip 1em c", "abc", id="lengths"),
    pytest.param(r"\today", r"\today", id="no-clock"),
    pytest.param("A &amp;lt; B", "A &lt; B", id="entity-once"),
    pytest.param(
        "&#233;&#xe9;&eacute;&unknown;", "ééé&unknown;", id="numbers-and-names"
    ),
    pytest.param("{open", "open", id="open-brace"),
    pytest.param("a}b}", "ab", id="surplus-braces"),
    pytest.param("\\", "\\", id="lone-backslash"),
    pytest.param(r"\url{open", "open", id="open-argument"),
    pytest.param("Zoe\u0308 --", "Zoë –", id="composed"),
    pytest.param("", "", id="empty"),
    pytest.param("{}", "", id="empty-group"),
]
RUNS = [
    pytest.param("plain {B}", (Inline("plain B"),), id="plain"),
    pytest.param("", (), id="empty"),
    pytest.param(
        r"a \emph{b {C}} d",
        (Inline("a "), Inline("b C", "emphasis"), Inline(" d")),
        id="emphasis",
    ),
    pytest.param(r"{\it a} b", (Inline("a", "emphasis"), Inline(" b")), id="switch"),
    pytest.param(
        r"\textbf{a \textsc{b}}",
        (Inline("a ", "strong"), Inline("b", "smallcaps")),
        id="nested",
    ),
    pytest.param(
        r"\href{http://x.y}{a \emph{b}} c",
        (
            Inline("a ", "", "http://x.y"),
            Inline("b", "emphasis", "http://x.y"),
            Inline(" c"),
        ),
        id="link",
    ),
    pytest.param(
        r"\url{http://x.y/~z}",
        (Inline("http://x.y/~z", "", "http://x.y/~z"),),
        id="address",
    ),
    pytest.param(
        r"\'a $x$$y$",
        (Inline("á "), Inline("x", "math"), Inline("y", "math")),
        id="m",
    ),
    pytest.param(r"x<sup>2</sup>", (Inline("x"), Inline("2", "superscript")), id="tag"),
]


@pytest.mark.parametrize(("text", "plain"), TEXTS)
def test_latex_becomes_unicode(text: str, plain: str) -> None:
    assert decode(text) == plain


@pytest.mark.parametrize(("text", "runs"), RUNS)
def test_latex_becomes_runs(text: str, runs: tuple[Inline, ...]) -> None:
    assert decode_inline(text) == runs


def test_accents_nest_to_a_depth_and_no_further() -> None:
    deep = decode("\\'{" * 50_000 + "e" + "}" * 50_000)

    assert unicodedata.normalize("NFD", deep).startswith("e")
    assert len(deep) < 20


def test_quotations_nest_to_a_depth_and_no_further() -> None:
    assert "x" in decode("\\enquote{" * 50 + "x" + "}" * 50)


def test_deep_groups_are_no_trouble() -> None:
    assert decode("{\\em " * 20_000 + "x" + "}" * 20_000) == "x"


@given(st.text(alphabet=r"\{}$&;<>'`~-\"abiuv \n%()", max_size=60))
def test_any_latex_is_decoded(text: str) -> None:
    plain = decode(text)
    runs = decode_inline(text)

    assert plain == plain.strip()
    assert bool(plain) == bool("".join(run.text for run in runs).strip())


@given(st.text(alphabet=st.characters(categories=["L", "N"]), max_size=40))
def test_text_without_latex_stays(text: str) -> None:
    assert decode(text) == unicodedata.normalize("NFC", text)
